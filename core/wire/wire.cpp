#include "findings/policynames.h"
#include "wire/wiretable.h"

namespace mailseal {

template <>
constexpr auto wireTable<PolicyId> = []<std::size_t... i>(std::index_sequence<i...>)
{
    return std::array{WireName{policyNames[i].policy, policyNames[i].name}...};
}
(std::make_index_sequence<policyNames.size()>());

template <>
constexpr std::array wireTable<Standing>{
    WireName{Standing::Satisfied, "satisfied"},
    WireName{Standing::Violated, "violated"},
    WireName{Standing::NotApplicable, "not-applicable"},
    WireName{Standing::Undetermined, "undetermined"},
};

template <>
constexpr std::array wireTable<Delivery>{
    WireName{Delivery::Authenticated, "authenticated"},
    WireName{Delivery::Encrypted, "encrypted"},
    WireName{Delivery::Cleartext, "cleartext"},
    WireName{Delivery::Deferred, "deferred"},
    WireName{Delivery::Refused, "refused"},
    WireName{Delivery::Unknown, "unknown"},
};

template <>
constexpr std::array wireTable<EndReason>{
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
    WireName{EndReason::FromNewerVersion, "foreign"},
};

template <>
constexpr std::array wireTable<Service>{
    WireName{Service::Smtp, "smtp"},
    WireName{Service::Submission, "submission"},
    WireName{Service::Submissions, "submissions"},
    WireName{Service::Lmtp, "lmtp"},
};

template <>
constexpr std::array wireTable<Start>{
    WireName{Start::StartTls, "starttls"},
    WireName{Start::Implicit, "implicit"},
    WireName{Start::None, "none"},
};

template <>
constexpr std::array wireTable<TlsProtocol>{
    WireName{TlsProtocol::TlsV1_0, "TLSv1"},
    WireName{TlsProtocol::TlsV1_1, "TLSv1.1"},
    WireName{TlsProtocol::TlsV1_2, "TLSv1.2"},
    WireName{TlsProtocol::TlsV1_3, "TLSv1.3"},
};

template <>
constexpr std::array wireTable<BadgeState>{
    WireName{BadgeState::Sound, "sound"},
    WireName{BadgeState::Unauthenticated, "unauthenticated"},
    WireName{BadgeState::Broken, "broken"},
    WireName{BadgeState::Unknown, "unknown"},
};

template <>
constexpr std::array wireTable<TlsLibrary>{
    WireName{TlsLibrary::OpenSsl, "openssl"},
    WireName{TlsLibrary::GnuTls, "gnutls"},
};

template <>
constexpr std::array wireTable<SelfSignedKind>{
    WireName{SelfSignedKind::Leaf, "leaf"},
    WireName{SelfSignedKind::UntrustedRoot, "untrusted-root"},
    WireName{SelfSignedKind::Anchored, "anchored"},
};

template <>
constexpr std::array wireTable<AnchorStore>{
    WireName{AnchorStore::System, "system"},
    WireName{AnchorStore::File, "file"},
    WireName{AnchorStore::Saved, "saved"},
};

template <>
constexpr std::array wireTable<NameSource>{
    WireName{NameSource::Typed, "typed"},
    WireName{NameSource::Mx, "mx"},
    WireName{NameSource::NextHop, "next-hop"},
    WireName{NameSource::TlsaBase, "tlsa-base"},
};

template <>
constexpr std::array wireTable<NameReason>{
    WireName{NameReason::Equal, "equal"},
    WireName{NameReason::WildcardCoversLabel, "wildcard-covers-label"},
    WireName{NameReason::WildcardCoversTopLevel, "wildcard-covers-top-level"},
    WireName{NameReason::Different, "different"},
    WireName{NameReason::WildcardCoversOneLabelOnly, "wildcard-covers-one-label-only"},
    WireName{NameReason::WildcardNotWholeLeftmostLabel, "wildcard-not-whole-leftmost-label"},
    WireName{NameReason::AddressEqual, "address-equal"},
    WireName{NameReason::AddressDiffers, "address-differs"},
    WireName{NameReason::CommonNameIgnored, "common-name-ignored"},
    WireName{NameReason::CommonNameCounts, "common-name-counts"},
    WireName{NameReason::KindsDiffer, "kinds-differ"},
    WireName{NameReason::PresentedIsNoName, "presented-is-no-name"},
    WireName{NameReason::ReferenceIsNoHostName, "reference-is-no-host-name"},
};

template <>
constexpr std::array wireTable<PresentedKind>{
    WireName{PresentedKind::Dns, "DNS"},
    WireName{PresentedKind::Ip, "IP"},
    WireName{PresentedKind::CommonName, "CN"},
};

template <>
constexpr std::array wireTable<Speaker>{
    WireName{Speaker::Client, "client"},
    WireName{Speaker::Server, "server"},
    WireName{Speaker::Note, "note"},
};

template <>
constexpr std::array wireTable<DialogueStep>{
    WireName{DialogueStep::Connection, "connection"},
    WireName{DialogueStep::Greeting, "greeting"},
    WireName{DialogueStep::Ehlo, "ehlo"},
    WireName{DialogueStep::Helo, "helo"},
    WireName{DialogueStep::StartTls, "starttls"},
    WireName{DialogueStep::TlsHandshake, "tls-handshake"},
    WireName{DialogueStep::EhloInsideTls, "ehlo-inside-tls"},
    WireName{DialogueStep::HeloInsideTls, "helo-inside-tls"},
    WireName{DialogueStep::Quit, "quit"},
    WireName{DialogueStep::Other, "other"},
    WireName{DialogueStep::Note, "note"},
};

template <>
constexpr std::array wireTable<NoteCode>{
    WireName{NoteCode::NoAnswerInTime, "no-answer-in-time"},
    WireName{NoteCode::ServerClosed, "server-closed"},
    WireName{NoteCode::EarlyTextDiscarded, "early-text-discarded"},
    WireName{NoteCode::HandshakeNotWatched, "handshake-not-watched"},
    WireName{NoteCode::PolicyNotSatisfied, "policy-not-satisfied"},
    WireName{NoteCode::HandshakeFailed, "handshake-failed"},
    WireName{NoteCode::HandshakeClosed, "handshake-closed"},
    WireName{NoteCode::HandshakeTimedOut, "handshake-timed-out"},
    WireName{NoteCode::LinesOnlyCounted, "lines-only-counted"},
    WireName{NoteCode::StarttlsAskedAgain, "starttls-asked-again"},
    WireName{NoteCode::StarttlsMissingAgain, "starttls-missing-again"},
    WireName{NoteCode::SecondWithoutEhlo, "second-without-ehlo"},
    WireName{NoteCode::AnonymousSuitesOffered, "anonymous-suites-offered"},
    WireName{NoteCode::AnonymousSuitesNoHelp, "anonymous-suites-no-help"},
    WireName{NoteCode::PortAccepts, "port-accepts"},
    WireName{NoteCode::PortRefuses, "port-refuses"},
    WireName{NoteCode::PortSilent, "port-silent"},
    WireName{NoteCode::OtherPortsBrokenOff, "other-ports-broken-off"},
    WireName{NoteCode::VariantOther, "variant-other"},
    WireName{NoteCode::VariantSame, "variant-same"},
    WireName{NoteCode::VariantRefused, "variant-refused"},
    WireName{NoteCode::VariantNotSeen, "variant-not-seen"},
    WireName{NoteCode::VariantEndsOtherwise, "variant-ends-otherwise"},
    WireName{NoteCode::VariantTurnedAway, "variant-turned-away"},
    WireName{NoteCode::TlsAtOnceTried, "tls-at-once-tried"},
    WireName{NoteCode::TlsAtOnceWorks, "tls-at-once-works"},
    WireName{NoteCode::TlsAtOnceNoHelp, "tls-at-once-no-help"},
};

template <>
constexpr std::array wireTable<Origin>{
    WireName{Origin::Session, "session"},
    WireName{Origin::Offline, "offline"},
};

template <>
constexpr std::array wireTable<TlsClosure>{
    WireName{TlsClosure::NotSeen, "not-seen"},
    WireName{TlsClosure::CloseNotify, "close-notify"},
    WireName{TlsClosure::Truncated, "truncated"},
    WireName{TlsClosure::ByUs, "by-us"},
};

static_assert(isComplete(lastPolicy));
static_assert(isComplete(Standing::Undetermined));
static_assert(isComplete(Delivery::Unknown));
static_assert(isComplete(EndReason::FromNewerVersion));
static_assert(isComplete(Service::Lmtp));
static_assert(isComplete(Start::None));
static_assert(isComplete(TlsProtocol::TlsV1_3));
static_assert(isComplete(TlsLibrary::GnuTls));
static_assert(isComplete(SelfSignedKind::Anchored));
static_assert(isComplete(BadgeState::Unknown));
static_assert(isComplete(AnchorStore::Saved));
static_assert(isComplete(NameSource::TlsaBase));
static_assert(isComplete(NameReason::ReferenceIsNoHostName));
static_assert(isComplete(PresentedKind::CommonName));
static_assert(isComplete(Speaker::Note));
static_assert(isComplete(DialogueStep::Note));
static_assert(isComplete(NoteCode::TlsAtOnceNoHelp));
static_assert(isComplete(Origin::Offline));
static_assert(isComplete(TlsClosure::ByUs));

QString toWire(PolicyId id) { return nameOf(id); }
QString toWire(Standing standing) { return nameOf(standing); }
QString toWire(Delivery delivery) { return nameOf(delivery); }
QString toWire(EndReason end) { return nameOf(end); }
QString toWire(Service service) { return nameOf(service); }
QString toWire(Start start) { return nameOf(start); }
QString toWire(TlsProtocol protocol) { return nameOf(protocol); }
QString toWire(TlsLibrary library) { return nameOf(library); }
QString toWire(SelfSignedKind kind) { return nameOf(kind); }
QString toWire(BadgeState state) { return nameOf(state); }
QString toWire(AnchorStore store) { return nameOf(store); }
QString toWire(NameSource source) { return nameOf(source); }
QString toWire(NameReason reason) { return nameOf(reason); }
QString toWire(PresentedKind kind) { return nameOf(kind); }
QString toWire(Speaker speaker) { return nameOf(speaker); }
QString toWire(DialogueStep step) { return nameOf(step); }
QString toWire(NoteCode code) { return nameOf(code); }
QString toWire(Origin origin) { return nameOf(origin); }
QString toWire(TlsClosure closure) { return nameOf(closure); }

template QStringList wireNames<PolicyId>();
template QStringList wireNames<Standing>();
template QStringList wireNames<Delivery>();
template QStringList wireNames<EndReason>();
template QStringList wireNames<Service>();
template QStringList wireNames<Start>();
template QStringList wireNames<TlsProtocol>();
template QStringList wireNames<TlsLibrary>();
template QStringList wireNames<SelfSignedKind>();
template QStringList wireNames<BadgeState>();
template QStringList wireNames<AnchorStore>();
template QStringList wireNames<NameSource>();
template QStringList wireNames<NameReason>();
template QStringList wireNames<PresentedKind>();
template QStringList wireNames<Speaker>();
template QStringList wireNames<Origin>();
template QStringList wireNames<TlsClosure>();

template std::optional<PolicyId> fromWire(QStringView);
template std::optional<Standing> fromWire(QStringView);
template std::optional<Delivery> fromWire(QStringView);
template std::optional<EndReason> fromWire(QStringView);
template std::optional<Service> fromWire(QStringView);
template std::optional<Start> fromWire(QStringView);
template std::optional<TlsProtocol> fromWire(QStringView);
template std::optional<TlsLibrary> fromWire(QStringView);
template std::optional<SelfSignedKind> fromWire(QStringView);
template std::optional<BadgeState> fromWire(QStringView);
template std::optional<AnchorStore> fromWire(QStringView);
template std::optional<NameSource> fromWire(QStringView);
template std::optional<NameReason> fromWire(QStringView);
template std::optional<PresentedKind> fromWire(QStringView);
template std::optional<Speaker> fromWire(QStringView);
template std::optional<DialogueStep> fromWire(QStringView);
template std::optional<NoteCode> fromWire(QStringView);
template QStringList wireNames<DialogueStep>();
template QStringList wireNames<NoteCode>();
template std::optional<Origin> fromWire(QStringView);
template std::optional<TlsClosure> fromWire(QStringView);

} // namespace mailseal
