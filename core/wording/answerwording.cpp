#include "wire/wire.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

#include <algorithm>

namespace mailseal {

namespace {

QString names(const Wording &wording, const QList<PolicyId> &policies)
{
    QStringList list;
    for (const PolicyId policy : policies)
        list.append(wording.policyName(policy));
    return list.join(QStringLiteral(", "));
}

bool isUndetermined(const Inspection &inspection)
{
    const auto *acting = actingVerdict(inspection);
    return !acting || acting->standing == Standing::Undetermined;
}

} // namespace

QString Wording::sentence(const Inspection &inspection, const Verdict &verdict) const
{
    const QString server = titleOf(inspection.evidence.target);
    const QString because = verdict.because.isEmpty() ? QString() : finding(verdict.because.constFirst());
    const QStringList args{client(inspection, verdict), server, because, verdict.source};
    switch (verdict.delivery) {
    case Delivery::Authenticated:
        return withArguments(
            inLanguage(
                m_speech,
                QT_TRANSLATE_NOOP(
                    "wording",
                    "A sender with the policy “%1” delivers to %2 encrypted and knows the server: %3 (%4).")),
            args);
    case Delivery::Encrypted:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording",
                                         "A sender with the policy “%1” delivers to %2 encrypted: %3 (%4).")),
            args);
    case Delivery::Cleartext:
        return withArguments(
            inLanguage(m_speech, QT_TRANSLATE_NOOP(
                                     "wording",
                                     "A sender with the policy “%1” delivers to %2 in clear text: %3 (%4).")),
            args);
    case Delivery::Deferred:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP(
                           "wording",
                           "A sender with the policy “%1” holds mail to %2 back and tries again: %3 (%4).")),
            args);
    case Delivery::Refused:
        return withArguments(
            inLanguage(
                m_speech,
                QT_TRANSLATE_NOOP("wording", "A sender with the policy “%1” returns mail to %2: %3 (%4).")),
            args);
    case Delivery::Unknown:
        break;
    }
    return withArguments(
        inLanguage(
            m_speech,
            QT_TRANSLATE_NOOP(
                "wording", "What a sender with the policy “%1” would do with mail to %2 is not known: %3.")),
        args);
}

QString Wording::summary(const Inspection &inspection) const
{
    if (isUndetermined(inspection))
        return QStringLiteral("%1 %2").arg(headline(inspection), endAdvice(inspection.evidence)).trimmed();
    QStringList sentences{headline(inspection)};
    const auto accepted = acceptedBy(inspection.verdicts);
    const auto refused = refusedBy(inspection.verdicts);
    const auto *opportunistic = verdictOf(inspection, PolicyId::Opportunistic);
    if (opportunistic && opportunistic->delivery == Delivery::Cleartext) {
        sentences.append(withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording", "Most senders deliver to %1 in clear text: %2.")),
            {titleOf(inspection.evidence.target), finding(opportunistic->because.constFirst())}));
    } else if (!accepted.isEmpty()) {
        sentences.append(withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording",
                                         "Mail to %1 travels encrypted for senders with the policies %2.")),
            {titleOf(inspection.evidence.target), names(*this, accepted)}));
    }
    if (!refused.isEmpty()) {
        const auto *first = verdictOf(inspection, refused.constFirst());
        sentences.append(withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording", "Senders with the policies %1 hold it back: %2.")),
            {names(*this, refused), finding(first->because.constFirst())}));
    }
    return sentences.join(u' ');
}

QString Wording::selfSigned(const Inspection &inspection) const
{
    if (!inspection.chain)
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Self-signed: no certificate was seen."));
    QStringList sentences;
    const auto &kind = inspection.chain->selfSignedKind;
    if (!kind) {
        sentences.append(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Self-signed: no.")));
    } else {
        switch (*kind) {
        case SelfSignedKind::Leaf:
            sentences.append(inLanguage(
                m_speech,
                QT_TRANSLATE_NOOP("wording", "Self-signed: yes, the certificate is its own issuer.")));
            break;
        case SelfSignedKind::UntrustedRoot:
            sentences.append(inLanguage(
                m_speech, QT_TRANSLATE_NOOP("wording", "Self-signed: the certificate is not, but the root of "
                                                       "its chain is, and nobody here trusts that root.")));
            break;
        case SelfSignedKind::Anchored:
            sentences.append(inLanguage(
                m_speech, QT_TRANSLATE_NOOP("wording", "Self-signed: yes, and made a trust anchor here.")));
            break;
        }
    }
    const QList<Verdict> verdicts = verdictsOnMain(inspection); // a variant is another certificate
    const auto accepted = acceptedBy(verdicts);
    const auto refused = refusedBy(verdicts);
    if (!accepted.isEmpty())
        sentences.append(withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Accepted by: %1.")),
                                       {names(*this, accepted)}));
    if (!refused.isEmpty())
        sentences.append(withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Refused by: %1.")),
                                       {names(*this, refused)}));
    return sentences.join(u' ');
}

QString Wording::conformanceTitle(ConformanceId id) const
{
    switch (id) {
    case ConformanceId::StarttlsReadvertised:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "STARTTLS is not offered again inside TLS"));
    case ConformanceId::ResponseInjection:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Nothing in clear text behind the 220"));
    case ConformanceId::EhloAfterTls:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "EHLO inside TLS is answered"));
    case ConformanceId::RefusalAfterTlsReply:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "A refusal inside TLS is a 554"));
    case ConformanceId::AuthBeforeTls:
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording", "No plaintext password mechanism in clear text"));
    case ConformanceId::EhloKeywordCase:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "EHLO keywords in upper case"));
    case ConformanceId::CloseNotify:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "TLS is closed by close_notify"));
    }
    return {};
}

namespace {

const char *conformanceSentence(ConformanceNote note)
{
    switch (note) {
    case ConformanceNote::NotOfferedAgain:
        return QT_TRANSLATE_NOOP("wording", "the EHLO list inside TLS has no STARTTLS");
    case ConformanceNote::OfferedAgain:
        return QT_TRANSLATE_NOOP("wording", "the EHLO list inside TLS offers STARTTLS once more");
    case ConformanceNote::NoSecondEhlo:
        return QT_TRANSLATE_NOOP("wording", "no EHLO was answered inside TLS");
    case ConformanceNote::NothingBehind220:
        return QT_TRANSLATE_NOOP("wording", "nothing followed the 220 in clear text");
    case ConformanceNote::TextBehind220:
        return QT_TRANSLATE_NOOP("wording", "%1 octets of clear text followed the 220");
    case ConformanceNote::No220:
        return QT_TRANSLATE_NOOP("wording", "there was no 220 to STARTTLS");
    case ConformanceNote::ImplicitTlsHasNo220:
        return QT_TRANSLATE_NOOP("wording", "implicit TLS has no STARTTLS command");
    case ConformanceNote::AnsweredWith250:
        return QT_TRANSLATE_NOOP("wording", "answered 250");
    case ConformanceNote::AnsweredOtherwise:
        return QT_TRANSLATE_NOOP("wording", "answered %1 %2");
    case ConformanceNote::NotAnswered:
        return QT_TRANSLATE_NOOP("wording", "not answered");
    case ConformanceNote::RefusedInsideTls:
        return QT_TRANSLATE_NOOP("wording", "the server refused the session with %1");
    case ConformanceNote::WeEndedTheSession:
        return QT_TRANSLATE_NOOP("wording", "the policy ended the session before");
    case ConformanceNote::RefusedWith554:
        return QT_TRANSLATE_NOOP("wording", "refused with 554, as the RFC asks");
    case ConformanceNote::RefusedInAnotherForm:
        return QT_TRANSLATE_NOOP("wording", "refused with %1 %2 instead of 554");
    case ConformanceNote::DoesNotRefuse:
        return QT_TRANSLATE_NOOP("wording", "the server does not refuse the session");
    case ConformanceNote::NoAuthBeforeTls:
        return QT_TRANSLATE_NOOP("wording", "AUTH is offered only inside TLS");
    case ConformanceNote::PlaintextAuthBeforeTls:
        return QT_TRANSLATE_NOOP("wording", "offered in clear text: %1");
    case ConformanceNote::OtherAuthBeforeTls:
        return QT_TRANSLATE_NOOP("wording", "only mechanisms that do not send the password: %1");
    case ConformanceNote::NoAuthAtAll:
        return QT_TRANSLATE_NOOP("wording", "AUTH is not offered at all");
    case ConformanceNote::ImplicitTlsHasNoClearText:
        return QT_TRANSLATE_NOOP("wording", "implicit TLS has no clear text");
    case ConformanceNote::KeywordsUpperCase:
        return QT_TRANSLATE_NOOP("wording", "all in upper case");
    case ConformanceNote::KeywordsOtherCase:
        return QT_TRANSLATE_NOOP("wording", "in another case, which is allowed: %1");
    case ConformanceNote::NoEhloReply:
        return QT_TRANSLATE_NOOP("wording", "no EHLO was answered");
    case ConformanceNote::ClosedByCloseNotify:
        return QT_TRANSLATE_NOOP("wording", "the server sent close_notify");
    case ConformanceNote::ClosedWithoutCloseNotify:
        return QT_TRANSLATE_NOOP("wording", "the server closed TCP without close_notify");
    case ConformanceNote::WeClosedFirst:
        return QT_TRANSLATE_NOOP("wording", "we closed first");
    case ConformanceNote::NoTls:
        return QT_TRANSLATE_NOOP("wording", "there was no TLS");
    case ConformanceNote::NoAuthInClear:
        return QT_TRANSLATE_NOOP("wording", "none in clear text; what is offered inside TLS was not seen");
    case ConformanceNote::TlsTakenBack:
        return QT_TRANSLATE_NOOP("wording", "TLS ended before the first reply inside it");
    case ConformanceNote::FromNewerVersion:
        return "%1";
    }
    return "%1";
}

} // namespace

QString Wording::conformanceText(const ConformanceRow &row) const
{
    return withArguments(inLanguage(m_speech, conformanceSentence(row.note)), row.args);
}

} // namespace mailseal
