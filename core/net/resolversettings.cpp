#include "net/resolversettings.h"

#include "values/domainname.h"

#include <algorithm>

namespace mailseal {

namespace {

bool isNumber(const QByteArray &word, uint most)
{
    bool ok = false;
    const uint value = word.toUInt(&ok);
    return ok && value <= most &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHex(const QByteArray &text)
{
    return !text.isEmpty() && text.size() % 2 == 0 && QByteArray::fromHex(text).toHex() == text.toLower();
}

bool isBase64(const QByteArray &text)
{
    return !text.isEmpty() &&
           QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors).decodingStatus ==
               QByteArray::Base64DecodingStatus::Ok;
}

/// RFC 4034 §2.2 and §5.3: three numbers, then base64 or hexadecimal digits that blanks may divide.
bool isRecordData(const QByteArray &type, const QList<QByteArray> &words)
{
    constexpr qsizetype numbers = 3;
    if (words.size() <= numbers || !isNumber(words[0], 0xffff) || !isNumber(words[1], 0xff) ||
        !isNumber(words[2], 0xff))
        return false;
    const QByteArray data = words.mid(numbers).join();
    return type == "DS" ? isHex(data) : isBase64(data);
}

std::optional<DnssecAnchor> readAnchor(const QByteArray &line)
{
    QList<QByteArray> words = line.simplified().split(' ');
    const QByteArray owner = words.takeFirst();
    DnssecAnchor anchor;
    if (owner != "." && owner != "@") {
        const auto zone = DomainName::parse(QString::fromUtf8(owner));
        if (!zone)
            return std::nullopt;
        anchor.zone = zone->ascii();
    }
    while (!words.isEmpty() && (isNumber(words.first(), 0x7fffffff) || words.first().toUpper() == "IN"))
        words.removeFirst(); // TTL and class, in either order (RFC 1035 §5.1)
    if (words.isEmpty())
        return std::nullopt;
    const QByteArray type = words.takeFirst().toUpper();
    if ((type != "DS" && type != "DNSKEY") || !isRecordData(type, words))
        return std::nullopt;
    anchor.record = anchor.zone.toLatin1() + ". IN " + type + ' ' + words.join(' ');
    return anchor;
}

} // namespace

std::optional<QList<DnssecAnchor>> readDnssecAnchors(const QByteArray &content)
{
    QList<DnssecAnchor> anchors;
    const auto lines = content.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.left(raw.indexOf(';') < 0 ? raw.size() : raw.indexOf(';')).trimmed();
        if (line.isEmpty())
            continue;
        const auto anchor = readAnchor(line);
        if (!anchor)
            return std::nullopt;
        anchors.append(*anchor);
    }
    return anchors.isEmpty() ? std::nullopt : std::optional(anchors);
}

} // namespace mailseal
