#pragma once

#include <QByteArray>

namespace mailseal {

/// One SMTP reply (RFC 5321 §4.2) as far as it is quoted: the code, the enhanced code (RFC 2034; empty where
/// none) and the text of all lines joined by '\n', without code and enhanced code, in the server's own bytes.
struct Reply
{
    int code = 0; ///< 200 to 599
    QByteArray enhanced;
    QByteArray text;
    bool operator==(const Reply &) const = default;
};

} // namespace mailseal
