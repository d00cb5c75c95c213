#pragma once

#include "report/html.h"
#include "report/page.h"

namespace mailseal {

/// A page of HTML (report/html says what kind).
class HtmlPage : public Page
{
public:
    HtmlPage(const Wording &wording, HtmlReader reader)
        : Page(wording)
        , m_reader(reader)
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

    /// The whole document; the page is finished then.
    QString document(const QString &title);

private:
    enum class Open { Nothing, Sheet, Section };
    void closeSection();
    QString heading(int level, const QString &html) const;
    QString cell(const Cell &cell) const;

    HtmlReader m_reader;
    Open m_open = Open::Nothing;
    int m_sheets = 0; ///< the second and later ones lie one level of headings deeper
    QString m_html;
};

/// Text of any maker as HTML: one line, escaped.
QString htmlText(const QString &text);

} // namespace mailseal
