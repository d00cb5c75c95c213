#pragma once

#include "pages/comparison/comparisonpage.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace mailseal {

class ComparisonModel;

/// Paints the rows of a comparison: what differs on its own ground, with a mark and in bold; what got better
/// or worse in words. Heights are reckoned from lengths, not laid out, so that thousands of rows cost
/// nothing.
class ComparisonDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ComparisonDelegate(const ComparisonModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Of a whole row; the view tells the width of its columns.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setWidths(int label, int side);
    /// Paints a group across all columns of `rect`.
    void paintSection(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Where a click on the cell in `rect` goes to its proof.
    QRect proofRect(const QStyleOptionViewItem &option) const;
    /// The row under the pointer offers its proofs.
    void setHovered(const QModelIndex &index) { m_hovered = index; }

private:
    struct Faces
    {
        QFont base;
        QFont strong;
        QFont bytes;
        QFont strongBytes;
        int height = 0;
        int bytesHeight = 0;
        int badge = 0;
    };
    const Faces &facesFor(const QFont &font) const;
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, bool isMarked,
                     bool hasRule) const;
    void paintLabel(QPainter *painter, const QStyleOptionViewItem &option, const ComparedLine &line,
                    bool isBytes) const;
    void paintSide(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const ComparedLine &line, bool isBytes) const;
    void paintEffect(QPainter *painter, const QStyleOptionViewItem &option, const QRect &place,
                     const ComparedLine &line) const;
    static int linesOf(const QString &text, int width, const QFont &face);

    const ComparisonModel &m_model;
    QPersistentModelIndex m_hovered;
    int m_labelWidth = 200;
    int m_sideWidth = 300;
    mutable Faces m_faces;
};

} // namespace mailseal
