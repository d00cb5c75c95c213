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

/// Text that is already text, made safe to show: what is not printable becomes \xNN, line ends and the
/// backslash stay. For strings whose maker may not be trusted (a saved file); not to be turned back.
QString escapeUnprintable(const QString &text);

/// A JSON document in which what is not printable stands as \uNNNN: the same document, safe on a terminal.
QByteArray escapeJson(const QByteArray &json);

/// Text of any maker on one line: unprintable characters and line ends become \xNN.
QString oneLine(const QString &text);

} // namespace mailseal
