#pragma once

#include "values/certificatefacts.h"
#include "values/finding.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mailseal {

/// RFC 8461 §3.2.
enum class StsMode { Enforce, Testing, None };

/// How the fetch of the policy ended (RFC 8461 §3.3).
enum class StsFetchEnd {
    NotTried,
    Ok,
    ResolveFailed,
    ConnectFailed,
    Certificate, ///< the policy host's certificate is not valid for its name
    Status,      ///< another status than 200
    Redirect,    ///< MUST NOT be followed
    TooLarge,
    Timeout
};

/// What fetching the policy showed; nothing of it is judged yet.
struct StsFetch
{
    StsFetchEnd end = StsFetchEnd::NotTried;
    QString host; ///< "mta-sts.example.org"
    QString address;
    int status = 0; ///< HTTP status; 0 where there was no response
    QString contentType;
    QString location;            ///< where a redirect pointed; untrusted text
    QString error;               ///< the system's or TLS's words
    QList<QByteArray> sentChain; ///< DER of the policy host's certificates, leaf first
    QByteArray body;             ///< the literal policy, at most limits::stsPolicy octets
    qint64 tookMs = 0;
    bool operator==(const StsFetch &) const = default;
};

/// What follows from the record and the policy for one MX host (RFC 8461).
struct StsFacts
{
    /// As the fetch ended, or Certificate where a sender would have ended it in the handshake (§3.3).
    StsFetchEnd fetch = StsFetchEnd::NotTried;
    QString id;                   ///< of the one valid record; empty where there is none
    std::optional<StsMode> mode;  ///< null where no valid policy was read
    std::optional<qint64> maxAge; ///< seconds
    QStringList mx;               ///< patterns as written
    std::optional<bool> matches; ///< this MX host against the patterns (RFC 8461 §4.1); null without a policy
    /// The any-pattern rule of older Postfix set-ups: some pattern matches a name in the certificate.
    std::optional<bool> matchesAnyPattern;
    bool hasRecord = false;          ///< exactly one record, and it is valid (§3.1)
    bool hasPolicy = false;          ///< fetched, and valid
    std::optional<ChainFacts> chain; ///< of the policy host
    QList<Finding> problems;         ///< each with its line in the policy, or none for record and fetch
    bool operator==(const StsFacts &) const = default;
};

/// RFC 8460 §3.
struct TlsRptFacts
{
    QStringList rua; ///< mailto: and https: URIs of the one valid record
    QList<Finding> problems;
    bool operator==(const TlsRptFacts &) const = default;
};

} // namespace mailseal
