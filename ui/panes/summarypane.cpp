#include "panes/summarypane.h"

#include "models/answers.h"
#include "models/proofs.h"
#include "models/verdictmodel.h"
#include "panes/answercard.h"
#include "panes/cardrow.h"
#include "panes/facttable.h"
#include "panes/failurebanner.h"
#include "panes/findinglist.h"
#include "panes/linkbutton.h"
#include "panes/plainlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTimer>
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
    , m_scroll(new QScrollArea)
    , m_banner(new FailureBanner)
    , m_verdictHeading(new PlainLabel(PlainLabel::Kind::Heading))
    , m_verdicts(new FactTable(FactTable::Height::Contents))
    , m_reasonsHeading(new PlainLabel(PlainLabel::Kind::Strong))
    , m_reasonsText(new PlainLabel(PlainLabel::Kind::Muted))
    , m_reasons(new FindingList)
    , m_sentence(new PlainLabel(PlainLabel::Kind::Muted))
    , m_copy(new LinkButton)
    , m_remarksHeading(new PlainLabel(PlainLabel::Kind::Heading))
    , m_remarks(new FindingList)
{
    auto *page = new QWidget;
    build(page);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);

    connect(m_banner, &FailureBanner::proofRequested, this, &Pane::proofRequested);
    connect(m_reasons, &FindingList::proofRequested, this, &Pane::proofRequested);
    connect(m_remarks, &FindingList::proofRequested, this, &Pane::proofRequested);
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
    column->setContentsMargins(metrics::pageMargin, metrics::pageMargin - 4, metrics::pageMargin,
                               metrics::pageMargin);
    column->setSpacing(metrics::pad);
    column->addWidget(m_banner);
    auto *row = new CardRow;
    for (int i = 0; i < cards; ++i) {
        auto *card = new AnswerCard;
        connect(card, &AnswerCard::proofRequested, this, &Pane::proofRequested);
        row->addWidget(card);
        m_cards.append(card);
    }
    column->addLayout(row);
    column->addSpacing(metrics::gap);
    m_verdictHeading->setText(tr("Who would deliver to this server"));
    column->addWidget(m_verdictHeading);
    m_verdicts->setModel(m_model);
    m_verdicts->setWideColumn(VerdictModel::Fact);
    m_verdicts->setDispensableColumn(VerdictModel::Source);
    m_verdicts->setAccessibleName(tr("Who would deliver to this server"));
    column->addWidget(m_verdicts);
    m_reasonsCard = cardAround({m_reasonsHeading, m_reasonsText, m_reasons});
    column->addWidget(m_reasonsCard);
    m_sentenceRow = sentenceRow();
    column->addWidget(m_sentenceRow);
    m_remarksHeading->setText(tr("Remarks"));
    column->addWidget(m_remarksHeading);
    m_remarksCard = cardAround({m_remarks});
    column->addWidget(m_remarksCard);
    column->addStretch(1);
}

QWidget *SummaryPane::sentenceRow()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::pad);
    m_sentence->setSelectable(true);
    m_copy->setText(tr("Copy sentence"));
    line->addWidget(m_sentence, 1);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &LinkButton::clicked, this, &SummaryPane::copySentence);
    return row;
}

void SummaryPane::present(const Inspection &inspection, const Progress &progress)
{
    m_running = progress.stage != Stage::Done;
    m_inspection = inspection;
    m_banner->present(inspection, m_running);
    const QList<AnswerRow> answers = answersOf(inspection, m_running);
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        m_cards.at(i)->setVisible(i < answers.size());
        if (i < answers.size())
            m_cards.at(i)->present(answers.at(i));
    }
    presentVerdicts(m_running);
    presentSentence(m_running);
    presentRemarks();
}

void SummaryPane::presentVerdicts(bool running)
{
    const bool first = m_model->rowCount() == 0;
    m_model->present(m_inspection, running);
    const bool any = m_model->rowCount() > 0;
    m_verdictHeading->setVisible(any);
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

void SummaryPane::explain(int row)
{
    const bool any = row >= 0 && row < m_model->rowCount() && row < m_inspection.verdicts.size() &&
                     !m_model->rows().at(row).waiting;
    m_reasonsCard->setVisible(any);
    if (!any)
        return;
    const Wording wording(Wording::Speech::Translated);
    const Verdict &verdict = m_inspection.verdicts.at(row);
    m_reasonsHeading->setText(tr("Why: %1").arg(wording.policyName(verdict.policy)));
    m_reasonsText->setText(wording.policyDescription(verdict.policy));
    m_reasons->present(verdict.because, m_inspection);
}

void SummaryPane::presentSentence(bool running)
{
    const QString sentence = running ? QString() : Wording(Wording::Speech::Translated).summary(m_inspection);
    m_sentenceRow->setVisible(!sentence.isEmpty());
    m_sentence->setText(tr("“%1”", "quoted sentence").arg(sentence));
}

void SummaryPane::copySentence()
{
    QApplication::clipboard()->setText(Wording(Wording::Speech::Translated).summary(m_inspection));
    m_copy->setText(tr("Copied"));
    constexpr int told = 1500;
    QTimer::singleShot(told, m_copy, [this] { m_copy->setText(tr("Copy sentence")); });
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
