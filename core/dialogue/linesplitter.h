#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace mailseal {

/// One line without its end. `cutBytes` octets beyond limits::replyLine were counted and dropped.
struct SplitLine
{
    QByteArray text;
    bool isBareLf = false; ///< ended by LF alone (RFC 5321 §2.3.8 asks for CRLF)
    qint64 cutBytes = 0;
};

/// Bytes to lines. Reads as senders do: CRLF or a bare LF ends a line, a lone CR is ordinary. Memory is
/// bounded by one line, however much is fed without an end.
class LineSplitter
{
public:
    /// Takes bytes from `position` up to and with the next line end and moves `position` on; nothing where no
    /// line became complete: then all bytes were taken.
    std::optional<SplitLine> take(const QByteArray &bytes, qsizetype &position);
    /// What waits without a line end.
    SplitLine rest() const { return m_line; }
    void clear() { *this = {}; }

private:
    void append(const QByteArray &bytes, qsizetype from, qsizetype count);
    SplitLine m_line;
    bool m_endsInCr = false; ///< its last octet, dropped or not
};

} // namespace mailseal
