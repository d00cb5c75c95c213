#pragma once

#include "pages/pane.h"
#include "widgets/quietframe.h"

#include <QSet>
#include <QTreeView>

namespace mailseal {

class ComparisonDelegate;
class ComparisonModel;

/// The rows of a comparison. Enter, a double click and the link under the pointer go to the proof of the side
/// that is current. Which groups are folded, the row and the place stay when a side is inspected again.
class ComparisonTree : public QuietFrame<QTreeView>
{
    Q_OBJECT
public:
    explicit ComparisonTree(ComparisonModel *model, QWidget *parent = nullptr);

    /// Opens the groups in which something differs, and goes to the first difference.
    void revealFirstDifference();
    /// Down to the next difference, or up to the one before.
    void step(int direction);

Q_SIGNALS:
    /// `side` is a column of the model: Left or Right.
    void proofRequested(int side, const mailseal::Proof &proof);
    void copyRequested();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void shareColumns();
    void unfold();
    void remember();
    void recall();
    bool isOnLink(const QModelIndex &index, const QPoint &at) const;
    void goToProof(const QModelIndex &index);

    ComparisonModel *m_model;
    ComparisonDelegate *m_delegate;
    QSet<QString> m_folded; ///< keys of sections
    QSet<QString> m_opened; ///< of sections that are folded unless a person opens them
    QString m_section;      ///< where the current row was before a reset
    QString m_line;
    int m_scrolled = 0;
    bool m_recalling = false;
};

} // namespace mailseal
