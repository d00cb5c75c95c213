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
        if (words[i].compare(QLatin1StringView("TLSA"), Qt::CaseInsensitive) == 0 ||
            words[i].compare(QLatin1StringView("TYPE52"), Qt::CaseInsensitive) == 0)
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

std::optional<TlsaTextError> hexError(const QString &hex)
{
    if (hex.isEmpty())
        return TlsaTextError::DataMissing;
    if (!isHex(hex))
        return TlsaTextError::BadHex;
    return hex.size() % 2 != 0 ? std::optional(TlsaTextError::OddHex) : std::nullopt;
}

/// RFC 3597 §5, behind "\#": the number of octets, then all of them in hex.
std::variant<TlsaRecord, TlsaTextError> parseUnknownForm(const QStringList &words)
{
    constexpr qsizetype fields = 3;
    bool isNumber = false;
    const uint length = words.value(0).toUInt(&isNumber);
    if (!isNumber)
        return words.isEmpty() ? TlsaTextError::FieldMissing : TlsaTextError::LengthDiffers;
    const QString hex = words.mid(1).join(QString());
    if (const auto error = hexError(hex))
        return *error;
    const QByteArray octets = QByteArray::fromHex(hex.toLatin1());
    if (static_cast<size_t>(octets.size()) != length)
        return TlsaTextError::LengthDiffers;
    if (octets.size() < fields)
        return TlsaTextError::FieldMissing;
    if (octets.size() == fields)
        return TlsaTextError::DataMissing;
    return TlsaRecord{static_cast<quint8>(octets[0]), static_cast<quint8>(octets[1]),
                      static_cast<quint8>(octets[2]), octets.mid(fields)};
}

} // namespace

std::variant<TlsaRecord, TlsaTextError> parseTlsa(QStringView text)
{
    if (text.size() > limits::tlsaText)
        return TlsaTextError::TooLong;
    const QStringList words = wordsOf(text);
    if (words.isEmpty())
        return TlsaTextError::Empty;
    if (words.constFirst() == QLatin1StringView("\\#"))
        return parseUnknownForm(words.mid(1));
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
    if (const auto error = hexError(hex))
        return *error;
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
