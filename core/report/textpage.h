#pragma once

#include "report/page.h"
#include "report/text.h"

#include <QList>
#include <QString>

namespace mailseal {

/// A page of plain text: headings, wrapped prose, aligned rows.
class TextPage : public Page
{
public:
    TextPage(const TextStyle &style, const Wording &wording)
        : Page(wording)
        , m_style(style)
    {
    }

    void head(const Head &head) override;
    void assessments(const QList<AssessmentLine> &answers) override;
    void section(const QString &heading, const QString &count = {}) override;
    void beginPart(const QString &heading) override;
    void endPart() override;
    void prose(const QString &text, Tone tone = Tone::Plain) override;
    void facts(const QList<Fact> &facts) override;
    void table(const Table &table) override;
    void finding(const Finding &finding) override;
    void transcript(const SessionFacts &session) override;

    /// Exactly this line, neither wrapped nor trimmed: `text` must hold no line end.
    void line(const QString &text);
    QString take() const { return m_text; }

private:
    struct Aligned
    {
        QList<Cell> cells;
        QString below; ///< prose under the row, indented
    };
    QString coloured(const QString &text, Tone tone) const;
    QString bold(const QString &text) const;
    void wrapped(const QString &text, int indent, Tone tone);
    enum class Sides { One, Two };
    void rows(const QList<Aligned> &rows, Sides sides = Sides::One);
    void row(const Aligned &row, const QList<qsizetype> &widths, Sides sides);

    TextStyle m_style;
    int m_indent = 0;
    QString m_text;
};

} // namespace mailseal
