#include "report/comparisonreport.h"

#include "report/htmlpage.h"
#include "report/markdownpage.h"
#include "report/textpage.h"
#include "wording/comparisonwording.h"
#include "wording/dnswording.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

#include <algorithm>

namespace mailseal {

namespace {

/// A sign before every row, as in a diff; the columns say the same in words.
QString signOf(Relation relation)
{
    switch (relation) {
    case Relation::Same:
        return QStringLiteral("=");
    case Relation::Differs:
        return QStringLiteral("≠");
    case Relation::OnlyLeft:
        return QStringLiteral("−");
    case Relation::OnlyRight:
        return QStringLiteral("+");
    case Relation::NotComparable:
        return QStringLiteral("?");
    }
    return {};
}

bool isEqual(Relation relation) { return relation == Relation::Same; }

Tone toneOfValue(const ComparedRow &row, const ComparedValue &value)
{
    if (const auto *verdict = std::get_if<Verdict>(&value))
        return toneOf(*verdict);
    if (const auto *check = std::get_if<ConformanceRow>(&value))
        return toneOf(check->standing);
    if (const auto *finding = std::get_if<Finding>(&value))
        return toneOf(finding->severity);
    if (const auto *result = std::get_if<LookupResult>(&value))
        return toneOf(result->dnssec);
    const auto *is = std::get_if<bool>(&value);
    const Fact fact = row.topic.fact;
    if (is && (fact == Fact::NameMatches || fact == Fact::Trusted || fact == Fact::TlsaMatches ||
               fact == Fact::StsMxMatches))
        return *is ? Tone::Good : Tone::Bad;
    return Tone::Plain;
}

bool isCode(const ComparedValue &value, Fact fact)
{
    return std::holds_alternative<Capabilities>(value) || std::holds_alternative<Reply>(value) ||
           ((fact == Fact::Fingerprint || fact == Fact::KeyFingerprint || fact == Fact::Serial) &&
            std::holds_alternative<QString>(value));
}

/// Writes one comparison on a page, or a pair of several.
class Report
{
public:
    Report(Page &page, ComparisonDetail detail)
        : m_page(page)
        , m_words(page.wording())
        , m_everything(detail == ComparisonDetail::Everything)
    {
    }

    void all(const SurveyComparison &comparison)
    {
        const QList<Comparison> &pairs = comparison.pairs;
        if (pairs.size() != 1)
            overview(comparison);
        for (const Comparison &pair : pairs)
            one(pair);
    }

private:
    QString word(const char *source) const { return m_page.word(source); }

    Tone toneOfResult(const Comparison &pair) const
    {
        if (pair.isEqual())
            return pair.isTold() ? Tone::Good : Tone::Unknown;
        const bool isWorse =
            std::any_of(pair.groups.begin(), pair.groups.end(), [](const ComparedRows &group) {
                return std::any_of(group.rows.begin(), group.rows.end(), [](const ComparedRow &row) {
                    return row.effect == Effect::Worse && row.topic.fact == Fact::VerdictOfPolicy;
                });
            });
        return isWorse ? Tone::Bad : Tone::Warned;
    }

    void overview(const SurveyComparison &comparison)
    {
        Page::Head head;
        head.about = subjectOf(comparison);
        head.parts = {withArguments(word(QT_TRANSLATE_NOOP("report", "%1 pairs of servers")),
                                    {QString::number(comparison.pairs.size())})};
        head.tone = !comparison.isEqual() ? Tone::Warned : comparison.isTold() ? Tone::Good : Tone::Unknown;
        head.answer = m_words.headline(comparison);
        m_page.head(head);
        Page::Table table{{QString(), word(QT_TRANSLATE_NOOP("report", "Differences")),
                           word(QT_TRANSLATE_NOOP("report", "Left")),
                           word(QT_TRANSLATE_NOOP("report", "Right"))},
                          {},
                          -1,
                          true};
        for (const Comparison &pair : comparison.pairs) {
            const Relation relation = !pair.right      ? Relation::OnlyLeft
                                      : !pair.left     ? Relation::OnlyRight
                                      : pair.isEqual() ? Relation::Same
                                                       : Relation::Differs;
            table.rows.append({{{signOf(relation)},
                                {QString::number(pair.differences)},
                                {sideText(pair.left)},
                                {sideText(pair.right)}},
                               !pair.isEqual()});
        }
        m_page.table(table);
    }

    void one(const Comparison &pair)
    {
        Page::Head head;
        head.about = subjectOf({{pair}, pair.differences});
        if (pair.left && pair.right)
            head.parts = {factsCompared(pair)};
        head.tone = toneOfResult(pair);
        head.answer = m_words.headline(pair);
        head.below = {
            untold(pair.left, QT_TRANSLATE_NOOP("report", "The left side could not be told: %1.")),
            untold(pair.right, QT_TRANSLATE_NOOP("report", "The right side could not be told: %1."))};
        if (!pair.left)
            head.below.append(word(QT_TRANSLATE_NOOP("report", "The left side has no such server.")));
        if (!pair.right)
            head.below.append(word(QT_TRANSLATE_NOOP("report", "The right side has no such server.")));
        m_page.head(head);
        m_page.facts({{word(QT_TRANSLATE_NOOP("report", "Left")), {sideText(pair.left)}},
                      {word(QT_TRANSLATE_NOOP("report", "Right")), {sideText(pair.right)}}});
        if (!pair.left || !pair.right)
            return;
        groups(pair);
        if (m_everything)
            transcript(pair);
    }

    QString factsCompared(const Comparison &pair) const
    {
        qsizetype facts = 0;
        for (const ComparedRows &group : pair.groups) {
            facts += std::count_if(group.rows.begin(), group.rows.end(), [](const ComparedRow &row) {
                return row.counts && row.relation != Relation::NotComparable;
            });
        }
        return withArguments(word(QT_TRANSLATE_NOOP("report", "%1 facts compared")),
                             {QString::number(facts)});
    }

    QString untold(const std::optional<ComparedSide> &side, const char *source) const
    {
        return side && !side->isTold ? withArguments(word(source), {word(endWords(side->end))}) : QString();
    }

    QString sideText(const std::optional<ComparedSide> &side) const
    {
        if (!side)
            return QStringLiteral("—");
        QStringList parts{side->host, endpointText(side->address, side->port), instantText(side->observedAt)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }

    bool isShown(const ComparedRow &row) const
    {
        return m_everything || row.isDifference() || (row.counts && row.relation == Relation::NotComparable);
    }

    void groups(const Comparison &pair)
    {
        const auto names = m_words.sideNames(pair);
        QStringList same;
        for (const ComparedRows &group : pair.groups) {
            const bool hasRows = std::any_of(group.rows.begin(), group.rows.end(),
                                             [&](const ComparedRow &row) { return isShown(row); });
            if (hasRows) {
                m_page.section(m_words.group(group.group), m_words.differences(group));
                rows(group, names);
            } else if (group.group != ComparedGroup::Circumstances && group.group != ComparedGroup::Timings) {
                same.append(m_words.group(group.group));
            }
        }
        if (same.isEmpty() || pair.isEqual())
            return;
        m_page.section(word(QT_TRANSLATE_NOOP("report", "No difference")));
        m_page.prose(same.join(QStringLiteral(", ")));
    }

    void rows(const ComparedRows &group, const std::pair<QString, QString> &names)
    {
        const bool hasEffect = std::any_of(group.rows.begin(), group.rows.end(), [&](const ComparedRow &row) {
            return row.effect != Effect::None && isShown(row);
        });
        Page::Table table{{QString(), QString(), names.first, names.second}, {}, -1, true};
        if (hasEffect) {
            table.headings.append(word(QT_TRANSLATE_NOOP("report", "Effect")));
            table.wideColumn = static_cast<int>(table.headings.size()) - 1;
        }
        for (const ComparedRow &row : group.rows) {
            if (!isShown(row))
                continue;
            Page::Row shown{{{signOf(row.relation)},
                             {m_words.label(row.topic)},
                             cell(row, ComparedSideOf::Left),
                             cell(row, ComparedSideOf::Right)},
                            row.isDifference()};
            if (hasEffect)
                shown.cells.append({effectText(row)});
            table.rows.append(shown);
        }
        m_page.table(table);
    }

    QString effectText(const ComparedRow &row) const
    {
        const QString text = m_words.effectOf(row);
        return text.isEmpty() ? text : (row.effect == Effect::Better ? u'↑' : u'↓') + (u' ' + text);
    }

    Page::Cell cell(const ComparedRow &row, ComparedSideOf side) const
    {
        const ComparedValue &value = side == ComparedSideOf::Left ? row.left : row.right;
        return {m_words.value(row, side), toneOfValue(row, value), isCode(value, row.topic.fact)};
    }

    void transcript(const Comparison &pair)
    {
        if (pair.transcript.isEmpty())
            return;
        const auto names = m_words.sideNames(pair);
        m_page.section(word(QT_TRANSLATE_NOOP("report", "Transcripts, aligned by step")),
                       word(QT_TRANSLATE_NOOP("report", "not counted")));
        for (const AlignedStep &step : pair.transcript) {
            m_page.beginPart(m_words.step(step.step));
            Page::Table table{{QString(), names.first, names.second}, {}, -1, true};
            if (step.leftTls || step.rightTls) {
                const bool same = step.leftTls == step.rightTls;
                table.rows.append({{{signOf(same ? Relation::Same : Relation::Differs)},
                                    {step.leftTls ? tlsText(*step.leftTls) : QString()},
                                    {step.rightTls ? tlsText(*step.rightTls) : QString()}},
                                   !same});
            }
            for (const AlignedLine &line : step.lines) {
                table.rows.append({{{signOf(line.relation)},
                                    {line.left ? spokenLine(line.leftEntry, m_page.wording()) : QString(),
                                     Tone::Plain, true},
                                    {line.right ? spokenLine(line.rightEntry, m_page.wording()) : QString(),
                                     Tone::Plain, true}},
                                   !isEqual(line.relation)});
            }
            m_page.table(table);
            m_page.endPart();
        }
    }

    Page &m_page;
    ComparisonWording m_words;
    bool m_everything;
};

QString hostsOf(const SurveyComparison &comparison, std::optional<ComparedSide> Comparison::*side)
{
    QStringList hosts;
    for (const Comparison &pair : comparison.pairs) {
        if (pair.*side)
            hosts.append((pair.*side)->domain.isEmpty() ? (pair.*side)->host : (pair.*side)->domain);
    }
    hosts.removeDuplicates();
    return hosts.isEmpty() ? QStringLiteral("—") : hosts.join(QStringLiteral(", "));
}

} // namespace

void reportComparison(Page &page, const SurveyComparison &comparison, ComparisonDetail detail)
{
    Report(page, detail).all(comparison);
}

QString comparisonText(const SurveyComparison &comparison, const Wording &wording, const TextStyle &style,
                       ComparisonDetail detail)
{
    TextPage page(style, wording);
    reportComparison(page, comparison, detail);
    return page.take();
}

QString comparisonMarkdown(const SurveyComparison &comparison, const Wording &wording,
                           ComparisonDetail detail)
{
    MarkdownPage page(wording);
    reportComparison(page, comparison, detail);
    return page.take();
}

QString comparisonHtml(const SurveyComparison &comparison, const Wording &wording, ComparisonDetail detail,
                       HtmlReader reader)
{
    HtmlPage page(wording, reader);
    reportComparison(page, comparison, detail);
    return page.document(subjectOf(comparison) + QStringLiteral(" – Mailseal"));
}

QString subjectOf(const SurveyComparison &comparison)
{
    return hostsOf(comparison, &Comparison::left) + QStringLiteral(" ⇄ ") +
           hostsOf(comparison, &Comparison::right);
}

} // namespace mailseal
