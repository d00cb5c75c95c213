#pragma once

#include "report/textpage.h"
#include "values/inspection.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace mailseal {

/// The short form of a text: verdict, answers, who would deliver, problems, transcript. What is said once is
/// not said again: a reason, an advice, or what an earlier server of the same run had just so.
class ShortReport
{
public:
    explicit ShortReport(TextPage &page)
        : m_page(page)
    {
    }

    void write(const Inspection &inspection);

private:
    struct Earlier
    {
        QString server;
        QStringList said;
    };

    void head(const Inspection &inspection);
    void answers(const Inspection &inspection);
    void whoDelivers(const Inspection &inspection);
    void problems(const Inspection &inspection);
    void transcript(const Inspection &inspection);
    bool refersTo(QList<Earlier> &earlier, const QStringList &said, const Inspection &inspection,
                  const char *source);

    QList<TextPage::Line> clients(const Inspection &inspection);
    QList<TextPage::Line> senders(const Inspection &inspection) const;
    QString notApplicable(const Inspection &inspection) const;
    QList<TextPage::Note> reasons(const Verdict &verdict);
    QList<TextPage::Note> openProblems(const Inspection &inspection);
    void addProblem(QList<TextPage::Note> &notes, const Finding &finding);
    std::optional<TextPage::Note> adviceOf(const Finding &finding);

    TextPage &m_page;
    QSet<QString> m_said; ///< of this inspection
    QList<Earlier> m_outcomes;
    QList<Earlier> m_problems;
    QList<Earlier> m_transcripts;
};

} // namespace mailseal
