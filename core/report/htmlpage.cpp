#include "report/htmlpage.h"

#include "report/htmlstyle.h"
#include "wire/escape.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

/// One class a tone: colour beside mark and word.
QString toneClass(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return QStringLiteral("plain");
    case Tone::Good:
        return QStringLiteral("good");
    case Tone::Warned:
        return QStringLiteral("warned");
    case Tone::Bad:
        return QStringLiteral("bad");
    case Tone::NotApplicable:
        return QStringLiteral("none");
    case Tone::Unknown:
        return QStringLiteral("unknown");
    }
    return QStringLiteral("plain");
}

/// Signs that no font draws as coloured pictures.
QString sign(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {};
    case Tone::Good:
        return QStringLiteral("✓");
    case Tone::Warned:
        return QStringLiteral("!");
    case Tone::Bad:
        return QStringLiteral("×");
    case Tone::NotApplicable:
        return QStringLiteral("–");
    case Tone::Unknown:
        return QStringLiteral("?");
    }
    return {};
}

/// The word behind it says the same, so a screen reader need not spell the sign.
QString badge(Tone tone)
{
    if (tone == Tone::Plain)
        return {};
    return QStringLiteral("<span class=\"badge %1\" aria-hidden=\"true\">%2</span>")
        .arg(toneClass(tone), sign(tone));
}

QString element(const char *name, const char *classes, const QString &html)
{
    const QLatin1StringView tag(name);
    return QLatin1StringView("<") + tag + QLatin1StringView(" class=\"") + QLatin1StringView(classes) +
           QLatin1StringView("\">") + html + QLatin1StringView("</") + tag + QLatin1StringView(">\n");
}

QString paragraphs(const char *classes, const QStringList &texts)
{
    QString html;
    for (const QString &text : texts) {
        if (!text.isEmpty())
            html += element("p", classes, htmlText(text));
    }
    return html;
}

QString transcriptRow(const TranscriptEntry &entry, const Wording &wording)
{
    const auto side = [&] {
        switch (entry.from) {
        case Speaker::Client:
            return std::pair(QStringLiteral("client"), QStringLiteral("C"));
        case Speaker::Server:
            return std::pair(QStringLiteral("server"), QStringLiteral("S"));
        case Speaker::Note:
            break;
        }
        return std::pair(QStringLiteral("note"), QStringLiteral("–"));
    }();
    return QStringLiteral("<tr class=\"%1\"><td class=\"at\">%2</td><td class=\"tls\">%3</td>"
                          "<td class=\"who\">%4</td><td class=\"line\">")
               .arg(side.first, secondsText(entry.atUs), entry.tls ? QStringLiteral("TLS") : QString(),
                    side.second) +
           htmlText(entryText(entry, wording)) + QLatin1StringView("</td></tr>\n");
}

} // namespace

QString htmlText(const QString &text)
{
    return oneLine(text).toHtmlEscaped().replace(u'\'', QLatin1StringView("&#39;"));
}

QString HtmlPage::heading(int level, const QString &html) const
{
    const int deep = m_sheets > 1 ? level + 1 : level;
    return QStringLiteral("<h%1 class=\"level%2\">").arg(deep).arg(level) + html +
           QStringLiteral("</h%1>\n").arg(deep);
}

QString HtmlPage::cell(const Cell &cell) const
{
    const QString text = htmlText(cell.text);
    const QString shown = cell.isCode && !text.isEmpty()
                              ? QLatin1StringView("<code>") + text + QLatin1StringView("</code>")
                              : text;
    if (cell.tone == Tone::Plain)
        return shown;
    return badge(cell.tone) + QLatin1StringView(" <span class=\"word ") + toneClass(cell.tone) +
           QLatin1StringView("\">") + shown + QLatin1StringView("</span>");
}

void HtmlPage::closeSection()
{
    if (m_open == Open::Section)
        m_html += QLatin1StringView("</div>\n");
    if (m_open != Open::Nothing)
        m_open = Open::Sheet;
}

void HtmlPage::head(const Head &head)
{
    closeSection();
    if (m_open == Open::Sheet)
        m_html += QLatin1StringView("</div>\n");
    m_open = Open::Sheet;
    ++m_sheets;
    m_html += QLatin1StringView(m_sheets > 1 ? "<div class=\"sheet further\">\n" : "<div class=\"sheet\">\n");
    m_html += heading(1, htmlText(head.about));
    m_html += element("p", "meta", htmlText(head.parts.join(QStringLiteral(" · "))));
    const QString answer = element("p", "headline", badge(head.tone) + u' ' + htmlText(head.answer)) +
                           paragraphs("explained", head.below);
    m_html += QStringLiteral("<table class=\"banner\"><tr><td class=\"%1\">\n").arg(toneClass(head.tone)) +
              answer + QLatin1StringView("</td></tr></table>\n");
    m_html += paragraphs("notice", head.notes);
}

void HtmlPage::assessments(const QList<AssessmentLine> &answers)
{
    constexpr qsizetype acrossPaper = 3; // a browser wraps them itself
    m_html += QLatin1StringView("<table class=\"answers\"><tr>\n");
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const AssessmentLine &answer = answers.at(i);
        if (m_reader == HtmlReader::RichText && i > 0 && i % acrossPaper == 0)
            m_html += QLatin1StringView("</tr><tr>\n");
        m_html += QStringLiteral("<td class=\"%1\">").arg(toneClass(answer.tone)) +
                  element("p", "label", badge(answer.tone) + u' ' + htmlText(answer.label)) +
                  element("p", "brief", htmlText(answer.brief)) + paragraphs("detail", {answer.detail}) +
                  QLatin1StringView("</td>\n");
    }
    m_html += QLatin1StringView("</tr></table>\n");
}

void HtmlPage::section(const QString &title, const QString &count)
{
    closeSection();
    m_open = Open::Section;
    const QString more = count.isEmpty() ? QString()
                                         : QLatin1StringView(" <span class=\"count\">") + htmlText(count) +
                                               QLatin1StringView("</span>");
    m_html += QLatin1StringView("<div class=\"section\">\n") + heading(2, htmlText(title) + more);
}

void HtmlPage::beginPart(const QString &title)
{
    m_html += QLatin1StringView("<div class=\"part\">\n") + heading(3, htmlText(title));
}

void HtmlPage::endPart() { m_html += QLatin1StringView("</div>\n"); }

void HtmlPage::prose(const QString &text, Tone tone)
{
    if (!text.isEmpty())
        m_html +=
            element("p", "prose",
                    badge(tone) + (tone == Tone::Plain ? QString() : QStringLiteral(" ")) + htmlText(text));
}

void HtmlPage::facts(const QList<Fact> &facts)
{
    if (facts.isEmpty())
        return;
    m_html += QLatin1StringView("<table class=\"facts\">\n");
    for (const Fact &fact : facts) {
        m_html += QLatin1StringView("<tr><th scope=\"row\">") + htmlText(fact.label) +
                  QLatin1StringView("</th><td>") + cell(fact.value) + QLatin1StringView("</td></tr>\n");
    }
    m_html += QLatin1StringView("</table>\n");
}

void HtmlPage::table(const Table &table)
{
    m_html += QLatin1StringView("<table class=\"rows\">\n<thead><tr>");
    for (const QString &heading : table.headings)
        m_html += QLatin1StringView("<th scope=\"col\">") + htmlText(heading) + QLatin1StringView("</th>");
    m_html += QLatin1StringView("</tr></thead>\n<tbody>\n");
    for (const Row &row : table.rows) {
        m_html += QLatin1StringView(row.standsOut ? "<tr class=\"marked\">" : "<tr>");
        for (qsizetype column = 0; column < row.cells.size(); ++column) {
            m_html += QLatin1StringView(column == table.wideColumn ? "<td class=\"wide\">" : "<td>") +
                      cell(row.cells[column]) + QLatin1StringView("</td>");
        }
        m_html += QLatin1StringView("</tr>\n");
    }
    m_html += QLatin1StringView("</tbody></table>\n");
}

void HtmlPage::finding(const Finding &finding)
{
    const Tone tone = toneOf(finding.severity);
    const QString first = badge(tone) + QLatin1StringView(" <span class=\"word ") + toneClass(tone) +
                          QLatin1StringView("\">") + htmlText(wording().severity(finding.severity)) +
                          QLatin1StringView(":</span> ") + htmlText(sentenceAtLine(wording(), finding));
    m_html += QStringLiteral("<table class=\"finding\"><tr><td class=\"%1\">").arg(toneClass(tone)) +
              element("p", "what", first) + paragraphs("advice", {wording().advice(finding)}) +
              QLatin1StringView("</td></tr></table>\n");
}

void HtmlPage::transcript(const SessionFacts &session)
{
    m_html += QLatin1StringView("<table class=\"transcript\">\n");
    bool tls = false;
    for (const TranscriptEntry &entry : session.transcript) {
        // RFC 3207 §4.2: from here on the protocol starts anew.
        if (entry.tls && !tls) {
            m_html += QLatin1StringView("<tr class=\"rule\"><td colspan=\"4\">") +
                      htmlText(handshakeText(session, wording())) + QLatin1StringView("</td></tr>\n");
        }
        tls = tls || entry.tls;
        m_html += transcriptRow(entry, wording());
    }
    m_html += QLatin1StringView("</table>\n");
}

QString HtmlPage::document(const QString &title)
{
    closeSection();
    if (m_open == Open::Sheet)
        m_html += QLatin1StringView("</div>\n");
    m_open = Open::Nothing;
    const QString made = withArguments(word(QT_TRANSLATE_NOOP("report", "Report by Mailseal %1")),
                                       {QStringLiteral(MAILSEAL_VERSION)});
    // The policy forbids what the page does not do anyway: to fetch, to run, to embed.
    const QString head =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                       "'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta name=\"color-scheme\" content=\"light dark\">\n"
                       "<meta name=\"generator\" content=\"Mailseal " MAILSEAL_VERSION "\">\n")
            .arg(word(QT_TRANSLATE_NOOP("report", "en")));
    return head + QLatin1StringView("<title>") + htmlText(title) + QLatin1StringView("</title>\n<style>\n") +
           htmlStyle(m_reader) + QLatin1StringView("</style>\n</head>\n<body>\n<div class=\"page\">\n") +
           m_html + element("p", "made", htmlText(made)) + QLatin1StringView("</div>\n</body>\n</html>\n");
}

} // namespace mailseal
