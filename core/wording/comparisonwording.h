#pragma once

#include "values/comparison.h"
#include "wording/wording.h"

#include <QString>

#include <utility>

namespace mailseal {

enum class ComparedSideOf { Left, Right };

/// The words of a comparison, on one line each and escaped. What is long is shortened: the JSON has all of
/// it.
class ComparisonWording
{
public:
    explicit ComparisonWording(const Wording &wording)
        : m_wording(wording)
    {
    }

    const Wording &wording() const { return m_wording; }

    QString group(ComparedGroup group) const; ///< "Who would deliver"
    /// "no difference", "1 difference", "7 differences"; for a group that is never counted "not counted"
    QString differences(const ComparedRows &rows) const;
    QString differences(int count) const;

    /// "Issuer"; the same with its certificate, "2. certificate: Issuer".
    QString fact(const RowTopic &topic) const;
    QString label(const RowTopic &topic) const;
    /// What a side says. Of two sets that differ it is what that side alone has, then how much they share.
    QString value(const ComparedRow &row, ComparedSideOf side) const;

    QString relation(Relation relation) const; ///< "only left"
    QString effect(Effect effect) const;       ///< "better", "worse"; empty for None
    /// "worse for: Trusted CA and name"; empty where the row has no effect.
    QString effectOf(const ComparedRow &row) const;
    QString step(DialogueStep step) const; ///< "EHLO inside TLS"

    /// What tells the two sides apart at the head of a column: the hosts; where they are the same, the
    /// addresses, else the times; else "left" and "right".
    std::pair<QString, QString> sideNames(const Comparison &comparison) const;

    /// The one line that answers: equal, or how many differences and what gets better or worse on the right.
    QString headline(const Comparison &comparison) const;
    QString headline(const SurveyComparison &survey) const;

private:
    QString inLanguage(const char *source) const;

    Wording m_wording;
};

/// A line of a transcript, "S: 250 STARTTLS", without its time.
QString spokenLine(const TranscriptEntry &entry, const Wording &wording);
/// The text itself, or its beginning and an ellipsis.
QString shortened(const QString &text, qsizetype most = 100);

} // namespace mailseal
