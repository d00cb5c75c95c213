#pragma once

#include <QWidget>

namespace mailseal {

/// A band across the window on the colour of cards, with one line below.
class Strip : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace mailseal
