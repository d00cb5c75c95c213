#pragma once

#include "report/page.h"

namespace mailseal {

/// A page of GitHub-flavoured Markdown (report/markdown).
class MarkdownPage : public Page
{
public:
    using Page::Page;

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

    QString take() const { return m_text; }

private:
    void block(const QString &markdown);
    void heading(int level, const QString &markdown);
    QString cell(const Cell &cell) const;

    int m_sheets = 0; ///< the second and later ones lie one level of headings deeper
    QString m_text;
};

/// Text of any maker within a sentence: nothing in it is markup, and a word that a reader would turn into a
/// link or a mention becomes code.
QString markdownText(const QString &text);
/// Text of any maker as code, `pipes` safe in a table as well.
QString markdownCode(const QString &text);

} // namespace mailseal
