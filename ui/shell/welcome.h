#pragma once

#include <QWidget>

namespace mailseal {

/// What an empty window says: what to type, and that there are examples.
class Welcome : public QWidget
{
    Q_OBJECT
public:
    explicit Welcome(QWidget *parent = nullptr);

Q_SIGNALS:
    void examplesRequested();
};

} // namespace mailseal
