#include "chain/tlsa.h"

#include "values/limits.h"

#include <array>
#include <optional>

namespace mailseal {

namespace {

/// RFC 7218 §2: a field's mnemonics.
struct Mnemonic
{
    const char *name;
    quint8 value;
};
constexpr std::array usages{Mnemonic{"PKIX-TA", 0}, Mnemonic{"PKIX-EE", 1}, Mnemonic{"DANE-TA", 2},
                            Mnemonic{"DANE-EE", 3}, Mnemonic{"PrivCert", 255}};
constexpr std::array selectors{Mnemonic{"Cert", 0}, Mnemonic{"SPKI", 1}, Mnemonic{"PrivSel", 255}};
constexpr std::array matchingTypes{Mnemonic{"Full", 0}, Mnemonic{"SHA2-256", 1}, Mnemonic{"SHA2-512", 2},
                                   Mnemonic{"PrivMatch", 255}};

template <typename Mnemonics>
std::optional<quint8> fieldOf(const QString &word, const Mnemonics &mnemonics)
{
    for (const Mnemonic &mnemonic : mnemonics) {
        if (word.compare(QLatin1StringView(mnemonic.name), Qt::CaseInsensitive) == 0)
            return mnemonic.value;
    }
    constexpr qsizetype digits = 3;
    constexpr ushort most = 255;
    bool isNumber = false;
    const ushort number = word.toUShort(&isNumber);
    const bool plain = word.size() <= digits && word.front().isDigit();
    return isNumber && plain && number <= most ? std::optional(static_cast<quint8>(number)) : std::nullopt;
}

/// The words of the record: comments and parentheses are the zone file's (RFC 1035 §5.1).
QStringList wordsOf(QStringView text)
{
    QString plain;
    bool inComment = false;
    for (const QChar c : text) {
        inComment = (inComment || c == u';') && c != u'\n';
        if (!inComment)
            plain.append(c == u'(' || c == u')' ? QChar::Space : c);
    }
    QStringList words = plain.simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].compare(QLatin1StringView("TLSA"), Qt::CaseInsensitive) == 0)
            return words.mid(i + 1);
    }
    return words;
}

bool isHex(const QString &text)
{
    for (const QChar c : text) {
        const bool digit = c >= u'0' && c <= u'9';
        const bool letter = (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (!digit && !letter)
            return false;
    }
    return true;
}

} // namespace

std::variant<TlsaRecord, TlsaTextError> parseTlsa(QStringView text)
{
    if (text.size() > limits::tlsaText)
        return TlsaTextError::TooLong;
    const QStringList words = wordsOf(text);
    if (words.isEmpty())
        return TlsaTextError::Empty;
    constexpr qsizetype fields = 3;
    if (words.size() < fields)
        return TlsaTextError::FieldMissing;
    const auto usage = fieldOf(words[0], usages);
    const auto selector = fieldOf(words[1], selectors);
    const auto matchingType = fieldOf(words[2], matchingTypes);
    if (!usage)
        return TlsaTextError::BadUsage;
    if (!selector)
        return TlsaTextError::BadSelector;
    if (!matchingType)
        return TlsaTextError::BadMatchingType;
    const QString hex = words.mid(fields).join(QString());
    if (hex.isEmpty())
        return TlsaTextError::DataMissing;
    if (!isHex(hex))
        return TlsaTextError::BadHex;
    if (hex.size() % 2 != 0)
        return TlsaTextError::OddHex;
    return TlsaRecord{*usage, *selector, *matchingType, QByteArray::fromHex(hex.toLatin1())};
}

QString tlsaText(const TlsaRecord &record)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(record.usage)
        .arg(record.selector)
        .arg(record.matchingType)
        .arg(QLatin1StringView(record.data.toHex()));
}

} // namespace mailseal
