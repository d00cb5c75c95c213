#include "widgets/plainlabel.h"

#include "style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>

namespace mailseal {

PlainLabel::PlainLabel(Kind kind, QWidget *parent)
    : QLabel(parent)
    , m_kind(kind)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setSelectable(false);
    dress();
}

void PlainLabel::setSelectable(bool selectable)
{
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const bool appearance = event->type() == QEvent::ApplicationPaletteChange ||
                            event->type() == QEvent::PaletteChange ||
                            event->type() == QEvent::ApplicationFontChange;
    if (appearance && !m_dressing)
        dress();
}

void PlainLabel::dress()
{
    m_dressing = true;
    QFont face =
        m_kind == Kind::Bytes ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QApplication::font();
    if (m_kind == Kind::Strong || m_kind == Kind::AnswerRow || m_kind == Kind::Heading)
        face.setBold(true);
    if (m_kind == Kind::AnswerRow || m_kind == Kind::Heading)
        face.setPointSizeF(QApplication::font().pointSizeF() * 1.15);
    setFont(face);
    QPalette colours; // names one role only, so that all others follow the appearance
    if (m_kind == Kind::Muted)
        colours.setColor(QPalette::WindowText, tints().mutedText);
    setPalette(colours);
    m_dressing = false;
}

} // namespace mailseal
