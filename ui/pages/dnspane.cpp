#include "pages/dnspane.h"

#include "models/dnsmodel.h"
#include "models/policymodel.h"
#include "models/proofs.h"
#include "models/tlsamodel.h"
#include "style/theme.h"
#include "widgets/answerline.h"
#include "widgets/factgrid.h"
#include "widgets/facttable.h"
#include "widgets/findinglist.h"
#include "widgets/pageorempty.h"
#include "widgets/pagescroll.h"
#include "widgets/plainlabel.h"
#include "wording/wording.h"

#include <QVBoxLayout>

namespace mailseal {

namespace {

/// What is said at its line in the policy is not said once more above it.
QList<Finding> withoutLine(const QList<Finding> &problems, int lines)
{
    QList<Finding> whole;
    for (const Finding &problem : problems) {
        if (!problem.line || *problem.line > lines)
            whole.append(problem);
    }
    return whole;
}

QString sentenceOf(const Assessment &answer, const Inspection &inspection)
{
    return Wording(Wording::Speech::Translated).answer(answer, inspection).word;
}

QString emptyText(const Inspection &inspection, bool running)
{
    if (running)
        return DnsPane::tr("The DNS has not answered yet.");
    return inspection.evidence.target.domain.isEmpty()
               ? DnsPane::tr(
                     "No domain was asked for, and nothing had to be looked up for this server. Inspect "
                     "the domain, the part of a mail address behind the @, to see its MX records, DANE "
                     "and MTA-STS.")
               : DnsPane::tr("Nothing was looked up.");
}

} // namespace

DnsPane::DnsPane(QWidget *parent)
    : Pane(parent)
    , m_content(new PageOrEmpty)
    , m_scroll(new PageScroll)
    , m_resolver(new AnswerLine)
    , m_noDomain(new PlainLabel(PlainLabel::Kind::Muted))
    , m_lookups(new DnsModel(this))
    , m_lookupTable(new FactTable(FactTable::Height::Contents))
    , m_records(new TlsaModel(this))
    , m_recordTable(new FactTable(FactTable::Height::Contents))
    , m_tlsaProblems(new FindingList)
    , m_policyFacts(new FactGrid)
    , m_stsProblems(new FindingList(FindingList::Proofs::Hidden))
    , m_policy(new PolicyModel(this))
    , m_policyTable(new FactTable(FactTable::Height::Contents))
    , m_reportProblems(new FindingList(FindingList::Proofs::Hidden))
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(metrics::aroundPage);
    column->setSpacing(metrics::pad);
    build(column);
    buildPolicy(column);
    column->addStretch(1);
    m_scroll->setWidget(page);
    m_content->setEmptyMargins(metrics::aroundPage);
    m_content->setPage(m_scroll);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);

    connect(m_recordTable, &FactTable::proofActivated, this, [this](int row) {
        const Proof proof = m_records->proofAt(row);
        if (hasProof(proof))
            Q_EMIT proofRequested(proof);
    });
    connect(m_tlsaProblems, &FindingList::proofRequested, this, &Pane::proofRequested);
}

DnsPane::Section DnsPane::makeSection(QVBoxLayout *page, const QString &heading)
{
    Section section;
    section.whole = new QWidget;
    section.column = new QVBoxLayout(section.whole);
    section.column->setContentsMargins(0, metrics::gap, 0, 0);
    section.column->setSpacing(metrics::gap);
    auto *title = new PlainLabel(PlainLabel::Kind::Heading);
    title->setText(heading);
    section.column->addWidget(title);
    section.answer = new AnswerLine;
    section.column->addWidget(section.answer);
    page->addWidget(section.whole);
    return section;
}

void DnsPane::build(QVBoxLayout *page)
{
    page->addWidget(m_resolver);
    m_lookupTable->setModel(m_lookups);
    m_lookupTable->setWideColumn(DnsModel::Record);
    m_lookupTable->setDispensableColumn(DnsModel::Type);
    m_lookupTable->setAccessibleName(tr("Every question with its answer"));
    page->addWidget(m_lookupTable);
    m_noDomain->setText(
        tr("No domain was asked for: MX, MTA-STS and reports belong to a mail domain. Inspect the "
           "domain, the part of a mail address behind the @."));
    page->addWidget(m_noDomain);

    m_tlsa = makeSection(page, tr("TLSA records against the certificates"));
    m_recordTable->setModel(m_records);
    m_recordTable->setWideColumn(TlsaModel::Record);
    m_recordTable->setDispensableColumn(TlsaModel::Meaning);
    m_recordTable->setAccessibleName(tr("TLSA records against the certificates"));
    m_tlsa.column->addWidget(m_recordTable);
    m_tlsa.column->addWidget(m_tlsaProblems);
}

void DnsPane::buildPolicy(QVBoxLayout *page)
{
    m_sts = makeSection(page, QStringLiteral("MTA-STS"));
    m_policyTable->setModel(m_policy);
    m_policyTable->setWideColumn(PolicyModel::Text);
    m_policyTable->setAccessibleName(tr("The policy as it was served"));
    m_sts.column->addWidget(m_policyFacts);
    m_sts.column->addWidget(m_stsProblems);
    m_sts.column->addWidget(m_policyTable);

    m_reports = makeSection(page, tr("TLS reports (TLS-RPT)"));
    m_reports.column->addWidget(m_reportProblems);
}

void DnsPane::show(const Section &section, const std::optional<Assessment> &answer,
                   const Inspection &inspection)
{
    section.whole->setVisible(answer.has_value());
    if (answer)
        section.answer->present(badgeOf(answer->tone), sentenceOf(*answer, inspection));
}

void DnsPane::present(const Inspection &inspection, const Progress &progress)
{
    const bool any = inspection.evidence.dns.has_value();
    m_problems = any ? dnsProblemCount(inspection) : 0;
    if (!any) {
        m_content->showEmpty(emptyText(inspection, progress.stage != Stage::Done));
        return;
    }
    m_content->showPage();
    const Assessment resolver = resolverAnswer(inspection);
    m_resolver->present(badgeOf(resolver.tone), sentenceOf(resolver, inspection));
    m_lookups->present(inspection);
    m_lookupTable->setVisible(m_lookups->rowCount() > 0);
    m_noDomain->setVisible(inspection.evidence.target.domain.isEmpty());
    presentTlsa(inspection);
    presentPolicy(inspection);
    presentReports(inspection);
}

void DnsPane::presentTlsa(const Inspection &inspection)
{
    show(m_tlsa, tlsaAnswer(inspection), inspection);
    m_records->present(inspection);
    m_recordTable->setVisible(m_records->rowCount() > 0);
    const QList<Finding> problems = inspection.dane ? inspection.dane->problems : QList<Finding>();
    m_tlsaProblems->setVisible(!problems.isEmpty());
    m_tlsaProblems->present(problems, inspection);
}

void DnsPane::presentPolicy(const Inspection &inspection)
{
    show(m_sts, stsAnswer(inspection), inspection);
    m_policy->present(inspection);
    m_policyTable->setVisible(m_policy->rowCount() > 0);
    const QList<DnsFact> facts = policyFacts(inspection);
    m_policyFacts->setVisible(!facts.isEmpty());
    m_policyFacts->present(facts);
    const QList<Finding> problems =
        withoutLine(inspection.sts ? inspection.sts->problems : QList<Finding>(), m_policy->rowCount());
    m_stsProblems->setVisible(!problems.isEmpty());
    m_stsProblems->present(problems, inspection);
}

void DnsPane::presentReports(const Inspection &inspection)
{
    show(m_reports, tlsRptAnswer(inspection), inspection);
    const QList<Finding> problems = inspection.tlsRpt ? inspection.tlsRpt->problems : QList<Finding>();
    m_reportProblems->setVisible(!problems.isEmpty());
    m_reportProblems->present(problems, inspection);
}

/// The tables are as high as their rows: the page scrolls.
void DnsPane::revealRow(FactTable *table, int row)
{
    const QModelIndex at = table->model()->index(row, 0);
    if (!at.isValid())
        return;
    table->revealRow(row);
    const QRect cell = table->visualRect(at);
    const QPoint middle = table->viewport()->mapTo(m_scroll->widget(), cell.center());
    m_scroll->ensureVisible(middle.x(), middle.y(), 0, cell.height() + metrics::rowHeight);
}

void DnsPane::reveal(int index)
{
    if (index < 0 || m_content->isEmpty()) {
        m_scroll->ensureVisible(0, 0);
        m_scroll->setFocus(Qt::OtherFocusReason);
        return;
    }
    const DnsSpot spot = spotOf(index);
    QWidget *part = nullptr;
    switch (spot.place) {
    case DnsPlace::Mx:
    case DnsPlace::Addresses:
    case DnsPlace::StsRecord:
        revealRow(m_lookupTable, m_lookups->rowOf(spot.place));
        return;
    case DnsPlace::Tlsa:
        if (m_records->rowCount() == 0)
            revealRow(m_lookupTable, m_lookups->rowOf(spot.place));
        else
            revealRow(m_recordTable, qMin(spot.row, m_records->rowCount() - 1));
        return;
    case DnsPlace::StsPolicy:
        if (spot.row > 0 && m_policy->rowCount() > 0) {
            revealRow(m_policyTable, qMin(spot.row, m_policy->rowCount()) - 1);
            return;
        }
        part = m_sts.whole;
        break;
    case DnsPlace::TlsRpt:
        part = m_reports.whole;
        break;
    }
    m_scroll->ensureWidgetVisible(part);
    m_scroll->setFocus(Qt::OtherFocusReason);
}

} // namespace mailseal
