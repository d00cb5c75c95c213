#pragma once

#include <QString>
#include <QTextDocument>

namespace mailseal {

/// A tooltip that shows `text` letter by letter and wraps: QToolTip would read markup in it otherwise.
inline QString plainToolTip(const QString &text)
{
    constexpr qsizetype bound = 2000;
    return text.isEmpty() ? QString()
                          : Qt::convertFromPlainText(text.size() > bound ? text.left(bound) + u'…' : text,
                                                     Qt::WhiteSpaceNormal);
}

} // namespace mailseal
