#pragma once

#include <QStyledItemDelegate>

class QTextLayout;

namespace mailseal {

/// Paints a cell of any of our models: a badge, plain text that wraps, a muted suffix, a link. Knows the
/// roles of models/roles.h and nothing of what the cell means.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// Wrap::No elides instead, for tables whose rows are all of one height.
    enum class Wrap { Yes, No };
    explicit CellDelegate(Wrap wrap, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// The height the cell needs at the width of `option.rect`; unwrapped where that is not positive.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The width the cell would take on one line.
    int naturalWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// The width below which a word would be broken.
    int leastWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void setWrap(Wrap wrap) { m_wrap = wrap; }

private:
    QString plainText(const QModelIndex &index) const;
    void dress(QTextLayout &layout, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Wrap m_wrap;
};

} // namespace mailseal
