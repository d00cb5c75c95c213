#include "widgets/answerline.h"

#include "widgets/badgemark.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>

namespace mailseal {

AnswerLine::AnswerLine(QWidget *parent)
    : QWidget(parent)
    , m_badge(new BadgeMark)
    , m_sentence(new PlainLabel(PlainLabel::Kind::Body))
{
    m_sentence->setSelectable(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(m_badge, 0, Qt::AlignTop);
    row->addWidget(m_sentence, 1);
    // Wrapped text needs its whole height; a layout around it would otherwise take some away.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AnswerLine::present(Badge badge, const QString &sentence)
{
    m_badge->setBadge(badge);
    m_sentence->setText(sentence);
}

} // namespace mailseal
