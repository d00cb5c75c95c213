#include "savedfile/jsonsts.h"

#include "savedfile/jsonfacts.h"
#include "savedfile/jsonjudged.h"
#include "savedfile/jsonjudgedread.h"
#include "wire/wire.h"

#include <QJsonArray>

#include <limits>

namespace mailseal::json {

namespace {

using Key = QLatin1StringView;

constexpr qint64 most = std::numeric_limits<qint64>::max();

QJsonValue flagOrNull(std::optional<bool> flag) { return flag ? QJsonValue(*flag) : QJsonValue(); }

std::optional<bool> readFlagOrNull(const Node &node)
{
    return node.orNull([](const Node &flag) { return flag.flag(); });
}

QJsonObject policyHost(const StsFetch &fetch)
{
    return {
        {QStringLiteral("end"), toWire(fetch.end)},
        {QStringLiteral("host"), fetch.host},
        {QStringLiteral("address"), textOrNull(fetch.address)},
        {QStringLiteral("status"), fetch.status},
        {QStringLiteral("contentType"), textOrNull(fetch.contentType)},
        {QStringLiteral("location"), textOrNull(fetch.location)},
        {QStringLiteral("error"), textOrNull(fetch.error)},
        {QStringLiteral("tookMs"), fetch.tookMs},
        {QStringLiteral("sentChain"), list(fetch.sentChain, pem)},
    };
}

StsFetch readPolicyHost(const Node &node)
{
    constexpr int lastStatus = 999; // three digits (RFC 9110 §15)
    StsFetch fetch;
    fetch.end = node[Key("end")].name(StsFetchEnd::NotTried);
    fetch.host = node[Key("host")].text();
    fetch.address = node[Key("address")].textOrNull();
    fetch.status = static_cast<int>(node[Key("status")].integer(0, lastStatus));
    fetch.contentType = node[Key("contentType")].textOrNull();
    fetch.location = node[Key("location")].textOrNull();
    fetch.error = node[Key("error")].textOrNull();
    fetch.tookMs = node[Key("tookMs")].integer(0, most);
    fetch.sentChain = node[Key("sentChain")].list([](const Node &one) { return one.pem(); });
    return fetch;
}

} // namespace

QJsonValue sts(const std::optional<StsFacts> &facts, const std::optional<StsFetch> &fetch)
{
    if (!facts && !fetch)
        return {};
    const StsFacts judged = facts.value_or(StsFacts{});
    return QJsonObject{
        {QStringLiteral("judged"), facts.has_value()},
        {QStringLiteral("id"), textOrNull(judged.id)},
        {QStringLiteral("mode"), orNull(judged.mode, [](StsMode mode) { return toWire(mode); })},
        {QStringLiteral("maxAge"), judged.maxAge ? QJsonValue(*judged.maxAge) : QJsonValue()},
        {QStringLiteral("mx"), QJsonArray::fromStringList(judged.mx)},
        {QStringLiteral("matches"), flagOrNull(judged.matches)},
        {QStringLiteral("matchesAnyPattern"), flagOrNull(judged.matchesAnyPattern)},
        {QStringLiteral("fetch"), toWire(judged.fetch)},
        {QStringLiteral("hasRecord"), judged.hasRecord},
        {QStringLiteral("hasPolicy"), judged.hasPolicy},
        {QStringLiteral("chain"), orNull(judged.chain, chain)},
        {QStringLiteral("problems"), list(judged.problems, finding)},
        {QStringLiteral("literal"),
         fetch && !fetch->body.isEmpty() ? QJsonValue(linesEscaped(fetch->body)) : QJsonValue()},
        {QStringLiteral("policyHost"), orNull(fetch, policyHost)},
    };
}

std::optional<StsFacts> readSts(const Node &sts)
{
    if (sts.isNull())
        return std::nullopt;
    const Node isJudged = sts[Key("judged")];
    if (!isJudged.isAbsent() && !isJudged.flag())
        return std::nullopt;
    StsFacts facts;
    facts.id = sts[Key("id")].textOrNull();
    facts.mode = sts[Key("mode")].orNull([](const Node &mode) { return mode.name(StsMode::None); });
    facts.maxAge = sts[Key("maxAge")].orNull([](const Node &age) { return age.integer(0, most); });
    facts.mx = sts[Key("mx")].listOrAbsent([](const Node &pattern) { return pattern.rawText(); });
    facts.matches = readFlagOrNull(sts[Key("matches")]);
    facts.matchesAnyPattern = readFlagOrNull(sts[Key("matchesAnyPattern")]);
    facts.fetch = sts[Key("fetch")].name(StsFetchEnd::NotTried);
    facts.hasRecord = readFlagOrNull(sts[Key("hasRecord")]).value_or(!facts.id.isEmpty());
    facts.hasPolicy = readFlagOrNull(sts[Key("hasPolicy")]).value_or(facts.mode.has_value());
    facts.chain = sts[Key("chain")].orNull(readChain);
    facts.problems = sts[Key("problems")].list(readFinding);
    return facts;
}

std::optional<StsFetch> readStsFetch(const Node &sts)
{
    if (sts.isNull())
        return std::nullopt;
    auto fetch = sts[Key("policyHost")].orNull(readPolicyHost);
    if (const Node literal = sts[Key("literal")]; fetch && !literal.isNull())
        fetch->body = literal.bytes();
    return fetch;
}

QJsonObject tlsRpt(const TlsRptFacts &facts)
{
    return {
        {QStringLiteral("rua"), QJsonArray::fromStringList(facts.rua)},
        {QStringLiteral("problems"), list(facts.problems, finding)},
    };
}

TlsRptFacts readTlsRpt(const Node &node)
{
    return {
        .rua = node[Key("rua")].list([](const Node &uri) { return uri.rawText(); }),
        .problems = node[Key("problems")].list(readFinding),
    };
}

} // namespace mailseal::json
