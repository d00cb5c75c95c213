#include "widgets/factgrid.h"

#include "style/theme.h"
#include "widgets/plainlabel.h"

#include <QGridLayout>

namespace mailseal {

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::pad);
    m_grid->setVerticalSpacing(metrics::gap - 2);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::present(const QList<DnsFact> &facts)
{
    if (facts == m_facts) // keeps what a person has marked
        return;
    m_facts = facts;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < facts.size(); ++row) {
        const DnsFact &fact = facts.at(row);
        auto *label = new PlainLabel(PlainLabel::Kind::Muted);
        label->setText(fact.label);
        label->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
        auto *value = new PlainLabel(fact.isBytes ? PlainLabel::Kind::Bytes : PlainLabel::Kind::Body);
        value->setText(fact.text);
        value->setSelectable(true);
        label->setBuddy(value);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
    }
}

} // namespace mailseal
