#pragma once

#include "pages/pane.h"

#include <optional>

class QScrollArea;

namespace mailseal {

class AnswerCard;
class Card;
class CopyLink;
class FactTable;
class LeadBanner;
class FindingList;
class HypothesisStrip;
class LinkButton;
class PlainLabel;
class SenderSection;
class VerdictModel;
class WhatIfPanel;

/// The answer: what happened, four cards, who would deliver and why, well-known senders, what if, sentences
/// for colleagues, remarks.
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
    QWidget *headingRow();
    QWidget *reasonsHeadingRow();
    void askWhatIf(bool asks);
    void arrangeWhatIf();
    void suppose();
    void presentVerdicts();
    void presentSenders();
    void presentHypothesis();
    void presentSentence();
    void presentRemarks();
    void explain(int row);
    QString verdictSentence() const;
    QString summarySentence() const;
    /// What was seen, or what would be if it were as a person supposes.
    const Inspection &shown() const { return m_hypothetical ? *m_hypothetical : m_inspection; }

    Inspection m_inspection;
    std::optional<Inspection> m_hypothetical; ///< shown here and given to nobody
    bool m_running = false;
    bool m_asks = false;
    VerdictModel *m_model;
    QScrollArea *m_scroll;
    LeadBanner *m_banner;
    PlainLabel *m_seenHeading; ///< above what was seen by looking on behind a bogus answer
    QList<AnswerCard *> m_cards;
    QWidget *m_headingRow = nullptr;
    PlainLabel *m_verdictHeading;
    LinkButton *m_ask;
    WhatIfPanel *m_whatIf;
    HypothesisStrip *m_hypothesis;
    FactTable *m_verdicts;
    QWidget *m_reasonsCard;
    PlainLabel *m_reasonsHeading;
    CopyLink *m_copyVerdict;
    PlainLabel *m_reasonsText;
    FindingList *m_reasons;
    SenderSection *m_senders;
    QWidget *m_sentenceRow;
    PlainLabel *m_sentence;
    CopyLink *m_copy;
    PlainLabel *m_remarksHeading;
    QWidget *m_remarksCard;
    FindingList *m_remarks;
};

} // namespace mailseal
