#include "net/httpreader.h"

#include "values/limits.h"

#include <algorithm>
#include <utility>

namespace mailseal {

namespace {

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isCalled(QByteArrayView name, const char *wanted)
{
    return name.compare(QByteArrayView(wanted), Qt::CaseInsensitive) == 0;
}

bool isInterim(int status) { return status >= 100 && status < 200 && status != 101; }

} // namespace

void HttpReader::take(QByteArrayView octets)
{
    if (m_state != State::Head && m_state != State::Body)
        return;
    m_waiting.append(octets);
    if (m_state == State::Head)
        readHead();
    if (m_state == State::Body)
        readBody();
}

void HttpReader::close()
{
    if (m_state == State::Body && m_framing == Framing::Close)
        m_state = State::Whole; // RFC 9112 §6.3, the last rule
}

std::optional<QByteArray> HttpReader::takeLine()
{
    const auto end = m_waiting.indexOf('\n');
    m_headSize += end < 0 ? 0 : end + 1;
    if (m_headSize + (end < 0 ? m_waiting.size() : 0) > limits::httpHead) {
        m_state = State::Broken;
        return std::nullopt;
    }
    if (end < 0)
        return std::nullopt;
    QByteArray line = m_waiting.first(end);
    m_waiting.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

void HttpReader::readHead()
{
    while (m_state == State::Head) {
        const auto line = takeLine();
        if (!line)
            return;
        if (!m_inFields) {
            m_inFields = readStatusLine(*line);
            if (!m_inFields)
                m_state = State::Broken;
        } else if (!line->isEmpty()) {
            readField(*line);
        } else if (isInterim(m_status)) {
            m_inFields = false;
            m_status = 0;
            m_framing = Framing::Close;
            m_left.reset();
            m_location.clear();
            m_contentType.clear();
            if (++m_interim > limits::httpInterim)
                m_state = State::Broken;
        } else {
            beginBody();
        }
    }
}

/// RFC 9112 §4: HTTP-version SP status-code SP [ reason-phrase ]
bool HttpReader::readStatusLine(QByteArrayView line)
{
    constexpr qsizetype versionSize = 9;
    constexpr qsizetype codeSize = 3;
    if (!line.startsWith("HTTP/1.") || line.size() < versionSize + codeSize || line[versionSize - 1] != ' ')
        return false;
    const QByteArrayView code = line.sliced(versionSize, codeSize);
    const bool ends = line.size() == versionSize + codeSize || line[versionSize + codeSize] == ' ';
    if (!isDigits(code) || code.front() == '0' || !ends)
        return false;
    m_status = code.toInt();
    return true;
}

void HttpReader::readField(QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    if (colon <= 0)
        return; // of no use to us; a fold of the line before it as well
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (isCalled(name, "Content-Type")) {
        m_contentType = value.toByteArray();
    } else if (isCalled(name, "Location")) {
        m_location = value.toByteArray();
    } else if (isCalled(name, "Transfer-Encoding")) {
        if (value.toByteArray().toLower().endsWith("chunked"))
            m_framing = Framing::Chunks; // RFC 9112 §6.3: it wins over a length
    } else if (isCalled(name, "Content-Length")) {
        constexpr qsizetype mostDigits = 15;
        const auto length =
            isDigits(value) && value.size() <= mostDigits ? std::optional(value.toLongLong()) : std::nullopt;
        if (!length || (m_left && *m_left != *length))
            m_state = State::Broken; // RFC 9112 §6.3
        else if (m_framing != Framing::Chunks)
            m_framing = Framing::Length;
        m_left = length;
    }
}

void HttpReader::beginBody()
{
    constexpr int noContent = 204;
    constexpr int notModified = 304;
    m_state = State::Body;
    if (m_framing == Framing::Chunks)
        m_left.reset();
    if (m_status == noContent || m_status == notModified) {
        m_framing = Framing::Length;
        m_left = 0;
    }
}

void HttpReader::append(QByteArrayView octets)
{
    m_body.append(octets);
    if (m_body.size() > limits::stsPolicy) {
        m_body.truncate(limits::stsPolicy);
        m_state = State::TooLarge;
    }
}

void HttpReader::readBody()
{
    switch (m_framing) {
    case Framing::Close:
        append(std::exchange(m_waiting, {}));
        return;
    case Framing::Length: {
        const qsizetype taken = std::min(m_waiting.size(), *m_left);
        append(m_waiting.first(taken));
        m_waiting.remove(0, taken);
        *m_left -= taken;
        if (*m_left == 0 && m_state == State::Body)
            m_state = State::Whole;
        return;
    }
    case Framing::Chunks:
        while (m_state == State::Body && readChunk()) {
        }
        return;
    }
}

/// RFC 9112 §7.1. False where more has to come.
bool HttpReader::readChunk()
{
    if (m_left && *m_left > 0) {
        const qsizetype taken = std::min(m_waiting.size(), *m_left);
        append(m_waiting.first(taken));
        m_waiting.remove(0, taken);
        *m_left -= taken;
        return taken > 0;
    }
    m_headSize = 0; // each of these lines is bounded
    const auto line = takeLine();
    if (!line)
        return false;
    if (m_inTrailer) {
        if (line->isEmpty())
            m_state = State::Whole;
        return true;
    }
    if (m_left) { // the end of the line behind the chunk's data
        m_left.reset();
        if (!line->isEmpty())
            m_state = State::Broken;
        return true;
    }
    bool isHex = false;
    const QByteArray size = line->left(line->indexOf(';') < 0 ? line->size() : line->indexOf(';')).trimmed();
    const qlonglong octets = size.toLongLong(&isHex, 16);
    if (!isHex || octets < 0 || size.startsWith('+'))
        m_state = State::Broken;
    else if (octets == 0)
        m_inTrailer = true;
    else
        m_left = octets;
    return true;
}

} // namespace mailseal
