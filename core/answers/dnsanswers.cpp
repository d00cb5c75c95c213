#include "answers/dnsanswers.h"

#include "answers/badge.h"
#include "values/bogus.h"
#include "wire/wire.h"

#include <algorithm>

namespace mailseal {

namespace {

using Code = AssessmentCode;

bool isBroken(LookupEnd end, DnssecState state) { return hasFailed(end) || state == DnssecState::Bogus; }

/// Signed records count only where the addresses are signed as well (RFC 7672 §2.2.2).
DnssecState weaker(DnssecState one, DnssecState other)
{
    const auto weight = [](DnssecState state) {
        return state == DnssecState::Secure ? 0 : state == DnssecState::Insecure ? 1 : 2;
    };
    return weight(other) > weight(one) ? other : one;
}

Assessment ofTlsa(Tone tone, Code code, const QList<qsizetype> &numbers = {})
{
    Assessment answer{Question::Tlsa, tone, code, {}, {}, {}};
    for (const qsizetype number : numbers)
        answer.args.append(QString::number(number));
    return answer;
}

/// TLSA records that a sender may rely on, against the certificates sent.
Assessment comparedTlsa(const DaneFacts &dane)
{
    if (dane.usable == 0)
        return ofTlsa(Tone::Warned, Code::TlsaUnusable, {dane.records.size()});
    const int matching = matchingRecords(dane);
    if (dane.authenticated)
        return ofTlsa(Tone::Good, Code::TlsaKnowsServer, {matching, dane.usable});
    if (matching > 0)
        return ofTlsa(Tone::Bad, Code::TlsaFailsOtherwise, {matching, dane.usable});
    return ofTlsa(Tone::Bad, Code::TlsaMatchesNone, {dane.usable});
}

Assessment ofSts(Tone tone, Code code, const QStringList &args = {})
{
    return {Question::StsPolicy, tone, code, args, {}, {}};
}

Assessment judgedPolicy(const StsFacts &sts, const QString &host)
{
    const bool matches = sts.matches.value_or(false);
    switch (*sts.mode) {
    case StsMode::Enforce:
        return matches ? ofSts(Tone::Good, Code::StsEnforceNames, {host})
                       : ofSts(Tone::Bad, Code::StsEnforceOmits, {host});
    case StsMode::Testing:
        return matches ? ofSts(Tone::Good, Code::StsTestingNames, {host})
                       : ofSts(Tone::Warned, Code::StsTestingOmits, {host});
    case StsMode::None:
        break;
    }
    return ofSts(Tone::NotApplicable, Code::StsModeNone);
}

/// What is answered first: what keeps mail away, then what proves who the server is.
Code dnsCode(const Inspection &inspection, const std::optional<Assessment> &tlsa,
             const std::optional<Assessment> &sts)
{
    const DnsEvidence &dns = *inspection.evidence.dns;
    const auto is = [](const std::optional<Assessment> &answer, Tone tone) {
        return answer && answer->tone == tone;
    };
    if (inspection.evidence.session.end == EndReason::NullMx)
        return Code::TakesNoMail;
    if (dns.mx->dnssec == DnssecState::Bogus)
        return Code::MxBogus;
    if (bogusWay(inspection.evidence))
        return Code::AddressBogus;
    if (dns.mx->lookup == LookupEnd::NxDomain)
        return Code::NoSuchDomain;
    if (hasFailed(dns.mx->lookup))
        return Code::MxLookupFailed;
    if (dns.tlsa && dns.tlsa->dnssec == DnssecState::Bogus)
        return Code::DaneUntold;
    if (is(tlsa, Tone::Bad))
        return Code::DaneDiffers;
    if (is(sts, Tone::Bad))
        return Code::StsDiffers;
    if (is(tlsa, Tone::Unknown))
        return Code::DaneUntold;
    if (is(tlsa, Tone::Good))
        return Code::DaneMatches;
    if (is(sts, Tone::Good))
        return inspection.sts->mode == StsMode::Enforce ? Code::StsEnforced : Code::StsTesting;
    const bool isLost =
        dns.tlsa ? hasFailed(dns.tlsa->lookup) : dns.addresses && hasFailed(dns.addresses->lookup);
    return isLost ? Code::DaneUntold : Code::NeitherDaneNorSts;
}

} // namespace

std::optional<Assessment> dnsAnswer(const Inspection &inspection)
{
    if (inspection.evidence.target.domain.isEmpty())
        return std::nullopt;
    const auto &dns = inspection.evidence.dns;
    if (!dns || !dns->mx)
        return Assessment{Question::Dns, Tone::Unknown, Code::NotLookedUp, {}, {}, {}};
    const auto tlsa = tlsaAnswer(inspection);
    const auto sts = stsAnswer(inspection);
    Assessment answer{Question::Dns, toneOf(dns->mx->dnssec), dnsCode(inspection, tlsa, sts), {}, {}, {}};
    for (const auto &part : {tlsa, sts}) {
        if (part)
            answer.tone = worse(answer.tone, part->tone);
    }
    if (bogusAnswer(inspection.evidence)) {
        answer.tone = Tone::Bad;
        return answer;
    }
    if (hasFailed(dns->mx->lookup))
        answer.tone = Tone::Unknown;
    return answer;
}

Assessment resolverAnswer(const Inspection &inspection)
{
    const Observer &observer = inspection.evidence.observer;
    const bool strips = inspection.evidence.dns && inspection.evidence.dns->resolverStripsDnssec;
    return {Question::Resolver,
            strips ? Tone::Warned : Tone::NotApplicable,
            strips ? Code::LookedUpWithoutSigns : Code::LookedUp,
            {observer.resolver, QString::number(observer.queries)},
            {},
            {}};
}

std::optional<Assessment> tlsaAnswer(const Inspection &inspection)
{
    const auto &dns = inspection.evidence.dns;
    if (!dns || !dns->tlsa)
        return std::nullopt;
    const Answer<TlsaRecord> &tlsa = *dns->tlsa;
    const DnssecState host =
        dns->addresses ? dnssecOf(*dns->addresses, inspection.evidence.target.address) : tlsa.dnssec;
    const bool isUnsignedHost = host == DnssecState::Insecure && !dns->alias;
    if (tlsa.dnssec == DnssecState::Bogus)
        return ofTlsa(Tone::Bad, Code::TlsaBogus);
    if (hasFailed(tlsa.lookup) && isUnsignedHost) // RFC 7672 §2.2.2: nobody asks there
        return Assessment{Question::Tlsa, Tone::NotApplicable, Code::TlsaUnsigned, {}, {}, {}};
    if (hasFailed(tlsa.lookup))
        return ofTlsa(Tone::Unknown, Code::TlsaUntold);
    if (tlsa.records.isEmpty())
        return Assessment{Question::Tlsa, Tone::NotApplicable, Code::TlsaAbsent, {tlsa.name}, {}, {}};
    switch (weaker(tlsa.dnssec, host)) {
    case DnssecState::Secure:
        break;
    case DnssecState::Insecure:
        return ofTlsa(Tone::Warned, Code::TlsaUnsigned);
    case DnssecState::Bogus:
    case DnssecState::Unknown:
        return ofTlsa(Tone::Unknown, Code::TlsaSigningUntold);
    }
    if (!inspection.dane || !inspection.chain)
        return ofTlsa(Tone::Unknown, Code::TlsaUncompared, {tlsa.records.size()});
    return comparedTlsa(*inspection.dane);
}

std::optional<Assessment> stsAnswer(const Inspection &inspection)
{
    const auto &dns = inspection.evidence.dns;
    if (!dns || !dns->sts || !inspection.sts)
        return std::nullopt;
    const StsFacts &sts = *inspection.sts;
    if (isBroken(dns->sts->lookup, dns->sts->dnssec))
        return ofSts(Tone::Unknown, Code::StsUntold);
    const bool isFaulty = std::any_of(sts.problems.begin(), sts.problems.end(), [](const Finding &problem) {
        return problem.code != FindingCode::TxtRecordIgnored;
    });
    if (!sts.hasRecord)
        return isFaulty ? ofSts(Tone::Warned, Code::StsRecordFaulty)
                        : ofSts(Tone::NotApplicable, Code::StsAbsent);
    if (sts.fetch == StsFetchEnd::NotTried)
        return ofSts(Tone::Unknown, Code::StsNotFetched);
    if (sts.fetch != StsFetchEnd::Ok)
        return ofSts(Tone::Warned, Code::StsFetchFailed, {toWire(sts.fetch)});
    if (!sts.hasPolicy || !sts.mode)
        return ofSts(Tone::Warned, Code::StsInvalid);
    return judgedPolicy(sts, inspection.evidence.target.host);
}

std::optional<Assessment> tlsRptAnswer(const Inspection &inspection)
{
    constexpr Question question = Question::TlsReports;
    const auto &dns = inspection.evidence.dns;
    if (!dns || !dns->tlsRpt || !inspection.tlsRpt)
        return std::nullopt;
    if (isBroken(dns->tlsRpt->lookup, dns->tlsRpt->dnssec))
        return Assessment{question, Tone::Unknown, Code::ReportsUntold, {}, {}, {}};
    if (inspection.tlsRpt->rua.isEmpty())
        return Assessment{question, Tone::NotApplicable, Code::ReportsAbsent, {}, {}, {}};
    return Assessment{question, Tone::Good, Code::ReportsGo, inspection.tlsRpt->rua, {}, {}};
}

int matchingRecords(const DaneFacts &dane)
{
    return static_cast<int>(
        std::count_if(dane.records.begin(), dane.records.end(), [](const TlsaOutcome &record) {
            return record.usable && record.matches && !record.setAside;
        }));
}

int dnsProblemCount(const Inspection &inspection)
{
    qsizetype count = 0;
    if (const auto &dns = inspection.evidence.dns) {
        const auto isBogus = [](const auto &answer) {
            return answer && answer->dnssec == DnssecState::Bogus;
        };
        count += (isBogus(dns->mx) ? 1 : 0) + (isBogus(dns->addresses) ? 1 : 0); // of TLSA its answer says it
    }
    for (const auto &answer : {tlsaAnswer(inspection), stsAnswer(inspection)})
        count += answer && answer->tone == Tone::Bad ? 1 : 0;
    if (inspection.sts) {
        count += std::count_if(inspection.sts->problems.begin(), inspection.sts->problems.end(),
                               [](const Finding &problem) { return problem.severity == Severity::Error; });
    }
    return static_cast<int>(count);
}

} // namespace mailseal
