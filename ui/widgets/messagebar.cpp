#include "widgets/messagebar.h"

#include "style/theme.h"
#include "widgets/badgemark.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace mailseal {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_badge(new BadgeMark)
    , m_text(new PlainLabel(PlainLabel::Kind::Body))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pad, metrics::gap, metrics::pad, metrics::gap + 1);
    row->setSpacing(metrics::gap);
    row->addWidget(m_badge, 0, Qt::AlignTop);
    m_text->setSelectable(true);
    row->addWidget(m_text, 1);
    auto *dismiss = new LinkButton;
    dismiss->setText(tr("Dismiss"));
    connect(dismiss, &LinkButton::clicked, this, &QWidget::hide);
    row->addWidget(dismiss, 0, Qt::AlignTop);
    hide();
}

void MessageBar::say(Kind kind, const QString &text)
{
    m_kind = kind;
    m_badge->setBadge(kind == Kind::Problem ? Badge::Warned : Badge::Satisfied);
    m_text->setText(text);
    show();
    update();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_kind == Kind::Problem ? tints().warnFill : tints().goodFill);
    painter.fillRect(0, height() - 1, width(), 1, tints().line);
}

} // namespace mailseal
