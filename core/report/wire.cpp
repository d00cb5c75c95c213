#include "report/wire.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

template <typename E>
struct WireName
{
    E value;
    const char *name;
};
template <typename E>
WireName(E, const char *) -> WireName<E>;

/// One table an enumeration, in the enumeration's order; both directions read it.
template <typename E>
constexpr auto names = 0;

template <>
constexpr std::array names<PolicyId>{
    WireName{PolicyId::Opportunistic, "opportunistic"},
    WireName{PolicyId::Encrypt, "encrypt"},
    WireName{PolicyId::WebPki, "webpki"},
    WireName{PolicyId::Secure, "secure"},
    WireName{PolicyId::Fingerprint, "fingerprint"},
};

template <>
constexpr std::array names<Standing>{
    WireName{Standing::Satisfied, "satisfied"},
    WireName{Standing::Violated, "violated"},
    WireName{Standing::NotApplicable, "not-applicable"},
    WireName{Standing::Undetermined, "undetermined"},
};

template <>
constexpr std::array names<Delivery>{
    WireName{Delivery::Authenticated, "authenticated"},
    WireName{Delivery::Encrypted, "encrypted"},
    WireName{Delivery::Cleartext, "cleartext"},
    WireName{Delivery::Deferred, "deferred"},
    WireName{Delivery::Refused, "refused"},
    WireName{Delivery::Unknown, "unknown"},
};

template <>
constexpr std::array names<EndReason>{
    WireName{EndReason::Completed, "completed"},
    WireName{EndReason::QuitAfterHandshake, "quit-after-handshake"},
    WireName{EndReason::StarttlsNotOffered, "starttls-not-offered"},
    WireName{EndReason::StarttlsMasked, "starttls-masked"},
    WireName{EndReason::StarttlsRefused, "starttls-refused"},
    WireName{EndReason::HandshakeFailed, "handshake-failed"},
    WireName{EndReason::EhloRefused, "ehlo-refused"},
    WireName{EndReason::RefusedAfterTls, "refused-after-tls"},
    WireName{EndReason::ResolveFailed, "resolve-failed"},
    WireName{EndReason::NullMx, "null-mx"},
    WireName{EndReason::ConnectionRefused, "connection-refused"},
    WireName{EndReason::Unreachable, "unreachable"},
    WireName{EndReason::ConnectTimeout, "connect-timeout"},
    WireName{EndReason::GreetingTimeout, "greeting-timeout"},
    WireName{EndReason::GreetingRefused, "greeting-refused"},
    WireName{EndReason::ReplyTimeout, "reply-timeout"},
    WireName{EndReason::HandshakeTimeout, "handshake-timeout"},
    WireName{EndReason::ReplyTooLong, "reply-too-long"},
    WireName{EndReason::ProtocolError, "protocol-error"},
    WireName{EndReason::ClosedEarly, "closed-early"},
    WireName{EndReason::ProxyFailed, "proxy-failed"},
    WireName{EndReason::Cancelled, "cancelled"},
    WireName{EndReason::DeadlineExceeded, "deadline-exceeded"},
    WireName{EndReason::Offline, "offline"},
};

template <>
constexpr std::array names<Service>{
    WireName{Service::Smtp, "smtp"},
    WireName{Service::Submission, "submission"},
    WireName{Service::Submissions, "submissions"},
    WireName{Service::Lmtp, "lmtp"},
};

template <>
constexpr std::array names<Start>{
    WireName{Start::StartTls, "starttls"},
    WireName{Start::Implicit, "implicit"},
};

template <>
constexpr std::array names<Severity>{
    WireName{Severity::Info, "info"},
    WireName{Severity::Notice, "notice"},
    WireName{Severity::Warning, "warning"},
    WireName{Severity::Error, "error"},
};

template <>
constexpr std::array names<FindingCode>{
    WireName{FindingCode::SessionEndedByPolicy, "session-ended-by-policy"},
    WireName{FindingCode::CertificatesNotChecked, "certificates-not-checked"},
    WireName{FindingCode::Encrypted, "encrypted"},
    WireName{FindingCode::ChainAndNameFine, "chain-and-name-fine"},
    WireName{FindingCode::PinMatch, "pin-match"},
    WireName{FindingCode::SelfSignedLeaf, "self-signed-leaf"},
    WireName{FindingCode::UntrustedRoot, "untrusted-root"},
    WireName{FindingCode::IncompleteChain, "incomplete-chain"},
    WireName{FindingCode::Expired, "expired"},
    WireName{FindingCode::NotYetValid, "not-yet-valid"},
    WireName{FindingCode::ExpiresSoon, "expires-soon"},
    WireName{FindingCode::NameMismatch, "name-mismatch"},
    WireName{FindingCode::CnOnly, "cn-only"},
    WireName{FindingCode::NoReferenceName, "no-reference-name"},
    WireName{FindingCode::WeakKey, "weak-key"},
    WireName{FindingCode::WeakSignature, "weak-signature"},
    WireName{FindingCode::MisorderedChain, "misordered-chain"},
    WireName{FindingCode::SurplusCertificate, "surplus-certificate"},
    WireName{FindingCode::DuplicateCertificate, "duplicate-certificate"},
    WireName{FindingCode::RootSent, "root-sent"},
    WireName{FindingCode::WrongPurpose, "wrong-purpose"},
    WireName{FindingCode::InvalidCa, "invalid-ca"},
    WireName{FindingCode::UnreadableCertificate, "unreadable-certificate"},
    WireName{FindingCode::ChainInvalid, "chain-invalid"},
    WireName{FindingCode::NoCertificate, "no-certificate"},
    WireName{FindingCode::AnonymousSuite, "anonymous-suite"},
    WireName{FindingCode::PinMismatch, "pin-mismatch"},
    WireName{FindingCode::NoPins, "no-pins"},
    WireName{FindingCode::LegacyProtocol, "legacy-protocol"},
    WireName{FindingCode::RevocationNotChecked, "revocation-not-checked"},
    WireName{FindingCode::StarttlsNotOffered, "starttls-not-offered"},
    WireName{FindingCode::StarttlsIntermittent, "starttls-intermittent"},
    WireName{FindingCode::StarttlsMasked, "starttls-masked"},
    WireName{FindingCode::StarttlsRefused, "starttls-refused"},
    WireName{FindingCode::HandshakeFailed, "handshake-failed"},
    WireName{FindingCode::RefusedAfterTls, "refused-after-tls"},
    WireName{FindingCode::Unreachable, "unreachable"},
    WireName{FindingCode::GreetingRefused, "greeting-refused"},
    WireName{FindingCode::EhloRefused, "ehlo-refused"},
    WireName{FindingCode::NoUsableReply, "no-usable-reply"},
    WireName{FindingCode::NotInspected, "not-inspected"},
    WireName{FindingCode::Throttled, "throttled"},
    WireName{FindingCode::GreetingSlow, "greeting-slow"},
    WireName{FindingCode::EarlyPlaintext, "early-plaintext"},
    WireName{FindingCode::BareLf, "bare-lf"},
    WireName{FindingCode::LongLine, "long-line"},
    WireName{FindingCode::ReplyCodeUnusual, "reply-code-unusual"},
    WireName{FindingCode::ReplyCodesDiffer, "reply-codes-differ"},
    WireName{FindingCode::UnexpectedReply, "unexpected-reply"},
    WireName{FindingCode::HeloOnly, "helo-only"},
    WireName{FindingCode::CapabilityCase, "capability-case"},
    WireName{FindingCode::EhloNameNotFqdn, "ehlo-name-not-fqdn"},
    WireName{FindingCode::Port25BlockedHere, "port-25-blocked-here"},
    WireName{FindingCode::HostDown, "host-down"},
    WireName{FindingCode::Foreign, "foreign"},
};

template <>
constexpr std::array names<ConformanceId>{
    WireName{ConformanceId::StarttlsReadvertised, "starttls-readvertised"},
    WireName{ConformanceId::ResponseInjection, "response-injection"},
    WireName{ConformanceId::EhloAfterTls, "ehlo-after-tls"},
    WireName{ConformanceId::RefusalAfterTlsReply, "refusal-after-tls-reply"},
    WireName{ConformanceId::AuthBeforeTls, "auth-before-tls"},
    WireName{ConformanceId::EhloKeywordCase, "ehlo-keyword-case"},
    WireName{ConformanceId::CloseNotify, "close-notify"},
};

template <>
constexpr std::array names<ConformanceNote>{
    WireName{ConformanceNote::NotOfferedAgain, "not-offered-again"},
    WireName{ConformanceNote::OfferedAgain, "offered-again"},
    WireName{ConformanceNote::NoSecondEhlo, "no-second-ehlo"},
    WireName{ConformanceNote::NothingBehind220, "nothing-behind-220"},
    WireName{ConformanceNote::TextBehind220, "text-behind-220"},
    WireName{ConformanceNote::No220, "no-220"},
    WireName{ConformanceNote::ImplicitTlsHasNo220, "implicit-tls-has-no-220"},
    WireName{ConformanceNote::AnsweredWith250, "answered-with-250"},
    WireName{ConformanceNote::AnsweredOtherwise, "answered-otherwise"},
    WireName{ConformanceNote::NotAnswered, "not-answered"},
    WireName{ConformanceNote::RefusedInsideTls, "refused-inside-tls"},
    WireName{ConformanceNote::WeEndedTheSession, "we-ended-the-session"},
    WireName{ConformanceNote::RefusedWith554, "refused-with-554"},
    WireName{ConformanceNote::RefusedInAnotherForm, "refused-in-another-form"},
    WireName{ConformanceNote::DoesNotRefuse, "does-not-refuse"},
    WireName{ConformanceNote::NoAuthBeforeTls, "no-auth-before-tls"},
    WireName{ConformanceNote::PlaintextAuthBeforeTls, "plaintext-auth-before-tls"},
    WireName{ConformanceNote::OtherAuthBeforeTls, "other-auth-before-tls"},
    WireName{ConformanceNote::NoAuthAtAll, "no-auth-at-all"},
    WireName{ConformanceNote::ImplicitTlsHasNoClearText, "implicit-tls-has-no-clear-text"},
    WireName{ConformanceNote::KeywordsUpperCase, "keywords-upper-case"},
    WireName{ConformanceNote::KeywordsOtherCase, "keywords-other-case"},
    WireName{ConformanceNote::NoEhloReply, "no-ehlo-reply"},
    WireName{ConformanceNote::ClosedByCloseNotify, "closed-by-close-notify"},
    WireName{ConformanceNote::ClosedWithoutCloseNotify, "closed-without-close-notify"},
    WireName{ConformanceNote::WeClosedFirst, "we-closed-first"},
    WireName{ConformanceNote::NoTls, "no-tls"},
    WireName{ConformanceNote::Foreign, "foreign"},
};

template <>
constexpr std::array names<TlsProtocol>{
    WireName{TlsProtocol::TlsV1_0, "TLSv1"},
    WireName{TlsProtocol::TlsV1_1, "TLSv1.1"},
    WireName{TlsProtocol::TlsV1_2, "TLSv1.2"},
    WireName{TlsProtocol::TlsV1_3, "TLSv1.3"},
};

template <>
constexpr std::array names<SelfSignedKind>{
    WireName{SelfSignedKind::Leaf, "leaf"},
    WireName{SelfSignedKind::UntrustedRoot, "untrusted-root"},
    WireName{SelfSignedKind::Anchored, "anchored"},
};

template <>
constexpr std::array names<AnchorStore>{
    WireName{AnchorStore::System, "system"},
    WireName{AnchorStore::File, "file"},
    WireName{AnchorStore::Saved, "saved"},
};

template <>
constexpr std::array names<NameSource>{
    WireName{NameSource::Typed, "typed"},
};

template <>
constexpr std::array names<NameReason>{
    WireName{NameReason::Equal, "equal"},
    WireName{NameReason::WildcardCoversLabel, "wildcard-covers-label"},
    WireName{NameReason::Different, "different"},
    WireName{NameReason::WildcardCoversOneLabelOnly, "wildcard-covers-one-label-only"},
    WireName{NameReason::WildcardNotWholeLeftmostLabel, "wildcard-not-whole-leftmost-label"},
    WireName{NameReason::AddressEqual, "address-equal"},
    WireName{NameReason::AddressDiffers, "address-differs"},
    WireName{NameReason::CommonNameIgnored, "common-name-ignored"},
    WireName{NameReason::KindsDiffer, "kinds-differ"},
    WireName{NameReason::PresentedIsNoName, "presented-is-no-name"},
    WireName{NameReason::ReferenceIsNoHostName, "reference-is-no-host-name"},
};

template <>
constexpr std::array names<PresentedKind>{
    WireName{PresentedKind::Dns, "DNS"},
    WireName{PresentedKind::Ip, "IP"},
    WireName{PresentedKind::CommonName, "CN"},
};

template <>
constexpr std::array names<Speaker>{
    WireName{Speaker::Client, "client"},
    WireName{Speaker::Server, "server"},
    WireName{Speaker::Note, "note"},
};

template <>
constexpr std::array names<Origin>{
    WireName{Origin::Session, "session"},
    WireName{Origin::Offline, "offline"},
};

template <>
constexpr std::array names<TlsClosure>{
    WireName{TlsClosure::NotSeen, "not-seen"},
    WireName{TlsClosure::CloseNotify, "close-notify"},
    WireName{TlsClosure::Truncated, "truncated"},
    WireName{TlsClosure::ByUs, "by-us"},
};

/// Whether the table is gapless, in order and ends with the enumeration's last value.
template <typename E>
constexpr bool isComplete(E last)
{
    for (std::size_t i = 0; i < names<E>.size(); ++i) {
        if (static_cast<std::size_t>(names<E>[i].value) != i)
            return false;
    }
    return names<E>.back().value == last;
}

static_assert(isComplete(PolicyId::Fingerprint));
static_assert(isComplete(Standing::Undetermined));
static_assert(isComplete(Delivery::Unknown));
static_assert(isComplete(EndReason::Offline));
static_assert(isComplete(Service::Lmtp));
static_assert(isComplete(Start::Implicit));
static_assert(isComplete(Severity::Error));
static_assert(isComplete(FindingCode::Foreign));
static_assert(isComplete(ConformanceId::CloseNotify));
static_assert(isComplete(ConformanceNote::Foreign));
static_assert(isComplete(TlsProtocol::TlsV1_3));
static_assert(isComplete(SelfSignedKind::Anchored));
static_assert(isComplete(AnchorStore::Saved));
static_assert(isComplete(NameSource::Typed));
static_assert(isComplete(NameReason::ReferenceIsNoHostName));
static_assert(isComplete(PresentedKind::CommonName));
static_assert(isComplete(Speaker::Note));
static_assert(isComplete(Origin::Offline));
static_assert(isComplete(TlsClosure::ByUs));

template <typename E>
QString nameOf(E value)
{
    return QLatin1StringView(names<E>[static_cast<std::size_t>(value)].name);
}

} // namespace

QString toWire(PolicyId id) { return nameOf(id); }
QString toWire(Standing standing) { return nameOf(standing); }
QString toWire(Delivery delivery) { return nameOf(delivery); }
QString toWire(EndReason end) { return nameOf(end); }
QString toWire(Service service) { return nameOf(service); }
QString toWire(Start start) { return nameOf(start); }
QString toWire(Severity severity) { return nameOf(severity); }
QString toWire(FindingCode code) { return nameOf(code); }
QString toWire(ConformanceId id) { return nameOf(id); }
QString toWire(ConformanceNote note) { return nameOf(note); }
QString toWire(TlsProtocol protocol) { return nameOf(protocol); }
QString toWire(SelfSignedKind kind) { return nameOf(kind); }
QString toWire(AnchorStore store) { return nameOf(store); }
QString toWire(NameSource source) { return nameOf(source); }
QString toWire(NameReason reason) { return nameOf(reason); }
QString toWire(PresentedKind kind) { return nameOf(kind); }
QString toWire(Speaker speaker) { return nameOf(speaker); }
QString toWire(Origin origin) { return nameOf(origin); }
QString toWire(TlsClosure closure) { return nameOf(closure); }

template <typename E>
std::optional<E> fromWire(QStringView name)
{
    const auto found = std::find_if(names<E>.begin(), names<E>.end(), [name](const WireName<E> &candidate) {
        return name == QLatin1StringView(candidate.name);
    });
    return found == names<E>.end() ? std::nullopt : std::optional(found->value);
}

template <typename E>
QStringList wireNames()
{
    QStringList all;
    for (const auto &row : names<E>)
        all.append(QLatin1StringView(row.name));
    return all;
}

template QStringList wireNames<PolicyId>();
template QStringList wireNames<Service>();

template std::optional<PolicyId> fromWire(QStringView);
template std::optional<Standing> fromWire(QStringView);
template std::optional<Delivery> fromWire(QStringView);
template std::optional<EndReason> fromWire(QStringView);
template std::optional<Service> fromWire(QStringView);
template std::optional<Start> fromWire(QStringView);
template std::optional<Severity> fromWire(QStringView);
template std::optional<FindingCode> fromWire(QStringView);
template std::optional<ConformanceId> fromWire(QStringView);
template std::optional<ConformanceNote> fromWire(QStringView);
template std::optional<TlsProtocol> fromWire(QStringView);
template std::optional<SelfSignedKind> fromWire(QStringView);
template std::optional<AnchorStore> fromWire(QStringView);
template std::optional<NameSource> fromWire(QStringView);
template std::optional<NameReason> fromWire(QStringView);
template std::optional<PresentedKind> fromWire(QStringView);
template std::optional<Speaker> fromWire(QStringView);
template std::optional<Origin> fromWire(QStringView);
template std::optional<TlsClosure> fromWire(QStringView);

} // namespace mailseal
