#include "report/json.h"

#include "report/jsondns.h"
#include "report/jsonfacts.h"
#include "report/jsonschema.h"
#include "report/wire.h"
#include "report/wording.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace mailseal {

namespace {

using json::list;
using json::orNull;

const Wording &english()
{
    static const Wording wording(Wording::Speech::English);
    return wording;
}

/// A finding of a newer version goes out as it came in.
bool isForeignTriple(const Finding &finding)
{
    return finding.code == FindingCode::Foreign && finding.args.size() == 3 && !finding.args[0].isEmpty() &&
           !fromWire<FindingCode>(finding.args[0]);
}

QJsonObject chainJson(const ChainFacts &chain)
{
    const auto path = [](const QList<QByteArray> &digests) { return QJsonValue(list(digests, json::hex)); };
    return {
        {QStringLiteral("sent"), list(chain.sent, json::certificate)},
        {QStringLiteral("path"), orNull(chain.path, path)},
        {QStringLiteral("anchor"), orNull(chain.anchor, json::certificate)},
        {QStringLiteral("trusted"), chain.trusted},
        {QStringLiteral("selfSigned"), chain.selfSigned},
        {QStringLiteral("selfSignedKind"),
         orNull(chain.selfSignedKind, [](SelfSignedKind kind) { return QJsonValue(toWire(kind)); })},
        {QStringLiteral("ordered"), chain.ordered},
        {QStringLiteral("problems"), list(chain.problems, json::finding)},
    };
}

QJsonObject namesJson(const NameCheck &names)
{
    const auto reference = [](const ReferenceName &name) {
        return QJsonObject{
            {QStringLiteral("name"), name.name},
            {QStringLiteral("source"), toWire(name.source)},
            {QStringLiteral("dnssec"), name.dnssec},
        };
    };
    const auto check = [](const NameComparison &comparison) {
        return QJsonObject{
            {QStringLiteral("kind"), toWire(comparison.kind)},
            {QStringLiteral("presented"), comparison.presented},
            {QStringLiteral("reference"), comparison.reference},
            {QStringLiteral("matches"), comparison.matches},
            {QStringLiteral("reason"), toWire(comparison.reason)},
        };
    };
    return {
        {QStringLiteral("reference"), list(names.reference, reference)},
        {QStringLiteral("matches"), names.matches ? QJsonValue(*names.matches) : QJsonValue()},
        {QStringLiteral("matchedBy"), json::textOrNull(names.matchedBy)},
        {QStringLiteral("checks"), list(names.checks, check)},
    };
}

QJsonObject verdictJson(const Verdict &verdict)
{
    return {
        {QStringLiteral("policy"), toWire(verdict.policy)},
        {QStringLiteral("standing"), toWire(verdict.standing)},
        {QStringLiteral("delivery"), toWire(verdict.delivery)},
        {QStringLiteral("variant"), verdict.variant ? QJsonValue(*verdict.variant) : QJsonValue()},
        {QStringLiteral("because"), list(verdict.because, json::finding)},
        {QStringLiteral("source"), verdict.source},
        {QStringLiteral("result"), json::textOrNull(verdict.result)},
    };
}

QJsonObject conformanceJson(const ConformanceRow &row)
{
    const bool foreign = row.note == ConformanceNote::Foreign && row.args.size() == 1;
    return {
        {QStringLiteral("id"), toWire(row.id)},
        {QStringLiteral("standing"), toWire(row.standing)},
        {QStringLiteral("clause"), row.clause},
        {QStringLiteral("evidence"), list(row.evidence, [](int index) { return index; })},
        {QStringLiteral("text"), foreign ? row.args.first() : english().conformanceText(row)},
        {QStringLiteral("note"), toWire(row.note)},
        {QStringLiteral("args"), QJsonArray::fromStringList(row.args)},
    };
}

QJsonObject anchorsJson(const TrustAnchors &anchors)
{
    return {
        {QStringLiteral("store"), toWire(anchors.store)},
        {QStringLiteral("label"), anchors.label},
        {QStringLiteral("used"), list(anchors.certificates, json::pem)},
    };
}

/// Facts of the one connection that CONTRACT.md has no field for; they make the file complete.
QJsonObject sessionJson(const SessionFacts &session)
{
    return {
        {QStringLiteral("greeting"), orNull(session.greeting, json::reply)},
        {QStringLiteral("ehloAfterTlsReply"), orNull(session.ehloAfterTlsReply, json::reply)},
        {QStringLiteral("endText"), session.endText},
        {QStringLiteral("starttlsAccepted"), session.sawStarttls220},
        {QStringLiteral("heloUsed"), session.heloUsed},
        {QStringLiteral("closure"), toWire(session.closure)},
        {QStringLiteral("localAddress"), session.localAddress},
        {QStringLiteral("remarks"), list(session.remarks, json::finding)},
    };
}

/// The chain as sent stands in `chain`; it is said apart only where the two differ (nothing could be judged).
bool isChainInFacts(const std::optional<QList<QByteArray>> &sent, const std::optional<ChainFacts> &chain)
{
    if (!sent || !chain)
        return !sent && !chain;
    QList<QByteArray> inFacts;
    for (const CertificateFacts &facts : chain->sent)
        inFacts.append(facts.der);
    return *sent == inFacts;
}

void insertSession(QJsonObject &object, const SessionFacts &session)
{
    object.insert(QStringLiteral("end"), toWire(session.end));
    object.insert(QStringLiteral("endReply"), orNull(session.endReply, json::reply));
    object.insert(QStringLiteral("handshake"), orNull(session.handshake, json::handshake));
    object.insert(QStringLiteral("timings"), json::timings(session.timings));
    object.insert(QStringLiteral("transcript"), json::transcript(session.transcript));
    object.insert(
        QStringLiteral("capabilities"),
        QJsonObject{{QStringLiteral("beforeTls"), json::capabilities(session.capabilitiesBeforeTls)},
                    {QStringLiteral("afterTls"), json::capabilities(session.capabilitiesAfterTls)}});
    object.insert(QStringLiteral("earlyPlaintext"), orNull(session.earlyPlaintext, json::earlyPlaintext));
    object.insert(QStringLiteral("tls"), orNull(session.tls, json::tls));
    object.insert(QStringLiteral("session"), sessionJson(session));
}

QJsonObject rejudgedJson(const Rejudged &rejudged)
{
    const auto change = [](const VerdictChange &one) {
        return QJsonObject{
            {QStringLiteral("policy"), toWire(one.policy)},
            {QStringLiteral("then"), orNull(one.then, verdictJson)},
        };
    };
    return {
        {QStringLiteral("judgedThen"), json::instant(rejudged.judgedThen)},
        {QStringLiteral("changes"), list(rejudged.changes, change)},
    };
}

QJsonArray policyNames(const QList<PolicyId> &ids)
{
    return list(ids, [](PolicyId id) { return QJsonValue(toWire(id)); });
}

} // namespace

QJsonObject json::finding(const Finding &finding)
{
    QJsonObject object{
        {QStringLiteral("severity"), toWire(finding.severity)},
        {QStringLiteral("depth"), finding.depth ? QJsonValue(*finding.depth) : QJsonValue()},
    };
    if (isForeignTriple(finding)) {
        object.insert(QStringLiteral("code"), finding.args[0]);
        object.insert(QStringLiteral("text"), finding.args[1]);
        object.insert(QStringLiteral("advice"), finding.args[2]);
        return object;
    }
    object.insert(QStringLiteral("code"), toWire(finding.code));
    object.insert(QStringLiteral("text"), english().finding(finding));
    object.insert(QStringLiteral("advice"), english().advice(finding));
    object.insert(QStringLiteral("args"), QJsonArray::fromStringList(finding.args));
    return object;
}

QJsonObject toJson(const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    QJsonObject object{
        {QStringLiteral("schema"), schema::inspection + QString::number(schema::version)},
        {QStringLiteral("producer"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("mailseal")},
                     {QStringLiteral("version"), QStringLiteral(MAILSEAL_VERSION)}}},
        {QStringLiteral("observedAt"), json::instant(evidence.observedAt)},
        {QStringLiteral("judgedAt"), json::instant(inspection.judgedAt)},
        {QStringLiteral("origin"), toWire(evidence.origin)},
        {QStringLiteral("redacted"), evidence.redacted},
        {QStringLiteral("observer"), json::observer(evidence.observer)},
        {QStringLiteral("target"), json::target(evidence.target)},
        {QStringLiteral("endDetail"), english().endDetail(evidence)},
        {QStringLiteral("chain"), orNull(inspection.chain, chainJson)},
        {QStringLiteral("anchors"), anchorsJson(evidence.anchors)},
        {QStringLiteral("names"), orNull(inspection.names, namesJson)},
        {QStringLiteral("variants"), QJsonArray()},
        {QStringLiteral("verdicts"), list(inspection.verdicts, verdictJson)},
        {QStringLiteral("acceptedBy"), policyNames(acceptedBy(inspection))},
        {QStringLiteral("refusedBy"), policyNames(refusedBy(inspection))},
        {QStringLiteral("conformance"), list(inspection.conformance, conformanceJson)},
        {QStringLiteral("dns"),
         evidence.dns ? QJsonValue(json::dns(*evidence.dns, inspection.dane)) : QJsonValue()},
        {QStringLiteral("sts"), QJsonValue()},
        {QStringLiteral("audit"), QJsonValue()},
        {QStringLiteral("remarks"), list(evidence.remarks, json::finding)},
        {QStringLiteral("rejudged"), orNull(inspection.rejudged, rejudgedJson)},
    };
    insertSession(object, evidence.session);
    if (const auto &sent = evidence.session.sentChain; !isChainInFacts(sent, inspection.chain)) {
        const auto pems = [](const QList<QByteArray> &ders) { return QJsonValue(list(ders, json::pem)); };
        object.insert(QStringLiteral("sentChain"), orNull(sent, pems));
    }
    return object;
}

QByteArray writeSurvey(const QList<Inspection> &inspections)
{
    const QJsonObject survey{
        {QStringLiteral("schema"), schema::survey + QString::number(schema::version)},
        {QStringLiteral("inspections"), list(inspections, toJson)},
    };
    return QJsonDocument(survey).toJson(QJsonDocument::Indented);
}

QByteArray writeJsonLine(const Inspection &inspection)
{
    return QJsonDocument(toJson(inspection)).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace mailseal
