#include "pages/namespane.h"

#include "models/namesmodel.h"
#include "pages/variantchoice.h"
#include "style/theme.h"
#include "widgets/answerline.h"
#include "widgets/facttable.h"
#include "widgets/pageorempty.h"
#include "widgets/plainlabel.h"
#include "wire/escape.h"

#include <QVBoxLayout>

namespace mailseal {

NamesPane::NamesPane(QWidget *parent)
    : Pane(parent)
    , m_choice(new VariantChoice)
    , m_references(new ReferenceModel(this))
    , m_model(new NamesModel(this))
    , m_content(new PageOrEmpty)
    , m_answer(new AnswerLine)
    , m_referenceTable(new FactTable(FactTable::Height::Contents))
    , m_table(new FactTable(FactTable::Height::Window))
{
    m_referenceTable->setModel(m_references);
    m_referenceTable->setWideColumn(ReferenceModel::Source);
    m_referenceTable->setAccessibleName(tr("Names looked for"));
    m_table->setModel(m_model);
    m_table->setWideColumn(NamesModel::Reason);
    m_table->setDispensableColumn(NamesModel::Kind);
    m_table->setAccessibleName(tr("Every name in the certificate"));
    auto *heading = new PlainLabel(PlainLabel::Kind::Heading);
    heading->setText(tr("Every name in the certificate"));

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::pad);
    column->addWidget(m_answer);
    column->addWidget(m_referenceTable);
    column->addSpacing(metrics::gap);
    column->addWidget(heading);
    column->addWidget(m_table, 1);
    column->addStretch(0);
    m_content->setPage(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(metrics::aroundPage);
    whole->setSpacing(metrics::pad);
    whole->addWidget(m_choice);
    whole->addWidget(m_content, 1);

    connect(m_choice, &VariantChoice::chosen, this, &NamesPane::showChosen);
    connect(m_table, &FactTable::proofActivated, this, [this] {
        Q_EMIT proofRequested({Proof::Page::Certificates, 0, m_choice->variant()});
    });
}

void NamesPane::present(const Inspection &inspection, const Progress &progress)
{
    m_inspection = inspection;
    m_running = progress.stage != Stage::Done;
    m_choice->present(inspection);
    showChosen();
}

void NamesPane::showChosen()
{
    const auto names = m_choice->shown(m_inspection).names;
    if (!names) {
        m_content->showEmpty(m_running ? tr("The certificate has not come yet.")
                                       : tr("There is no certificate whose names could be compared."));
        return;
    }
    m_content->showPage();
    m_references->present(*names);
    m_model->present(*names);
    const QString reference =
        names->reference.isEmpty() ? QString() : escapeBytes(names->reference.first().name.toUtf8());
    if (!names->matches) {
        m_answer->present(Badge::NotApplicable, tr("There is no name to look for."));
    } else if (*names->matches) {
        m_answer->present(Badge::Satisfied,
                          tr("The certificate is for %1: %2 matches.").arg(reference, names->matchedBy));
    } else {
        m_answer->present(Badge::Violated,
                          tr("The certificate is not for %1: none of its names matches.").arg(reference));
    }
}

void NamesPane::chooseVariant(std::optional<int> variant) { m_choice->choose(variant); }

void NamesPane::reveal(int index) { m_table->revealRow(qMax(0, index)); }

int NamesPane::problemCount() const
{
    const auto &names = m_inspection.names;
    return names && names->matches && !*names->matches ? 1 : 0;
}

} // namespace mailseal
