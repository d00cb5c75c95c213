#include "models/answers.h"

#include "models/certificatetext.h"
#include "models/dnsanswers.h"
#include "models/proofs.h"
#include "models/transcriptplaces.h"
#include "wire/escape.h"
#include "wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace mailseal {

namespace {

struct AnswerText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::AnswerText)
};

AnswerRow titled(const QString &title)
{
    AnswerRow answer;
    answer.title = title;
    answer.word = QStringLiteral("…");
    return answer;
}

void proveBy(AnswerRow &answer, const Proof &proof)
{
    answer.proof = proof;
    answer.proofLink = proofText(proof);
}

bool has(const ChainFacts &chain, FindingCode code)
{
    return std::any_of(chain.problems.cbegin(), chain.problems.cend(),
                       [code](const Finding &problem) { return problem.code == code; });
}

/// Whether the server itself said or showed that it does not encrypt; anything else could not be told.
bool isNoByTheServer(EndReason end)
{
    switch (end) {
    case EndReason::StarttlsNotOffered:
    case EndReason::StarttlsMasked:
    case EndReason::StarttlsRefused:
    case EndReason::HandshakeFailed:
        return true;
    case EndReason::Completed:
    case EndReason::QuitAfterHandshake:
    case EndReason::EhloRefused:
    case EndReason::RefusedAfterTls:
    case EndReason::ResolveFailed:
    case EndReason::NullMx:
    case EndReason::ConnectionRefused:
    case EndReason::Unreachable:
    case EndReason::ConnectTimeout:
    case EndReason::GreetingTimeout:
    case EndReason::GreetingRefused:
    case EndReason::ReplyTimeout:
    case EndReason::HandshakeTimeout:
    case EndReason::ReplyTooLong:
    case EndReason::ProtocolError:
    case EndReason::ClosedEarly:
    case EndReason::ProxyFailed:
    case EndReason::Cancelled:
    case EndReason::DeadlineExceeded:
    case EndReason::Offline:
    case EndReason::Foreign:
        return false;
    }
    return false;
}

AnswerRow encryptedAnswer(const Inspection &inspection, bool running)
{
    const SessionFacts &session = inspection.evidence.session;
    AnswerRow answer = titled(AnswerText::tr("Encrypted"));
    if (session.tls) {
        const bool old =
            session.tls->protocol == TlsProtocol::TlsV1_0 || session.tls->protocol == TlsProtocol::TlsV1_1;
        answer.badge = old || session.tls->anonymous || session.end == EndReason::RefusedAfterTls
                           ? Badge::Warned
                           : Badge::Satisfied;
        answer.word = AnswerText::tr("Yes, %1").arg(protocolName(session.tls->protocol));
        answer.detail = session.tls->cipher;
        if (!session.tls->keyExchange.isEmpty())
            answer.detail += QStringLiteral(", ") + session.tls->keyExchange;
        if (old)
            answer.detail += QStringLiteral("\n") + AnswerText::tr("An outdated version (RFC 8996).");
        if (session.tls->anonymous)
            answer.detail += QStringLiteral("\n") + AnswerText::tr("The suite authenticates nobody.");
        if (session.end == EndReason::RefusedAfterTls && !running)
            answer.detail += QStringLiteral("\n") + AnswerText::tr("But the server refuses mail inside TLS.");
    } else if (running) {
        return answer;
    } else {
        const bool no = isNoByTheServer(session.end);
        answer.badge = no ? Badge::Violated : Badge::Undetermined;
        answer.word = no ? AnswerText::tr("No") : AnswerText::tr("Could not be told");
        answer.detail = Wording(Wording::Speech::Translated).endDetail(inspection.evidence);
    }
    const int at = places::handshake(session);
    if (!session.transcript.isEmpty()) {
        proveBy(answer,
                {Proof::Page::Transcript, at > 0 ? at - 1 : qMax(0, places::lastReply(session.transcript))});
    }
    return answer;
}

/// Without a certificate three cards have nothing to say.
bool saysNoCertificate(AnswerRow &answer, const Inspection &inspection, bool running)
{
    if (inspection.chain && !inspection.chain->sent.isEmpty())
        return false;
    if (running)
        return true;
    answer.badge = Badge::NotApplicable;
    answer.word =
        inspection.evidence.session.tls ? AnswerText::tr("No certificate") : AnswerText::tr("None seen");
    answer.detail = inspection.evidence.session.tls
                        ? AnswerText::tr("The server authenticates itself by nothing.")
                        : AnswerText::tr("The session did not come to a certificate.");
    return true;
}

QString acceptedText(const Inspection &inspection)
{
    const QList<Verdict> verdicts = verdictsOnMain(inspection);
    const qsizetype accepted = acceptedBy(verdicts).size();
    const qsizetype asked = accepted + refusedBy(verdicts).size();
    return AnswerText::tr("Yes: accepted by %1 of %2").arg(accepted).arg(asked);
}

QString acceptorsText(const Inspection &inspection)
{
    const Wording wording(Wording::Speech::Translated);
    QStringList names;
    for (const PolicyId policy : acceptedBy(verdictsOnMain(inspection)))
        names.append(wording.policyName(policy));
    return names.isEmpty() ? AnswerText::tr("The certificate is its own issuer; nobody accepts it.")
                           : AnswerText::tr("The certificate is its own issuer. Accepted by: %1.")
                                 .arg(names.join(QStringLiteral(", ")));
}

AnswerRow selfSignedAnswer(const Inspection &inspection, bool running)
{
    AnswerRow answer = titled(AnswerText::tr("Self-signed"));
    if (saysNoCertificate(answer, inspection, running))
        return answer;
    const ChainFacts &chain = *inspection.chain;
    proveBy(answer, {Proof::Page::Certificates, 0});
    if (!chain.selfSignedKind) {
        answer.badge = Badge::Satisfied;
        answer.word = AnswerText::tr("No");
        answer.detail = AnswerText::tr("Issued by %1.").arg(shortIssuer(chain.sent.first().issuer));
        return answer;
    }
    switch (*chain.selfSignedKind) {
    case SelfSignedKind::Leaf:
        answer.badge = Badge::Warned;
        answer.word = running ? AnswerText::tr("Yes") : acceptedText(inspection);
        answer.detail =
            running ? AnswerText::tr("The certificate is its own issuer.") : acceptorsText(inspection);
        break;
    case SelfSignedKind::UntrustedRoot:
        answer.badge = Badge::Warned;
        answer.word = AnswerText::tr("No, but its root is unknown");
        answer.detail =
            AnswerText::tr("The chain ends in a self-signed certificate that is no trust anchor.");
        proveBy(answer, {Proof::Page::Certificates, static_cast<int>(chain.sent.size()) - 1});
        break;
    case SelfSignedKind::Anchored:
        answer.badge = Badge::Satisfied;
        answer.word = AnswerText::tr("Yes, and trusted");
        answer.detail = AnswerText::tr("The certificate is its own issuer and one of the trust anchors.");
        break;
    }
    return answer;
}

AnswerRow nameAnswer(const Inspection &inspection, bool running)
{
    AnswerRow answer = titled(AnswerText::tr("Name"));
    if (saysNoCertificate(answer, inspection, running))
        return answer;
    if (!inspection.names || !inspection.names->matches || inspection.names->reference.isEmpty()) {
        answer.badge = Badge::NotApplicable;
        answer.word = AnswerText::tr("No name to look for");
        answer.detail = AnswerText::tr("Nothing was typed that a certificate could name.");
        return answer;
    }
    const NameCheck &names = *inspection.names;
    const QString reference = escapeBytes(names.reference.first().name.toUtf8());
    proveBy(answer, {Proof::Page::Names, -1});
    if (*names.matches) {
        answer.badge = Badge::Satisfied;
        answer.word = AnswerText::tr("Matches");
        answer.detail = AnswerText::tr("%1 by %2").arg(reference, names.matchedBy);
        return answer;
    }
    answer.badge = Badge::Violated;
    answer.word = AnswerText::tr("Does not match");
    const QStringList presented = inspection.chain->sent.first().dnsNames;
    answer.detail = presented.isEmpty()
                        ? AnswerText::tr("The certificate names no host; %1 was looked for.").arg(reference)
                        : AnswerText::tr("%1 was looked for; the certificate names %2.")
                              .arg(reference, joinedText(presented, 3));
    return answer;
}

/// The word for the worst that is wrong with the chain; null where it is fine.
struct CertificateFault
{
    FindingCode code;
    Badge badge;
    const char *word;
};

constexpr CertificateFault faults[] = {
    {FindingCode::UnreadableCertificate, Badge::Violated,
     QT_TRANSLATE_NOOP("mailseal::AnswerText", "Cannot be read")},
    {FindingCode::Expired, Badge::Violated, QT_TRANSLATE_NOOP("mailseal::AnswerText", "Expired")},
    {FindingCode::NotYetValid, Badge::Violated, QT_TRANSLATE_NOOP("mailseal::AnswerText", "Not yet valid")},
    {FindingCode::WrongPurpose, Badge::Violated,
     QT_TRANSLATE_NOOP("mailseal::AnswerText", "Not made for servers")},
    {FindingCode::InvalidCa, Badge::Violated,
     QT_TRANSLATE_NOOP("mailseal::AnswerText", "Issued by no real CA")},
    {FindingCode::IncompleteChain, Badge::Violated,
     QT_TRANSLATE_NOOP("mailseal::AnswerText", "Chain incomplete")},
    {FindingCode::ChainInvalid, Badge::Violated,
     QT_TRANSLATE_NOOP("mailseal::AnswerText", "Chain not valid")},
    {FindingCode::WeakKey, Badge::Warned, QT_TRANSLATE_NOOP("mailseal::AnswerText", "Weak key")},
    {FindingCode::WeakSignature, Badge::Warned, QT_TRANSLATE_NOOP("mailseal::AnswerText", "Weak signature")},
    {FindingCode::ExpiresSoon, Badge::Warned, QT_TRANSLATE_NOOP("mailseal::AnswerText", "Expires soon")},
};

QString validityDetail(const CertificateFacts &leaf, const QDateTime &at)
{
    const QString until = QLocale().toString(leaf.notAfter.toLocalTime().date(), QLocale::ShortFormat);
    return AnswerText::tr("Until %1, %2. %3.").arg(until, validityText(leaf, at), keyText(leaf));
}

AnswerRow certificateAnswer(const Inspection &inspection, bool running)
{
    AnswerRow answer = titled(AnswerText::tr("Certificate"));
    if (saysNoCertificate(answer, inspection, running))
        return answer;
    const Wording wording(Wording::Speech::Translated);
    const ChainFacts &chain = *inspection.chain;
    const CertificateFacts &leaf = chain.sent.first();
    proveBy(answer, {Proof::Page::Certificates, 0});
    answer.detail = validityDetail(leaf, inspection.judgedAt);
    for (const CertificateFault &fault : faults) {
        for (const Finding &problem : chain.problems) {
            if (problem.code != fault.code)
                continue;
            answer.badge = fault.badge;
            answer.word = AnswerText::tr(fault.word);
            answer.detail = wording.finding(problem);
            proveBy(answer, proofOf(problem, inspection));
            return answer;
        }
    }
    if (chain.trusted) {
        answer.badge = Badge::Satisfied;
        answer.word = chain.anchor ? AnswerText::tr("Trusted by %1").arg(shortName(*chain.anchor))
                                   : AnswerText::tr("Trusted");
        return answer;
    }
    answer.badge = Badge::Warned;
    answer.word = has(chain, FindingCode::SelfSignedLeaf) || has(chain, FindingCode::UntrustedRoot)
                      ? AnswerText::tr("In date, by no known CA")
                      : AnswerText::tr("Not trusted");
    return answer;
}

} // namespace

QString protocolName(TlsProtocol protocol) { return Wording(Wording::Speech::Translated).protocol(protocol); }

QList<AnswerRow> answersOf(const Inspection &inspection, bool running)
{
    QList<AnswerRow> answers{encryptedAnswer(inspection, running), selfSignedAnswer(inspection, running),
                             nameAnswer(inspection, running), certificateAnswer(inspection, running)};
    if (const auto dns = dnsCard(inspection, running))
        answers.append(*dns);
    return answers;
}

} // namespace mailseal
