#pragma once

#include "values/dane.h"
#include "values/dns.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <variant>

namespace mailseal {

/// Reads a TLSA record's presentation form (RFC 6698 §2.2): three numbers or mnemonics (RFC 7218) and hex, in
/// which spaces and parentheses may stand; a whole line of a zone file too, of which the part behind "TLSA"
/// counts; and the form of RFC 3597 §5, TYPE52 \# 35 0301…. Reading is no judgement: usage 7 is read and
/// later found unusable. Bounded: limits::tlsaText.
std::variant<TlsaRecord, TlsaTextError> parseTlsa(QStringView text);

/// "3 1 1 0123…", hex in lower case.
QString tlsaText(const TlsaRecord &record);

/// Every record against the chain as sent, leaf first, and the verdict of OpenSSL's own DANE engine, which
/// knows no anchor but the records (RFC 7671 §5.1, §5.2; usages 0 and 1 are unusable: RFC 7672 §3.1.3).
/// `names` are the reference names of TA(2), the TLSA base domain first; where there are none TA(2) cannot
/// authenticate. Pure.
DaneFacts matchTlsa(const QList<TlsaRecord> &records, const QList<QByteArray> &sentChain,
                    const QStringList &names, const QDateTime &at);

/// What could be published for this chain: 3 1 1 of the leaf, 2 1 1 of each certificate that its path is
/// built of and that is sent (RFC 7671 §5.1, §5.2.2).
QList<TlsaProposal> tlsaFor(const QList<QByteArray> &sentChain, const QDateTime &at);

} // namespace mailseal
