#include "wire/escape.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

struct CodePoint
{
    char32_t value = 0;
    qsizetype length = 0; ///< octets; 0: no well-formed UTF-8 here
};

bool isContinuation(uchar byte) { return (byte & 0xC0U) == 0x80U; }

/// The code point at `at` as RFC 3629 §4 has it: no overlong form, no surrogate, nothing above U+10FFFF.
CodePoint decode(const QByteArray &bytes, qsizetype at)
{
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const auto byteAt = [&](qsizetype i) { return static_cast<uchar>(bytes.at(i)); };
    const uchar lead = byteAt(at);
    if (lead < 0x80)
        return {lead, 1};
    const qsizetype length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.size())
        return {};
    char32_t value = lead & (0x7FU >> length);
    for (qsizetype i = 1; i < length; ++i) {
        if (!isContinuation(byteAt(at + i)))
            return {};
        value = (value << 6U) | (byteAt(at + i) & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest.at(static_cast<std::size_t>(length)) || surrogate || value > 0x10FFFF)
        return {};
    return {value, length};
}

/// Letters and marks that take no room on the screen and no category tells: fillers and variation selectors.
bool isInvisible(char32_t c)
{
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return c == 0x034F || within(0x115F, 0x1160) || within(0x17B4, 0x17B5) || within(0x180B, 0x180F) ||
           c == 0x2800 || c == 0x3164 || within(0xFE00, 0xFE0F) || c == 0xFFA0 || within(0xE0000, 0xE0FFF);
}

bool isPrintable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi controls, zero-width characters, the byte order mark
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Separator_Space:
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Other:
        return !isInvisible(c);
    }
    return false;
}

void appendEscaped(QByteArray &out, QByteArrayView bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        out.append("\\x").append(digits[byte >> 4U]).append(digits[byte & 0x0FU]);
    }
}

template <typename Keep>
QString escaped(const QByteArray &bytes, Keep keep)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const CodePoint point = decode(bytes, at);
        const qsizetype length = qMax<qsizetype>(point.length, 1);
        const QByteArrayView view = QByteArrayView(bytes).sliced(at, length);
        if (point.length > 0 && keep(point.value)) {
            out.append(view);
        } else {
            appendEscaped(out, view);
        }
        at += length;
    }
    return QString::fromUtf8(out);
}

std::optional<uchar> hexDigit(QChar c)
{
    const ushort u = c.unicode();
    if (u >= '0' && u <= '9')
        return static_cast<uchar>(u - '0');
    if (u >= 'a' && u <= 'f')
        return static_cast<uchar>(u - 'a' + 10);
    if (u >= 'A' && u <= 'F')
        return static_cast<uchar>(u - 'A' + 10);
    return std::nullopt;
}

} // namespace

QString escapeBytes(const QByteArray &bytes)
{
    return escaped(bytes, [](char32_t c) { return c != U'\\' && isPrintable(c); });
}

QString escapeUnprintable(const QString &text)
{
    const auto isPlain = [](QChar c) { return c == u'\n' || (c >= u' ' && c <= u'~'); };
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text; // nearly always
    return escaped(text.toUtf8(), [](char32_t c) { return c == U'\n' || isPrintable(c); });
}

QByteArray escapeJson(const QByteArray &json)
{
    constexpr char del = '\x7F';
    const bool isPlain =
        std::all_of(json.begin(), json.end(), [](char c) { return static_cast<uchar>(c) < uchar{del}; });
    if (isPlain) // the usual case; control characters are Qt's to escape
        return json;
    QByteArray out;
    out.reserve(json.size());
    for (qsizetype at = 0; at < json.size();) {
        const CodePoint point = decode(json, at);
        const qsizetype length = qMax<qsizetype>(point.length, 1);
        if (point.length == 0 || point.value == U'\n' || isPrintable(point.value)) {
            out.append(QByteArrayView(json).sliced(at, length));
        } else {
            for (const QChar unit : QChar::fromUcs4(point.value))
                out.append("\\u").append(QByteArray::number(unit.unicode(), 16).rightJustified(4, '0'));
        }
        at += length;
    }
    return out;
}

std::optional<QByteArray> unescapeBytes(const QString &text)
{
    if (!text.isValidUtf16())
        return std::nullopt;
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype backslash = text.indexOf(u'\\', at);
        out.append(QStringView(text).sliced(at, (backslash < 0 ? text.size() : backslash) - at).toUtf8());
        if (backslash < 0)
            break;
        if (backslash + 4 > text.size() || text.at(backslash + 1) != u'x')
            return std::nullopt;
        const auto high = hexDigit(text.at(backslash + 2));
        const auto low = hexDigit(text.at(backslash + 3));
        if (!high || !low)
            return std::nullopt;
        out.append(static_cast<char>((*high << 4U) | *low));
        at = backslash + 4;
    }
    return out;
}

QString oneLine(const QString &text)
{
    return escapeUnprintable(text).replace(u'\n', QStringLiteral("\\x0A"));
}

} // namespace mailseal
