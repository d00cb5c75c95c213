#pragma once

#include "values/reply.h"

#include <QByteArray>
#include <QList>

namespace mailseal {

/// Reads one reply line by line (RFC 5321 §4.2), as generously as a sender: a code alone is a last line, the
/// lines' codes may differ (the last one counts), text is any bytes.
class ReplyReader
{
public:
    enum class Outcome { More, Complete, Malformed, TooLong };
    /// `cutBytes` octets of the line were dropped by a bound; they count.
    Outcome add(const QByteArray &line, qint64 cutBytes = 0);
    /// Whether a line of the reply is there already.
    bool hasBegun() const { return !m_lines.isEmpty(); }

    /// Valid after Complete.
    Reply reply() const;
    /// The text of each line, without the code.
    const QList<QByteArray> &lines() const { return m_lines; }
    bool doCodesDiffer() const { return m_codesDiffer; }

private:
    QList<QByteArray> m_lines;
    qsizetype m_octets = 0;
    int m_code = 0;
    bool m_codesDiffer = false;
};

} // namespace mailseal
