#include "findings/findingtable.h"
#include "wire/wiretable.h"

namespace mailseal {

template <>
constexpr std::array wireTable<Severity>{
    WireName{Severity::Info, "info"},
    WireName{Severity::Notice, "notice"},
    WireName{Severity::Warning, "warning"},
    WireName{Severity::Error, "error"},
};

template <>
constexpr auto wireTable<FindingCode> = []<std::size_t... i>(std::index_sequence<i...>)
{
    return std::array{WireName{findingTable[i]->code, findingTable[i]->name}...};
}
(std::make_index_sequence<findingTable.size()>());

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
    WireName{ConformanceNote::NoAuthInClear, "no-auth-in-clear"},
    WireName{ConformanceNote::TlsTakenBack, "tls-taken-back"},
    WireName{ConformanceNote::FromNewerVersion, "foreign"},
};

static_assert(isComplete(Severity::Error));
static_assert(isComplete(FindingCode::FromNewerVersion));
static_assert(isComplete(ConformanceId::CloseNotify));
static_assert(isComplete(ConformanceNote::FromNewerVersion));

QString toWire(Severity severity) { return nameOf(severity); }
QString toWire(FindingCode code) { return nameOf(code); }
QString toWire(ConformanceId id) { return nameOf(id); }
QString toWire(ConformanceNote note) { return nameOf(note); }

template QStringList wireNames<Severity>();
template QStringList wireNames<FindingCode>();
template QStringList wireNames<ConformanceId>();
template QStringList wireNames<ConformanceNote>();

template std::optional<Severity> fromWire(QStringView);
template std::optional<FindingCode> fromWire(QStringView);
template std::optional<ConformanceId> fromWire(QStringView);
template std::optional<ConformanceNote> fromWire(QStringView);

} // namespace mailseal
