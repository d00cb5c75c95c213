#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace mailseal {

/// Server bytes as text that can be turned back: printable UTF-8 stays; any other byte, every control
/// character, bidi control and the backslash become \xNN (of their UTF-8 bytes).
QString escapeBytes(const QByteArray &bytes);
/// The reverse; nullopt where the text holds a broken escape.
std::optional<QByteArray> unescapeBytes(const QString &text);

} // namespace mailseal
