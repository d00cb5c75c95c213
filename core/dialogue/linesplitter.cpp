#include "dialogue/linesplitter.h"

#include "values/limits.h"

#include <algorithm>
#include <utility>

namespace mailseal {

std::optional<SplitLine> LineSplitter::take(const QByteArray &bytes, qsizetype &position)
{
    const qsizetype end = bytes.indexOf('\n', position);
    if (end < 0) {
        append(bytes, position, bytes.size() - position);
        position = bytes.size();
        return std::nullopt;
    }
    append(bytes, position, end - position);
    position = end + 1;
    SplitLine line = std::exchange(m_line, {});
    line.isBareLf = !std::exchange(m_endsInCr, false);
    if (line.isBareLf)
        return line;
    if (line.cutBytes > 0) {
        --line.cutBytes;
    } else {
        line.text.chop(1);
    }
    return line;
}

void LineSplitter::append(const QByteArray &bytes, qsizetype from, qsizetype count)
{
    if (count > 0)
        m_endsInCr = bytes[from + count - 1] == '\r';
    const qsizetype room = std::max<qsizetype>(0, limits::replyLine - m_line.text.size());
    const qsizetype kept = std::min(room, count);
    m_line.text.append(bytes.constData() + from, kept);
    m_line.cutBytes += count - kept;
}

} // namespace mailseal
