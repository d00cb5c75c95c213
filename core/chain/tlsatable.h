#pragma once

#include "chain/sentchain.h"
#include "values/dane.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <vector>

namespace mailseal {

/// Private to chain/tlsa*.cpp. The numbers are the registry's (RFC 6698 §7).
namespace tlsa {
inline constexpr quint8 usageTa = 2;
inline constexpr quint8 usageEe = 3;
inline constexpr quint8 wholeCertificate = 0;
inline constexpr quint8 publicKey = 1;
inline constexpr quint8 full = 0;
inline constexpr quint8 sha256 = 1;
inline constexpr quint8 sha512 = 2;

/// What a selector takes of a certificate; empty where OpenSSL cannot encode it.
QByteArray selected(X509 *certificate, quint8 selector);
/// What a record of that matching type holds of it.
QByteArray associated(const QByteArray &selected, quint8 matchingType);
/// The path from the leaf up as DER, built of what is sent and of `added`. Anchors do not matter.
QList<QByteArray> pathOf(const SentChain &sent, const std::vector<openssl::X509Ptr> &added,
                         const QDateTime &at);
} // namespace tlsa

/// The records one by one, by hand: usable or why not, set aside or not, and what of the chain they match.
QList<TlsaOutcome> tlsaTable(const QList<TlsaRecord> &records, const SentChain &sent, const QDateTime &at);

} // namespace mailseal
