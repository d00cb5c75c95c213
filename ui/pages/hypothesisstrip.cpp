#include "pages/hypothesisstrip.h"

#include "inspector/rejudge.h"
#include "models/whatif.h"
#include "style/theme.h"
#include "widgets/badgemark.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>

namespace mailseal {

HypothesisStrip::HypothesisStrip(QWidget *parent)
    : Card(parent)
    , m_text(new PlainLabel(PlainLabel::Kind::Body))
{
    setFill(Card::Fill::Warn);
    auto *mark = new BadgeMark;
    mark->setBadge(Badge::Warned);
    auto *reset = new LinkButton;
    reset->setText(tr("Reset"));
    m_text->setSelectable(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(metrics::pad + 2, metrics::gap, metrics::pad + 2, metrics::gap);
    line->setSpacing(metrics::gap);
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    line->addWidget(reset, 0, Qt::AlignTop);
    connect(reset, &LinkButton::clicked, this, &HypothesisStrip::resetRequested);
    hide();
}

void HypothesisStrip::present(const Inspection &seen, const std::optional<Inspection> &hypothetical)
{
    setVisible(hypothetical.has_value());
    if (!hypothetical)
        return;
    const auto changes = static_cast<int>(changesBetween(seen, *hypothetical).size());
    m_text->setText(
        tr("Hypothetical, not what was seen: suppose that %1.").arg(supposedText(*hypothetical, seen)) +
        u' ' +
        (changes == 0 ? tr("No verdict would be another.")
                      : tr("%n verdict(s) would be another.", nullptr, changes)));
}

} // namespace mailseal
