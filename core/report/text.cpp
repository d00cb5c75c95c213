#include "report/text.h"

#include "report/textpage.h"
#include "report/textproof.h"
#include "report/transcripttext.h"
#include "report/wordingtext.h"

namespace mailseal {

namespace {

QString decidingFact(const TextPage &page, const Verdict &verdict)
{
    return verdict.because.isEmpty() ? QString() : page.wording().finding(verdict.because.constFirst());
}

void writeHead(TextPage &page, const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    const Target &target = evidence.target;
    page.title(page.wording().headline(inspection));
    QStringList parts{target.host, endpointText(target.address, target.port),
                      page.wording().service(target.service) + QLatin1StringView(", ") +
                          page.wording().start(target.start),
                      instantText(evidence.observedAt)};
    parts.removeAll(QString());
    page.title(parts.join(QStringLiteral(" · ")));
    if (evidence.session.end != EndReason::Completed) {
        page.prose(page.wording().endDetail(evidence));
        page.prose(page.wording().endAdvice(evidence));
    }
    page.line(QString());
}

TextPage::Cell encryptedAnswer(const TextPage &page, const SessionFacts &session)
{
    if (session.tls) {
        const QString text =
            fill(page.word(QT_TRANSLATE_NOOP("wording", "yes: %1")), {tlsText(*session.tls)});
        const bool legacy =
            session.tls->protocol == TlsProtocol::TlsV1_0 || session.tls->protocol == TlsProtocol::TlsV1_1;
        return {text, legacy ? Tone::Warned : Tone::Good};
    }
    const QString how = page.word(endWords(session.end));
    switch (session.end) {
    case EndReason::StarttlsNotOffered:
    case EndReason::StarttlsMasked:
    case EndReason::StarttlsRefused:
    case EndReason::HandshakeFailed:
        return {fill(page.word(QT_TRANSLATE_NOOP("wording", "no: %1")), {how}), Tone::Bad};
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
        break;
    }
    return {fill(page.word(QT_TRANSLATE_NOOP("wording", "not known: %1")), {how}), Tone::Unknown};
}

TextPage::Cell selfSignedAnswer(const TextPage &page, const Inspection &inspection)
{
    if (!inspection.chain)
        return {page.word(QT_TRANSLATE_NOOP("wording", "not known: no certificate was seen")), Tone::Unknown};
    const auto &kind = inspection.chain->selfSignedKind;
    if (!kind)
        return {page.word(QT_TRANSLATE_NOOP("wording", "no")), Tone::Good};
    switch (*kind) {
    case SelfSignedKind::Leaf:
        return {page.word(QT_TRANSLATE_NOOP("wording", "yes, the certificate is its own issuer")),
                Tone::Warned};
    case SelfSignedKind::UntrustedRoot:
        return {
            page.word(QT_TRANSLATE_NOOP("wording", "not the certificate, but the root of its chain, which "
                                                   "is no trust anchor here")),
            Tone::Warned};
    case SelfSignedKind::Anchored:
        return {page.word(QT_TRANSLATE_NOOP("wording", "yes, and made a trust anchor here")), Tone::Good};
    }
    return {};
}

TextPage::Cell nameAnswer(const TextPage &page, const Inspection &inspection)
{
    if (!inspection.names)
        return {page.word(QT_TRANSLATE_NOOP("wording", "not known: no certificate was seen")), Tone::Unknown};
    const NameCheck &names = *inspection.names;
    const QString reference = names.reference.isEmpty() ? QString() : names.reference.constFirst().name;
    if (!names.matches) {
        return {page.word(QT_TRANSLATE_NOOP("wording", "there is no host name to compare with")),
                Tone::NotApplicable};
    }
    if (*names.matches) {
        return {
            fill(page.word(QT_TRANSLATE_NOOP("wording", "matches: %1 by %2")), {reference, names.matchedBy}),
            Tone::Good};
    }
    return {fill(page.word(QT_TRANSLATE_NOOP("wording", "does not match: the certificate does not name %1")),
                 {reference}),
            Tone::Bad};
}

void writeAnswers(TextPage &page, const Inspection &inspection)
{
    const Wording &wording = page.wording();
    const PolicyId policy = inspection.evidence.target.policy;
    TextPage::Cell acting{page.word(QT_TRANSLATE_NOOP("wording", "not judged")), Tone::Unknown};
    if (const Verdict *verdict = actingVerdict(inspection)) {
        acting = {fill(page.word(QT_TRANSLATE_NOOP("wording", "%1, delivery %2: %3")),
                       {wording.standing(verdict->standing), wording.delivery(verdict->delivery),
                        decidingFact(page, *verdict)}),
                  toneOf(verdict->standing)};
    }
    page.rows(
        {{{{page.word(QT_TRANSLATE_NOOP("wording", "Encrypted"))},
           encryptedAnswer(page, inspection.evidence.session)},
          {}},
         {{{page.word(QT_TRANSLATE_NOOP("wording", "Self-signed"))}, selfSignedAnswer(page, inspection)}, {}},
         {{{page.word(QT_TRANSLATE_NOOP("wording", "Name"))}, nameAnswer(page, inspection)}, {}},
         {{{wording.policyName(policy)}, acting}, {}}},
        0);
}

void writeVerdicts(TextPage &page, const Inspection &inspection)
{
    if (inspection.verdicts.isEmpty())
        return;
    page.section(QT_TRANSLATE_NOOP("wording", "Who would deliver to this server"));
    QList<TextPage::Row> rows{{{{page.word(QT_TRANSLATE_NOOP("wording", "Client"))},
                                {page.word(QT_TRANSLATE_NOOP("wording", "Standing"))},
                                {page.word(QT_TRANSLATE_NOOP("wording", "Delivery"))},
                                {page.word(QT_TRANSLATE_NOOP("wording", "Source"))}},
                               {}}};
    for (const Verdict &verdict : inspection.verdicts) {
        rows.append({{{page.wording().policyName(verdict.policy)},
                      {page.wording().standing(verdict.standing), toneOf(verdict.standing)},
                      {page.wording().delivery(verdict.delivery)},
                      {verdict.source}},
                     decidingFact(page, verdict)});
    }
    page.rows(rows);
}

} // namespace

QString inspectionText(const Inspection &inspection, const Wording &wording, const TextStyle &style)
{
    TextPage page(style, wording);
    writeHead(page, inspection);
    writeAnswers(page, inspection);
    writeVerdicts(page, inspection);
    writeRemarks(page, inspection);
    writeSession(page, inspection);
    writeCertificates(page, inspection);
    writeNames(page, inspection);
    writeConformance(page, inspection);
    writeExtensions(page, inspection);
    writeTranscript(page, inspection);
    return page.take();
}

} // namespace mailseal
