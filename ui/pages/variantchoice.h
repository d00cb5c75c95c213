#pragma once

#include "values/inspection.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace mailseal {

/// Which certificate a page shows where the server has several: the main session's, or that of a variant.
/// Hides where there is nothing to choose.
class VariantChoice : public QWidget
{
    Q_OBJECT
public:
    explicit VariantChoice(QWidget *parent = nullptr);

    /// The choice stays where the server has the same ones to choose from.
    void present(const Inspection &inspection);
    /// null: the main session.
    void choose(std::optional<int> variant);
    std::optional<int> variant() const;
    /// The inspection as the chosen client has it.
    Inspection shown(const Inspection &inspection) const;

Q_SIGNALS:
    void chosen();

private:
    QComboBox *m_box;
};

} // namespace mailseal
