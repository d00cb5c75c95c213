#include "wire/wiretable.h"

namespace mailseal {

template <>
constexpr std::array wireTable<DnssecState>{
    WireName{DnssecState::Secure, "secure"},
    WireName{DnssecState::Insecure, "insecure"},
    WireName{DnssecState::Bogus, "bogus"},
    WireName{DnssecState::Unknown, "unknown"},
};

template <>
constexpr std::array wireTable<LookupEnd>{
    WireName{LookupEnd::Found, "found"},       WireName{LookupEnd::NoData, "no-data"},
    WireName{LookupEnd::NxDomain, "nxdomain"}, WireName{LookupEnd::Timeout, "timeout"},
    WireName{LookupEnd::ServFail, "servfail"}, WireName{LookupEnd::Refused, "refused"},
};

template <>
constexpr std::array wireTable<TlsaReason>{
    WireName{TlsaReason::Matches, "matches"},
    WireName{TlsaReason::Differs, "differs"},
    WireName{TlsaReason::UsageUnusable, "usage-unusable"},
    WireName{TlsaReason::SelectorUnknown, "selector-unknown"},
    WireName{TlsaReason::MatchingTypeUnknown, "matching-type-unknown"},
    WireName{TlsaReason::LengthWrong, "length-wrong"},
    WireName{TlsaReason::DataUnreadable, "data-unreadable"},
    WireName{TlsaReason::WeakerDigest, "weaker-digest"},
    WireName{TlsaReason::AuthorityNotSent, "authority-not-sent"},
    WireName{TlsaReason::NotCompared, "not-compared"},
};

template <>
constexpr std::array wireTable<StsMode>{
    WireName{StsMode::Enforce, "enforce"},
    WireName{StsMode::Testing, "testing"},
    WireName{StsMode::None, "none"},
};

template <>
constexpr std::array wireTable<StsFetchEnd>{
    WireName{StsFetchEnd::NotTried, "not-tried"},
    WireName{StsFetchEnd::Ok, "ok"},
    WireName{StsFetchEnd::ResolveFailed, "resolve-failed"},
    WireName{StsFetchEnd::ConnectFailed, "connect-failed"},
    WireName{StsFetchEnd::Certificate, "certificate"},
    WireName{StsFetchEnd::Status, "status"},
    WireName{StsFetchEnd::Redirect, "redirect"},
    WireName{StsFetchEnd::TooLarge, "too-large"},
    WireName{StsFetchEnd::Timeout, "timeout"},
};

template <>
constexpr std::array wireTable<OcspStatus>{
    WireName{OcspStatus::Good, "good"},
    WireName{OcspStatus::Revoked, "revoked"},
    WireName{OcspStatus::Unknown, "unknown"},
    WireName{OcspStatus::Unreadable, "unreadable"},
};

template <>
constexpr std::array wireTable<AssumptionKind>{
    WireName{AssumptionKind::StarttlsOffered, "starttls-offered"},
    WireName{AssumptionKind::Tls13, "tls-1.3"},
    WireName{AssumptionKind::TlsaSecure, "tlsa-secure"},
    WireName{AssumptionKind::StsPolicyGiven, "sts-policy-given"},
    WireName{AssumptionKind::StsMode, "sts-mode"},
    WireName{AssumptionKind::AtTime, "at-time"},
    WireName{AssumptionKind::ExtraRoot, "extra-root"},
    WireName{AssumptionKind::ReferenceName, "reference-name"},
    WireName{AssumptionKind::FromNewerVersion, "foreign"},
};

static_assert(isComplete(DnssecState::Unknown));
static_assert(isComplete(LookupEnd::Refused));
static_assert(isComplete(TlsaReason::NotCompared));
static_assert(isComplete(StsMode::None));
static_assert(isComplete(StsFetchEnd::Timeout));
static_assert(isComplete(OcspStatus::Unreadable));
static_assert(isComplete(AssumptionKind::FromNewerVersion));

QString toWire(DnssecState state) { return nameOf(state); }
QString toWire(LookupEnd end) { return nameOf(end); }
QString toWire(TlsaReason reason) { return nameOf(reason); }
QString toWire(StsMode mode) { return nameOf(mode); }
QString toWire(StsFetchEnd end) { return nameOf(end); }
QString toWire(OcspStatus status) { return nameOf(status); }
QString toWire(AssumptionKind kind) { return nameOf(kind); }

template QStringList wireNames<DnssecState>();
template QStringList wireNames<LookupEnd>();
template QStringList wireNames<TlsaReason>();
template QStringList wireNames<StsMode>();
template QStringList wireNames<StsFetchEnd>();
template QStringList wireNames<OcspStatus>();
template QStringList wireNames<AssumptionKind>();

template std::optional<DnssecState> fromWire(QStringView);
template std::optional<LookupEnd> fromWire(QStringView);
template std::optional<TlsaReason> fromWire(QStringView);
template std::optional<StsMode> fromWire(QStringView);
template std::optional<StsFetchEnd> fromWire(QStringView);
template std::optional<OcspStatus> fromWire(QStringView);
template std::optional<AssumptionKind> fromWire(QStringView);

} // namespace mailseal
