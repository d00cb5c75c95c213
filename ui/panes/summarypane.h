#pragma once

#include "panes/pane.h"

class QScrollArea;

namespace mailseal {

class CardRow;
class FailureBanner;
class FindingList;
class PlainLabel;
class VerdictTable;

/// The answer: what happened, four cards, who would deliver and why, a sentence for colleagues, remarks.
class SummaryPane : public Pane
{
    Q_OBJECT
public:
    explicit SummaryPane(QWidget *parent = nullptr);

    void present(const Inspection &inspection, const Progress &progress) override;
    /// The index is a row of the table of clients.
    void reveal(int index) override;

private:
    void presentVerdicts(bool running);
    void explain(int row);
    QWidget *sentenceRow();

    Inspection m_inspection;
    QScrollArea *m_scroll;
    FailureBanner *m_banner;
    CardRow *m_cards;
    VerdictTable *m_verdicts;
    PlainLabel *m_noVerdicts;
    PlainLabel *m_because;
    FindingList *m_reasons;
    QWidget *m_sentenceRow;
    PlainLabel *m_sentence;
    PlainLabel *m_remarksHeading;
    FindingList *m_remarks;
};

} // namespace mailseal
