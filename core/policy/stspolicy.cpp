#include "policy/stspolicy.h"

#include "policy/quoted.h"
#include "policy/situation.h"
#include "policy/txtrecords.h"
#include "values/domainname.h"

#include <QStringDecoder>

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

constexpr qint64 longestMaxAge = 31'557'600; // §3.2
constexpr qint64 shortMaxAge = 7 * 86'400;   // §3.2: "in the range of weeks or greater"
constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

QByteArrayView withoutWspAtEnd(QByteArrayView text)
{
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

bool isControl(char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }

/// UTF-16 with a byte order mark or without, of which the second octet of "version" is null.
bool isUtf16(QByteArrayView text)
{
    constexpr char nul = 0;
    const auto isEveryOther = [text](qsizetype first) {
        constexpr qsizetype enough = 4;
        return text.size() >= enough && text[first] == nul && text[first + 2] == nul &&
               text[1 - first] != nul && text[3 - first] != nul;
    };
    return text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF") || isEveryOther(0) || isEveryOther(1);
}

/// The first octet that no value may hold: a control character, or where UTF-8 breaks off.
std::optional<char> badOctet(QByteArrayView text)
{
    const auto control = std::find_if(text.begin(), text.end(), isControl);
    if (control != text.end())
        return *control;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = utf8(text);
    Q_UNUSED(decoded)
    if (!utf8.hasError())
        return std::nullopt;
    const auto high = std::find_if(text.begin(), text.end(), [](char c) { return c < 0; });
    return high == text.end() ? text.front() : *high;
}

/// An IP address, with or without the brackets of an address literal.
bool isAddress(QByteArray text)
{
    if (text.startsWith('[') && text.endsWith(']'))
        text = text.sliced(1).chopped(1);
    std::array<char, sizeof(in6_addr)> octets{};
    return inet_pton(AF_INET, text.constData(), octets.data()) == 1 ||
           inet_pton(AF_INET6, text.constData(), octets.data()) == 1;
}

class Reader
{
public:
    StsPolicy read(const QByteArray &literal);

private:
    void readLine(QByteArrayView line);
    void readField(const QByteArray &key, const QByteArray &value);
    void readMode(const QByteArray &value);
    void readMaxAge(const QByteArray &value);
    void readMx(const QByteArray &value);
    bool isRepeated(const QByteArray &key);
    void missing(QLatin1StringView key);
    void report(FindingCode code, Severity severity, const QStringList &args = {});
    /// Breaks the policy as a whole.
    void reject(FindingCode code, const QStringList &args = {});

    StsPolicy m_policy;
    QList<QByteArray> m_seen;
    std::optional<int> m_line;
    bool m_version = false;
    bool m_broken = false;
};

void Reader::report(FindingCode code, Severity severity, const QStringList &args)
{
    if (m_policy.problems.size() >= limits::stsProblems)
        return;
    Finding problem = finding(code, severity, args);
    problem.line = m_line;
    m_policy.problems.append(problem);
}

void Reader::reject(FindingCode code, const QStringList &args)
{
    m_broken = true;
    report(code, Severity::Error, args);
}

StsPolicy Reader::read(const QByteArray &literal)
{
    QByteArrayView rest = literal;
    m_line = 1;
    if (isUtf16(literal)) { // nothing in it can be read; each line's complaint would say the same
        reject(FindingCode::StsUtf16);
        return std::move(m_policy);
    }
    if (rest.startsWith(byteOrderMark)) {
        reject(FindingCode::StsByteOrderMark);
        rest = rest.sliced(byteOrderMark.size());
    }
    while (!rest.isEmpty()) {
        const auto end = rest.indexOf('\n');
        QByteArrayView line = end < 0 ? rest : rest.first(end);
        if (end >= 0 && line.endsWith('\r'))
            line.chop(1);
        readLine(line);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        ++*m_line;
    }
    m_line.reset();
    missing(QLatin1StringView("version"));
    missing(QLatin1StringView("mode"));
    missing(QLatin1StringView("max_age"));
    // required at least once, except when mode is "none"
    if (m_policy.mx.isEmpty() && m_policy.mode != StsMode::None)
        reject(FindingCode::StsFieldMissing, {QStringLiteral("mx")});
    m_policy.valid = !m_broken && m_version && m_policy.mode && m_policy.maxAge;
    return std::move(m_policy);
}

void Reader::missing(QLatin1StringView key)
{
    if (!m_seen.contains(QByteArrayView(key.data(), key.size())))
        reject(FindingCode::StsFieldMissing, {key});
}

void Reader::readLine(QByteArrayView line)
{
    if (withoutWspAtEnd(line).isEmpty()) {
        report(FindingCode::StsEmptyLine, Severity::Notice);
        return;
    }
    const auto colon = line.indexOf(':');
    QByteArrayView value = withoutWspAtEnd(line.sliced(colon + 1));
    while (colon >= 0 && (value.startsWith(' ') || value.startsWith('\t'))) // §3.2: ":" *WSP
        value = value.sliced(1);
    const auto octet = badOctet(colon < 0 ? QByteArrayView() : line.first(colon));
    if (const auto bad = octet ? octet : badOctet(value)) {
        reject(FindingCode::StsBadOctet, {QString::fromLatin1(QByteArray(1, *bad).toHex())});
        return;
    }
    if (colon < 0 || !isFieldName(line.first(colon))) {
        reject(FindingCode::StsLineInvalid, {quoted(line)});
        return;
    }
    readField(line.first(colon).toByteArray(), value.toByteArray());
}

/// §3.2: of a repeated field all entries but the first are ignored.
bool Reader::isRepeated(const QByteArray &key)
{
    if (m_seen.contains(key)) {
        report(FindingCode::StsFieldRepeated, Severity::Warning, {QString::fromLatin1(key)});
        return true;
    }
    m_seen.append(key);
    return false;
}

void Reader::readField(const QByteArray &key, const QByteArray &value)
{
    if (key == "mx") {
        readMx(value);
        return;
    }
    const bool known = key == "version" || key == "mode" || key == "max_age";
    if (!known) {
        report(FindingCode::StsFieldUnknown, Severity::Notice, {QString::fromLatin1(key)});
        return;
    }
    if (isRepeated(key))
        return;
    if (key == "mode")
        readMode(value);
    else if (key == "max_age")
        readMaxAge(value);
    else if (value == "STSv1")
        m_version = true;
    else
        reject(FindingCode::StsFieldInvalid, {QString::fromLatin1(key), quoted(value)});
}

void Reader::readMode(const QByteArray &value)
{
    if (value == "enforce")
        m_policy.mode = StsMode::Enforce;
    else if (value == "testing")
        m_policy.mode = StsMode::Testing;
    else if (value == "none")
        m_policy.mode = StsMode::None;
    else
        reject(FindingCode::StsFieldInvalid, {QStringLiteral("mode"), quoted(value)});
}

void Reader::readMaxAge(const QByteArray &value)
{
    constexpr qsizetype mostDigits = 10; // sts-policy-max-age-value
    const bool digits = !value.isEmpty() && value.size() <= mostDigits &&
                        std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    const qint64 seconds = digits ? value.toLongLong() : -1;
    if (seconds < 0 || seconds > longestMaxAge) {
        reject(FindingCode::StsFieldInvalid, {QStringLiteral("max_age"), quoted(value)});
        return;
    }
    m_policy.maxAge = seconds;
    if (seconds < shortMaxAge)
        report(FindingCode::StsMaxAgeShort, Severity::Notice, {QString::number(seconds)});
}

void Reader::readMx(const QByteArray &value)
{
    const QString pattern = quoted(value);
    const QString name = pattern.startsWith(QLatin1StringView("*.")) ? pattern.mid(2) : pattern;
    const auto parsed = DomainName::parse(name);
    if (isAddress(name.toLatin1())) {
        report(FindingCode::StsMxAddress, Severity::Error, {pattern});
        return;
    }
    if (!parsed || !parsed->isHostName() || value.size() > limits::quotedText) {
        report(FindingCode::StsMxInvalid, Severity::Error, {pattern});
        return;
    }
    if (std::any_of(value.begin(), value.end(), [](char c) { return c < 0; })) {
        const QString prefix = pattern.left(pattern.size() - name.size());
        report(FindingCode::StsMxNotAscii, Severity::Error, {pattern, prefix + parsed->ascii()});
        return;
    }
    if (name.endsWith(u'.')) { // Domain of RFC 5321 §4.1.2 has no dot at its end
        report(FindingCode::StsMxTrailingDot, Severity::Error, {pattern});
        return;
    }
    m_policy.mx.append(pattern);
}

} // namespace

StsPolicy readStsPolicy(const QByteArray &literal) { return Reader().read(literal); }

bool matchesStsPattern(const QString &pattern, const QString &host)
{
    const bool wildcard = pattern.startsWith(QLatin1StringView("*."));
    const auto name = DomainName::parse(wildcard ? QStringView(pattern).mid(2) : QStringView(pattern));
    const auto reference = DomainName::parse(host);
    if (!name || !reference)
        return false;
    const QString &full = reference->ascii();
    return wildcard ? QStringView(full).mid(full.indexOf(u'.') + 1) == name->ascii() && full.contains(u'.')
                    : *reference == *name;
}

} // namespace mailseal
