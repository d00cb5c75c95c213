#include "style/quietstyle.h"

#include "style/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace mailseal {

namespace {

constexpr qreal radius = 5;
constexpr int inside = 8; ///< above and below the text of a control
constexpr int beside = 6; ///< the text, more than Fusion leaves
constexpr int scrollBar = 12;

QColor edgeColour(const QStyleOption &option)
{
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Enabled))
        return tints().accent;
    return isDark() ? tints().line.lighter(125) : option.palette.color(QPalette::Dark);
}

void drawSurface(QPainter &painter, const QStyleOption &option, const QColor &fill, const QColor &edge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

QColor shaded(const QColor &colour, const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return colour;
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        return isDark() ? colour.lighter(135) : colour.darker(109);
    if (option.state.testFlag(QStyle::State_MouseOver))
        return isDark() ? colour.lighter(118) : colour.darker(103);
    return colour;
}

/// Empty, checked or in between.
void drawCheckBox(QPainter &painter, const QStyleOption &option)
{
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor fill = isOn && isEnabled ? tints().accent : option.palette.color(QPalette::Base);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isOn && isEnabled ? fill : edgeColour(option), 1));
    painter.setBrush(fill);
    constexpr qreal corner = 3;
    painter.drawRoundedRect(box, corner, corner);
    if (isOn) {
        const auto at = [&](qreal x, qreal y) {
            return box.topLeft() + QPointF(box.width() * x, box.height() * y);
        };
        const QPalette::ColorRole ink = isEnabled ? QPalette::HighlightedText : QPalette::Text;
        painter.setPen(QPen(option.palette.color(ink), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(option.state.testFlag(QStyle::State_NoChange)
                                 ? QPolygonF({at(0.25, 0.5), at(0.75, 0.5)})
                                 : QPolygonF({at(0.24, 0.52), at(0.43, 0.72), at(0.77, 0.3)}));
    }
    painter.restore();
}

bool isDefaultButton(const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton) &&
           option.state.testFlag(QStyle::State_Enabled);
}

void drawButton(QPainter &painter, const QStyleOption &option)
{
    if (isDefaultButton(option)) {
        // Filled like this, the accent at the edge would not show where the keyboard is.
        const bool focus = option.state.testFlag(QStyle::State_HasFocus);
        const QColor fill = shaded(tints().accent, option);
        drawSurface(painter, option, fill, focus ? option.palette.color(QPalette::Text) : fill);
    } else {
        drawSurface(painter, option, shaded(option.palette.color(QPalette::Button), option),
                    edgeColour(option));
    }
}

/// A quiet scroll bar: the slider alone, no arrows.
void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    if (option.minimum == option.maximum)
        return;
    const bool pressed = option.state.testFlag(QStyle::State_Sunken);
    const bool under = option.state.testFlag(QStyle::State_MouseOver);
    QColor fill = tints().neutral;
    fill.setAlphaF(pressed ? 0.7F : under ? 0.55F : 0.35F);
    constexpr int margin = 3;
    const QRectF bar = QRectF(slider).adjusted(margin, margin, -margin, -margin);
    const qreal round = qMin(bar.width(), bar.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(bar, round, round);
    painter.restore();
}

void drawChevron(QPainter &painter, const QStyleOption &option, const QRect &rect, bool up = false)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto group = option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    painter.setPen(QPen(option.palette.color(group, QPalette::ButtonText), 1.5, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    const QPointF centre = QRectF(rect).center();
    constexpr qreal wide = 4;
    const qreal high = up ? -2 : 2;
    painter.drawPolyline(QPolygonF(
        {centre + QPointF(-wide, -high), centre + QPointF(0, high), centre + QPointF(wide, -high)}));
    painter.restore();
}

/// Without arrows the groove is the whole bar, and the slider stands in it by the share that is seen.
QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    constexpr int shortest = 28;
    const bool lies = bar.orientation == Qt::Horizontal;
    const int length = lies ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int share = static_cast<int>(qint64(length) * bar.pageStep / qMax<qint64>(1, range + bar.pageStep));
    const int slider = range > 0 ? qBound(qMin(shortest, length), share, length) : length;
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect =
            lies ? QRect(from, 0, size, bar.rect.height()) : QRect(0, from, bar.rect.width(), size);
        return QStyle::visualRect(bar.direction, bar.rect, rect);
    };
    if (part == QStyle::SC_ScrollBarSlider)
        return piece(start, slider);
    if (part == QStyle::SC_ScrollBarSubPage)
        return piece(0, start);
    if (part == QStyle::SC_ScrollBarAddPage)
        return piece(start + slider, length - start - slider);
    return part == QStyle::SC_ScrollBarGroove ? piece(0, length) : QRect();
}

} // namespace

QuietStyle::QuietStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_PanelButtonCommand) {
        drawButton(*painter, *option);
    } else if (element == PE_FrameLineEdit) {
        drawSurface(*painter, *option, Qt::transparent, edgeColour(*option));
    } else if (element == PE_PanelLineEdit) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawSurface(*painter, *option, option->palette.color(QPalette::Base), edgeColour(*option));
    } else if (element == PE_IndicatorCheckBox) {
        drawCheckBox(*painter, *option);
    } else if (element == PE_FrameStatusBarItem) {
        return;
    } else if (element == PE_PanelStatusBar) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(tints().line);
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_PushButtonLabel && isDefaultButton(*option)) {
        QStyleOptionButton label = *qstyleoption_cast<const QStyleOptionButton *>(option);
        label.palette.setColor(QPalette::ButtonText, label.palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &label, painter, widget);
    } else if (element == CE_Splitter) {
        painter->fillRect(option->rect, option->rect.width() == 1 || option->rect.height() == 1
                                            ? tints().line
                                            : QColor(Qt::transparent));
    } else if (element == CE_MenuBarItem && !option->state.testFlag(State_Selected)) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const int mnemonic = styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0
                                 ? static_cast<int>(Qt::TextShowMnemonic)
                                 : static_cast<int>(Qt::TextHideMnemonic);
        drawItemText(painter, option->rect, static_cast<int>(Qt::AlignCenter) | mnemonic | Qt::TextSingleLine,
                     option->palette, option->state.testFlag(State_Enabled), item ? item->text : QString(),
                     QPalette::WindowText);
    } else if (element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider) {
        drawScrollBar(*painter, *slider, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        return;
    }
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin) {
        drawSurface(*painter, *option, option->palette.color(QPalette::Base), edgeColour(*option));
        drawChevron(*painter, *option, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), true);
        drawChevron(*painter, *option, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
        return;
    }
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !combo) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const QPalette::ColorRole ground = combo->editable ? QPalette::Base : QPalette::Button;
    const QColor fill = option->palette.color(ground);
    drawSurface(*painter, *option, combo->editable ? fill : shaded(fill, *option), edgeColour(*option));
    drawChevron(*painter, *option, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar)
        return scrollBarRect(*bar, part);
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control != CC_ComboBox || part != SC_ComboBoxEditField)
        return rect;
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo && combo->editable)
        return rect; // the line edit in it keeps its own distance
    return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -beside, 0)
                                                : rect.adjusted(beside, 0, 0, 0);
}

QRect QuietStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(beside, 0, -beside, 0) : rect;
}

QSize QuietStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    const bool control = type == CT_PushButton || type == CT_ComboBox || type == CT_LineEdit;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    if (control && option && !flat)
        whole.setHeight(qMax(whole.height(), option->fontMetrics.height() + 2 * inside));
    if (type == CT_MenuBarItem)
        whole.rheight() += 4;
    if (type == CT_ComboBox)
        whole.rwidth() += beside;
    if (type == CT_PushButton && !flat)
        whole.rwidth() += metrics::gap;
    return whole;
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent)
        return scrollBar;
    if (metric == PM_ButtonShiftHorizontal || metric == PM_ButtonShiftVertical)
        return 0;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QIcon QuietStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which != SP_ToolBarHorizontalExtensionButton)
        return QProxyStyle::standardIcon(which, option, widget);
    constexpr int side = 16;
    QPixmap arrow(side, side);
    arrow.fill(Qt::transparent);
    QPainter painter(&arrow);
    QStyleOption plain;
    plain.state = State_Enabled;
    drawChevron(painter, plain, arrow.rect());
    return QIcon(arrow);
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    if (hint == SH_ComboBox_Popup) // a list below the box, not a menu over it
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace mailseal
