#include "report/markdownpage.h"

#include "wire/escape.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

/// The longest run of backticks, which a code span or fence must differ from (CommonMark §4.5, §6.1).
qsizetype longestTicks(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    return longest;
}

/// A word that GitHub's extensions turn into a link or a mention even where its characters are escaped.
bool isMadeALink(const QString &word)
{
    return word.contains(u'@') || word.contains(QLatin1StringView("://")) ||
           word.contains(QLatin1StringView("www."), Qt::CaseInsensitive);
}

QString escapedWord(const QString &word)
{
    constexpr QStringView special = u"\\`*_{}[]<>()#|~&$!";
    QString escaped;
    for (const QChar c : word) {
        if (special.contains(c))
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

/// What only the beginning of a line makes markup: "1.", "2)", "-", "+", "=", ":" (CommonMark §4, §5).
QString withPlainBeginning(const QString &text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    const QChar first = text.isEmpty() ? QChar() : text[0];
    const QChar behind = digits < text.size() ? text[digits] : QChar();
    if (digits > 0 && (behind == u'.' || behind == u')'))
        return text.left(digits) + u'\\' + text.mid(digits);
    const bool isSign = first == u'-' || first == u'+' || first == u'=' || first == u':';
    return isSign ? u'\\' + text : text;
}

} // namespace

QString markdownCode(const QString &text)
{
    const QString line = oneLine(text);
    if (line.trimmed().isEmpty())
        return {};
    const QString fence(longestTicks(line) + 1, u'`');
    const QString room = line.startsWith(u'`') || line.endsWith(u'`') ? QStringLiteral(" ") : QString();
    // A table takes even the pipe of a code span for its own unless it is escaped (GFM §4.10); elsewhere the
    // backslash would show, so the code says it in the way of every other byte that cannot stand there.
    return fence + room + QString(line).replace(u'|', QLatin1StringView("\\x7C")) + room + fence;
}

QString markdownText(const QString &text)
{
    QStringList words;
    for (const QString &word : oneLine(text).split(u' ', Qt::SkipEmptyParts))
        words.append(isMadeALink(word) ? markdownCode(word) : escapedWord(word));
    return withPlainBeginning(words.join(u' '));
}

void MarkdownPage::block(const QString &markdown)
{
    if (!m_text.isEmpty())
        m_text += u'\n';
    m_text += markdown + u'\n';
}

void MarkdownPage::heading(int level, const QString &markdown)
{
    block(QString(m_sheets > 1 ? level + 1 : level, u'#') + u' ' + markdown);
}

QString MarkdownPage::cell(const Cell &cell) const
{
    return markOf(cell.tone) + (cell.isCode ? markdownCode(cell.text) : markdownText(cell.text));
}

void MarkdownPage::head(const Head &head)
{
    ++m_sheets;
    heading(1, markdownText(head.about));
    block(markdownText(head.parts.join(QStringLiteral(" · "))));
    block(QLatin1StringView("**") + markOf(head.tone) + markdownText(head.answer) + QLatin1StringView("**"));
    for (const QString &paragraph : head.below) {
        if (!paragraph.isEmpty())
            block(markdownText(paragraph));
    }
    for (const QString &note : head.notes)
        block(QLatin1StringView("> ") + markdownText(note));
}

void MarkdownPage::assessments(const QList<AssessmentLine> &answers)
{
    QStringList lines;
    for (const AssessmentLine &answer : answers) {
        const QString detail =
            answer.detail.isEmpty() ? QString() : QLatin1StringView(": ") + markdownText(answer.detail);
        lines.append(QLatin1StringView("- ") + markOf(answer.tone) + QLatin1StringView("**") +
                     markdownText(answer.label) + QLatin1StringView(":** ") + markdownText(answer.brief) +
                     detail);
    }
    block(lines.join(u'\n'));
}

void MarkdownPage::section(const QString &title, const QString &count)
{
    heading(2, markdownText(count.isEmpty() ? title : title + QLatin1StringView(", ") + count));
}

void MarkdownPage::beginPart(const QString &title) { heading(3, markdownText(title)); }

void MarkdownPage::endPart() {}

void MarkdownPage::prose(const QString &text, Tone tone)
{
    if (!text.isEmpty())
        block(markOf(tone) + markdownText(text));
}

void MarkdownPage::facts(const QList<Fact> &facts)
{
    QStringList lines;
    for (const Fact &fact : facts)
        lines.append(QLatin1StringView("- **") + markdownText(fact.label) + QLatin1StringView(":** ") +
                     cell(fact.value));
    if (!lines.isEmpty())
        block(lines.join(u'\n'));
}

void MarkdownPage::table(const Table &table)
{
    const auto line = [](const QStringList &cells) {
        return QLatin1StringView("| ") + cells.join(QLatin1StringView(" | ")) + QLatin1StringView(" |");
    };
    QStringList headings;
    QStringList rules;
    for (const QString &heading : table.headings) {
        headings.append(markdownText(heading));
        rules.append(QStringLiteral("---"));
    }
    QStringList lines{line(headings), line(rules)};
    for (const Row &row : table.rows) {
        QStringList cells;
        for (const Cell &each : row.cells) {
            const QString markdown = cell(each);
            cells.append(row.standsOut && !each.isCode && !markdown.isEmpty()
                             ? QLatin1StringView("**") + markdown + QLatin1StringView("**")
                             : markdown);
        }
        lines.append(line(cells));
    }
    block(lines.join(u'\n'));
}

void MarkdownPage::finding(const Finding &finding)
{
    const QString advice = markdownText(wording().advice(finding));
    block(QLatin1StringView("- ") + markOf(toneOf(finding.severity)) + QLatin1StringView("**") +
          markdownText(wording().severity(finding.severity)) + QLatin1StringView(":** ") +
          markdownText(sentenceAtLine(wording(), finding)) +
          (advice.isEmpty() ? QString() : QLatin1StringView("  \n  ") + advice));
}

void MarkdownPage::transcript(const SessionFacts &session)
{
    QStringList spoken;
    for (const TranscriptLine &line : transcriptLines(session, wording()))
        spoken.append(line.margin + line.said);
    const QString lines = spoken.join(u'\n');
    const QString fence(qMax<qsizetype>(longestTicks(lines) + 1, 3), u'`');
    block(fence + QLatin1StringView("text\n") + lines + u'\n' + fence);
}

} // namespace mailseal
