#pragma once

#include "answers/assessment.h"
#include "answers/problem.h"
#include "values/conformance.h"
#include "values/dane.h"
#include "values/fileproblem.h"
#include "values/inspection.h"
#include "values/progress.h"

#include <QString>
#include <QStringList>

namespace mailseal {

enum class FindingArg;

/// An answer in words: the same in window and reports.
struct AnswerWords
{
    QString word;        ///< "Yes, TLS 1.3"
    QStringList details; ///< what it rests on, a line each
    bool operator==(const AnswerWords &) const = default;
};

/// The only prose. English speaks untranslated English, for files and machines; Translated goes through the
/// installed translators (contexts by room: "findings", "wording", "report").
class Wording
{
public:
    enum class Speech { English, Translated };
    explicit Wording(Speech speech)
        : m_speech(speech)
    {
    }

    Speech speech() const { return m_speech; }

    QString finding(const Finding &finding) const;
    QString advice(const Finding &finding) const;
    QString severity(Severity severity) const;
    /// Which handshake showed it: "without SNI", "to a client that takes RSA only".
    QString variantKind(const VariantEvidence &variant) const;

    QString policyName(PolicyId policy) const; ///< "TLS if offered"
    /// The same, and by which certificate it is judged where that is not the main session's.
    QString client(const Inspection &inspection, const Verdict &verdict) const;
    QString policyDescription(PolicyId policy) const; ///< one sentence: who does this, what it checks
    QString standing(Standing standing) const;
    QString delivery(Delivery delivery) const;
    QString service(Service service) const;       ///< "SMTP", "Submission" …
    QString protocol(TlsProtocol protocol) const; ///< "TLS 1.3"
    QString start(Start start) const;             ///< "STARTTLS", "implicit TLS"
    QString stage(Stage stage) const;             ///< what is being waited for

    /// What is asked ("Encrypted"), and the answer to it.
    QString question(const Assessment &answer, const Inspection &inspection) const;
    AnswerWords answer(const Assessment &answer, const Inspection &inspection) const;

    /// What is wrong with a server, as a few words that are the same for the same thing; empty: nothing.
    QString problem(const Inspection &inspection) const;

    /// The badge in one plain sentence, and in a few words for a line of a list.
    QString headline(const Inspection &inspection) const;
    QString brief(const Inspection &inspection) const;
    /// One sentence about the end (`endDetail`), and what to try next; empty advice where all went well.
    QString endDetail(const Evidence &evidence) const;
    QString endAdvice(const Evidence &evidence) const;
    /// The same for one verdict, whole, to forward to a colleague.
    QString sentence(const Inspection &inspection, const Verdict &verdict) const;
    /// Two or three sentences for a colleague: self-signed and who would deliver.
    QString summary(const Inspection &inspection) const;
    /// "Self-signed: yes. Accepted by: …. Refused by: …"
    QString selfSigned(const Inspection &inspection) const;

    QString nameReason(const NameComparison &check) const;
    QString nameSource(NameSource source) const;
    QString note(const TranscriptNote &note) const; ///< what we remark in a transcript
    /// Why something could not be done (wire/reasonwire.h); words that are not ours stand as they are. Not
    /// escaped: a library's words never are, so whoever shows it does that.
    QString reason(const QString &words) const;
    QString conformanceTitle(ConformanceId id) const;
    QString conformanceText(const ConformanceRow &row) const;
    QString tlsaTextError(TlsaTextError error, const QString &input) const;
    QString targetError(TargetError error,
                        const QString &input) const; ///< what is wrong and what to type instead
    /// Why a well-known sender would or would not deliver, one clause; ByName where the reasons of the
    /// policies stand beside it.
    enum class Reason { Whole, ByName };
    QString senderReason(const SenderVerdict &sender, const Inspection &inspection,
                         Reason reason = Reason::Whole) const;
    /// What was taken for granted and not seen, one sentence without a full stop.
    QString assumption(const Assumption &assumption) const;
    /// Why a file is no saved inspection and what to do, one clause without a full stop.
    QString fileProblem(const FileProblem &error) const;

private:
    QString variantKind(const QString &kind) const;
    QString argument(FindingArg kind, const QString &text) const;

    Speech m_speech;
};

} // namespace mailseal
