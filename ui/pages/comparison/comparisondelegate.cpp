#include "pages/comparison/comparisondelegate.h"

#include "pages/comparison/comparisondrawing.h"
#include "pages/comparison/comparisonmodel.h"
#include "style/theme.h"
#include "widgets/badgemark.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>

#include <cmath>

namespace mailseal {

namespace {

constexpr int side = metrics::pad;
constexpr int above = 8;
constexpr int bytesAbove = 3;
constexpr int mark = 18; ///< room of the mark before a label
constexpr int mostLines = 3;

} // namespace

ComparisonDelegate::ComparisonDelegate(const ComparisonModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

const ComparisonDelegate::Faces &ComparisonDelegate::facesFor(const QFont &font) const
{
    if (m_faces.height != 0 && m_faces.base == font)
        return m_faces;
    m_faces.base = font;
    m_faces.strong = font;
    m_faces.strong.setBold(true);
    m_faces.bytes = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_faces.bytes.setPointSizeF(font.pointSizeF());
    m_faces.strongBytes = m_faces.bytes;
    m_faces.strongBytes.setBold(true);
    m_faces.height = QFontMetrics(m_faces.strong).height();
    m_faces.bytesHeight = QFontMetrics(m_faces.strongBytes).height();
    m_faces.badge = BadgeMark::sideFor(QFontMetrics(font));
    return m_faces;
}

void ComparisonDelegate::setWidths(int label, int sides)
{
    m_labelWidth = label;
    m_sideWidth = sides;
}

/// Short texts are measured, with some room for words that do not fit a line's end; long ones are reckoned.
int ComparisonDelegate::linesOf(const QString &text, int width, const QFont &face)
{
    constexpr qsizetype measured = 300;
    constexpr double ragged = 1.15;
    const QFontMetrics metrics(face);
    const qsizetype wide =
        text.size() <= measured ? metrics.horizontalAdvance(text) : text.size() * metrics.averageCharWidth();
    if (wide <= width)
        return 1;
    return qBound(1, static_cast<int>(std::ceil(static_cast<double>(wide) * ragged / qMax(1, width))),
                  mostLines);
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Faces &faces = facesFor(option.font);
    const ComparedLine *line = m_model.line(index);
    if (!line)
        return {0, faces.height + 2 * above + 2};
    const bool isBytes = m_model.sectionOf(index)->isTranscript;
    const auto face = [&](const ComparedCell &cell) {
        const bool isStrong = line->isDifference && cell.strongLength * 2 > cell.text.size();
        return isBytes ? (isStrong ? faces.strongBytes : faces.bytes)
                       : (isStrong ? faces.strong : faces.base);
    };
    const auto room = [&](const ComparedCell &cell) {
        return m_sideWidth - 2 * side - (cell.badge || isBytes ? faces.badge + metrics::gap : 0);
    };
    int lines = linesOf(line->label, m_labelWidth - side - mark - metrics::gap, faces.base);
    lines = qMax(lines, linesOf(line->left.text, room(line->left), face(line->left)));
    lines = qMax(lines, linesOf(line->right.text, room(line->right), face(line->right)) +
                            (line->effectText.isEmpty() ? 0 : 1));
    const int frame = 2 * (isBytes ? bytesAbove : above) + 1;
    return {0, lines * (isBytes ? faces.bytesHeight : faces.height) + frame};
}

void ComparisonDelegate::paintSection(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    const ComparedSection *section = m_model.section(index);
    const Faces &faces = facesFor(option.font);
    const QRect &row = option.rect;
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(option.direction, row,
                                  QRect(row.left() + left, row.top(), width, row.height()));
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(row, selected   ? tints().selection
                           : isDark() ? tints().card.lighter(112)
                                      : tints().card.darker(102));
    drawRule(*painter, row);
    const QColor text = option.palette.color(QPalette::Text);
    if (m_model.hasChildren(index))
        drawArrow(*painter, place(side - 2, 10), text, option.state.testFlag(QStyle::State_Open),
                  option.direction == Qt::RightToLeft);
    const int left = side + 14;
    painter->setFont(faces.strong);
    painter->setPen(text);
    const int width = painter->fontMetrics().horizontalAdvance(section->title);
    const auto alignment = static_cast<int>(
        QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter) | Qt::AlignAbsolute);
    painter->drawText(place(left, width + 2), alignment, section->title);
    painter->setFont(section->differences > 0 ? faces.strong : faces.base);
    painter->setPen(section->differences > 0 ? tints().warn : tints().mutedText);
    painter->drawText(place(left + width + metrics::gap, row.width() - left - width - 2 * side), alignment,
                      section->count);
    painter->restore();
}

void ComparisonDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, bool isMarked,
                                     bool hasRule) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect &row = option.rect;
    painter->fillRect(row, isMarked ? tints().warnFill : isSelected ? tints().selection : tints().card);
    if (hasRule)
        drawRule(*painter, row);
    if (!isSelected)
        return;
    // What is chosen keeps the ground that says what it is.
    painter->fillRect(row.left(), row.top(), row.width(), 1, tints().accent);
    painter->fillRect(row.left(), row.bottom(), row.width(), 1, tints().accent);
}

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const ComparedLine *line = m_model.line(index);
    if (!line)
        return; // the view paints a group in one piece
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    const bool isBytes = m_model.sectionOf(index)->isTranscript;
    // Of a transcript the steps are ruled off, not the lines.
    const ComparedLine *next =
        isBytes ? m_model.line(index.sibling(index.row() + 1, index.column())) : nullptr;
    const bool hasRule = !isBytes || !next || !next->label.isEmpty();
    if (index.column() == ComparisonModel::Label) {
        paintGround(painter, option, line->isDifference && !isBytes, hasRule);
        paintLabel(painter, option, *line, isBytes);
    } else {
        const ComparedCell &cell = index.column() == ComparisonModel::Left ? line->left : line->right;
        paintGround(painter, option, line->isDifference && !(isBytes && cell.isAbsent), hasRule);
        paintSide(painter, option, index, *line, isBytes);
    }
    painter->restore();
}

void ComparisonDelegate::paintLabel(QPainter *painter, const QStyleOptionViewItem &option,
                                    const ComparedLine &line, bool isBytes) const
{
    const Faces &faces = facesFor(option.font);
    const QRect &row = option.rect;
    const int top = row.top() + (isBytes ? bytesAbove : above);
    const auto place = [&](int left, int width, int height) {
        return QStyle::visualRect(option.direction, row, QRect(row.left() + left, top, width, height));
    };
    const bool focused = option.widget && option.widget->hasFocus();
    if (option.state.testFlag(QStyle::State_Selected) && focused) {
        painter->fillRect(
            QStyle::visualRect(option.direction, row, QRect(row.left(), row.top(), 3, row.height())),
            tints().accent);
    }
    if (line.isDifference)
        drawUnequal(*painter, place(side - 2, 12, faces.height), tints().warn);
    painter->setFont(faces.base);
    painter->setPen(line.isDifference ? option.palette.color(QPalette::Text) : tints().mutedText);
    drawLines(*painter, place(side + mark, row.width() - side - mark - metrics::gap, row.height()),
              line.label, mostLines, 0, option.direction);
}

void ComparisonDelegate::paintSide(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index, const ComparedLine &line, bool isBytes) const
{
    const Faces &faces = facesFor(option.font);
    const ComparedCell &cell = index.column() == ComparisonModel::Left ? line.left : line.right;
    const QRect &row = option.rect;
    const int top = row.top() + (isBytes ? bytesAbove : above);
    int left = side;
    const auto place = [&](int from, int width, int height) {
        return QStyle::visualRect(option.direction, row, QRect(row.left() + from, top, width, height));
    };
    if (cell.badge || isBytes) {
        const int lift = (faces.height - faces.badge) / 2;
        if (cell.badge)
            badgeIcon(*cell.badge).paint(painter, place(left, faces.badge, faces.badge).translated(0, lift));
        else if (cell.isTls)
            lockIcon().paint(painter, place(left, faces.badge * 3 / 4, faces.bytesHeight));
        left += faces.badge + metrics::gap;
    }
    const qsizetype strong = line.isDifference && !cell.isAbsent ? cell.strongLength : 0;
    painter->setFont(isBytes ? faces.bytes : faces.base);
    painter->setPen(cell.isAbsent || line.relation == Relation::NotComparable
                        ? tints().mutedText
                        : option.palette.color(QPalette::Text));
    const bool tells = index.column() == ComparisonModel::Right && !line.effectText.isEmpty();
    const int height = isBytes ? faces.bytesHeight : faces.height;
    const int lines = qMax(1, (row.height() - 2 * (top - row.top())) / height - (tells ? 1 : 0));
    const int width = row.width() - left - side;
    const int used = drawLines(*painter, place(left, width, row.height()), cell.text, lines, strong,
                               isBytes ? Qt::LeftToRight : option.direction);
    if (tells)
        paintEffect(painter, option, place(left, width, height).translated(0, used * height), line);
    const bool offers = cell.proof && (m_hovered.isValid() && m_hovered.row() == index.row() &&
                                       m_hovered.parent() == index.parent());
    if (offers) {
        const QRect link = proofRect(option);
        painter->fillRect(link.adjusted(-metrics::gap, 1 - above, metrics::gap, above - 1),
                          option.state.testFlag(QStyle::State_Selected) ? tints().selection
                          : line.isDifference                           ? tints().warnFill
                                                                        : tints().card);
        painter->setFont(faces.base);
        painter->setPen(tints().accent);
        painter->drawText(link, Qt::AlignCenter, tr("Show"));
    }
}

void ComparisonDelegate::paintEffect(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QRect &place, const ComparedLine &line) const
{
    const bool better = line.effect == Effect::Better;
    const QColor ink = better ? tints().good : tints().bad;
    const QRect triangle(place.left(), place.top(), 12, place.height());
    drawTriangle(*painter, QStyle::visualRect(option.direction, place, triangle), ink, better);
    painter->setFont(facesFor(option.font).base);
    painter->setPen(ink);
    const QRect words = place.adjusted(16, 0, 0, 0);
    painter->drawText(QStyle::visualRect(option.direction, place, words),
                      static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) |
                                       Qt::AlignVCenter | Qt::AlignAbsolute) |
                          Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(line.effectText, Qt::ElideRight, words.width()));
}

QRect ComparisonDelegate::proofRect(const QStyleOptionViewItem &option) const
{
    const Faces &faces = facesFor(option.font);
    const int width = QFontMetrics(faces.base).horizontalAdvance(tr("Show"));
    const QRect &row = option.rect;
    const int height = qMin(faces.height, row.height());
    const QRect link(row.right() - side - width, row.top() + qMin(above, (row.height() - height) / 2), width,
                     height);
    return QStyle::visualRect(option.direction, row, link);
}

} // namespace mailseal
