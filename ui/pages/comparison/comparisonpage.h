#pragma once

#include "pages/pane.h"
#include "style/theme.h"
#include "values/comparison.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// What one side of a row says; plain text, escaped.
struct ComparedCell
{
    QString text;
    qsizetype strongLength = 0; ///< how much of it is bold where it differs
    std::optional<Badge> badge;
    bool isTls = false; ///< a line that travelled under TLS
    bool isAbsent = false;
    std::optional<Proof> proof;
    bool operator==(const ComparedCell &) const = default;
};

struct ComparedLine
{
    QString label;
    QString key; ///< the same for the same fact in every comparison
    ComparedCell left;
    ComparedCell right;
    Relation relation = Relation::Same;
    bool isDifference = false; ///< counted, marked, and what "only differences" keeps
    Effect effect = Effect::None;
    QString effectText; ///< "worse for DANE"; empty where nothing got better or worse
    bool operator==(const ComparedLine &) const = default;
};

struct ComparedSection
{
    QString title;
    QString key;
    QString count; ///< "3 differences", "the same"
    int differences = 0;
    bool isTranscript = false; ///< its lines are bytes that travelled
    QList<ComparedLine> lines;
    bool operator==(const ComparedSection &) const = default;
};

/// A comparison in the words of the window: made beside it, shown by the model as it is.
struct ComparisonPage
{
    QString leftHead; ///< "mx1.example.org · 192.0.2.1:25 · today 10:02"
    QString rightHead;
    int differences = 0;
    bool isTold = true; ///< false: a side could not be inspected, so nothing follows from what is missing
    int unequalGroups = 0;
    int countedGroups = 0;
    int better = 0; ///< verdicts that the right side betters
    int worse = 0;
    QList<ComparedSection> sections;
    bool operator==(const ComparisonPage &) const = default;
};

/// For any thread.
ComparisonPage comparisonPage(const Comparison &comparison, const Inspection &left, const Inspection &right,
                              const QDateTime &now);

} // namespace mailseal
