#include "models/answers.h"

#include "answers/answers.h"
#include "models/proofs.h"
#include "models/transcriptplaces.h"
#include "wording/wording.h"

namespace mailseal {

namespace {

/// The handshake, else the server's last word.
Proof proofOfEncryption(const SessionFacts &session)
{
    if (session.transcript.isEmpty())
        return {};
    const int at = places::handshake(session);
    return {Proof::Page::Transcript, at > 0 ? at - 1 : qMax(0, places::lastReply(session.transcript))};
}

/// Where what an answer rests on is to be seen.
Proof proofOfAnswer(const Assessment &answer, const Inspection &inspection)
{
    const bool hasCertificate = inspection.chain && !inspection.chain->sent.isEmpty();
    switch (answer.question) {
    case Question::Encrypted:
        return proofOfEncryption(inspection.evidence.session);
    case Question::SelfSigned: {
        const qsizetype last = hasCertificate ? inspection.chain->sent.size() - 1 : 0;
        const qsizetype at = answer.code == AssessmentCode::UnknownRoot ? last : 0;
        return hasCertificate ? Proof{Proof::Page::Certificates, static_cast<int>(at)} : Proof();
    }
    case Question::Name:
        return hasCertificate && answer.code != AssessmentCode::NoNameGiven ? Proof{Proof::Page::Names, -1}
                                                                            : Proof();
    case Question::Certificate:
        if (answer.because)
            return proofOf(*answer.because, inspection);
        return hasCertificate ? Proof{Proof::Page::Certificates, 0} : Proof();
    case Question::Dns:
    case Question::Resolver:
    case Question::Tlsa:
    case Question::StsPolicy:
    case Question::TlsReports:
        return {Proof::Page::Dns, -1};
    case Question::Acting:
        return answer.because ? proofOf(*answer.because, inspection) : Proof();
    }
    return {};
}

AnswerRow rowOf(const Assessment &answer, const Inspection &inspection)
{
    const Wording wording(Wording::Speech::Translated);
    const AnswerWords words = wording.answer(answer, inspection);
    AnswerRow row;
    row.badge = badgeOf(answer.tone);
    row.title = wording.question(answer, inspection);
    row.word = words.word;
    row.detail = words.details.join(u'\n');
    row.proof = proofOfAnswer(answer, inspection);
    row.proofLink = proofText(row.proof);
    return row;
}

/// While it runs, absence is no answer yet, and more of the DNS may come.
AnswerRow rowWhileRunning(const Assessment &answer, const Inspection &seen)
{
    AnswerRow row = rowOf(answer, seen);
    if (isAbsence(answer)) {
        const bool isOfDns = answer.question == Question::Dns;
        row = {Badge::Running,
               row.title,
               QStringLiteral("…"),
               {},
               isOfDns ? row.proof : Proof(),
               isOfDns ? row.proofLink : QString()};
    } else if (answer.question == Question::Dns) {
        row.badge = Badge::Running;
    }
    return row;
}

} // namespace

QString protocolName(TlsProtocol protocol) { return Wording(Wording::Speech::Translated).protocol(protocol); }

QList<AnswerRow> answersOf(const Inspection &inspection, bool running)
{
    const Inspection seen = running ? soFar(inspection) : inspection;
    QList<AnswerRow> rows;
    for (const Assessment &answer : firstScreen(seen))
        rows.append(running ? rowWhileRunning(answer, seen) : rowOf(answer, seen));
    return rows;
}

} // namespace mailseal
