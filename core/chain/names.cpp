#include "chain/names.h"

#include "values/domainname.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace mailseal {

namespace {

/// An IP address as octets (RFC 9525 §6.5); empty where the text is none.
QByteArray octetsOf(const QString &text)
{
    std::array<char, sizeof(in6_addr)> octets{};
    const QByteArray latin = text.toLatin1();
    if (inet_pton(AF_INET, latin.constData(), octets.data()) == 1)
        return QByteArray(octets.data(), sizeof(in_addr));
    if (inet_pton(AF_INET6, latin.constData(), octets.data()) == 1)
        return QByteArray(octets.data(), sizeof(in6_addr));
    return {};
}

/// A dNSName is A-labels in ASCII without a dot at its end (RFC 5280 §4.2.1.6): nothing is repaired here.
std::optional<DomainName> presentedName(const QString &text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    return ascii && !text.endsWith(u'.') ? DomainName::parse(text) : std::nullopt;
}

/// A reference identifier, taken apart once.
struct Reference
{
    QString text;
    QByteArray octets; ///< of an address
    std::optional<DomainName> name;
};

Reference readReference(const ReferenceName &reference)
{
    Reference read{reference.name, octetsOf(reference.name), std::nullopt};
    if (read.octets.isEmpty())
        read.name = DomainName::parse(reference.name);
    return read;
}

NameReason compareWildcard(const QString &presented, const DomainName &reference)
{
    // RFC 9525 §6.3: one "*", alone in the left-most label; "f*.example.com" is no wildcard for anybody.
    if (!presented.startsWith(QLatin1StringView("*.")) || presented.count(u'*') != 1) {
        return presented == QLatin1StringView("*") ? NameReason::PresentedIsNoName
                                                   : NameReason::WildcardNotWholeLeftmostLabel;
    }
    const auto base = presentedName(presented.mid(2));
    if (!base)
        return NameReason::PresentedIsNoName;
    const QString &host = reference.ascii();
    const qsizetype dot = host.indexOf(u'.');
    if (dot > 0 && QStringView(host).mid(dot + 1) == base->ascii()) {
        return base->ascii().contains(u'.') ? NameReason::WildcardCoversLabel
                                            : NameReason::WildcardCoversTopLevel;
    }
    const bool below = host == base->ascii() || host.endsWith(u'.' + base->ascii());
    return below ? NameReason::WildcardCoversOneLabelOnly : NameReason::Different;
}

NameReason compareDns(const QString &presented, const Reference &reference)
{
    if (!reference.octets.isEmpty())
        return NameReason::KindsDiffer; // RFC 9525 §6.5: an address is compared with iPAddress alone
    if (!reference.name)
        return NameReason::ReferenceIsNoHostName;
    if (presented.contains(u'*'))
        return compareWildcard(presented, *reference.name);
    const auto name = presentedName(presented);
    if (!name)
        return NameReason::PresentedIsNoName;
    return *name == *reference.name ? NameReason::Equal : NameReason::Different;
}

NameReason compareAddress(const QString &presented, const Reference &reference)
{
    const QByteArray octets = octetsOf(presented);
    if (reference.octets.isEmpty())
        return reference.name ? NameReason::KindsDiffer : NameReason::ReferenceIsNoHostName;
    if (octets.isEmpty())
        return NameReason::PresentedIsNoName;
    return octets == reference.octets ? NameReason::AddressEqual : NameReason::AddressDiffers;
}

bool isMatch(NameReason reason)
{
    switch (reason) {
    case NameReason::Equal:
    case NameReason::WildcardCoversLabel:
    case NameReason::WildcardCoversTopLevel:
    case NameReason::AddressEqual:
        return true;
    case NameReason::Different:
    case NameReason::WildcardCoversOneLabelOnly:
    case NameReason::WildcardNotWholeLeftmostLabel:
    case NameReason::AddressDiffers:
    case NameReason::CommonNameIgnored:
    case NameReason::CommonNameCounts:
    case NameReason::KindsDiffer:
    case NameReason::PresentedIsNoName:
    case NameReason::ReferenceIsNoHostName:
        return false;
    }
    return false;
}

/// Where OpenSSL (X509_check_host) decides otherwise than RFC 9525.
std::optional<bool> byOpenSsl(NameReason reason)
{
    if (reason == NameReason::WildcardCoversTopLevel)
        return false; // its wildcards have two dots at least
    return reason == NameReason::CommonNameCounts ? std::optional(true) : std::nullopt;
}

/// The common name counts for some where no DNS-ID is there; its wildcards are those of a DNS name.
NameReason compareCommonName(const QString &presented, const Reference &reference, bool hasDnsNames)
{
    const NameReason asName = hasDnsNames ? NameReason::Different : compareDns(presented, reference);
    return asName == NameReason::Equal || asName == NameReason::WildcardCoversLabel
               ? NameReason::CommonNameCounts
               : NameReason::CommonNameIgnored;
}

QList<NameComparison> compareAll(const CertificateFacts &leaf, const Reference &reference)
{
    QList<NameComparison> checks;
    const auto add = [&](PresentedKind kind, const QString &presented, NameReason reason) {
        checks.append({kind, presented, reference.text, isMatch(reason), reason, byOpenSsl(reason)});
    };
    for (const QString &name : leaf.dnsNames)
        add(PresentedKind::Dns, name, compareDns(name, reference));
    for (const QString &address : leaf.ipAddresses)
        add(PresentedKind::Ip, address, compareAddress(address, reference));
    for (const QString &name : leaf.commonNames)
        add(PresentedKind::CommonName, name, compareCommonName(name, reference, !leaf.dnsNames.isEmpty()));
    return checks;
}

QString describe(const NameComparison &check)
{
    const auto kind = check.kind == PresentedKind::Ip ? QLatin1StringView("IP:") : QLatin1StringView("DNS:");
    return kind + check.presented;
}

} // namespace

NameCheck checkNames(const CertificateFacts &leaf, const QList<ReferenceName> &references)
{
    NameCheck check;
    check.reference = references;
    for (const ReferenceName &reference : references) {
        const auto checks = compareAll(leaf, readReference(reference));
        if (!check.matches) {
            const auto match = std::find_if(checks.begin(), checks.end(),
                                            [](const NameComparison &one) { return one.matches; });
            check.matches = match != checks.end();
            check.matchedBy = match != checks.end() ? describe(*match) : QString();
        }
        check.checks += checks;
    }
    return check;
}

} // namespace mailseal
