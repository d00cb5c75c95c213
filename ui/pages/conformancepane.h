#pragma once

#include "pages/pane.h"

class QStackedWidget;

namespace mailseal {

class ConformanceModel;
class FactTable;
class PlainLabel;

/// RFC 3207 as far as one normal session shows it: each check with its standing, clause and evidence.
class ConformancePane : public Pane
{
    Q_OBJECT
public:
    explicit ConformancePane(QWidget *parent = nullptr);

    void present(const Inspection &inspection, const Progress &progress) override;
    /// The index is a row of the table.
    void reveal(int index) override;
    int problemCount() const override;

private:
    ConformanceModel *m_model;
    QStackedWidget *m_stack;
    PlainLabel *m_empty;
    FactTable *m_table;
};

} // namespace mailseal
