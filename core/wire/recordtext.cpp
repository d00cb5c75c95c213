#include "wire/recordtext.h"

#include "wire/escape.h"

#include <array>

namespace mailseal {

namespace {

template <size_t Count>
QString acronym(const std::array<const char *, Count> &names, quint8 value)
{
    return value < Count ? QString::fromLatin1(names.at(value)) : QString::number(value);
}

constexpr std::array usages{"PKIX-TA", "PKIX-EE", "DANE-TA", "DANE-EE"};
constexpr std::array selectors{"Cert", "SPKI"};
constexpr std::array matchingTypes{"Full", "SHA2-256", "SHA2-512"};

} // namespace

QString recordText(const MxRecord &mx)
{
    return QStringLiteral("%1 %2.").arg(mx.preference).arg(escapeUnprintable(mx.exchange));
}

QString recordText(const AddressRecord &address) { return escapeUnprintable(address.address); }

QString recordText(const AliasRecord &alias) { return escapeUnprintable(alias.target) + u'.'; }

QString recordText(const TlsaRecord &tlsa)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(tlsa.usage)
        .arg(tlsa.selector)
        .arg(tlsa.matchingType)
        .arg(QString::fromLatin1(tlsa.data.toHex()));
}

QString recordText(const TxtRecord &txt)
{
    QString quoted = escapeBytes(txt.text);
    quoted.replace(u'"', QLatin1StringView("\\x22"));
    return u'"' + quoted + u'"';
}

QString tlsaAcronyms(const TlsaRecord &tlsa)
{
    return QStringLiteral("%1 %2 %3")
        .arg(acronym(usages, tlsa.usage), acronym(selectors, tlsa.selector),
             acronym(matchingTypes, tlsa.matchingType));
}

} // namespace mailseal
