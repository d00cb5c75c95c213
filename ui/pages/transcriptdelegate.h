#pragma once

#include <QString>
#include <QStyledItemDelegate>

namespace mailseal {

/// Paints one line of the conversation: time, lock, side, bytes; and the ruled band of the handshake.
class TranscriptDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setNeedle(const QString &needle) { m_needle = needle; }
    /// C, S, or nothing for notes and the handshake.
    static QString sideLetter(const QModelIndex &index);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBand(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintLine(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter *painter, const QRect &place, const QFont &face, const QString &text) const;

    QString m_needle;
};

} // namespace mailseal
