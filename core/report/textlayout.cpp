#include "report/textlayout.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace mailseal {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// East_Asian_Width W and F (UAX #11, Unicode 15), neighbouring ranges joined.
constexpr std::array wide{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},   Range{0x23E9, 0x23EC},
    Range{0x23F0, 0x23F0},   Range{0x23F3, 0x23F3},   Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},
    Range{0x2648, 0x2653},   Range{0x267F, 0x267F},   Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},
    Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},   Range{0x26C4, 0x26C5},   Range{0x26CE, 0x26CE},
    Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},   Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},
    Range{0x26FA, 0x26FA},   Range{0x26FD, 0x26FD},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},
    Range{0x2728, 0x2728},   Range{0x274C, 0x274C},   Range{0x274E, 0x274E},   Range{0x2753, 0x2755},
    Range{0x2757, 0x2757},   Range{0x2795, 0x2797},   Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},
    Range{0x2B1B, 0x2B1C},   Range{0x2B50, 0x2B50},   Range{0x2B55, 0x2B55},   Range{0x2E80, 0x303E},
    Range{0x3041, 0x3247},   Range{0x3250, 0x4DBF},   Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},
    Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18CFF}, Range{0x1AFF0, 0x1B2FF},
    Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F18E}, Range{0x1F191, 0x1F19A},
    Range{0x1F200, 0x1F320}, Range{0x1F32D, 0x1F335}, Range{0x1F337, 0x1F37C}, Range{0x1F37E, 0x1F393},
    Range{0x1F3A0, 0x1F3CA}, Range{0x1F3CF, 0x1F3D3}, Range{0x1F3E0, 0x1F3F0}, Range{0x1F3F4, 0x1F3F4},
    Range{0x1F3F8, 0x1F43E}, Range{0x1F440, 0x1F440}, Range{0x1F442, 0x1F4FC}, Range{0x1F4FF, 0x1F53D},
    Range{0x1F54B, 0x1F54E}, Range{0x1F550, 0x1F567}, Range{0x1F57A, 0x1F57A}, Range{0x1F595, 0x1F596},
    Range{0x1F5A4, 0x1F5A4}, Range{0x1F5FB, 0x1F64F}, Range{0x1F680, 0x1F6C5}, Range{0x1F6CC, 0x1F6CC},
    Range{0x1F6D0, 0x1F6D2}, Range{0x1F6D5, 0x1F6D7}, Range{0x1F6DC, 0x1F6DF}, Range{0x1F6EB, 0x1F6EC},
    Range{0x1F6F4, 0x1F6FC}, Range{0x1F7E0, 0x1F7EB}, Range{0x1F7F0, 0x1F7F0}, Range{0x1F90C, 0x1F93A},
    Range{0x1F93C, 0x1F945}, Range{0x1F947, 0x1F9FF}, Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

bool isWide(char32_t c)
{
    if (c < wide.front().first)
        return false;
    const auto *range = std::lower_bound(
        wide.begin(), wide.end(), c, [](const Range &each, char32_t wanted) { return each.last < wanted; });
    return range != wide.end() && range->first <= c;
}

/// Hangul vowels and final consonants lie within the syllable that a wide one begins.
bool isWithinSyllable(char32_t c) { return c >= 0x1160 && c <= 0x11FF; }

qsizetype columnsOfCharacter(char32_t c)
{
    constexpr char32_t lastAscii = 0x7F;
    if (c <= lastAscii)
        return 1;
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return c == QChar::SoftHyphen ? 1 : 0;
    case QChar::Mark_SpacingCombining:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
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
        break;
    }
    if (isWithinSyllable(c))
        return 0;
    return isWide(c) ? 2 : 1;
}

struct CodePoint
{
    char32_t value;
    qsizetype units; ///< of UTF-16
};

CodePoint codePointAt(const QString &text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(text[at], text[at + 1]), 2};
    return {text[at].unicode(), 1};
}

/// So many UTF-16 units from `from` fill no more than `width` columns; at least one character.
qsizetype unitsWithin(const QString &text, qsizetype from, qsizetype width)
{
    qsizetype columns = 0;
    qsizetype at = from;
    while (at < text.size()) {
        const CodePoint c = codePointAt(text, at);
        columns += columnsOfCharacter(c.value);
        if (columns > width && at > from)
            break;
        at += c.units;
    }
    return at - from;
}

} // namespace

qsizetype columnCount(const QString &text)
{
    qsizetype columns = 0;
    for (qsizetype at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        columns += columnsOfCharacter(c.value);
        at += c.units;
    }
    return columns;
}

qsizetype columnsOfLongestWord(const QString &text)
{
    qsizetype longest = 0;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        longest = qMax(longest, columnCount(word));
    return longest;
}

QStringList wrappedLines(const QString &text, qsizetype width)
{
    QStringList lines;
    QString line;
    qsizetype columns = 0; // of the line
    for (const QString &word : text.simplified().split(u' ')) {
        const qsizetype more = columnCount(word);
        if (!line.isEmpty() && columns + 1 + more > width) {
            lines.append(line);
            line = word;
            columns = more;
        } else {
            columns += more + (line.isEmpty() ? 0 : 1);
            line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
        }
    }
    lines.append(line);
    return lines;
}

QStringList wrappedExactly(const QString &text, qsizetype width)
{
    QStringList lines;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype fits = unitsWithin(text, from, width);
        if (from + fits == text.size())
            break;
        qsizetype end = text.lastIndexOf(u' ', from + fits);
        if (end <= from)
            end = text.indexOf(u' ', from + fits); // a long word: as far as it goes
        if (end < 0)
            break;
        lines.append(text.mid(from, end - from));
        from = end + 1;
    }
    lines.append(text.mid(from));
    return lines;
}

QStringList cutLines(const QString &text, qsizetype width)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.simplified().split(u' ')) {
        if (!line.isEmpty() && columnCount(line) + 1 + columnCount(word) > width)
            lines.append(std::exchange(line, {}));
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
        qsizetype from = 0;
        for (qsizetype units = unitsWithin(line, 0, width); from + units < line.size();
             units = unitsWithin(line, from, width)) {
            lines.append(line.mid(from, units));
            from += units;
        }
        line.remove(0, from);
    }
    lines.append(line);
    return lines;
}

QList<qsizetype> sharedWidths(const QList<ColumnNeed> &needs, qsizetype room)
{
    QList<qsizetype> widths;
    for (const ColumnNeed &need : needs) {
        widths.append(need.least);
        room -= need.least;
    }
    if (room < 0)
        return {};
    QList<qsizetype> order(needs.size());
    std::iota(order.begin(), order.end(), 0);
    const auto want = [&](qsizetype column) { return needs[column].natural - needs[column].least; };
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return want(a) < want(b); });
    qsizetype waiting = order.size();
    for (const qsizetype column : order) {
        const qsizetype given = qMin(want(column), room / waiting--);
        widths[column] += given;
        room -= given;
    }
    return widths;
}

} // namespace mailseal
