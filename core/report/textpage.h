#pragma once

#include "report/page.h"
#include "report/text.h"

#include <QList>
#include <QString>

namespace mailseal {

/// A page of plain text: headings, wrapped prose, aligned rows. No line is wider than the style says but for
/// a word that has no place to break.
class TextPage : public Page
{
public:
    /// What stands under a row, deeper than it.
    struct Note
    {
        QString text;
        Tone tone = Tone::Plain;
        bool isAdvice = false; ///< what to do about the note before it
    };
    struct Line
    {
        QList<Cell> cells;
        QList<Note> notes;
    };

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

    /// What stands above everything else.
    void title(const QString &text);
    /// One below the other, their cells aligned.
    void lines(QList<Line> lines);
    void note(const Note &note, int indent);
    int indent() const { return m_indent; }
    /// Exactly this line, neither wrapped nor trimmed: `text` must hold no line end.
    void line(const QString &text);
    QString take() const { return m_text; }

private:
    QString coloured(const QString &text, Tone tone) const;
    QString bold(const QString &text) const;
    void wrapped(const QString &text, int indent, Tone tone = Tone::Plain, const QString &mark = {});
    void labelled(const QList<Fact> &facts, int indent);
    void twoSided(const Table &table);
    void stacked(const QList<Line> &lines, const QStringList &headings);
    void broken(const QList<Line> &lines);
    void row(const Line &line, const QList<qsizetype> &widths, bool isCut = false);

    TextStyle m_style;
    int m_indent = 0;
    QString m_text;
};

} // namespace mailseal
