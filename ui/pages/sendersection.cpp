#include "pages/sendersection.h"

#include "models/sendermodel.h"
#include "style/theme.h"
#include "widgets/facttable.h"
#include "widgets/plainlabel.h"
#include "wording/wordingtext.h"

#include <QLocale>
#include <QVBoxLayout>

namespace mailseal {

SenderSection::SenderSection(QWidget *parent)
    : QWidget(parent)
    , m_model(new SenderModel(this))
    , m_heading(new PlainLabel(PlainLabel::Kind::Heading))
    , m_table(new FactTable(FactTable::Height::Contents))
    , m_sources(new PlainLabel(PlainLabel::Kind::Muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::gap, 0, 0);
    column->setSpacing(metrics::gap);
    m_table->setModel(m_model);
    m_table->setWideColumn(SenderModel::Reason);
    m_table->setAccessibleName(tr("Would a well-known sender deliver?"));
    m_sources->setSelectable(true);
    m_sources->setAccessibleName(tr("Sources"));
    column->addWidget(m_heading);
    column->addWidget(m_table);
    column->addWidget(m_sources);
    connect(m_table, &FactTable::currentRowChanged, this, &SenderSection::explain);
    hide();
}

void SenderSection::present(const Inspection &real, const std::optional<Inspection> &hypothetical)
{
    m_model->present(hypothetical ? *hypothetical : real, real);
    const bool any = m_model->rowCount() > 0;
    setVisible(any);
    if (!any)
        return;
    m_heading->setText(hypothetical ? tr("Would a well-known sender deliver, if it were so?")
                                    : tr("Would a well-known sender deliver?"));
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    explain(m_table->currentIndex().row());
}

/// The words of a source stay in its language.
void SenderSection::explain(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const SenderRow &sender = m_model->rows().at(row);
    QStringList lines{tr("What is known of %1:").arg(sender.name)};
    for (const SenderSource &source : sender.sources) {
        lines.append(tr("“%1” — %2, %3", "what a source says, where, date")
                         .arg(source.says, source.where, localDay(source.date)));
    }
    m_sources->setText(lines.join(u'\n'));
}

} // namespace mailseal
