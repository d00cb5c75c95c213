#pragma once

#include "values/inspection.h"
#include "values/tone.h"
#include "wording/wording.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace mailseal {

/// The mark that a tone wears in text, with the space behind it; nothing for Plain.
QString markOf(Tone tone);

/// A report in the making, whatever it is written as: plain text, Markdown, HTML. Who writes a report says
/// what stands in it (report/report, the comparison's own); a page says how it looks and escapes every text
/// it is given, which may be a server's.
class Page
{
public:
    struct Cell
    {
        QString text;
        Tone tone = Tone::Plain; ///< anything but Plain sets a mark before the text
        bool isCode = false;     ///< a server's words, a name, a number: not prose
    };
    struct Fact
    {
        QString label;
        Cell value;
    };
    struct Row
    {
        QList<Cell> cells; ///< as many as there are headings
        bool standsOut = false;
    };
    struct Table
    {
        QStringList headings;
        QList<Row> rows;
        int wideColumn = -1; ///< the one that holds prose, if any: plain text sets it under its row
        /// The last two columns are read against each other: as wide as each other, each wrapped in itself.
        bool isTwoSided = false;
    };
    struct AssessmentLine
    {
        QString label;
        Tone tone = Tone::Unknown;
        QString brief;
        QString detail; ///< may be empty
    };
    struct Head
    {
        QString about;     ///< "mx.example.org"
        QStringList parts; ///< where, when, how, in a word each
        Tone tone = Tone::Plain;
        QString answer;    ///< the one sentence that was asked for
        QStringList below; ///< what explains the answer and what to do, a paragraph each
        QStringList notes; ///< what is to be known about this report: redacted, judged again
    };

    explicit Page(const Wording &wording)
        : m_wording(wording)
    {
    }
    virtual ~Page() = default;
    Page(const Page &) = delete;
    Page &operator=(const Page &) = delete;

    const Wording &wording() const { return m_wording; }
    /// A source string of context "wording" in the page's language.
    QString word(const char *source) const;

    /// Begins the report on one thing. Of several on one page each begins with a head, the first of them the
    /// page's own.
    virtual void head(const Head &head) = 0;
    virtual void assessments(const QList<AssessmentLine> &answers) = 0;
    /// `count` says how much of it there is, "3 differences"; may be empty.
    virtual void section(const QString &heading, const QString &count = {}) = 0;
    /// A thing of its own within a section, such as one certificate.
    virtual void beginPart(const QString &heading) = 0;
    virtual void endPart() = 0;
    virtual void prose(const QString &text, Tone tone = Tone::Plain) = 0;
    virtual void facts(const QList<Fact> &facts) = 0;
    virtual void table(const Table &table) = 0;
    virtual void finding(const Finding &finding) = 0;
    virtual void transcript(const SessionFacts &session) = 0;

private:
    Wording m_wording;
};

} // namespace mailseal
