#pragma once

#include "report/text.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace mailseal {

/// What a mark and its colour say (UX.md "Manners"); the word always stands beside it.
enum class Tone { Plain, Good, Warned, Bad, NotApplicable, Unknown };

Tone toneOf(Standing standing);
Tone toneOf(Severity severity);

/// Text of any maker on one line: unprintable characters and line ends become \xNN.
QString oneLine(const QString &text);

/// A page of plain text in the making: headings, wrapped prose, aligned rows.
class TextPage
{
public:
    struct Cell
    {
        QString text;
        Tone tone = Tone::Plain; ///< anything but Plain sets a mark before the text
    };
    struct Row
    {
        QList<Cell> cells;
        QString below; ///< prose under the row, indented
    };

    TextPage(const TextStyle &style, const Wording &wording)
        : m_style(style)
        , m_wording(wording)
    {
    }

    const Wording &wording() const { return m_wording; }
    /// A source string of context "wording" in the page's language.
    QString word(const char *source) const;

    void title(const QString &text);
    void section(const char *heading);
    void subsection(const QString &heading);
    void prose(const QString &text, int indent = 0, Tone tone = Tone::Plain);
    /// Exactly this line, neither wrapped nor trimmed: `text` must hold no line end.
    void line(const QString &text);
    /// Columns as wide as their widest cell; the last one is wrapped under itself.
    void rows(const QList<Row> &rows, int indent = 2);
    QString take() const { return m_text; }

private:
    QString marked(const Cell &cell) const;
    QString coloured(const QString &text, Tone tone) const;
    QString bold(const QString &text) const;
    void row(const Row &row, const QList<qsizetype> &widths, int indent);

    TextStyle m_style;
    Wording m_wording;
    QString m_text;
};

} // namespace mailseal
