#include "pages/variantchoice.h"

#include "style/theme.h"
#include "widgets/plainlabel.h"
#include "wording/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace mailseal {

VariantChoice::VariantChoice(QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox)
{
    auto *label = new PlainLabel(PlainLabel::Kind::Muted);
    label->setText(tr("This server has more than one answer. Shown is the one"));
    label->setWordWrap(false);
    m_box->setAccessibleName(tr("Which certificate is shown"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(label);
    row->addWidget(m_box);
    row->addStretch(1);
    connect(m_box, &QComboBox::currentIndexChanged, this, &VariantChoice::chosen);
    hide();
}

void VariantChoice::present(const Inspection &inspection)
{
    const Wording wording(Wording::Speech::Translated);
    const auto &tls = inspection.evidence.session.tls;
    QStringList kinds{tls && tls->serverName.isEmpty() ? tr("of the main connection") : tr("with SNI")};
    if (inspection.variants.size() == inspection.evidence.variants.size()) { // else they are not judged yet
        for (const VariantEvidence &variant : inspection.evidence.variants)
            kinds.append(wording.variantKind(variant));
    }
    setVisible(kinds.size() > 1);
    QStringList known;
    for (int i = 0; i < m_box->count(); ++i)
        known.append(m_box->itemText(i));
    if (known == kinds)
        return;
    const QSignalBlocker quiet(m_box); // whoever presents goes on to show
    m_box->clear();
    m_box->addItems(kinds);
}

void VariantChoice::choose(std::optional<int> variant)
{
    const int row = variant ? *variant + 1 : 0;
    if (row < m_box->count())
        m_box->setCurrentIndex(row);
}

std::optional<int> VariantChoice::variant() const
{
    return m_box->currentIndex() > 0 ? std::optional(m_box->currentIndex() - 1) : std::nullopt;
}

Inspection VariantChoice::shown(const Inspection &inspection) const
{
    const auto chosen = variant();
    return chosen ? inVariant(inspection, *chosen) : inspection;
}

} // namespace mailseal
