#include "report/textpage.h"

#include "report/textlayout.h"
#include "wire/escape.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

#include <utility>

namespace mailseal {

namespace {

constexpr int columnGap = 2;
constexpr int indentStep = 2;
constexpr int belowIndent = 4;    ///< how much deeper than its row what stands under it begins
constexpr int narrowestText = 24; ///< prose is never set narrower, however narrow the page
constexpr int narrowestLine = 16; ///< of a transcript, behind its margin
constexpr int widestLabel = 30;   ///< of what stands before two sides
constexpr int labelShare = 4;     ///< and no more than such a part of the page
constexpr int shortestProse = 20; ///< what a cell of several words wants at least

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

QString marked(const Page::Cell &cell) { return markOf(cell.tone) + oneLine(cell.text); }

QString spaces(qsizetype count) { return QString(qMax<qsizetype>(count, 0), u' '); }

/// What follows the first line of a marked text stands under its first word.
QStringList cellLines(const Page::Cell &cell, qsizetype width, bool isCut)
{
    const QString mark = markOf(cell.tone);
    const qsizetype room = width - columnCount(mark);
    const QString text = oneLine(cell.text);
    QStringList lines = isCut ? cutLines(text, room) : wrappedLines(text, room);
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i].prepend(i == 0 ? mark : lines[i].isEmpty() ? QString() : spaces(columnCount(mark)));
    return lines;
}

QList<ColumnNeed> needsOf(const QList<TextPage::Line> &lines)
{
    QList<ColumnNeed> needs;
    for (const TextPage::Line &line : lines) {
        for (qsizetype column = 0; column < line.cells.size(); ++column) {
            if (column == needs.size())
                needs.append(ColumnNeed{});
            const QString text = marked(line.cells[column]);
            const qsizetype mark = columnCount(markOf(line.cells[column].tone));
            ColumnNeed &need = needs[column];
            const qsizetype natural = columnCount(text);
            need.natural = qMax(need.natural, natural);
            const qsizetype word = mark + columnsOfLongestWord(oneLine(line.cells[column].text));
            need.least = qMax(need.least, qMax(word, qMin<qsizetype>(natural, shortestProse)));
        }
    }
    return needs;
}

} // namespace

void TextPage::title(const QString &text)
{
    if (!m_text.isEmpty())
        m_text += QLatin1StringView("\n\n");
    m_indent = 0;
    for (const QString &part : wrappedLines(oneLine(text), m_style.width))
        m_text += bold(part) + u'\n';
}

void TextPage::head(const Head &head)
{
    title(head.answer);
    wrapped(oneLine((QStringList{head.about} + head.parts).join(QStringLiteral(" · "))), 0);
    for (const QString &paragraph : head.below + head.notes)
        prose(paragraph);
    line(QString());
}

void TextPage::assessments(const QList<AssessmentLine> &answers)
{
    QList<Fact> facts;
    for (const AssessmentLine &answer : answers) {
        const QString text =
            answer.detail.isEmpty() ? answer.brief : answer.brief + QLatin1StringView(": ") + answer.detail;
        facts.append({answer.label, {text, answer.tone}});
    }
    labelled(facts, m_indent);
}

void TextPage::section(const QString &heading, const QString &count)
{
    const QString whole = count.isEmpty() ? heading : heading + QLatin1StringView(", ") + count;
    m_text += u'\n';
    for (const QString &part : wrappedLines(oneLine(whole), m_style.width))
        m_text += bold(part) + u'\n';
    m_indent = indentStep;
}

void TextPage::beginPart(const QString &heading)
{
    wrapped(oneLine(heading), m_indent);
    m_indent += indentStep;
}

void TextPage::endPart() { m_indent -= indentStep; }

void TextPage::prose(const QString &text, Tone tone) { wrapped(text, m_indent, tone); }

void TextPage::facts(const QList<Fact> &facts) { labelled(facts, m_indent); }

void TextPage::table(const Table &table)
{
    if (table.isTwoSided) {
        twoSided(table);
        return;
    }
    QList<Line> lines;
    QStringList headings = table.headings;
    const bool hasWide = table.wideColumn >= 0 && table.wideColumn < headings.size();
    if (hasWide)
        headings.removeAt(table.wideColumn);
    for (const Row &row : table.rows) {
        Line line{row.cells, {}};
        if (hasWide && table.wideColumn < line.cells.size())
            line.notes = {{line.cells.takeAt(table.wideColumn).text}};
        lines.append(line);
    }
    Line first;
    for (const QString &heading : headings)
        first.cells.append({heading});
    const QList<Line> whole = QList<Line>{first} + lines;
    const QList<ColumnNeed> needs = needsOf(whole);
    if (sharedWidths(needs, m_style.width - m_indent - columnGap * (needs.size() - 1)).isEmpty())
        stacked(lines, headings);
    else
        this->lines(whole);
}

void TextPage::finding(const Finding &finding)
{
    const QString text =
        wording().severity(finding.severity) + QLatin1StringView(": ") + sentenceAtLine(wording(), finding);
    wrapped(text, m_indent, toneOf(finding.severity));
    wrapped(wording().advice(finding), m_indent + indentStep);
}

void TextPage::transcript(const SessionFacts &session)
{
    for (const TranscriptLine &each : transcriptLines(session, wording())) {
        const qsizetype margin = columnCount(each.margin);
        const QStringList parts =
            wrappedExactly(each.said, qMax<qsizetype>(m_style.width - margin, narrowestLine));
        for (qsizetype i = 0; i < parts.size(); ++i)
            line((i == 0 ? each.margin : spaces(margin)) + parts[i]);
    }
}

void TextPage::note(const Note &note, int indent)
{
    if (note.isAdvice)
        wrapped(note.text, indent, Tone::Plain, QStringLiteral("→ "));
    else
        wrapped(note.text, indent, note.tone);
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

/// `mark` instead of the tone's; what follows the first line stands under its first word.
void TextPage::wrapped(const QString &text, int indent, Tone tone, const QString &mark)
{
    if (text.isEmpty())
        return;
    const QString first = mark.isEmpty() ? markOf(tone) : mark;
    const qsizetype hang = columnCount(first);
    const qsizetype width = qMax<qsizetype>(m_style.width - indent - hang, narrowestText);
    const QStringList parts = wrappedLines(escapeUnprintable(text), width);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        m_text +=
            spaces(indent) + coloured(i == 0 ? first + parts[i] : spaces(hang) + parts[i], tone) + u'\n';
    }
}

/// Labels in a column of their own, values beside them; a value that has no room there stands under its
/// label.
void TextPage::labelled(const QList<Fact> &facts, int indent)
{
    const qsizetype whole = m_style.width - indent;
    qsizetype label = 0;
    for (const Fact &fact : facts)
        label = qMax(label, columnCount(oneLine(fact.label)));
    const qsizetype room = whole - label - columnGap;
    const int before = std::exchange(m_indent, indent);
    for (const Fact &fact : facts) {
        const qsizetype word =
            columnCount(markOf(fact.value.tone)) + columnsOfLongestWord(oneLine(fact.value.text));
        if (room >= narrowestText && word <= room) {
            row({{{fact.label}, fact.value}, {}}, {label, room});
        } else {
            row({{{fact.label}}, {}}, {whole});
            wrapped(oneLine(fact.value.text), indent + belowIndent, fact.value.tone);
        }
    }
    m_indent = before;
}

void TextPage::lines(QList<Line> lines)
{
    // A column that is empty in every row takes no room.
    for (qsizetype column = needsOf(lines).size() - 1; column >= 0; --column) {
        if (needsOf(lines)[column].natural > 0)
            continue;
        for (Line &each : lines) {
            if (column < each.cells.size())
                each.cells.removeAt(column);
        }
    }
    const QList<ColumnNeed> needs = needsOf(lines);
    if (needs.isEmpty())
        return;
    const qsizetype room = m_style.width - m_indent - columnGap * (needs.size() - 1);
    const QList<qsizetype> widths = sharedWidths(needs, room);
    if (widths.isEmpty()) {
        broken(lines);
        return;
    }
    for (const Line &each : lines)
        row(each, widths);
}

/// Where columns have no room: the first cell of a row by itself, the others under it with their headings.
void TextPage::stacked(const QList<Line> &lines, const QStringList &headings)
{
    for (const Line &each : lines) {
        QList<Fact> facts;
        for (qsizetype column = 1; column < each.cells.size(); ++column) {
            if (!each.cells[column].text.isEmpty())
                facts.append({headings.value(column), each.cells[column]});
        }
        if (!each.cells.isEmpty() && !each.cells.constFirst().text.isEmpty())
            wrapped(oneLine(each.cells.constFirst().text), m_indent, each.cells.constFirst().tone);
        labelled(facts, m_indent + indentStep);
        for (const Note &below : each.notes)
            note(below, m_indent + belowIndent);
    }
}

/// Where columns without headings have no room: the last cell of a row under the others.
void TextPage::broken(const QList<Line> &lines)
{
    for (const Line &each : lines) {
        QStringList before;
        for (const Cell &cell : each.cells.first(qMax<qsizetype>(each.cells.size() - 1, 0)))
            before.append(marked(cell));
        before.removeAll(QString());
        wrapped(before.join(QStringLiteral(" · ")), m_indent);
        if (!each.cells.isEmpty())
            wrapped(oneLine(each.cells.constLast().text), m_indent + indentStep, each.cells.constLast().tone);
        for (const Note &below : each.notes)
            note(below, m_indent + belowIndent);
    }
}

/// The last two columns are as wide as each other, each wrapped in itself, and have the room that is left.
void TextPage::twoSided(const Table &table)
{
    QList<Line> lines;
    const auto add = [&](QList<Cell> cells, bool isHeading) {
        QList<Note> notes;
        if (table.wideColumn >= 0 && table.wideColumn < cells.size()) {
            const Cell wide = cells.takeAt(table.wideColumn);
            if (!isHeading)
                notes = {{wide.text}};
        }
        lines.append({cells, notes});
    };
    QList<Cell> headings;
    for (const QString &heading : table.headings)
        headings.append({heading});
    add(headings, true);
    for (const Row &row : table.rows)
        add(row.cells, false);
    QList<qsizetype> widths;
    for (const ColumnNeed &need : needsOf(lines))
        widths.append(qMin<qsizetype>(need.natural, qMin(widestLabel, m_style.width / labelShare)));
    const qsizetype fixed = widths.size() - 2;
    qsizetype room = m_style.width - m_indent - columnGap;
    for (qsizetype column = 0; column < fixed; ++column)
        room -= widths[column] + columnGap;
    for (qsizetype column = fixed; column < widths.size(); ++column)
        widths[column] = qMax<qsizetype>(room / 2, narrowestText / 2);
    for (const Line &each : lines)
        row(each, widths, true);
}

void TextPage::row(const Line &line, const QList<qsizetype> &widths, bool isCut)
{
    QList<QStringList> columns;
    qsizetype height = 0;
    for (qsizetype column = 0; column < line.cells.size(); ++column) {
        columns.append(cellLines(line.cells[column], widths[column], isCut));
        height = qMax(height, columns.constLast().size());
    }
    for (qsizetype i = 0; i < height; ++i) {
        QString text = spaces(m_indent);
        qsizetype end = m_indent; // where the column begins
        qsizetype at = m_indent;
        for (qsizetype column = 0; column < columns.size(); ++column) {
            const QString part = columns[column].value(i);
            if (!part.isEmpty()) {
                text += spaces(end - at) + coloured(part, line.cells[column].tone);
                at = end + columnCount(part);
            }
            end += widths[column] + columnGap;
        }
        while (text.endsWith(u' '))
            text.chop(1);
        this->line(text);
    }
    for (const Note &each : line.notes)
        note(each, m_indent + belowIndent);
}

} // namespace mailseal
