#include "report/textpage.h"

#include "wire/escape.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

constexpr int columnGap = 2;
constexpr int indentStep = 2;
constexpr int belowIndent = 4;    ///< how much deeper than its row the prose under it stands
constexpr int narrowestText = 24; ///< a wrapped column is never narrower, however narrow the page
constexpr int widestLabel = 30;   ///< of what stands before two sides

/// ECMA-48 SGR: the colour is only ever a second sign beside mark and word.
const char *colour(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return "\x1b[32m";
    case Tone::Warned:
        return "\x1b[33m";
    case Tone::Bad:
        return "\x1b[31m";
    case Tone::NotApplicable:
    case Tone::Unknown:
        return "\x1b[2m";
    case Tone::Plain:
        break;
    }
    return "";
}

/// Columns on a terminal, near enough for names and sentences: one a code point.
qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const QChar c : text)
        width += c.isLowSurrogate() ? 0 : 1;
    return width;
}

/// A word without a place to break is longer than the width rather than cut: it is copied whole.
QStringList linesOf(const QString &text, qsizetype width)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.simplified().split(u' ')) {
        if (!line.isEmpty() && widthOf(line) + 1 + widthOf(word) > width) {
            lines.append(line);
            line = word;
        } else {
            line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
        }
    }
    lines.append(line);
    return lines;
}

/// The same within a column that another one stands beside: there a long word is cut.
QStringList cutLinesOf(const QString &text, qsizetype width)
{
    QStringList lines;
    for (QString line : linesOf(text, width)) {
        while (widthOf(line) > width) {
            const qsizetype end = line.at(width - 1).isHighSurrogate() ? width - 1 : width;
            lines.append(line.first(end));
            line.remove(0, end);
        }
        lines.append(line);
    }
    return lines;
}

QString marked(const Page::Cell &cell) { return markOf(cell.tone) + oneLine(cell.text); }

} // namespace

void TextPage::head(const Head &head)
{
    if (!m_text.isEmpty())
        m_text += QLatin1StringView("\n\n");
    m_indent = 0;
    m_text += bold(oneLine(head.answer)) + u'\n';
    line(oneLine((QStringList{head.about} + head.parts).join(QStringLiteral(" · "))));
    for (const QString &paragraph : head.below + head.notes)
        prose(paragraph);
    line(QString());
}

void TextPage::assessments(const QList<AssessmentLine> &answers)
{
    QList<Aligned> aligned;
    for (const AssessmentLine &answer : answers) {
        const QString text =
            answer.detail.isEmpty() ? answer.brief : answer.brief + QLatin1StringView(": ") + answer.detail;
        aligned.append({{{answer.label}, {text, answer.tone}}, {}});
    }
    rows(aligned);
}

void TextPage::section(const QString &heading, const QString &count)
{
    const QString whole = count.isEmpty() ? heading : heading + QLatin1StringView(", ") + count;
    m_text += u'\n' + bold(oneLine(whole)) + u'\n';
    m_indent = indentStep;
}

void TextPage::beginPart(const QString &heading)
{
    line(QString(m_indent, u' ') + oneLine(heading));
    m_indent += indentStep;
}

void TextPage::endPart() { m_indent -= indentStep; }

void TextPage::prose(const QString &text, Tone tone) { wrapped(text, m_indent, tone); }

void TextPage::facts(const QList<Fact> &facts)
{
    QList<Aligned> aligned;
    for (const Fact &fact : facts)
        aligned.append({{{fact.label}, fact.value}, {}});
    rows(aligned);
}

void TextPage::table(const Table &table)
{
    QList<Aligned> aligned;
    const auto add = [&](QList<Cell> cells, bool isHeading) {
        QString below;
        if (table.wideColumn >= 0 && table.wideColumn < cells.size()) {
            const Cell wide = cells.takeAt(table.wideColumn);
            below = isHeading ? QString() : wide.text;
        }
        aligned.append({cells, below});
    };
    QList<Cell> headings;
    for (const QString &heading : table.headings)
        headings.append({heading});
    add(headings, true);
    for (const Row &row : table.rows)
        add(row.cells, false);
    rows(aligned, table.isTwoSided ? Sides::Two : Sides::One);
}

void TextPage::finding(const Finding &finding)
{
    const QString text =
        wording().severity(finding.severity) + QLatin1StringView(": ") + sentenceAtLine(wording(), finding);
    wrapped(text, m_indent, toneOf(finding.severity));
    wrapped(wording().advice(finding), m_indent + indentStep, Tone::Plain);
}

void TextPage::transcript(const SessionFacts &session)
{
    for (const QString &each : transcriptLines(session))
        line(each);
}

void TextPage::line(const QString &text) { m_text += text + u'\n'; }

QString TextPage::coloured(const QString &text, Tone tone) const
{
    return m_style.colour && tone != Tone::Plain
               ? QLatin1StringView(colour(tone)) + text + QLatin1StringView("\x1b[0m")
               : text;
}

QString TextPage::bold(const QString &text) const
{
    return m_style.colour ? QLatin1StringView("\x1b[1m") + text + QLatin1StringView("\x1b[0m") : text;
}

void TextPage::wrapped(const QString &text, int indent, Tone tone)
{
    if (text.isEmpty())
        return;
    const QString margin(indent, u' ');
    const QString whole = markOf(tone) + escapeUnprintable(text);
    const qsizetype width = qMax(m_style.width - indent, narrowestText);
    for (const QString &part : linesOf(whole, width))
        m_text += margin + coloured(part, tone) + u'\n';
}

/// Columns as wide as their widest cell; the last one is wrapped under itself. Of two sides each has half of
/// the room that is left.
void TextPage::rows(const QList<Aligned> &rows, Sides sides)
{
    QList<qsizetype> widths;
    for (const Aligned &row : rows) {
        for (qsizetype column = 0; column < row.cells.size(); ++column) {
            if (column == widths.size())
                widths.append(0);
            widths[column] = qMax(widths[column], widthOf(marked(row.cells[column])));
        }
    }
    if (widths.isEmpty())
        return;
    const qsizetype fixed = widths.size() - (sides == Sides::Two ? 2 : 1);
    qsizetype room = m_style.width - m_indent;
    for (qsizetype column = 0; column < fixed; ++column) {
        if (sides == Sides::Two)
            widths[column] = qMin<qsizetype>(widths[column], widestLabel);
        room -= widths[column] + columnGap;
    }
    if (sides == Sides::Two)
        room = (room - columnGap) / 2;
    for (qsizetype column = fixed; column < widths.size(); ++column)
        widths[column] = qMax<qsizetype>(room, narrowestText);
    for (const Aligned &each : rows)
        row(each, widths, sides);
}

void TextPage::row(const Aligned &row, const QList<qsizetype> &widths, Sides sides)
{
    QList<QStringList> columns;
    qsizetype height = 0;
    for (qsizetype column = 0; column < row.cells.size(); ++column) {
        const QString text = marked(row.cells[column]);
        if (sides == Sides::Two) {
            columns.append(cutLinesOf(text, widths[column]));
        } else {
            columns.append(column + 1 < widths.size() ? QStringList(text) : linesOf(text, widths[column]));
        }
        height = qMax(height, columns.constLast().size());
    }
    for (qsizetype i = 0; i < height; ++i) {
        QString line(m_indent, u' ');
        for (qsizetype column = 0; column < columns.size(); ++column) {
            const QString part = columns[column].value(i);
            line += part.isEmpty() ? QString() : coloured(part, row.cells[column].tone);
            line += QString(qMax<qsizetype>(widths[column] - widthOf(part), 0) + columnGap, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        this->line(line);
    }
    wrapped(row.below, m_indent + belowIndent, Tone::Plain);
}

} // namespace mailseal
