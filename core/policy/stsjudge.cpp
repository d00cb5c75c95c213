#include "policy/stsjudge.h"

#include "chain/chain.h"
#include "chain/names.h"
#include "policy/quoted.h"
#include "policy/situation.h"
#include "policy/stspolicy.h"
#include "policy/stsrecord.h"
#include "policy/tlsrptrecord.h"
#include "values/limits.h"
#include "wire/wire.h"

#include <algorithm>

namespace mailseal {

namespace {

const Assumption *assumed(const Evidence &evidence, AssumptionKind kind)
{
    const auto found = std::find_if(evidence.assumptions.begin(), evidence.assumptions.end(),
                                    [kind](const Assumption &assumption) { return assumption.kind == kind; });
    return found == evidence.assumptions.end() ? nullptr : &*found;
}

/// Whether the DNS gave an answer at all; a bogus one is none (RFC 4035 §5.5: the resolver says SERVFAIL).
bool isAnswered(const Answer<TxtRecord> &answer)
{
    return answer.lookup != LookupEnd::Timeout && answer.lookup != LookupEnd::ServFail &&
           answer.lookup != LookupEnd::Refused && answer.dnssec != DnssecState::Bogus;
}

Finding lookupFailed(const Answer<TxtRecord> &answer)
{
    return finding(
        FindingCode::StsLookupFailed, Severity::Warning,
        {answer.name, answer.dnssec == DnssecState::Bogus ? QStringLiteral("bogus") : toWire(answer.lookup)});
}

/// The one word that a person needs beside the fetch's end.
QString fetchDetail(StsFetchEnd end, const StsFetch &fetch)
{
    switch (end) {
    case StsFetchEnd::Status:
        return QString::number(fetch.status);
    case StsFetchEnd::Redirect:
        return fetch.location;
    case StsFetchEnd::TooLarge:
        return QString::number(limits::stsPolicy);
    case StsFetchEnd::ResolveFailed:
    case StsFetchEnd::Certificate:
        return fetch.host;
    case StsFetchEnd::ConnectFailed:
        return fetch.error;
    case StsFetchEnd::NotTried:
    case StsFetchEnd::Ok:
    case StsFetchEnd::Timeout:
        break;
    }
    return {};
}

Finding fetchFailed(StsFetchEnd end, const StsFetch &fetch)
{
    return finding(FindingCode::StsFetchFailed, Severity::Error, {toWire(end), fetchDetail(end, fetch)});
}

/// What is wrong with the policy host's certificate (§3.3: SAN DNS-ID, a trusted root, not expired).
QList<Finding> certificateProblems(const ChainFacts &chain, const QString &host)
{
    QList<Finding> problems;
    if (!chain.trusted) {
        std::copy_if(chain.problems.begin(), chain.problems.end(), std::back_inserter(problems),
                     [](const Finding &problem) { return problem.severity == Severity::Error; });
    }
    if (chain.sent.isEmpty())
        return problems;
    const NameCheck names =
        checkNames(chain.sent.constFirst(), {ReferenceName{host, NameSource::Typed, false}});
    if (names.matches != true) {
        Finding mismatch = finding(FindingCode::NameMismatch, Severity::Error,
                                   {host, chain.sent.constFirst().dnsNames.join(QStringLiteral(", "))});
        mismatch.depth = 0;
        problems.append(mismatch);
    }
    return problems;
}

class Judge
{
public:
    Judge(const Evidence &evidence, const std::optional<ChainFacts> &mxChain, const TrustAnchors &anchors,
          const QDateTime &at)
        : m_evidence(evidence)
        , m_mxChain(mxChain)
        , m_anchors(anchors)
        , m_at(at)
        , m_given(assumed(evidence, AssumptionKind::StsPolicyGiven) && evidence.stsFetch)
    {
    }

    std::optional<StsJudgement> judge();

private:
    void judgeRecord();
    void judgeFetch(const StsFetch &fetch);
    void judgeCertificate(const StsFetch &fetch);
    void judgePolicy(const StsFetch &fetch);
    void match();

    const Evidence &m_evidence;
    const std::optional<ChainFacts> &m_mxChain;
    const TrustAnchors &m_anchors;
    const QDateTime &m_at;
    bool m_given; ///< a person gave the policy: no record, no fetch
    StsJudgement m_judgement;
};

std::optional<StsJudgement> Judge::judge()
{
    const bool asked = m_evidence.dns && m_evidence.dns->sts;
    if (!m_given && (m_evidence.target.domain.isEmpty() || !asked))
        return std::nullopt;
    if (m_given)
        m_judgement.facts.hasRecord = true;
    else
        judgeRecord();
    if (m_evidence.stsFetch)
        judgeFetch(*m_evidence.stsFetch);
    return std::move(m_judgement);
}

void Judge::judgeRecord()
{
    const Answer<TxtRecord> &answer = *m_evidence.dns->sts;
    if (!isAnswered(answer)) {
        m_judgement.facts.problems.append(lookupFailed(answer));
        return;
    }
    const StsRecord record = readStsRecord(answer.name, answer.records);
    m_judgement.facts.hasRecord = record.valid;
    m_judgement.facts.id = record.id;
    m_judgement.facts.problems += record.problems;
}

void Judge::judgeFetch(const StsFetch &fetch)
{
    StsFacts &facts = m_judgement.facts;
    facts.fetch = fetch.end;
    judgeCertificate(fetch);
    if (facts.fetch != StsFetchEnd::Ok && facts.fetch != StsFetchEnd::NotTried) {
        const auto failed = fetchFailed(facts.fetch, fetch);
        // the reason stands in front of the certificate's own problems, which explain it
        const auto first = std::find_if(facts.problems.begin(), facts.problems.end(),
                                        [](const Finding &problem) { return problem.depth.has_value(); });
        facts.problems.insert(first, failed);
    }
    if (fetch.end == StsFetchEnd::Ok)
        judgePolicy(fetch);
}

void Judge::judgeCertificate(const StsFetch &fetch)
{
    if (m_given || fetch.sentChain.isEmpty())
        return;
    auto analysis = analyseChain(fetch.sentChain, m_anchors, m_at);
    auto problems = certificateProblems(analysis.chain, fetch.host);
    if (!problems.isEmpty()) {
        m_judgement.facts.fetch = StsFetchEnd::Certificate;
        for (Finding &problem : problems)
            problem.depth = problem.depth.value_or(0);
    }
    m_judgement.facts.problems += problems;
    m_judgement.facts.chain = std::move(analysis.chain);
    m_judgement.usedAnchors = std::move(analysis.usedAnchors);
}

void Judge::judgePolicy(const StsFetch &fetch)
{
    StsFacts &facts = m_judgement.facts;
    const QString mediaType = fetch.contentType.section(u';', 0, 0).trimmed();
    if (!m_given && mediaType.compare(QLatin1StringView("text/plain"), Qt::CaseInsensitive) != 0)
        facts.problems.append(finding(FindingCode::StsContentType, Severity::Warning, {mediaType}));
    const StsPolicy policy = readStsPolicy(fetch.body);
    facts.problems += policy.problems; // of a policy that does not count as well: they are to be mended
    if (!policy.valid || facts.fetch != StsFetchEnd::Ok || !facts.hasRecord)
        return;
    facts.hasPolicy = true;
    facts.mode = policy.mode;
    facts.maxAge = policy.maxAge;
    facts.mx = policy.mx;
    if (const Assumption *mode = assumed(m_evidence, AssumptionKind::StsMode);
        mode && !mode->args.isEmpty()) {
        facts.mode = fromWire<StsMode>(mode->args.constFirst()).value_or(StsMode::None);
    }
    match();
}

void Judge::match()
{
    StsFacts &facts = m_judgement.facts;
    const QString &host = m_evidence.target.host;
    facts.matches = std::any_of(facts.mx.begin(), facts.mx.end(),
                                [&host](const QString &pattern) { return matchesStsPattern(pattern, host); });
    if (m_mxChain && !m_mxChain->sent.isEmpty())
        facts.matchesAnyPattern = anyPatternMatch(facts.mx, m_mxChain->sent.constFirst()).has_value();
}

/// Postfix match_servername: ".example.org" is any name below it, "*.example.org" in a certificate covers the
/// one label in front of a pattern's.
bool matchesOldRule(const QString &pattern, const QString &presented)
{
    const QString name = presented.toLower();
    const QString wanted = pattern.toLower();
    if (wanted.startsWith(QLatin1StringView("*.")))
        return name.size() > wanted.size() - 1 && name.endsWith(QStringView(wanted).mid(1));
    const auto dot = wanted.indexOf(u'.');
    return name == wanted || (name.startsWith(QLatin1StringView("*.")) && dot > 0 &&
                              QStringView(name).mid(1) == QStringView(wanted).mid(dot));
}

} // namespace

std::optional<StsJudgement> judgeSts(const Evidence &evidence, const std::optional<ChainFacts> &mxChain,
                                     const TrustAnchors &anchors, const QDateTime &at)
{
    return Judge(evidence, mxChain, anchors, at).judge();
}

std::optional<TlsRptFacts> judgeTlsRpt(const Evidence &evidence)
{
    if (!evidence.dns || !evidence.dns->tlsRpt)
        return std::nullopt;
    const Answer<TxtRecord> &answer = *evidence.dns->tlsRpt;
    if (!isAnswered(answer))
        return TlsRptFacts{{}, {lookupFailed(answer)}};
    TlsRptFacts facts = readTlsRptRecord(answer.name, answer.records);
    const bool nothing =
        facts.rua.isEmpty() &&
        std::all_of(facts.problems.begin(), facts.problems.end(),
                    [](const Finding &problem) { return problem.code == FindingCode::TxtRecordIgnored; });
    if (nothing)
        facts.problems.prepend(
            finding(FindingCode::TlsRptNoRecord, Severity::Info, {evidence.target.domain}));
    return facts;
}

std::optional<QString> anyPatternMatch(const QStringList &patterns, const CertificateFacts &leaf)
{
    // Of a certificate without a SAN dNSName such a Postfix takes the common name.
    const QStringList &names = leaf.dnsNames.isEmpty() ? leaf.commonNames : leaf.dnsNames;
    for (const QString &pattern : patterns) {
        const auto matches = [&pattern](const QString &name) { return matchesOldRule(pattern, name); };
        if (std::any_of(names.begin(), names.end(), matches))
            return pattern;
    }
    return std::nullopt;
}

} // namespace mailseal
