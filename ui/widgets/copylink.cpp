#include "widgets/copylink.h"

#include <QApplication>
#include <QClipboard>
#include <QTimer>

namespace mailseal {

CopyLink::CopyLink(const QString &label, std::function<QString()> text, QWidget *parent)
    : LinkButton(parent)
    , m_label(label)
    , m_text(std::move(text))
{
    setText(label);
    connect(this, &LinkButton::clicked, this, &CopyLink::copy);
}

void CopyLink::copy()
{
    const QString copied = m_text();
    if (copied.isEmpty())
        return;
    QApplication::clipboard()->setText(copied);
    if (text() != m_label)
        return;
    constexpr std::chrono::milliseconds aMoment{1500};
    QTimer::singleShot(aMoment, this, [this] { setText(m_label); });
    setText(tr("Copied"));
}

} // namespace mailseal
