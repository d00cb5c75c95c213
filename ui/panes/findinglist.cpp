#include "panes/findinglist.h"

#include "models/proofs.h"
#include "panes/badgemark.h"
#include "panes/linkbutton.h"
#include "panes/plainlabel.h"
#include "report/wording.h"

#include <QGridLayout>

namespace mailseal {

namespace {

constexpr qsizetype mostFindings = 40;

} // namespace

FindingList::FindingList(Proofs proofs, QWidget *parent)
    : QWidget(parent)
    , m_proofs(proofs)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::gap);
}

void FindingList::present(const QList<Finding> &findings, const Inspection &inspection)
{
    const Transcript &transcript = inspection.evidence.session.transcript;
    if (findings == m_findings && transcript == m_transcript)
        return;
    m_findings = findings;
    m_transcript = transcript;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Finding &finding : findings.first(qMin(findings.size(), mostFindings)))
        m_column->addWidget(rowFor(finding, inspection));
    if (findings.size() > mostFindings) {
        auto *more = new PlainLabel(PlainLabel::Kind::Muted);
        more->setText(tr("… and %n more", "findings", static_cast<int>(findings.size() - mostFindings)));
        m_column->addWidget(more);
    }
}

QWidget *FindingList::rowFor(const Finding &finding, const Inspection &inspection)
{
    const Wording wording(Wording::Speech::Translated);
    auto *row = new QWidget;
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::gap);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);

    auto *mark = new BadgeMark;
    mark->setBadge(badgeOf(finding.severity));
    grid->addWidget(mark, 0, 0, Qt::AlignTop);
    auto *text = new PlainLabel(PlainLabel::Kind::Body);
    text->setText(
        tr("%1: %2", "severity, sentence").arg(wording.severity(finding.severity), wording.finding(finding)));
    text->setSelectable(true);
    grid->addWidget(text, 0, 1, Qt::AlignTop);
    const QString advice = wording.advice(finding);
    if (!advice.isEmpty()) {
        auto *next = new PlainLabel(PlainLabel::Kind::Muted);
        next->setText(advice);
        next->setSelectable(true);
        grid->addWidget(next, 1, 1);
    }
    const Proof proof = proofOf(finding, inspection);
    if (m_proofs == Proofs::Hidden || !hasProof(proof))
        return row;
    auto *link = new LinkButton;
    link->setText(proofText(proof));
    grid->addWidget(link, 0, 2, Qt::AlignTop);
    connect(link, &LinkButton::clicked, this, [this, proof] { Q_EMIT proofRequested(proof); });
    return row;
}

} // namespace mailseal
