#pragma once

#include "values/certificatefacts.h"
#include "values/dns.h"
#include "values/inspection.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace mailseal {

/// A certificate that is to be judged as if a server had sent it; all but the chain may be left out.
struct OfflineQuestion
{
    QString input;           ///< what was named: a file
    QList<QByteArray> chain; ///< DER, leaf first
    QString host; ///< as typed; one that is no host name matches nothing, and the name check says so
    std::optional<Service> service;
    std::optional<PolicyId> policy;      ///< webpki where none is said
    QList<QByteArray> pins;              ///< lower-case hex SHA-256
    QList<TlsaRecord> tlsa;              ///< taken as DNSSEC-secure
    std::optional<QByteArray> stsPolicy; ///< the literal text; its record and host are taken as fine
};

/// The evidence that such a question stands for: origin and end are "offline", and what was not seen is among
/// the assumptions. Pure.
Evidence offlineEvidence(const OfflineQuestion &question, const QDateTime &at);

/// The certificates of a file, PEM (keys and text between them are passed over) or one in DER, in DER and in
/// the file's order; or one English clause why there are none.
std::variant<QList<QByteArray>, QString> readChainFile(const QByteArray &content);

} // namespace mailseal
