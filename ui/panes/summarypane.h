#pragma once

#include "panes/pane.h"

class QScrollArea;

namespace mailseal {

class AnswerCard;
class FactTable;
class FailureBanner;
class FindingList;
class LinkButton;
class PlainLabel;
class VerdictModel;

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
    void build(QWidget *page);
    QWidget *sentenceRow();
    void presentVerdicts(bool running);
    void presentSentence(bool running);
    void presentRemarks();
    void explain(int row);
    void copySentence();

    Inspection m_inspection;
    bool m_running = false;
    VerdictModel *m_model;
    QScrollArea *m_scroll;
    FailureBanner *m_banner;
    QList<AnswerCard *> m_cards;
    PlainLabel *m_verdictHeading;
    FactTable *m_verdicts;
    QWidget *m_reasonsCard;
    PlainLabel *m_reasonsHeading;
    PlainLabel *m_reasonsText;
    FindingList *m_reasons;
    QWidget *m_sentenceRow;
    PlainLabel *m_sentence;
    LinkButton *m_copy;
    PlainLabel *m_remarksHeading;
    QWidget *m_remarksCard;
    FindingList *m_remarks;
};

} // namespace mailseal
