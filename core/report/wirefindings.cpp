#include "report/wiretable.h"

namespace mailseal {

template <>
constexpr std::array wireTable<Severity>{
    WireName{Severity::Info, "info"},
    WireName{Severity::Notice, "notice"},
    WireName{Severity::Warning, "warning"},
    WireName{Severity::Error, "error"},
};

template <>
constexpr std::array wireTable<FindingCode>{
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
    WireName{FindingCode::RevocationGood, "revocation-good"},
    WireName{FindingCode::RevocationUnproved, "revocation-unproved"},
    WireName{FindingCode::Revoked, "revoked"},
    WireName{FindingCode::MxInsecure, "mx-insecure"},
    WireName{FindingCode::MxBogus, "mx-bogus"},
    WireName{FindingCode::NullMx, "null-mx"},
    WireName{FindingCode::MxIsAlias, "mx-is-alias"},
    WireName{FindingCode::ResolverStripsDnssec, "resolver-strips-dnssec"},
    WireName{FindingCode::ServersLeftOut, "servers-left-out"},
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
    WireName{FindingCode::NotForThisService, "not-for-this-service"},
    WireName{FindingCode::StsNoPolicy, "sts-no-policy"},
    WireName{FindingCode::StsInspectDomain, "sts-inspect-domain"},
    WireName{FindingCode::StsNotLookedUp, "sts-not-looked-up"},
    WireName{FindingCode::StsLookupFailed, "sts-lookup-failed"},
    WireName{FindingCode::StsSeveralRecords, "sts-several-records"},
    WireName{FindingCode::StsRecordInvalid, "sts-record-invalid"},
    WireName{FindingCode::TxtRecordIgnored, "txt-record-ignored"},
    WireName{FindingCode::StsOlderPolicyCached, "sts-older-policy-cached"},
    WireName{FindingCode::StsOlderPolicyDefers, "sts-older-policy-defers"},
    WireName{FindingCode::StsFetchFailed, "sts-fetch-failed"},
    WireName{FindingCode::StsContentType, "sts-content-type"},
    WireName{FindingCode::StsLineInvalid, "sts-line-invalid"},
    WireName{FindingCode::StsPolicyInvalid, "sts-policy-invalid"},
    WireName{FindingCode::StsFieldMissing, "sts-field-missing"},
    WireName{FindingCode::StsFieldInvalid, "sts-field-invalid"},
    WireName{FindingCode::StsFieldRepeated, "sts-field-repeated"},
    WireName{FindingCode::StsFieldUnknown, "sts-field-unknown"},
    WireName{FindingCode::StsMxInvalid, "sts-mx-invalid"},
    WireName{FindingCode::StsMxAddress, "sts-mx-address"},
    WireName{FindingCode::StsMxNotAscii, "sts-mx-not-ascii"},
    WireName{FindingCode::StsMxTrailingDot, "sts-mx-trailing-dot"},
    WireName{FindingCode::StsByteOrderMark, "sts-byte-order-mark"},
    WireName{FindingCode::StsBadOctet, "sts-bad-octet"},
    WireName{FindingCode::StsEmptyLine, "sts-empty-line"},
    WireName{FindingCode::StsMaxAgeShort, "sts-max-age-short"},
    WireName{FindingCode::StsMxMatch, "sts-mx-match"},
    WireName{FindingCode::StsMxMismatch, "sts-mx-mismatch"},
    WireName{FindingCode::StsAnyPatternDiffers, "sts-any-pattern-differs"},
    WireName{FindingCode::StsModeTesting, "sts-mode-testing"},
    WireName{FindingCode::StsModeNone, "sts-mode-none"},
    WireName{FindingCode::TlsRptNoRecord, "tls-rpt-no-record"},
    WireName{FindingCode::TlsRptSeveralRecords, "tls-rpt-several-records"},
    WireName{FindingCode::TlsRptRecordInvalid, "tls-rpt-record-invalid"},
    WireName{FindingCode::TlsRptUriInvalid, "tls-rpt-uri-invalid"},
    WireName{FindingCode::Foreign, "foreign"},
};

template <>
constexpr std::array wireTable<ConformanceId>{
    WireName{ConformanceId::StarttlsReadvertised, "starttls-readvertised"},
    WireName{ConformanceId::ResponseInjection, "response-injection"},
    WireName{ConformanceId::EhloAfterTls, "ehlo-after-tls"},
    WireName{ConformanceId::RefusalAfterTlsReply, "refusal-after-tls-reply"},
    WireName{ConformanceId::AuthBeforeTls, "auth-before-tls"},
    WireName{ConformanceId::EhloKeywordCase, "ehlo-keyword-case"},
    WireName{ConformanceId::CloseNotify, "close-notify"},
};

template <>
constexpr std::array wireTable<ConformanceNote>{
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

static_assert(isComplete(Severity::Error));
static_assert(isComplete(FindingCode::Foreign));
static_assert(isComplete(ConformanceId::CloseNotify));
static_assert(isComplete(ConformanceNote::Foreign));

QString toWire(Severity severity) { return nameOf(severity); }
QString toWire(FindingCode code) { return nameOf(code); }
QString toWire(ConformanceId id) { return nameOf(id); }
QString toWire(ConformanceNote note) { return nameOf(note); }

template std::optional<Severity> fromWire(QStringView);
template std::optional<FindingCode> fromWire(QStringView);
template std::optional<ConformanceId> fromWire(QStringView);
template std::optional<ConformanceNote> fromWire(QStringView);

} // namespace mailseal
