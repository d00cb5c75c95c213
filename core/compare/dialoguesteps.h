#pragma once

#include "values/comparison.h"

#include <QByteArray>
#include <QList>

namespace mailseal {

/// A run of transcript entries that belong to one step. TlsHandshake may be empty: it is where TLS begins.
struct StepRange
{
    DialogueStep step = DialogueStep::Connection;
    int first = 0;
    int count = 0;
    bool operator==(const StepRange &) const = default;
};

/// Cuts a transcript into its steps, in order and without a gap, by what each entry says of itself. A command
/// begins a step even where the one before it was the same.
QList<StepRange> dialogueSteps(const Transcript &transcript);

/// Where in a transcript the facts of its session stand. Where a step happened twice it is the last one.
class DialoguePlaces
{
public:
    explicit DialoguePlaces(const Transcript &transcript);

    RowProof lines(DialogueStep step) const;
    /// The lines of the EHLO reply that have this keyword; none has it: where the reply begins.
    RowProof extension(DialogueStep step, const QByteArray &keyword) const;
    /// The reply to STARTTLS, behind which the handshake happened; for implicit TLS the first line inside
    /// TLS.
    RowProof handshake() const;
    /// The last step that is no remark.
    RowProof end() const;

private:
    /// Of one EHLO reply. A keyword that is missing thousands of times is proved by two lines each time.
    struct ExtensionLines
    {
        QList<int> beginning;
        QHash<QByteArray, QList<int>> lines;
    };
    const StepRange *last(DialogueStep step) const;

    QList<StepRange> m_steps;
    QHash<DialogueStep, ExtensionLines> m_extensions;
};

} // namespace mailseal
