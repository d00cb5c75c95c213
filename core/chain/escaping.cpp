#include "chain/escaping.h"

#include <QList>
#include <QStringDecoder>

namespace mailseal {

namespace {

/// The octets of the UTF-8 sequence that begins at `at`; 1 where none does.
qsizetype sequenceLength(const QByteArray &bytes, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(bytes.at(at));
    qsizetype length = 1;
    if (lead >= 0xf0) {
        length = 4;
    } else if (lead >= 0xe0) {
        length = 3;
    } else if (lead >= 0xc2) {
        length = 2;
    }
    return at + length <= bytes.size() ? length : 1;
}

bool isShown(char32_t character)
{
    constexpr char32_t lineSeparator = 0x2028;
    constexpr char32_t paragraphSeparator = 0x2029;
    return QChar::isPrint(character) && character != lineSeparator && character != paragraphSeparator;
}

QString escape(const QByteArray &bytes, QLatin1StringView prefix, bool escapesBackslash)
{
    QString text;
    text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, at);
        const QByteArray sequence = bytes.mid(at, length);
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder(sequence);
        const auto characters = decoded.toUcs4();
        const bool valid = !decoder.hasError() && characters.size() == 1;
        if (valid && isShown(characters.first()) &&
            !(escapesBackslash && decoded == QLatin1StringView("\\"))) {
            text += decoded;
            at += length;
            continue;
        }
        const QByteArray hidden = valid ? sequence : sequence.left(1);
        for (const char octet : hidden)
            text += prefix + QString::fromLatin1(QByteArray(1, octet).toHex().toUpper());
        at += hidden.size();
    }
    return text;
}

} // namespace

QString escaped(const QByteArray &bytes) { return escape(bytes, QLatin1StringView("\\x"), true); }

QString escapedName(const QByteArray &rfc4514) { return escape(rfc4514, QLatin1StringView("\\"), false); }

} // namespace mailseal
