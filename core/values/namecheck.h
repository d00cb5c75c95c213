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
    WildcardCoversTopLevel, ///< "*.com": it matches by RFC 9525, and OpenSSL does not take it
    Different,
    WildcardCoversOneLabelOnly,
    WildcardNotWholeLeftmostLabel,
    AddressEqual,
    AddressDiffers,
    CommonNameIgnored, ///< another one, or a DNS name stands beside it
    /// It fits and no DNS name is there: by RFC 9525 §6.3 it is never looked at, OpenSSL, GnuTLS and DANE
    /// (RFC 7672 §3.2.3) take it.
    CommonNameCounts,
    KindsDiffer,       ///< a DNS name against an address, or the reverse
    PresentedIsNoName, ///< not a syntactically valid name
    ReferenceIsNoHostName
};

struct NameComparison
{
    PresentedKind kind = PresentedKind::Dns;
    QString presented; ///< escaped text without the kind
    QString reference;
    bool matches = false; ///< by RFC 9525
    NameReason reason = NameReason::Different;
    /// Whether OpenSSL takes it, and Postfix with it, where that differs from `matches` (RFC 9525).
    std::optional<bool> byOpenSsl = std::nullopt;
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

/// Whether a client that goes by OpenSSL takes it (docs/judgement.md "Names and SNI").
inline bool isTakenByOpenSsl(const NameComparison &check) { return check.byOpenSsl.value_or(check.matches); }

/// What vouches for the host's reference name in the eyes of such a client; null where nothing does.
inline const NameComparison *takenByOpenSsl(const NameCheck &names)
{
    for (const NameComparison &check : names.checks) {
        if (!names.reference.isEmpty() && check.reference == names.reference.constFirst().name &&
            isTakenByOpenSsl(check))
            return &check;
    }
    return nullptr;
}

} // namespace mailseal
