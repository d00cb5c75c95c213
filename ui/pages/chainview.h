#pragma once

#include "widgets/quietframe.h"

#include <QTreeView>

namespace mailseal {

class ChainModel;

/// The tree of the chain; it stays open, and keeps its selection when the chain is judged anew.
class ChainView : public QuietFrame<QTreeView>
{
    Q_OBJECT
public:
    explicit ChainView(ChainModel *model, QWidget *parent = nullptr);

    void revealDepth(int depth);

Q_SIGNALS:
    void currentCertificateChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void openAll();
    void spanRow(const QModelIndex &top);

    ChainModel *m_model;
    int m_depth = 0;
};

} // namespace mailseal
