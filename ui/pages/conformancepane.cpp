#include "pages/conformancepane.h"

#include "models/conformancemodel.h"
#include "style/theme.h"
#include "widgets/facttable.h"
#include "widgets/pageorempty.h"
#include "widgets/plainlabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace mailseal {

ConformancePane::ConformancePane(QWidget *parent)
    : Pane(parent)
    , m_model(new ConformanceModel(this))
    , m_content(new PageOrEmpty)
    , m_table(new FactTable(FactTable::Height::Window))
{
    m_table->setModel(m_model);
    m_table->setWideColumn(ConformanceModel::Text);
    m_table->setDispensableColumn(ConformanceModel::Clause);
    m_table->setAccessibleName(tr("RFC 3207 as this session shows it"));
    auto *heading = new PlainLabel(PlainLabel::Kind::Heading);
    heading->setText(tr("RFC 3207 as this session shows it"));

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::pad);
    column->addWidget(heading);
    column->addWidget(m_table, 1);
    column->addStretch(0);
    m_content->setPage(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(metrics::aroundPage);
    whole->addWidget(m_content);

    connect(m_table, &FactTable::proofActivated, this, [this](int row) {
        const Proof proof = m_model->proofAt(row);
        if (proof.index >= 0)
            Q_EMIT proofRequested(proof);
    });
}

void ConformancePane::present(const Inspection &inspection, const Progress &progress)
{
    const bool running = progress.stage != Stage::Done;
    m_model->present(inspection.conformance, running);
    if (m_model->rowCount() > 0)
        m_content->showPage();
    else
        m_content->showEmpty(running ? tr("The conversation has not come far enough yet.")
                                     : tr("There was no conversation to judge."));
}

void ConformancePane::reveal(int index) { m_table->revealRow(qMax(0, index)); }

int ConformancePane::problemCount() const
{
    return static_cast<int>(
        std::count_if(m_model->rows().cbegin(), m_model->rows().cend(),
                      [](const CheckRow &row) { return row.check.standing == Standing::Violated; }));
}

} // namespace mailseal
