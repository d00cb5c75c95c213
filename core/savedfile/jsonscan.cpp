#include "savedfile/jsonscan.h"

#include "values/limits.h"

#include <QJsonDocument>

#include <algorithm>
#include <string_view>
#include <vector>

namespace mailseal::json {

namespace {

using Kind = FileProblem::Kind;

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The encodings that editors save in by mistake, told by their first bytes (RFC 4627 §3).
QString foreignEncoding(const QByteArray &content)
{
    const auto startsWith = [&](std::string_view bytes) {
        return content.startsWith(
            QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    };
    using namespace std::string_view_literals;
    if (startsWith("\xFF\xFE\0\0"sv) || startsWith("\0\0\xFE\xFF"sv) || startsWith("{\0\0\0"sv) ||
        startsWith("\0\0\0{"sv))
        return QStringLiteral("UTF-32");
    if (startsWith("\xFF\xFE"sv) || startsWith("\xFE\xFF"sv) || startsWith("{\0"sv) || startsWith("\0{"sv))
        return QStringLiteral("UTF-16");
    return {};
}

class Scan
{
public:
    explicit Scan(QByteArrayView content)
        : m_content(content)
    {
    }

    std::optional<FileProblem> run();

private:
    /// What may come next within the innermost container, or at the top.
    enum class Await { Value, ValueOrEnd, Name, NameOrEnd, CommaOrEnd, Colon, End };
    struct Open
    {
        bool isObject = false;
        std::vector<QByteArray> names;
    };

    bool atEnd() const { return m_at >= m_content.size(); }
    char here() const { return m_content[m_at]; }
    bool fail(Kind kind, const QString &text);
    bool failSyntax() { return fail(Kind::NotJson, QString::number(m_at)); }
    bool step();
    bool value();
    bool open(bool isObject);
    bool close();
    void afterValue() { m_await = m_open.empty() ? Await::End : Await::CommaOrEnd; }
    bool name();
    bool string(QByteArray *raw);
    bool escape();
    bool utf8();
    bool number();
    bool literal(QByteArrayView word);
    bool namesAreOnce(Open &object);

    QByteArrayView m_content;
    qsizetype m_at = 0;
    qsizetype m_values = 0;
    Await m_await = Await::Value;
    std::vector<Open> m_open;
    std::optional<FileProblem> m_error;
};

bool Scan::fail(Kind kind, const QString &text)
{
    if (!m_error)
        m_error = FileProblem{kind, text};
    return false;
}

std::optional<FileProblem> Scan::run()
{
    for (;;) {
        while (!atEnd() && isSpace(here()))
            ++m_at;
        if (atEnd()) {
            if (m_await != Await::End)
                failSyntax();
            return m_error;
        }
        if (!step())
            return m_error;
    }
}

bool Scan::step()
{
    const char c = here();
    switch (m_await) {
    case Await::ValueOrEnd:
        if (c == ']')
            return close();
        return value();
    case Await::Value:
        return value();
    case Await::NameOrEnd:
        if (c == '}')
            return close();
        return name();
    case Await::Name:
        return name();
    case Await::Colon:
        if (c != ':')
            return failSyntax();
        ++m_at;
        m_await = Await::Value;
        return true;
    case Await::CommaOrEnd:
        if (c == (m_open.back().isObject ? '}' : ']'))
            return close();
        if (c != ',')
            return failSyntax();
        ++m_at;
        m_await = m_open.back().isObject ? Await::Name : Await::Value;
        return true;
    case Await::End:
        break;
    }
    return failSyntax();
}

bool Scan::value()
{
    if (++m_values > limits::savedValues)
        return fail(Kind::TooMany, QString::number(limits::savedValues));
    switch (here()) {
    case '{':
        return open(true);
    case '[':
        return open(false);
    case '"':
        return string(nullptr) && (afterValue(), true);
    case 't':
        return literal("true");
    case 'f':
        return literal("false");
    case 'n':
        return literal("null");
    default:
        return number();
    }
}

bool Scan::open(bool isObject)
{
    if (m_open.size() >= limits::savedDepth)
        return fail(Kind::TooDeep, QString::number(limits::savedDepth));
    ++m_at;
    m_open.push_back({isObject, {}});
    m_await = isObject ? Await::NameOrEnd : Await::ValueOrEnd;
    return true;
}

bool Scan::close()
{
    if (!namesAreOnce(m_open.back()))
        return false;
    ++m_at;
    m_open.pop_back();
    afterValue();
    return true;
}

bool Scan::namesAreOnce(Open &object)
{
    auto &names = object.names;
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    constexpr qsizetype quotedLength = 60;
    return twice == names.end() || fail(Kind::NameTwice, QString::fromUtf8(twice->left(quotedLength)));
}

bool Scan::name()
{
    QByteArray raw;
    if (here() != '"' || !string(&raw))
        return m_error ? false : failSyntax();
    if (raw.contains('\\')) // the same name can be spelt with escapes
        raw = QJsonDocument::fromJson("[\"" + raw + "\"]")[0].toString().toUtf8();
    auto &names = m_open.back().names;
    names.push_back(raw);
    if (names.size() > limits::savedMembers)
        return fail(Kind::TooMany, QString::number(limits::savedMembers));
    m_await = Await::Colon;
    return true;
}

bool Scan::string(QByteArray *raw)
{
    const qsizetype begin = ++m_at;
    while (!atEnd()) {
        const auto byte = static_cast<unsigned char>(here());
        if (byte == '"') {
            if (raw)
                *raw = m_content.sliced(begin, m_at - begin).toByteArray();
            ++m_at;
            return true;
        }
        const bool fine = byte < 0x20    ? failSyntax()
                          : byte == '\\' ? escape()
                          : byte < 0x80  ? (++m_at, true)
                                         : utf8();
        if (!fine)
            return false;
    }
    return failSyntax();
}

bool Scan::escape()
{
    constexpr QByteArrayView simple("\"\\/bfnrt");
    constexpr qsizetype hexDigits = 4;
    ++m_at;
    if (atEnd())
        return failSyntax();
    if (simple.contains(here())) {
        ++m_at;
        return true;
    }
    if (here() != 'u')
        return failSyntax();
    for (qsizetype i = 0; i < hexDigits; ++i) {
        ++m_at;
        const bool isHex = !atEnd() && (isDigit(here()) || (here() >= 'a' && here() <= 'f') ||
                                        (here() >= 'A' && here() <= 'F'));
        if (!isHex)
            return failSyntax();
    }
    ++m_at;
    return true;
}

/// One character of two octets or more (RFC 3629 §4): nothing overlong, no surrogate, nothing beyond
/// U+10FFFF.
bool Scan::utf8()
{
    const auto byteAt = [&](qsizetype at) -> unsigned {
        return at < m_content.size() ? static_cast<unsigned char>(m_content[at]) : 0U;
    };
    const unsigned lead = byteAt(m_at);
    const unsigned second = byteAt(m_at + 1);
    const qsizetype length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (m_at + length > m_content.size())
        return failSyntax(); // cut within a character
    bool fine = length > 0;
    for (qsizetype i = 1; i < length; ++i)
        fine = fine && (byteAt(m_at + i) & 0xC0U) == 0x80U;
    fine = fine && !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F) &&
           !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second > 0x8F);
    if (!fine)
        return fail(Kind::NotUtf8, QStringLiteral("byte %1").arg(m_at));
    m_at += length;
    return true;
}

bool Scan::number()
{
    const auto digits = [&] {
        const qsizetype begin = m_at;
        while (!atEnd() && isDigit(here()))
            ++m_at;
        return m_at - begin;
    };
    if (here() == '-')
        ++m_at;
    const bool leadingZero = !atEnd() && here() == '0';
    const qsizetype whole = digits();
    if (whole == 0 || (leadingZero && whole > 1))
        return failSyntax();
    if (!atEnd() && here() == '.') {
        ++m_at;
        if (digits() == 0)
            return failSyntax();
    }
    if (!atEnd() && (here() == 'e' || here() == 'E')) {
        ++m_at;
        if (!atEnd() && (here() == '+' || here() == '-'))
            ++m_at;
        if (digits() == 0)
            return failSyntax();
    }
    afterValue();
    return true;
}

bool Scan::literal(QByteArrayView word)
{
    if (m_content.sliced(m_at).first(qMin(word.size(), m_content.size() - m_at)) != word)
        return failSyntax();
    m_at += word.size();
    afterValue();
    return true;
}

} // namespace

std::optional<FileProblem> scan(const QByteArray &content)
{
    if (const QString encoding = foreignEncoding(content); !encoding.isEmpty())
        return FileProblem{Kind::NotUtf8, encoding};
    if (content.trimmed().isEmpty())
        return FileProblem{Kind::Empty, {}};
    return Scan(content).run();
}

} // namespace mailseal::json
