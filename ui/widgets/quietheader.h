#pragma once

#include <QHeaderView>

namespace mailseal {

/// The head of a table to read: muted words over their columns, one line below, nothing to press.
class QuietHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit QuietHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
};

} // namespace mailseal
