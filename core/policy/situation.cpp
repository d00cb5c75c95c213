#include "policy/situation.h"

#include "dialogue/ehlolist.h"
#include "values/endtraits.h"
#include "values/handshaketrouble.h"
#include "wire/wire.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mailseal {

namespace {

constexpr int tooBusy = 421; // RFC 5321 §3.8: the server closes, the message is tried again

/// An end with a finding of its own, by its code.
std::optional<Situation> ownSituation(EndReason end)
{
    constexpr std::pair<EndReason, Situation> table[]{
        {EndReason::StarttlsNotOffered, Situation::NotOffered},
        {EndReason::StarttlsMasked, Situation::NotOffered},
        {EndReason::StarttlsRefused, Situation::StarttlsRefused},
        {EndReason::HandshakeFailed, Situation::HandshakeFailed},
        {EndReason::EhloRefused, Situation::EhloRefused},
        {EndReason::RefusedAfterTls, Situation::RefusedAfterTls},
        {EndReason::NullMx, Situation::NullMx},
        {EndReason::GreetingRefused, Situation::GreetingRefused},
    };
    const auto *found =
        std::find_if(std::begin(table), std::end(table), [end](const auto &row) { return row.first == end; });
    return found == std::end(table) ? std::nullopt : std::optional(found->second);
}

Situation situationOf(EndReason end, bool tlsUp)
{
    if (const auto own = ownSituation(end))
        return *own;
    const EndTraits &traits = traitsOf(end);
    if (!traits.fault)
        return tlsUp ? Situation::TlsUp : Situation::NotInspected;
    if (traits.by == EndedBy::Us || traits.by == EndedBy::Unknown)
        return Situation::NotInspected;
    return traits.stage == EndStage::Lookup || traits.stage == EndStage::Connection
               ? Situation::Unreachable
               : Situation::NoUsableReply;
}

/// A reply's text as one line that is safe to show; the exact bytes stay in the evidence.
QString printable(const QByteArray &text)
{
    QString line = QString::fromUtf8(text).simplified();
    for (QChar &c : line) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return line;
}

QStringList replyArgs(const std::optional<Reply> &reply)
{
    return reply ? QStringList{QString::number(reply->code), printable(reply->text)} : QStringList{{}, {}};
}

/// What the session remarked itself, with its own arguments.
std::optional<Finding> remarkOf(FindingCode code, const SessionFacts &session)
{
    const auto found = std::find_if(session.remarks.begin(), session.remarks.end(),
                                    [code](const Finding &remark) { return remark.code == code; });
    return found == session.remarks.end() ? std::nullopt : std::optional(*found);
}

Finding maskedKeyword(const SessionFacts &session)
{
    const auto keyword = maskedStarttls(session.capabilitiesBeforeTls.value_or(Capabilities{}));
    return finding(FindingCode::StarttlsMasked, Severity::Error, {printable(keyword.value_or(QByteArray()))});
}

QList<Finding> notOffered(const SessionFacts &session)
{
    QList<Finding> facts;
    if (session.end == EndReason::StarttlsMasked) {
        auto masked = remarkOf(FindingCode::StarttlsMasked, session).value_or(maskedKeyword(session));
        masked.severity = Severity::Error;
        facts.append(masked);
    } else {
        facts.append(finding(FindingCode::StarttlsNotOffered, Severity::Error));
    }
    if (const auto helo = remarkOf(FindingCode::HeloOnly, session))
        facts.append(*helo);
    return facts;
}

/// The lookup by which the DNS itself said that there is nothing to connect to; one that failed says nothing.
std::optional<Finding> noSuchHost(const Evidence &evidence)
{
    if (evidence.session.end != EndReason::ResolveFailed || !evidence.dns)
        return std::nullopt;
    const auto says = [](const QString &name, LookupEnd end) {
        return finding(FindingCode::NoSuchHost, Severity::Error, {name, toWire(end)});
    };
    const auto isBogus = [](const auto &answer) { return answer->dnssec == DnssecState::Bogus; };
    const auto &mx = evidence.dns->mx;
    if (mx && (isBogus(mx) || hasFailed(mx->lookup)))
        return std::nullopt;
    const auto &addresses = evidence.dns->addresses;
    if (!addresses) {
        const bool isMissing = mx && mx->lookup == LookupEnd::NxDomain;
        return isMissing ? std::optional(says(mx->name, mx->lookup)) : std::nullopt;
    }
    const bool isTold = !isBogus(addresses) && !hasFailed(addresses->ipv4) && !hasFailed(addresses->ipv6) &&
                        !hasFailed(addresses->lookup) && addresses->lookup != LookupEnd::Found;
    return isTold ? std::optional(says(addresses->name, addresses->lookup)) : std::nullopt;
}

/// A connection that was given up in the handshake, or before the first reply inside TLS.
bool hasStalledInTls(const SessionFacts &session)
{
    const bool isSilence = session.end == EndReason::ReplyTimeout || session.end == EndReason::ClosedEarly;
    return session.end == EndReason::HandshakeTimeout ||
           (isSilence && session.tls && !session.ehloAfterTlsReply);
}

bool isPermanent(const std::optional<Reply> &reply) { return reply && reply->code / 100 == 5; }

/// The clause by which a sender keeps the message where TLS is not the question.
QString clauseOf(Situation situation)
{
    switch (situation) {
    case Situation::NoSuchHost:
        return QStringLiteral("RFC 5321 §5.1");
    case Situation::Throttled:
        return QStringLiteral("RFC 5321 §3.8");
    case Situation::GreetingRefused:
        return QStringLiteral("RFC 5321 §3.1");
    case Situation::EhloRefused:
        return QStringLiteral("RFC 5321 §4.2.1");
    case Situation::Unreachable:
    case Situation::NoUsableReply:
    case Situation::TlsStalled:
        return QStringLiteral("RFC 5321 §4.5.4.1");
    case Situation::NullMx:
        return QStringLiteral("RFC 7505 §4.2");
    case Situation::RefusedAfterTls:
        return QStringLiteral("RFC 3207 §4.1");
    case Situation::TlsUp:
    case Situation::NotOffered:
    case Situation::StarttlsRefused:
    case Situation::HandshakeFailed:
    case Situation::RefusedHere:
    case Situation::NotInspected:
        break;
    }
    return {};
}

} // namespace

Situation situationOf(const Evidence &evidence)
{
    const SessionFacts &session = evidence.session;
    const Situation situation = situationOf(session.end, session.tls.has_value());
    if (situation == Situation::HandshakeFailed &&
        handshakeTroubleOf(session) == HandshakeTrouble::RefusedHere)
        return Situation::RefusedHere;
    if (situation == Situation::NoUsableReply && hasStalledInTls(session))
        return Situation::TlsStalled;
    if (situation == Situation::Unreachable && noSuchHost(evidence))
        return Situation::NoSuchHost;
    const bool ended = situation != Situation::TlsUp && situation != Situation::NotInspected;
    return ended && session.endReply && session.endReply->code == tooBusy ? Situation::Throttled : situation;
}

QList<Finding> factsOf(Situation situation, const Evidence &evidence)
{
    const SessionFacts &session = evidence.session;
    switch (situation) {
    case Situation::NotOffered:
        return notOffered(session);
    case Situation::StarttlsRefused:
        return {finding(FindingCode::StarttlsRefused, Severity::Error, replyArgs(session.endReply))};
    case Situation::HandshakeFailed:
    case Situation::RefusedHere:
        return {failedHandshake(session)};
    case Situation::RefusedAfterTls:
        return {finding(FindingCode::RefusedAfterTls, Severity::Error, replyArgs(session.endReply))};
    case Situation::Throttled:
        return {finding(FindingCode::Throttled, Severity::Warning, replyArgs(session.endReply))};
    case Situation::GreetingRefused:
        return {finding(FindingCode::GreetingRefused, Severity::Error, replyArgs(session.endReply))};
    case Situation::EhloRefused:
        return {finding(FindingCode::EhloRefused, Severity::Error, replyArgs(session.endReply))};
    case Situation::NullMx:
        return {finding(FindingCode::NullMx, Severity::Error, {evidence.target.domain})};
    case Situation::NoSuchHost:
        return {noSuchHost(evidence).value_or(finding(FindingCode::NoSuchHost, Severity::Error))};
    case Situation::Unreachable:
        return {finding(FindingCode::Unreachable, Severity::Error, {toWire(session.end), session.endText})};
    case Situation::NoUsableReply:
    case Situation::TlsStalled:
        return {finding(FindingCode::NoUsableReply, Severity::Error, {toWire(session.end), session.endText})};
    case Situation::TlsUp:
    case Situation::NotInspected:
        break;
    }
    return {finding(FindingCode::NotInspected, Severity::Notice, {toWire(session.end)})};
}

Verdict withoutTls(PolicyId policy, Situation situation, const Evidence &evidence, const QString &source)
{
    Verdict verdict;
    verdict.policy = policy;
    verdict.because = factsOf(situation, evidence);
    verdict.source = clauseOf(situation);
    // A 5xx is final to Postfix and Exim: the message is returned at once.
    const bool isReturned = isPermanent(evidence.session.endReply);
    switch (situation) {
    case Situation::StarttlsRefused:
    case Situation::NotOffered:
    case Situation::HandshakeFailed:
        verdict.source = source;
        [[fallthrough]];
    case Situation::RefusedAfterTls:
        verdict.standing = Standing::Violated;
        verdict.delivery = isReturned ? Delivery::Refused : Delivery::Deferred;
        // RFC 8461 §5: what an enforced policy does not let pass is kept and tried again.
        if (policy == PolicyId::MtaSts && situation != Situation::RefusedAfterTls)
            verdict.delivery = Delivery::Deferred;
        verdict.result = resultType(verdict.because.first().code);
        break;
    case Situation::EhloRefused:
        verdict.standing = Standing::Undetermined;
        verdict.delivery = isReturned ? Delivery::Refused : Delivery::Deferred;
        break;
    case Situation::NoSuchHost:
        verdict.standing = Standing::Undetermined;
        verdict.delivery = Delivery::Refused;
        break;
    case Situation::Throttled:
    case Situation::Unreachable:
    case Situation::NoUsableReply:
    case Situation::TlsStalled:
    case Situation::GreetingRefused: // Postfix: smtp_skip_5xx_greeting
        verdict.standing = Standing::Undetermined;
        verdict.delivery = Delivery::Deferred;
        break;
    case Situation::NullMx:
        verdict.standing = Standing::NotApplicable;
        verdict.delivery = Delivery::Refused;
        break;
    case Situation::RefusedHere:
    case Situation::TlsUp:
    case Situation::NotInspected:
        verdict.standing = Standing::Undetermined;
        verdict.delivery = Delivery::Unknown;
        break;
    }
    return verdict;
}

Finding finding(FindingCode code, Severity severity, const QStringList &args)
{
    return {.code = code, .severity = severity, .depth = std::nullopt, .args = args};
}

} // namespace mailseal
