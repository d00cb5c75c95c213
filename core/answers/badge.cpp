#include "answers/badge.h"

#include "answers/dnsanswers.h"
#include "values/bogus.h"
#include "values/endtraits.h"
#include "values/handshaketrouble.h"
#include "wire/escape.h"
#include "wire/wire.h"

#include <algorithm>
#include <iterator>

namespace mailseal {

namespace {

using Found = std::optional<ServerBadge>;

int gravity(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
    case Tone::NotApplicable:
        return 0;
    case Tone::Good:
        return 1;
    case Tone::Warned:
        return 2;
    case Tone::Unknown:
        return 3;
    case Tone::Bad:
        return 4;
    }
    return 0;
}

ServerBadge broken(BadgeCode code, const QStringList &args = {})
{
    return {BadgeState::Broken, code, args, {}};
}

ServerBadge because(BadgeState state, BadgeCode code, const Finding &finding)
{
    return {state, code, {}, finding};
}

/// The deciding fact of a verdict.
std::optional<Finding> decidingFact(const Verdict *verdict)
{
    return verdict && !verdict->because.isEmpty() ? std::optional(verdict->because.constFirst())
                                                  : std::nullopt;
}

bool is(const Verdict *verdict, Standing standing) { return verdict && verdict->standing == standing; }

std::optional<Finding> remarkOf(const Evidence &evidence, FindingCode code)
{
    const auto found = std::find_if(evidence.remarks.begin(), evidence.remarks.end(),
                                    [code](const Finding &remark) { return remark.code == code; });
    return found == evidence.remarks.end() ? std::nullopt : std::optional(*found);
}

QStringList words(const std::optional<Reply> &reply)
{
    if (!reply)
        return {{}, {}};
    const QString text = escapeBytes((reply->enhanced + ' ' + reply->text).simplified());
    return {QString::number(reply->code), text};
}

/// An answer of the DNS that DNSSEC proves false: senders that validate hold the mail back.
Found bogusBadge(const Inspection &inspection)
{
    const auto alarm = bogusAnswer(inspection.evidence);
    if (!alarm)
        return std::nullopt;
    return ServerBadge{BadgeState::Broken, BadgeCode::BogusAnswer, {alarm->args.value(0)}, alarm};
}

/// The session did not come to usable TLS, and the server's word or the way says so.
Found withoutTls(const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    const Verdict *opportunistic = verdictOf(inspection, PolicyId::Opportunistic);
    constexpr int tooBusy = 421;
    if (session.endReply && session.endReply->code == tooBusy)
        return std::nullopt; // RFC 5321 §3.8: it says nothing of TLS
    if (session.end == EndReason::StarttlsNotOffered)
        return broken(BadgeCode::ClearTextOnly);
    if (session.end == EndReason::StarttlsMasked)
        return broken(BadgeCode::StarttlsMasked);
    if (session.end == EndReason::StarttlsRefused)
        return broken(BadgeCode::StarttlsRefused, words(session.endReply));
    const bool isForOthers = is(opportunistic, Standing::Satisfied) && opportunistic->variant;
    if (session.end == EndReason::RefusedAfterTls && isForOthers)
        return broken(BadgeCode::FailsWithName);
    if (session.end == EndReason::RefusedAfterTls)
        return broken(BadgeCode::RefusedInside, words(session.endReply));
    if (session.end != EndReason::HandshakeFailed)
        return std::nullopt;
    if (is(opportunistic, Standing::Satisfied))
        return broken(BadgeCode::FailsWithName); // a variant, the one without SNI, is what satisfies it
    const Finding fact = failedHandshake(session);
    if (fact.code == FindingCode::SpeaksClearText)
        return because(BadgeState::Broken, BadgeCode::PlainSmtp, fact);
    if (fact.code == FindingCode::HandshakeRefusedHere)
        return because(BadgeState::Unknown, BadgeCode::RefusedHere, fact);
    return because(BadgeState::Broken, BadgeCode::HandshakeFails, fact);
}

/// What could not be told, by how it ended.
Found untold(const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    const SessionFacts &session = evidence.session;
    constexpr int tooBusy = 421;
    if (!traitsOf(session.end).fault)
        return std::nullopt;
    if (session.tls && session.endReply)
        return ServerBadge{BadgeState::Unknown, BadgeCode::InsideRefused, words(session.endReply), {}};
    if (session.tls)
        return ServerBadge{BadgeState::Unknown, BadgeCode::InsideUntold, {toWire(session.end)}, {}};
    if (session.endReply && session.endReply->code == tooBusy)
        return ServerBadge{BadgeState::Unknown, BadgeCode::TurnsUsAway, words(session.endReply), {}};
    if (const auto atOnce = remarkOf(evidence, FindingCode::SpeaksTlsAtOnce))
        return because(BadgeState::Unknown, BadgeCode::TlsAtOnce, *atOnce);
    if (session.endReply &&
        (session.end == EndReason::GreetingRefused || session.end == EndReason::EhloRefused))
        return ServerBadge{BadgeState::Unknown, BadgeCode::RefusesUs, words(session.endReply), {}};
    return ServerBadge{BadgeState::Unknown, BadgeCode::NotTold, {toWire(session.end)}, {}};
}

/// A promise that the domain has published and this server breaks.
Found brokenPromise(const Inspection &inspection)
{
    if (inspection.ocsp && inspection.ocsp->status == OcspStatus::Revoked && inspection.ocsp->verified)
        return broken(BadgeCode::CertificateRevoked);
    const Verdict *dane = verdictOf(inspection, PolicyId::Dane);
    if (is(dane, Standing::Violated))
        return ServerBadge{BadgeState::Broken, BadgeCode::DaneBroken, {}, decidingFact(dane)};
    const Verdict *sts = verdictOf(inspection, PolicyId::MtaSts);
    if (is(sts, Standing::Violated) && inspection.sts && inspection.sts->mode == StsMode::Enforce)
        return ServerBadge{BadgeState::Broken, BadgeCode::StsBroken, {}, decidingFact(sts)};
    // A file without these verdicts has the facts all the same.
    const auto dns = dnsAnswer(inspection);
    if (!dane && dns && dns->code == AssessmentCode::DaneDiffers && inspection.dane) {
        return because(BadgeState::Broken, BadgeCode::DaneBroken,
                       {FindingCode::TlsaMismatch,
                        Severity::Error,
                        std::nullopt,
                        {QString::number(inspection.dane->usable)}});
    }
    if (!sts && dns && dns->code == AssessmentCode::StsDiffers && inspection.sts &&
        inspection.sts->mode == StsMode::Enforce) {
        return because(BadgeState::Broken, BadgeCode::StsBroken,
                       {FindingCode::StsMxMismatch,
                        Severity::Error,
                        std::nullopt,
                        {inspection.evidence.target.host, inspection.sts->mx.join(QStringLiteral(", "))}});
    }
    return std::nullopt;
}

/// A promise of which nobody knows whether it is kept. What our own resolver withholds is no news of the
/// server.
Found untoldPromise(const Inspection &inspection)
{
    for (const PolicyId policy : {PolicyId::Dane, PolicyId::MtaSts}) {
        const Verdict *verdict = verdictOf(inspection, policy);
        const auto fact = decidingFact(verdict);
        if (!is(verdict, Standing::Undetermined) || !fact)
            continue;
        constexpr FindingCode ours[]{FindingCode::ResolverStripsDnssec, FindingCode::DnssecNotTold,
                                     FindingCode::TlsaNotLookedUp, FindingCode::StsNotLookedUp,
                                     FindingCode::NotInspected};
        if (std::find(std::begin(ours), std::end(ours), fact->code) == std::end(ours))
            return because(BadgeState::Unknown, BadgeCode::PromiseUntold, *fact);
    }
    return std::nullopt;
}

/// What a sound server should be looked at for.
std::optional<Finding> attention(const Inspection &inspection)
{
    constexpr FindingCode wanted[]{
        FindingCode::ExpiresSoon,        FindingCode::LegacyProtocol,    FindingCode::WeakKey,
        FindingCode::WeakSignature,      FindingCode::WeakKeyExchange,   FindingCode::WeakHandshakeSignature,
        FindingCode::MustStapleUnmet,    FindingCode::OnlyOpenSslTrusts, FindingCode::CnCounts,
        FindingCode::WildcardTopLevel,   FindingCode::WildcardExcluded,  FindingCode::DnssecSha1,
        FindingCode::NullMxBesideOthers, FindingCode::HoldsForSender,    FindingCode::StarttlsIntermittent};
    const auto isWanted = [&](const Finding &finding) {
        return std::find(std::begin(wanted), std::end(wanted), finding.code) != std::end(wanted);
    };
    QList<Finding> all = inspection.evidence.remarks;
    if (inspection.chain)
        all += inspection.chain->problems;
    for (const PolicyId policy :
         {PolicyId::Opportunistic, PolicyId::WebPki, PolicyId::Secure, PolicyId::Dane}) {
        if (const Verdict *verdict = verdictOf(inspection, policy)) {
            for (const Finding &finding : verdict->because) {
                if (finding.code == FindingCode::VariantDiffers)
                    return finding;
                all.append(finding);
            }
        }
    }
    if (const auto found = std::find_if(all.begin(), all.end(), isWanted); found != all.end())
        return *found;
    const Verdict *sts = verdictOf(inspection, PolicyId::MtaSts);
    return is(sts, Standing::Violated) ? decidingFact(sts) : std::nullopt; // in testing mode
}

/// A certificate file judged without a connection.
ServerBadge fileBadge(const Inspection &inspection)
{
    const Verdict *verdict = verdictOf(inspection, PolicyId::WebPki);
    const bool hasName = inspection.names && inspection.names->matches;
    const Verdict *dane = verdictOf(inspection, PolicyId::Dane);
    const auto wanted = attention(inspection);
    if (is(verdict, Standing::Satisfied) && wanted)
        return because(BadgeState::Unauthenticated, BadgeCode::FileNeedsAttention, *wanted);
    if (is(verdict, Standing::Satisfied))
        return {BadgeState::Sound, BadgeCode::FileTrusted, {}, {}};
    if (!hasName && inspection.chain && inspection.chain->trusted)
        return {BadgeState::Sound, BadgeCode::FileTrustedNoName, {}, {}};
    if (is(dane, Standing::Satisfied) && dane->delivery == Delivery::Authenticated)
        return {BadgeState::Sound, BadgeCode::FileTrustedByDane, {}, {}};
    const auto &problems = inspection.chain ? inspection.chain->problems : QList<Finding>{};
    auto fact = decidingFact(verdict);
    if (!hasName && !problems.isEmpty())
        fact = problems.constFirst();
    return {BadgeState::Unauthenticated, BadgeCode::FileRefused, {}, fact};
}

/// A sender that asks for nothing but TLS, where the main session's is fine.
ServerBadge withoutDelivery(const Inspection &inspection, const Verdict &opportunistic)
{
    const auto fact = decidingFact(&opportunistic);
    const auto &variants = inspection.evidence.variants;
    const bool isWithoutName = opportunistic.variant && *opportunistic.variant < variants.size();
    if (isWithoutName && isFailed(variants.at(*opportunistic.variant)))
        return broken(BadgeCode::NeedsName);
    const bool isTold = opportunistic.standing != Standing::Undetermined;
    const BadgeCode heldBack = isWithoutName ? BadgeCode::HeldBackWithoutName : BadgeCode::HeldBack;
    if (isTold)
        return {BadgeState::Broken, heldBack, {}, fact};
    if (isWithoutName)
        return {BadgeState::Unknown, BadgeCode::WithoutNameUntold, {}, fact};
    return {BadgeState::Unknown, BadgeCode::NotTold, {toWire(inspection.evidence.session.end)}, {}};
}

ServerBadge overTls(const Inspection &inspection)
{
    const Verdict *opportunistic = verdictOf(inspection, PolicyId::Opportunistic);
    if (is(opportunistic, Standing::Violated))
        return withoutDelivery(inspection, *opportunistic);
    if (const auto found = brokenPromise(inspection))
        return *found;
    if (opportunistic && opportunistic->standing != Standing::Satisfied)
        return withoutDelivery(inspection, *opportunistic);
    if (!opportunistic)
        return {};
    if (const auto found = untoldPromise(inspection))
        return *found;
    const Verdict *webPki = verdictOf(inspection, PolicyId::WebPki);
    const Verdict *dane = verdictOf(inspection, PolicyId::Dane);
    const bool isByCa = is(webPki, Standing::Satisfied);
    const bool isByDane = is(dane, Standing::Satisfied) && dane->delivery == Delivery::Authenticated;
    if (!isByCa && !isByDane)
        return {BadgeState::Unauthenticated, BadgeCode::NotAuthenticated, {}, decidingFact(webPki)};
    if (const auto finding = attention(inspection))
        return because(BadgeState::Unauthenticated, BadgeCode::NeedsAttention, *finding);
    const BadgeCode code = !isByDane ? BadgeCode::TrustedByCa
                           : !isByCa ? BadgeCode::TrustedByDane
                                     : BadgeCode::TrustedByCaAndDane;
    const auto &tls = inspection.evidence.session.tls;
    return {BadgeState::Sound, code, {tls ? toWire(tls->protocol) : QString()}, {}};
}

} // namespace

ServerBadge serverBadge(const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    if (inspection.verdicts.isEmpty())
        return {};
    if (inspection.evidence.origin == Origin::Offline)
        return fileBadge(inspection);
    if (const auto found = bogusBadge(inspection)) // a null MX too may be forged
        return *found;
    if (session.end == EndReason::NullMx)
        return {BadgeState::Unknown, BadgeCode::NullMx, {}, {}};
    if (session.earlyPlaintext && session.tls)
        return broken(BadgeCode::InjectedText, {QString::number(session.earlyPlaintext->bytes)});
    if (const auto found = withoutTls(inspection))
        return *found;
    if (const auto found = untold(inspection))
        return *found;
    return overTls(inspection);
}

Tone toneOf(const ServerBadge &badge)
{
    if (badge.code == BadgeCode::NullMx)
        return Tone::NotApplicable;
    switch (badge.state) {
    case BadgeState::Sound:
        return Tone::Good;
    case BadgeState::Unauthenticated:
        return Tone::Warned;
    case BadgeState::Broken:
        return Tone::Bad;
    case BadgeState::Unknown:
        break;
    }
    return Tone::Unknown;
}

Tone toneOf(const QList<Inspection> &inspections)
{
    if (inspections.isEmpty())
        return Tone::Unknown;
    Tone worst = toneOf(inspections.constFirst());
    for (const Inspection &inspection : inspections)
        worst = worse(worst, toneOf(inspection));
    return worst;
}

Tone worse(Tone one, Tone other) { return gravity(other) > gravity(one) ? other : one; }

} // namespace mailseal
