#pragma once

#include "pages/pane.h"

namespace mailseal {

class AnswerLine;
class FactTable;
class NamesModel;
class PageOrEmpty;
class ReferenceModel;
class VariantChoice;

/// Every presented name against every reference name, with the reason (RFC 9525).
class NamesPane : public Pane
{
    Q_OBJECT
public:
    explicit NamesPane(QWidget *parent = nullptr);

    void present(const Inspection &inspection, const Progress &progress) override;
    /// The index is a row of the table of comparisons.
    void reveal(int index) override;
    void chooseVariant(std::optional<int> variant) override;
    int problemCount() const override;

private:
    void showChosen();

    Inspection m_inspection;
    bool m_running = false;
    VariantChoice *m_choice;
    ReferenceModel *m_references;
    NamesModel *m_model;
    PageOrEmpty *m_content;
    AnswerLine *m_answer;
    FactTable *m_referenceTable;
    FactTable *m_table;
};

} // namespace mailseal
