#include "policy/dnsfacts.h"
#include "policy/rows.h"
#include "policy/situation.h"
#include "values/bogus.h"

#include <algorithm>

namespace mailseal {

namespace {

/// What RFC 8689 §4.2.1 asks for, one by one.
enum class Told { Yes, No, Unknown };

struct Condition
{
    Told told = Told::Unknown;
    QList<Finding> because;
};

Condition offered(const SessionFacts &session)
{
    if (!session.capabilitiesAfterTls)
        return {Told::Unknown, {finding(FindingCode::RequireTlsNotSeen, Severity::Info)}};
    const auto &lines = *session.capabilitiesAfterTls;
    const bool listed = std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.split(' ').constFirst().compare("REQUIRETLS", Qt::CaseInsensitive) == 0;
    });
    return listed ? Condition{Told::Yes, {finding(FindingCode::RequireTlsOffered, Severity::Info)}}
                  : Condition{Told::No, {finding(FindingCode::RequireTlsNotOffered, Severity::Error)}};
}

/// A host that was typed is vouched for by whoever typed it.
Condition namedSecurely(const Case &facts)
{
    const Evidence &evidence = facts.evidence;
    const bool byPolicy =
        facts.sts && facts.sts->hasPolicy && facts.sts->mode != StsMode::None && facts.sts->matches == true;
    if (evidence.target.domain.isEmpty() || byPolicy)
        return {Told::Yes, {}};
    const auto &mx = evidence.dns ? evidence.dns->mx : std::nullopt;
    if (mx && mx->dnssec == DnssecState::Secure)
        return {Told::Yes, {}};
    if (const auto bogus = bogusWay(evidence))
        return {Told::No, {*bogus}};
    if (auto insecure = insecureMx(evidence)) {
        insecure->severity = Severity::Error;
        return {facts.sts ? Told::No : Told::Unknown, {*insecure}};
    }
    return {Told::Unknown,
            {finding(FindingCode::DnssecNotTold, Severity::Warning, {evidence.target.domain})}};
}

/// By the public CAs or by DANE, either will do.
Condition authenticated(const Case &facts)
{
    const Verdict dane = judgeDane(facts);
    const auto match = std::find_if(dane.because.begin(), dane.because.end(),
                                    [](const Finding &fact) { return fact.code == FindingCode::TlsaMatch; });
    if (dane.standing == Standing::Satisfied && match != dane.because.end())
        return {Told::Yes, {*match}};
    const Verdict pki = judgeChainAndName(PolicyId::RequireTls, facts, {});
    if (pki.standing == Standing::Satisfied)
        return {Told::Yes, pki.because};
    QList<Finding> because = pki.because;
    if (dane.standing != Standing::NotApplicable)
        because += dane.because;
    return {dane.standing == Standing::Undetermined ? Told::Unknown : Told::No, because};
}

Verdict combined(const QList<Condition> &conditions)
{
    const auto pick = [&conditions](Told told) {
        QList<Finding> found;
        for (const Condition &condition : conditions) {
            if (condition.told == told)
                found += condition.because;
        }
        return found;
    };
    const auto has = [&conditions](Told told) {
        return std::any_of(conditions.begin(), conditions.end(),
                           [told](const Condition &condition) { return condition.told == told; });
    };
    Verdict verdict;
    verdict.because = pick(Told::No) + pick(Told::Unknown) + pick(Told::Yes);
    if (has(Told::No)) {
        verdict.standing = Standing::Violated;
        verdict.delivery = Delivery::Refused; // §4.2.1: returned with 5.7.30
    } else if (has(Told::Unknown)) {
        verdict.standing = Standing::Undetermined;
        verdict.delivery = Delivery::Unknown;
    } else {
        verdict.standing = Standing::Satisfied;
        verdict.delivery = Delivery::Authenticated;
    }
    return verdict;
}

} // namespace

Verdict judgeRequireTls(const Case &facts)
{
    const Evidence &evidence = facts.evidence;
    const QString source = QStringLiteral("RFC 8689 §4.2.1");
    Verdict verdict;
    if (!isRelay(evidence.target.service)) {
        verdict.standing = Standing::NotApplicable;
        verdict.because = {notForThisService(evidence)};
    } else if (const Situation situation = situationOf(evidence); situation != Situation::TlsUp) {
        verdict = withoutTls(PolicyId::RequireTls, situation, evidence, source);
        if (verdict.standing == Standing::Violated)
            verdict.delivery = Delivery::Refused;
        verdict.result.clear();
        return verdict;
    } else {
        verdict = combined({offered(evidence.session), namedSecurely(facts), authenticated(facts)});
    }
    verdict.policy = PolicyId::RequireTls;
    verdict.source = source;
    return verdict;
}

} // namespace mailseal
