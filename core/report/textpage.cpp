#include "report/textpage.h"

#include "report/escape.h"
#include "report/wordingtext.h"

namespace mailseal {

namespace {

constexpr int columnGap = 2;
constexpr int belowIndent = 4;    ///< how much deeper than its row the prose under it stands
constexpr int narrowestText = 24; ///< a wrapped column is never narrower, however narrow the page

QString mark(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {};
    case Tone::Good:
        return QStringLiteral("✔ ");
    case Tone::Warned:
        return QStringLiteral("▲ ");
    case Tone::Bad:
        return QStringLiteral("✖ ");
    case Tone::NotApplicable:
        return QStringLiteral("– ");
    case Tone::Unknown:
        return QStringLiteral("? ");
    }
    return {};
}

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

QStringList wrapped(const QString &text, qsizetype width)
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

} // namespace

Tone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::Satisfied:
        return Tone::Good;
    case Standing::Violated:
        return Tone::Bad;
    case Standing::NotApplicable:
        return Tone::NotApplicable;
    case Standing::Undetermined:
        return Tone::Unknown;
    }
    return Tone::Unknown;
}

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
    case Severity::Notice:
        return Tone::NotApplicable;
    case Severity::Warning:
        return Tone::Warned;
    case Severity::Error:
        return Tone::Bad;
    }
    return Tone::Bad;
}

QString oneLine(const QString &text)
{
    return escapeUnprintable(text).replace(u'\n', QStringLiteral("\\x0A"));
}

QString TextPage::word(const char *source) const { return say(m_wording.speech(), source); }

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

QString TextPage::marked(const Cell &cell) const { return mark(cell.tone) + oneLine(cell.text); }

void TextPage::title(const QString &text) { m_text += bold(oneLine(text)) + u'\n'; }

void TextPage::section(const char *heading) { m_text += u'\n' + bold(word(heading)) + u'\n'; }

void TextPage::subsection(const QString &heading) { line(QStringLiteral("  ") + oneLine(heading)); }

void TextPage::line(const QString &text) { m_text += text + u'\n'; }

void TextPage::prose(const QString &text, int indent, Tone tone)
{
    if (text.isEmpty())
        return;
    const QString margin(indent, u' ');
    const QString whole = mark(tone) + escapeUnprintable(text);
    const qsizetype width = qMax(m_style.width - indent, narrowestText);
    for (const QString &part : wrapped(whole, width))
        m_text += margin + coloured(part, tone) + u'\n';
}

void TextPage::rows(const QList<Row> &rows, int indent)
{
    QList<qsizetype> widths;
    for (const Row &row : rows) {
        for (qsizetype column = 0; column < row.cells.size(); ++column) {
            if (column == widths.size())
                widths.append(0);
            widths[column] = qMax(widths[column], widthOf(marked(row.cells[column])));
        }
    }
    for (const Row &each : rows)
        row(each, widths, indent);
}

void TextPage::row(const Row &row, const QList<qsizetype> &widths, int indent)
{
    QString line(indent, u' ');
    qsizetype at = indent;
    for (qsizetype column = 0; column + 1 < row.cells.size(); ++column) {
        const QString text = marked(row.cells[column]);
        line += coloured(text, row.cells[column].tone);
        line += QString(widths[column] - widthOf(text) + columnGap, u' ');
        at += widths[column] + columnGap;
    }
    const Cell last = row.cells.isEmpty() ? Cell() : row.cells.constLast();
    const qsizetype room = qMax<qsizetype>(m_style.width - at, narrowestText);
    const QStringList parts = wrapped(marked(last), room);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        m_text += (i == 0 ? line : QString(at, u' ')) + coloured(parts[i], last.tone);
        while (m_text.endsWith(u' '))
            m_text.chop(1);
        m_text += u'\n';
    }
    prose(row.below, indent + belowIndent);
}

} // namespace mailseal
