#pragma once

#include "models/policyfacts.h"

#include <QWidget>

class QGridLayout;

namespace mailseal {

/// Facts one below the other: what it is, and what was found; plain text that can be marked.
class FactGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(QWidget *parent = nullptr);

    void present(const QList<DnsFact> &facts);

private:
    QGridLayout *m_grid = nullptr;
    QList<DnsFact> m_facts;
};

} // namespace mailseal
