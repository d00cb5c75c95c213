#include "policy/rows.h"
#include "policy/situation.h"

#include <algorithm>

namespace mailseal {

namespace {

const QString &source()
{
    static const QString text = QStringLiteral("Postfix TLS_README, fingerprint");
    return text;
}

Verdict notAsked()
{
    Verdict verdict;
    verdict.policy = PolicyId::Fingerprint;
    verdict.standing = Standing::NotApplicable;
    verdict.delivery = Delivery::Unknown;
    verdict.because = {finding(FindingCode::NoPins, Severity::Info)};
    return verdict;
}

/// Either counts: the certificate's own digest or that of its public key.
std::optional<Finding> pinMatch(const CertificateFacts &leaf, const QList<QByteArray> &pins)
{
    const auto pinned = [&pins](const QByteArray &digest) {
        return std::any_of(pins.begin(), pins.end(), [&digest](const QByteArray &pin) {
            return !pin.isEmpty() && pin.compare(digest, Qt::CaseInsensitive) == 0;
        });
    };
    const auto match = [](const QString &what, const QByteArray &digest) {
        return finding(FindingCode::PinMatch, Severity::Info, {what, QString::fromLatin1(digest)});
    };
    if (pinned(leaf.sha256))
        return match(QStringLiteral("certificate"), leaf.sha256);
    if (pinned(leaf.spkiSha256))
        return match(QStringLiteral("spki"), leaf.spkiSha256);
    return std::nullopt;
}

} // namespace

Verdict judgeFingerprint(const Case &facts)
{
    const QList<QByteArray> &pins = facts.evidence.target.pins;
    if (pins.isEmpty())
        return notAsked();
    const Situation situation = situationOf(facts.evidence);
    if (situation != Situation::TlsUp)
        return withoutTls(PolicyId::Fingerprint, situation, facts.evidence, source());

    Verdict verdict;
    verdict.policy = PolicyId::Fingerprint;
    verdict.source = source();
    const auto missing = missingCertificate(facts);
    const auto match = missing ? std::nullopt : pinMatch(facts.chain->sent.first(), pins);
    if (match) {
        verdict.standing = Standing::Satisfied;
        verdict.delivery = Delivery::Authenticated;
        verdict.because = {*match};
        verdict.because += handshakeWarnings(*facts.evidence.session.tls);
        return verdict;
    }
    verdict.standing = Standing::Violated;
    verdict.delivery = Delivery::Deferred;
    verdict.because = {
        missing.value_or(finding(FindingCode::PinMismatch, Severity::Error, {QString::number(pins.size())}))};
    verdict.result = resultType(verdict.because.first().code);
    return verdict;
}

} // namespace mailseal
