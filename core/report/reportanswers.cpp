#include "report/report.h"

#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

QString decidingFact(const Page &page, const Verdict &verdict)
{
    return verdict.because.isEmpty() ? QString()
                                     : sentenceAtLine(page.wording(), verdict.because.constFirst());
}

Page::Answer encryptedAnswer(const Page &page, const SessionFacts &session)
{
    const QString label = page.word(QT_TRANSLATE_NOOP("wording", "Encrypted"));
    if (session.end == EndReason::Offline) {
        return {label, Tone::NotApplicable, page.word(QT_TRANSLATE_NOOP("wording", "not asked")),
                page.word(endWords(session.end))};
    }
    if (session.tls) {
        const bool legacy =
            session.tls->protocol == TlsProtocol::TlsV1_0 || session.tls->protocol == TlsProtocol::TlsV1_1;
        return {label, legacy ? Tone::Warned : Tone::Good, page.word(QT_TRANSLATE_NOOP("wording", "yes")),
                tlsText(*session.tls)};
    }
    const QString how = page.word(endWords(session.end));
    switch (session.end) {
    case EndReason::StarttlsNotOffered:
    case EndReason::StarttlsMasked:
    case EndReason::StarttlsRefused:
    case EndReason::HandshakeFailed:
        return {label, Tone::Bad, page.word(QT_TRANSLATE_NOOP("wording", "no")), how};
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
        break;
    }
    return {label, Tone::Unknown, page.word(QT_TRANSLATE_NOOP("wording", "not known")), how};
}

/// Both questions about a certificate have this one answer where none was seen.
Page::Answer withoutCertificate(const Page &page, const QString &label)
{
    return {label, Tone::Unknown, page.word(QT_TRANSLATE_NOOP("wording", "not known")),
            page.word(QT_TRANSLATE_NOOP("wording", "no certificate was seen"))};
}

Page::Answer selfSignedAnswer(const Page &page, const Inspection &inspection)
{
    const QString label = page.word(QT_TRANSLATE_NOOP("wording", "Self-signed"));
    const QString yes = page.word(QT_TRANSLATE_NOOP("wording", "yes"));
    const QString no = page.word(QT_TRANSLATE_NOOP("wording", "no"));
    if (!inspection.chain)
        return withoutCertificate(page, label);
    if (!inspection.chain->selfSignedKind)
        return {label, Tone::Good, no, {}};
    switch (*inspection.chain->selfSignedKind) {
    case SelfSignedKind::Leaf:
        return {label, Tone::Warned, yes,
                page.word(QT_TRANSLATE_NOOP("wording", "the certificate is its own issuer"))};
    case SelfSignedKind::UntrustedRoot:
        return {label, Tone::Warned, no,
                page.word(QT_TRANSLATE_NOOP("wording",
                                            "but the root of its chain is, and it is no trust anchor here"))};
    case SelfSignedKind::Anchored:
        return {label, Tone::Good, yes,
                page.word(QT_TRANSLATE_NOOP("wording", "and made a trust anchor here"))};
    }
    return {};
}

Page::Answer nameAnswer(const Page &page, const Inspection &inspection)
{
    const QString label = page.word(QT_TRANSLATE_NOOP("wording", "Name"));
    if (!inspection.names && inspection.chain && !inspection.chain->sent.isEmpty()) {
        return {label, Tone::NotApplicable, page.word(QT_TRANSLATE_NOOP("wording", "not compared")),
                page.word(QT_TRANSLATE_NOOP("wording", "no name was given"))};
    }
    if (!inspection.names)
        return withoutCertificate(page, label);
    const NameCheck &names = *inspection.names;
    const QString reference = names.reference.isEmpty() ? QString() : names.reference.constFirst().name;
    if (!names.matches) {
        return {label, Tone::NotApplicable, page.word(QT_TRANSLATE_NOOP("wording", "not compared")),
                page.word(QT_TRANSLATE_NOOP("wording", "there is no host name to compare with"))};
    }
    if (*names.matches) {
        return {label, Tone::Good, page.word(QT_TRANSLATE_NOOP("wording", "matches")),
                fill(page.word(QT_TRANSLATE_NOOP("wording", "%1 by %2")), {reference, names.matchedBy})};
    }
    return {label, Tone::Bad, page.word(QT_TRANSLATE_NOOP("wording", "does not match")),
            fill(page.word(QT_TRANSLATE_NOOP("wording", "the certificate does not name %1")), {reference})};
}

Page::Answer actingAnswer(const Page &page, const Inspection &inspection)
{
    const Wording &wording = page.wording();
    const Verdict *verdict = actingVerdict(inspection);
    const QString label = verdict ? wording.client(inspection, *verdict)
                                  : wording.policyName(inspection.evidence.target.policy);
    if (!verdict)
        return {label, Tone::Unknown, page.word(QT_TRANSLATE_NOOP("wording", "not judged")), {}};
    return {label, toneOf(verdict->standing),
            fill(page.word(QT_TRANSLATE_NOOP("wording", "%1, delivery %2")),
                 {wording.standing(verdict->standing), wording.delivery(verdict->delivery)}),
            decidingFact(page, *verdict)};
}

QStringList notesOn(const Page &page, const Inspection &inspection)
{
    QStringList notes;
    if (inspection.rejudged) {
        notes.append(
            fill(page.word(QT_TRANSLATE_NOOP(
                     "wording", "Judged again as of %1, without a connection; judged before as of %2.")),
                 {instantText(inspection.judgedAt), instantText(inspection.rejudged->judgedThen)}));
    }
    for (const Assumption &assumption : inspection.evidence.assumptions) {
        notes.append(fill(page.word(QT_TRANSLATE_NOOP("wording", "Assumed: %1.")),
                          {page.wording().assumption(assumption)}));
    }
    if (inspection.evidence.redacted) {
        notes.append(page.word(
            QT_TRANSLATE_NOOP("wording", "Redacted: every name and address here stands for another one, and "
                                         "the certificates themselves were left out.")));
    }
    return notes;
}

} // namespace

void writeHead(Page &page, const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    const Target &target = evidence.target;
    const bool isOffline = evidence.origin == Origin::Offline;
    Page::Head head{titleOf(target),
                    {isOffline ? target.input : endpointText(target.address, target.port),
                     isOffline && target.start == Start::None
                         ? QString()
                         : page.wording().service(target.service) + QLatin1StringView(", ") +
                               page.wording().start(target.start),
                     instantText(evidence.observedAt)},
                    toneOf(inspection),
                    page.wording().headline(inspection),
                    {},
                    notesOn(page, inspection)};
    head.parts.removeAll(QString());
    if (evidence.session.end != EndReason::Completed)
        head.below = {page.wording().endDetail(evidence), page.wording().endAdvice(evidence)};
    page.head(head);
}

void writeAnswers(Page &page, const Inspection &inspection)
{
    page.answers({encryptedAnswer(page, inspection.evidence.session), selfSignedAnswer(page, inspection),
                  nameAnswer(page, inspection), actingAnswer(page, inspection)});
}

void writeVerdicts(Page &page, const Inspection &inspection)
{
    if (inspection.verdicts.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("wording", "Who would deliver to this server")));
    constexpr int factColumn = 3;
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("wording", "Client")),
                       page.word(QT_TRANSLATE_NOOP("wording", "Standing")),
                       page.word(QT_TRANSLATE_NOOP("wording", "Delivery")),
                       page.word(QT_TRANSLATE_NOOP("wording", "The deciding fact")),
                       page.word(QT_TRANSLATE_NOOP("wording", "Source"))},
                      {},
                      factColumn};
    for (const Verdict &verdict : inspection.verdicts) {
        table.rows.append({{{page.wording().client(inspection, verdict)},
                            {page.wording().standing(verdict.standing), toneOf(verdict)},
                            {page.wording().delivery(verdict.delivery)},
                            {decidingFact(page, verdict)},
                            {verdict.source}},
                           false});
    }
    page.table(table);
}

void writeChanges(Page &page, const Inspection &inspection)
{
    if (!inspection.rejudged)
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("wording", "What has changed since it was judged")));
    if (inspection.rejudged->changes.isEmpty()) {
        page.prose(page.word(QT_TRANSLATE_NOOP("wording", "No verdict is another one now.")));
        return;
    }
    constexpr int factColumn = 3;
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("wording", "Client")),
                       page.word(QT_TRANSLATE_NOOP("wording", "Then")),
                       page.word(QT_TRANSLATE_NOOP("wording", "Now")),
                       page.word(QT_TRANSLATE_NOOP("wording", "The deciding fact"))},
                      {},
                      factColumn};
    const auto cell = [&](const Verdict *verdict) {
        return verdict ? Page::Cell{page.wording().standing(verdict->standing) + QLatin1StringView(", ") +
                                        page.wording().delivery(verdict->delivery),
                                    toneOf(*verdict)}
                       : Page::Cell{page.word(QT_TRANSLATE_NOOP("wording", "not judged")), Tone::Unknown};
    };
    for (const VerdictChange &change : inspection.rejudged->changes) {
        const Verdict *now = verdictOf(inspection, change.policy);
        table.rows.append(
            {{{now ? page.wording().client(inspection, *now) : page.wording().policyName(change.policy)},
              cell(change.then ? &*change.then : nullptr),
              cell(now),
              {now ? decidingFact(page, *now) : QString()}},
             true});
    }
    page.table(table);
}

} // namespace mailseal
