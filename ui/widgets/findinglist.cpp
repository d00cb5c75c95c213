#include "widgets/findinglist.h"

#include "findings/reproduce.h"
#include "models/proofs.h"
#include "widgets/badgemark.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"
#include "wording/wording.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QTimer>

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

void FindingList::present(const QList<Finding> &findings, const Inspection &inspection,
                          const std::optional<int> &judged)
{
    const QList<Finding> shown = findings.first(qMin(findings.size(), mostFindings));
    QList<Proof> places;
    QStringList commands;
    for (const Finding &finding : shown) {
        places.append(proofOf(finding, inspection, judged));
        commands.append(reproduction(finding, inspection, judged));
    }
    if (findings == m_findings && places == m_places && commands == m_commands)
        return;
    m_findings = findings;
    m_places = places;
    m_commands = commands;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < shown.size(); ++i)
        m_column->addWidget(rowFor(shown.at(i), places.at(i), commands.at(i)));
    if (findings.size() > mostFindings) {
        auto *more = new PlainLabel(PlainLabel::Kind::Muted);
        more->setText(tr("… and %n more", "findings", static_cast<int>(findings.size() - mostFindings)));
        m_column->addWidget(more);
    }
}

QWidget *FindingList::rowFor(const Finding &finding, const Proof &proof, const QString &command)
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
    if (!command.isEmpty())
        grid->addWidget(commandRow(command), 2, 1);
    if (m_proofs == Proofs::Hidden || !hasProof(proof))
        return row;
    auto *link = new LinkButton;
    link->setText(proofText(proof));
    grid->addWidget(link, 0, 2, Qt::AlignTop);
    connect(link, &LinkButton::clicked, this, [this, proof] { Q_EMIT proofRequested(proof); });
    return row;
}

/// The line that shows the same with public tools. Selectable, so that a part can be taken as well.
QWidget *FindingList::commandRow(const QString &command)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::gap);
    auto *text = new PlainLabel(PlainLabel::Kind::Bytes);
    text->setText(command);
    text->setSelectable(true);
    text->setAccessibleName(tr("Command that shows the same"));
    auto *copy = new LinkButton;
    copy->setText(tr("Copy command"));
    line->addWidget(text, 1);
    line->addWidget(copy, 0, Qt::AlignTop);
    connect(copy, &LinkButton::clicked, copy, [copy, command] {
        QApplication::clipboard()->setText(command);
        copy->setText(tr("Copied"));
        constexpr int told = 1500;
        QTimer::singleShot(told, copy, [copy] { copy->setText(tr("Copy command")); });
    });
    return row;
}

} // namespace mailseal
