#pragma once

#include "pages/pane.h"

namespace mailseal {

class ConformanceModel;
class FactTable;
class PageOrEmpty;

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
    PageOrEmpty *m_content;
    FactTable *m_table;
};

} // namespace mailseal
