#include "pages/transcriptdelegate.h"

#include "models/transcriptmodel.h"
#include "style/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QListView>
#include <QPainter>

#include <algorithm>

namespace mailseal {

namespace {

using Kind = TranscriptModel::Kind;

constexpr int side = metrics::pad;
constexpr int bandAbove = 9;
constexpr int lineAbove = 2;

QFont bytesFont(bool italic)
{
    QFont face = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    face.setPointSizeF(QApplication::font().pointSizeF());
    face.setItalic(italic);
    return face;
}

Kind kindOf(const QModelIndex &index)
{
    return static_cast<Kind>(index.data(TranscriptModel::KindRole).toInt());
}

bool isBand(const QModelIndex &index)
{
    return kindOf(index) == Kind::Handshake || kindOf(index) == Kind::FailedHandshake;
}

/// Where the parts of a line stand, from the left.
struct Columns
{
    int time;
    int lock;
    int letter;
    int text;
};

Columns columnsFor(const QFontMetrics &metrics)
{
    const int character = metrics.horizontalAdvance(u'0');
    const int lock = side + 8 * character + metrics.height() / 2;
    const int letter = lock + metrics.height() + character;
    return {side, lock, letter, letter + 4 * character};
}

QString bandText(const QModelIndex &index) { return index.data(Qt::DisplayRole).toString(); }

int bandTextLeft(const QFontMetrics &metrics) { return side + metrics.height() + metrics::gap; }

/// As wide as the window, whatever the longest line is.
int bandWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

QString TranscriptDelegate::sideLetter(const QModelIndex &index)
{
    switch (kindOf(index)) {
    case Kind::Client:
        return QStringLiteral("C");
    case Kind::Server:
        return QStringLiteral("S");
    case Kind::Note:
    case Kind::Handshake:
    case Kind::FailedHandshake:
        return {};
    }
    return {};
}

void TranscriptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction); // a shared painter has the window's
    if (isBand(index)) {
        paintBand(painter, option, index);
    } else {
        paintLine(painter, option, index);
    }
    painter->restore();
}

void TranscriptDelegate::paintBand(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Tints &colours = tints();
    const bool failed = kindOf(index) == Kind::FailedHandshake;
    const QColor ink = failed ? colours.bad : colours.good;
    painter->fillRect(option.rect, failed ? colours.badFill : colours.goodFill);
    QColor rule = ink;
    rule.setAlphaF(0.4F);
    painter->setPen(rule);
    painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const QFontMetrics words(option.font);
    const QIcon icon = failed ? badgeIcon(Badge::Violated) : lockIcon();
    const QRect mark(option.rect.left() + side, option.rect.top() + bandAbove, words.height(),
                     words.height());
    icon.paint(painter, QStyle::visualRect(option.direction, option.rect, mark));
    const int left = bandTextLeft(words);
    const QRect place(option.rect.left() + left, option.rect.top() + bandAbove,
                      bandWidth(option) - left - side, option.rect.height() - 2 * bandAbove);
    painter->setPen(option.state.testFlag(QStyle::State_Selected) ? option.palette.color(QPalette::Text)
                                                                  : ink);
    painter->setFont(option.font);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, place),
                      static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) |
                          Qt::TextWrapAnywhere | Qt::TextWordWrap,
                      bandText(index));
}

void TranscriptDelegate::paintLine(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Tints &colours = tints();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, colours.selection);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        const QRect bar(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), colours.accent);
    }
    const Kind kind = kindOf(index);
    const QFont face = bytesFont(kind == Kind::Note);
    const QFontMetrics letters(face);
    const Columns columns = columnsFor(letters);
    const auto place = [&](int left, int right) {
        return QStyle::visualRect(option.direction, option.rect,
                                  QRect(option.rect.left() + left, option.rect.top() + lineAbove,
                                        right - left, option.rect.height() - 2 * lineAbove));
    };
    painter->setFont(face);
    painter->setPen(colours.mutedText);
    painter->drawText(place(columns.time, columns.lock), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data(TranscriptModel::TimeRole).toString());
    const int lockSide = letters.height() * 3 / 4;
    if (index.data(TranscriptModel::TlsRole).toBool() && kind != Kind::Note)
        lockIcon().paint(painter, place(columns.lock, columns.lock + lockSide));
    painter->setPen(kind == Kind::Client ? colours.clientText : colours.serverText);
    const bool again = kind == Kind::Server && index.data(TranscriptModel::TimeRole).toString().isEmpty();
    if (!again) { // the letter stands where a turn begins
        painter->drawText(place(columns.letter, columns.text), Qt::AlignLeft | Qt::AlignVCenter,
                          sideLetter(index));
    }
    painter->setPen(kind == Kind::Note     ? colours.noteText
                    : kind == Kind::Client ? colours.clientText
                                           : option.palette.color(QPalette::Text));
    paintText(painter, place(columns.text, option.rect.width() - side), face,
              index.data(Qt::DisplayRole).toString());
}

void TranscriptDelegate::paintText(QPainter *painter, const QRect &place, const QFont &face,
                                   const QString &text) const
{
    const QFontMetrics letters(face);
    if (!m_needle.isEmpty()) {
        for (qsizetype at = text.indexOf(m_needle, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(m_needle, at + m_needle.size(), Qt::CaseInsensitive)) {
            const int from = letters.horizontalAdvance(text.left(at));
            const int to = letters.horizontalAdvance(text.left(at + m_needle.size()));
            QColor marker = tints().warn;
            marker.setAlphaF(0.35F);
            painter->fillRect(QRect(place.left() + from, place.top(), to - from, place.height()), marker);
        }
    }
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isBand(index)) {
        const QFontMetrics words(option.font);
        const int width = qMax(120, bandWidth(option));
        const int room = width - bandTextLeft(words) - side;
        const QRect need = words.boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX),
                                              Qt::TextWordWrap | Qt::TextWrapAnywhere, bandText(index));
        return {120, need.height() + 2 * bandAbove};
    }
    const QFontMetrics letters(bytesFont(false));
    const auto *lines = qobject_cast<const TranscriptModel *>(index.model());
    const int longest = lines ? static_cast<int>(std::min<qsizetype>(lines->longestLine(), 9000)) : 0;
    return {columnsFor(letters).text + longest * letters.horizontalAdvance(u'0') + 2 * side,
            letters.height() + 2 * lineAbove + 2};
}

} // namespace mailseal
