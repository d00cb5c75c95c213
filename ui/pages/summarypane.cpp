#include "pages/summarypane.h"

#include "inspector/rejudge.h"
#include "models/answers.h"
#include "models/plaintooltip.h"
#include "models/proofs.h"
#include "models/verdictmodel.h"
#include "pages/hypothesisstrip.h"
#include "pages/sendersection.h"
#include "pages/whatifpanel.h"
#include "values/bogus.h"
#include "widgets/answercard.h"
#include "widgets/cardrow.h"
#include "widgets/copylink.h"
#include "widgets/facttable.h"
#include "widgets/findinglist.h"
#include "widgets/leadbanner.h"
#include "widgets/linkbutton.h"
#include "widgets/pagescroll.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace mailseal {

namespace {

constexpr int cards = 5; ///< the last one is that of a mail domain

/// A surface with a column that holds `inside`.
Card *cardAround(const QList<QWidget *> &inside)
{
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::pad + 2, metrics::pad, metrics::pad + 2, metrics::pad);
    column->setSpacing(metrics::gap);
    for (QWidget *widget : inside)
        column->addWidget(widget);
    return card;
}

} // namespace

SummaryPane::SummaryPane(QWidget *parent)
    : Pane(parent)
    , m_model(new VerdictModel(this))
    , m_scroll(new PageScroll)
    , m_banner(new LeadBanner)
    , m_seenHeading(new PlainLabel(PlainLabel::Kind::Heading))
    , m_verdictHeading(new PlainLabel(PlainLabel::Kind::Heading))
    , m_ask(new LinkButton)
    , m_whatIf(new WhatIfPanel)
    , m_hypothesis(new HypothesisStrip)
    , m_verdicts(new FactTable(FactTable::Height::Contents))
    , m_reasonsHeading(new PlainLabel(PlainLabel::Kind::Strong))
    , m_copyVerdict(new CopyLink(tr("Copy as a sentence"), [this] { return verdictSentence(); }))
    , m_reasonsText(new PlainLabel(PlainLabel::Kind::Muted))
    , m_reasons(new FindingList)
    , m_senders(new SenderSection)
    , m_sentence(new PlainLabel(PlainLabel::Kind::Muted))
    , m_copy(new CopyLink(tr("Copy sentence"), [this] { return summarySentence(); }))
    , m_remarksHeading(new PlainLabel(PlainLabel::Kind::Heading))
    , m_remarks(new FindingList)
{
    auto *page = new QWidget;
    build(page);
    m_scroll->setWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);

    connect(m_banner, &LeadBanner::proofRequested, this, &Pane::proofRequested);
    connect(m_reasons, &FindingList::proofRequested, this, &Pane::proofRequested);
    connect(m_remarks, &FindingList::proofRequested, this, &Pane::proofRequested);
    connect(m_ask, &LinkButton::clicked, this, [this] { askWhatIf(true); });
    connect(m_whatIf, &WhatIfPanel::closed, this, [this] { askWhatIf(false); });
    connect(m_whatIf, &WhatIfPanel::changed, this, &SummaryPane::suppose);
    connect(m_hypothesis, &HypothesisStrip::resetRequested, m_whatIf, &WhatIfPanel::reset);
    connect(m_verdicts, &FactTable::currentRowChanged, this, &SummaryPane::explain);
    connect(m_verdicts, &FactTable::proofActivated, this, [this](int row) {
        const VerdictRow &client = m_model->rows().at(row);
        if (!client.waiting && hasProof(client.proof))
            Q_EMIT proofRequested(client.proof);
    });
}

void SummaryPane::build(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(metrics::aroundPage);
    column->setSpacing(metrics::pad);
    column->addWidget(m_banner);
    m_seenHeading->setText(tr("As a sender whose resolver does not validate sees it"));
    m_seenHeading->hide();
    column->addWidget(m_seenHeading);
    auto *row = new CardRow;
    for (int i = 0; i < cards; ++i) {
        auto *card = new AnswerCard;
        connect(card, &AnswerCard::proofRequested, this, &Pane::proofRequested);
        row->addWidget(card);
        m_cards.append(card);
    }
    column->addLayout(row);
    column->addSpacing(metrics::gap);
    m_headingRow = headingRow();
    column->addWidget(m_headingRow);
    m_whatIf->hide();
    column->addWidget(m_whatIf);
    column->addWidget(m_hypothesis);
    m_verdicts->setModel(m_model);
    m_verdicts->setWideColumn(VerdictModel::Fact);
    m_verdicts->setDispensableColumn(VerdictModel::Source);
    m_verdicts->setAccessibleName(tr("Who would deliver to this server"));
    column->addWidget(m_verdicts);
    m_reasonsCard = cardAround({reasonsHeadingRow(), m_reasonsText, m_reasons});
    column->addWidget(m_reasonsCard);
    column->addWidget(m_senders);
    m_sentenceRow = sentenceRow();
    column->addWidget(m_sentenceRow);
    m_remarksHeading->setText(tr("Remarks"));
    column->addWidget(m_remarksHeading);
    m_remarksCard = cardAround({m_remarks});
    column->addWidget(m_remarksCard);
    column->addStretch(1);
}

QWidget *SummaryPane::headingRow()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::pad);
    m_ask->setText(tr("&What if…"));
    m_ask->setObjectName(QStringLiteral("whatIf"));
    line->addWidget(m_verdictHeading, 1);
    line->addWidget(m_ask);
    return row;
}

QWidget *SummaryPane::reasonsHeadingRow()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::pad);
    line->addWidget(m_reasonsHeading, 1);
    line->addWidget(m_copyVerdict, 0, Qt::AlignTop);
    auto *key = new QShortcut(QKeySequence::Copy, m_verdicts, nullptr, nullptr, Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, m_copyVerdict, &CopyLink::copy);
    return row;
}

QWidget *SummaryPane::sentenceRow()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::pad);
    m_sentence->setSelectable(true);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    return row;
}

void SummaryPane::present(const Inspection &inspection, const Progress &progress)
{
    m_running = progress.stage != Stage::Done;
    const Target &was = m_inspection.evidence.target;
    const Target &now = inspection.evidence.target;
    const bool isAnother =
        was.input != now.input || was.host != now.host || was.address != now.address || was.port != now.port;
    m_inspection = inspection;
    m_banner->present(inspection, m_running);
    m_seenHeading->setVisible(!m_running && bogusWay(inspection.evidence));
    const QList<AnswerRow> answers = answersOf(inspection, m_running);
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        m_cards.at(i)->setVisible(i < answers.size());
        if (i < answers.size())
            m_cards.at(i)->present(answers.at(i));
    }
    if (!m_running)
        m_whatIf->present(inspection);
    if (isAnother) { // what was supposed of one server is not supposed of another
        m_whatIf->reset();
        m_asks = false;
    }
    arrangeWhatIf();
    presentRemarks();
}

/// A person opens or closes the form; the focus goes with it.
void SummaryPane::askWhatIf(bool asks)
{
    const bool had = m_whatIf->isAncestorOf(focusWidget());
    m_asks = asks;
    arrangeWhatIf();
    if (asks)
        m_whatIf->setFocus();
    else if (had)
        m_ask->setFocus();
}

void SummaryPane::arrangeWhatIf()
{
    const bool can = canBeJudgedAgain(m_inspection);
    const bool isOpen = m_asks && can && !m_running;
    m_ask->setEnabled(can && !m_running);
    m_ask->setToolTip(can ? QString()
                          : tr("Names, addresses and certificates were taken out of this file, so there is "
                               "nothing to judge again."));
    m_ask->setVisible(!isOpen);
    m_whatIf->setVisible(isOpen);
    suppose();
}

void SummaryPane::suppose()
{
    m_hypothetical.reset();
    if (m_asks && !m_running && !(m_whatIf->assumptions() == Assumptions{}))
        m_hypothetical = assume(m_inspection, m_whatIf->assumptions());
    presentVerdicts();
    presentSenders();
    presentHypothesis();
    presentSentence();
}

void SummaryPane::presentVerdicts()
{
    const bool first = m_model->rowCount() == 0;
    if (m_hypothetical)
        m_model->presentHypothetical(*m_hypothetical, m_inspection);
    else
        m_model->present(m_inspection, m_running);
    const bool any = m_model->rowCount() > 0;
    m_headingRow->setVisible(any);
    m_verdicts->setVisible(any);
    if (any && (first || !m_verdicts->currentIndex().isValid())) {
        int acting = 0;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->rows().at(row).policy == m_inspection.evidence.target.policy)
                acting = row;
        }
        m_verdicts->setCurrentIndex(m_model->index(acting, 0));
    }
    explain(m_verdicts->currentIndex().row());
}

/// While the session runs the next line may change everything.
void SummaryPane::presentSenders()
{
    if (m_running)
        m_senders->hide();
    else
        m_senders->present(m_inspection, m_hypothetical);
}

void SummaryPane::presentHypothesis()
{
    m_verdictHeading->setText(m_hypothetical ? tr("Who would deliver, if it were so")
                                             : tr("Who would deliver to this server"));
    m_hypothesis->present(m_inspection, m_hypothetical);
}

void SummaryPane::explain(int row)
{
    const QList<Verdict> &verdicts = shown().verdicts;
    const bool any =
        row >= 0 && row < m_model->rowCount() && row < verdicts.size() && !m_model->rows().at(row).waiting;
    m_reasonsCard->setVisible(any);
    if (!any)
        return;
    const Wording wording(Wording::Speech::Translated);
    const Verdict &verdict = verdicts.at(row);
    const QString name = wording.client(shown(), verdict);
    m_reasonsHeading->setText(m_hypothetical ? tr("Why it would be so: %1").arg(name)
                                             : tr("Why: %1").arg(name));
    m_reasonsText->setText(wording.policyDescription(verdict.policy));
    m_reasons->present(verdict.because, shown(), verdict.variant);
    m_copyVerdict->setToolTip(plainToolTip(verdictSentence()));
}

/// Of the verdict that is chosen; empty where none is.
QString SummaryPane::verdictSentence() const
{
    const int row = m_verdicts->currentIndex().row();
    if (row < 0 || row >= shown().verdicts.size() || m_model->rows().at(row).waiting)
        return {};
    const QString sentence = Wording(Wording::Speech::Translated).sentence(shown(), shown().verdicts.at(row));
    return m_hypothetical ? tr("Supposing that %1: %2").arg(supposedText(shown(), m_inspection), sentence)
                          : sentence;
}

QString SummaryPane::summarySentence() const
{
    const QString sentence = Wording(Wording::Speech::Translated).summary(shown());
    return m_hypothetical ? tr("Supposing that %1: %2").arg(supposedText(shown(), m_inspection), sentence)
                          : sentence;
}

void SummaryPane::presentSentence()
{
    const QString sentence = m_running ? QString() : summarySentence();
    m_sentenceRow->setVisible(!sentence.isEmpty());
    m_sentence->setText(tr("“%1”", "quoted sentence").arg(sentence));
}

void SummaryPane::presentRemarks()
{
    const QList<Finding> remarks = m_inspection.evidence.remarks + m_inspection.evidence.session.remarks;
    m_remarksHeading->setVisible(!remarks.isEmpty());
    m_remarksCard->setVisible(!remarks.isEmpty());
    m_remarks->present(remarks, m_inspection);
}

void SummaryPane::reveal(int index)
{
    if (index < 0) {
        m_scroll->ensureVisible(0, 0);
        m_scroll->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_verdicts->revealRow(index);
    m_scroll->ensureWidgetVisible(m_verdicts);
}

} // namespace mailseal
