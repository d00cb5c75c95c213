#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// Where a reference identifier came from (RFC 9525 §6.1).
enum class NameSource {
    Typed,
    Mx,      ///< the MX record's host
    NextHop, ///< the mail domain
    TlsaBase ///< the TLSA base domain (RFC 7672 §3.2.2)
};

struct ReferenceName
{
    QString name; ///< A-labels or an IP address, or, where it is neither, the text as typed
    NameSource source = NameSource::Typed;
    bool dnssec = false; ///< vouched for by DNSSEC
    bool operator==(const ReferenceName &) const = default;
};

enum class PresentedKind { Dns, Ip, CommonName };

/// Why a presented identifier does or does not match (RFC 9525 §6.3).
enum class NameReason {
    Equal,
    WildcardCoversLabel,
    Different,
    WildcardCoversOneLabelOnly,
    WildcardNotWholeLeftmostLabel,
    AddressEqual,
    AddressDiffers,
    CommonNameIgnored, ///< equal or not, it is never looked at (RFC 9525 §6.3)
    KindsDiffer,       ///< a DNS name against an address, or the reverse
    PresentedIsNoName, ///< not a syntactically valid name
    ReferenceIsNoHostName
};

struct NameComparison
{
    PresentedKind kind = PresentedKind::Dns;
    QString presented; ///< escaped text without the kind
    QString reference;
    bool matches = false;
    NameReason reason = NameReason::Different;
    bool operator==(const NameComparison &) const = default;
};

struct NameCheck
{
    QList<ReferenceName> reference;
    std::optional<bool> matches; ///< for the host's reference name; null where there is none
    QString matchedBy;           ///< "DNS:*.example.org"; empty where nothing matched
    QList<NameComparison> checks;
    bool operator==(const NameCheck &) const = default;
};

} // namespace mailseal
