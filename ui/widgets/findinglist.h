#pragma once

#include "pages/pane.h"
#include "values/inspection.h"

#include <QList>

class QVBoxLayout;

namespace mailseal {

/// Findings one below the other: badge, severity in a word, the sentence, what to do next, the way to the
/// proof, the command that shows the same.
class FindingList : public QWidget
{
    Q_OBJECT
public:
    /// Hidden where the findings are about what the page itself shows.
    enum class Proofs { Shown, Hidden };

    explicit FindingList(Proofs proofs = Proofs::Shown, QWidget *parent = nullptr);

    /// `inspection` is only read for the proofs and the commands; `judged`: the variant whose verdict tells
    /// the findings.
    void present(const QList<Finding> &findings, const Inspection &inspection,
                 const std::optional<int> &judged = std::nullopt);

Q_SIGNALS:
    void proofRequested(const mailseal::Proof &proof);

private:
    static QWidget *commandRow(const QString &command);
    QWidget *rowFor(const Finding &finding, const Proof &proof, const QString &command);

    Proofs m_proofs;
    QVBoxLayout *m_column;
    QList<Finding> m_findings;
    QList<Proof> m_places;
    QStringList m_commands;
};

} // namespace mailseal
