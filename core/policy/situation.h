#pragma once

#include "policy/policies.h"
#include "values/finding.h"
#include "values/sessionfacts.h"
#include "values/verdict.h"

#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// The rows of docs/judgement.md "What happens when" as far as the session alone tells them; what the
/// certificate is worth is each policy's own matter.
enum class Situation {
    TlsUp,
    NotOffered,      ///< STARTTLS missing or masked
    StarttlsRefused, ///< answered 4xx (not 421) or 5xx
    HandshakeFailed,
    RefusedHere, ///< our library broke the handshake off: what another sender's does is not told
    RefusedAfterTls,
    Throttled, ///< 421 at any point
    Unreachable,
    NoSuchHost,    ///< the DNS says that the name does not exist, or has no address
    NoUsableReply, ///< a timeout, an early close, no SMTP
    TlsStalled,    ///< the same, in the handshake or right behind it
    GreetingRefused,
    EhloRefused,
    NullMx,
    NotInspected ///< cancelled, out of time, or nothing there to judge
};

Situation situationOf(const Evidence &evidence);

/// The deciding fact of a situation other than TlsUp, and what explains it.
QList<Finding> factsOf(Situation situation, const Evidence &evidence);

/// What every policy but opportunistic makes of a situation other than TlsUp: `source` is the clause by which
/// TLS is demanded.
Verdict withoutTls(PolicyId policy, Situation situation, const Evidence &evidence, const QString &source);

/// A finding of ours, about the session as a whole.
Finding finding(FindingCode code, Severity severity, const QStringList &args = {});

/// "encrypted", with protocol and cipher. TLS must be up.
Finding encryptedBy(const TlsFacts &tls);
/// A warning where less than TLS 1.2 was the best to be had (RFC 8996).
std::optional<Finding> legacyProtocol(const TlsFacts &tls);
/// The same, and what else is weak in the handshake: a small group, SHA-1 under the key exchange.
QList<Finding> handshakeWarnings(const TlsFacts &tls);
/// What is known of revocation; never silent, and no verdict of a relay turns on it.
Finding revocationRemark(const std::optional<OcspFacts> &ocsp);
/// Why there is no certificate to judge, or nothing where there is one.
std::optional<Finding> missingCertificate(const Case &facts);

/// RFC 8460 §4.3 result type of a violated verdict by its deciding fact; empty where none applies.
QString resultType(FindingCode deciding);

} // namespace mailseal
