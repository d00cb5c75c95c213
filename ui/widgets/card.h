#pragma once

#include <QFrame>

namespace mailseal {

/// A quiet rounded surface that content stands on.
class Card : public QFrame
{
    Q_OBJECT
public:
    enum class Fill { Plain, Good, Warn, Bad };

    explicit Card(QWidget *parent = nullptr);
    void setFill(Fill fill);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Fill m_fill = Fill::Plain;
};

} // namespace mailseal
