#pragma once

#include "widgets/linkbutton.h"

#include <functional>

namespace mailseal {

/// Copies a text, and says for a moment that it did.
class CopyLink : public LinkButton
{
    Q_OBJECT
public:
    /// `text` gives what is copied, when it is; nothing is copied where that is empty.
    CopyLink(const QString &label, std::function<QString()> text, QWidget *parent = nullptr);

    void copy();

private:
    QString m_label;
    std::function<QString()> m_text;
};

} // namespace mailseal
