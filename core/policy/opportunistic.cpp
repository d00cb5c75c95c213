#include "policy/rows.h"
#include "policy/situation.h"

namespace mailseal {

namespace {

/// Clear text is what such a client falls back to (RFC 7435 §3), where the service has any: behind implicit
/// TLS there is none.
bool fallsBack(Situation situation, Start start)
{
    const bool noTls = situation == Situation::NotOffered || situation == Situation::StarttlsRefused ||
                       situation == Situation::HandshakeFailed || situation == Situation::TlsStalled;
    return noTls && start == Start::StartTls;
}

} // namespace

Verdict judgeOpportunistic(const Case &facts)
{
    const Situation situation = situationOf(facts.evidence);
    const QString source = QStringLiteral("RFC 7435");
    if (situation != Situation::TlsUp) {
        Verdict verdict = withoutTls(PolicyId::Opportunistic, situation, facts.evidence, source);
        if (fallsBack(situation, facts.evidence.target.start)) {
            verdict.delivery = Delivery::Cleartext;
            if (situation == Situation::HandshakeFailed || situation == Situation::TlsStalled)
                verdict.because.append(finding(FindingCode::ClearTextIfTaken, Severity::Notice));
        }
        return verdict;
    }
    const TlsFacts &tls = *facts.evidence.session.tls;
    Verdict verdict;
    verdict.policy = PolicyId::Opportunistic;
    verdict.standing = Standing::Satisfied;
    verdict.delivery = Delivery::Encrypted;
    verdict.source = source;
    verdict.because = {finding(FindingCode::CertificatesNotChecked, Severity::Info), encryptedBy(tls)};
    appendEncryptionRemarks(verdict, tls);
    return verdict;
}

} // namespace mailseal
