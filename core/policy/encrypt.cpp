#include "policy/rows.h"
#include "policy/situation.h"

namespace mailseal {

Verdict judgeEncrypt(const Case &facts)
{
    // RFC 3207 §6: a client may be told never to send without TLS; whose certificate it is, it does not ask.
    const QString source = QStringLiteral("RFC 3207 §6");
    const Situation situation = situationOf(facts.evidence);
    if (situation != Situation::TlsUp)
        return withoutTls(PolicyId::Encrypt, situation, facts.evidence, source);
    const TlsFacts &tls = *facts.evidence.session.tls;
    Verdict verdict;
    verdict.policy = PolicyId::Encrypt;
    verdict.standing = Standing::Satisfied;
    verdict.delivery = Delivery::Encrypted;
    verdict.source = source;
    verdict.because = {encryptedBy(tls), finding(FindingCode::CertificatesNotChecked, Severity::Info)};
    appendEncryptionRemarks(verdict, tls);
    return verdict;
}

} // namespace mailseal
