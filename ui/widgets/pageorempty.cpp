#include "widgets/pageorempty.h"

#include "widgets/plainlabel.h"

namespace mailseal {

PageOrEmpty::PageOrEmpty(QWidget *parent)
    : QStackedWidget(parent)
    , m_why(new PlainLabel(PlainLabel::Kind::Muted))
{
    m_why->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    addWidget(m_why);
}

void PageOrEmpty::showEmpty(const QString &why)
{
    m_why->setText(why);
    setCurrentIndex(0);
}

void PageOrEmpty::setEmptyMargins(const QMargins &margins) { m_why->setContentsMargins(margins); }

} // namespace mailseal
