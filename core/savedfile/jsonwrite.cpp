#include "savedfile/json.h"

#include "savedfile/jsondns.h"
#include "savedfile/jsonfacts.h"
#include "savedfile/jsonforeign.h"
#include "savedfile/jsonjudged.h"
#include "savedfile/jsonocsp.h"
#include "savedfile/jsonschema.h"
#include "savedfile/jsonsts.h"
#include "savedfile/jsonvariant.h"
#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/wording.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace mailseal {

namespace {

using json::list;
using json::orNull;

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

void insertSession(QJsonObject &object, const SessionFacts &session, const std::optional<OcspFacts> &ocsp)
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
    const auto tlsAndStaple = [&](const TlsFacts &facts) {
        QJsonObject tls = json::tls(facts);
        tls.insert(QStringLiteral("ocsp"), json::ocsp(facts.ocspStaple, ocsp));
        return tls;
    };
    object.insert(QStringLiteral("tls"), orNull(session.tls, tlsAndStaple));
    object.insert(QStringLiteral("session"), sessionJson(session));
}

QJsonArray policyNames(const QList<PolicyId> &ids)
{
    return list(ids, [](PolicyId id) { return QJsonValue(toWire(id)); });
}

} // namespace

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
        {QStringLiteral("assumptions"), list(evidence.assumptions,
                                             [](const Assumption &one) {
                                                 return QJsonValue(
                                                     Wording(Wording::Speech::English).assumption(one));
                                             })},
        {QStringLiteral("assumed"), list(evidence.assumptions, json::assumption)},
        {QStringLiteral("tlsaProposals"), list(inspection.tlsaProposals, json::tlsaProposal)},
        {QStringLiteral("observer"), json::observer(evidence.observer)},
        {QStringLiteral("target"), json::target(evidence.target)},
        {QStringLiteral("endDetail"), Wording(Wording::Speech::English).endDetail(evidence)},
        {QStringLiteral("chain"), orNull(inspection.chain, json::chain)},
        {QStringLiteral("anchors"), anchorsJson(evidence.anchors)},
        {QStringLiteral("names"), orNull(inspection.names, json::names)},
        {QStringLiteral("variants"), json::variants(inspection)},
        {QStringLiteral("variantsSeen"), QJsonArray::fromStringList(evidence.variantsSeen)},
        {QStringLiteral("verdicts"), list(inspection.verdicts, json::verdict)},
        {QStringLiteral("acceptedBy"), policyNames(acceptedBy(inspection.verdicts))},
        {QStringLiteral("refusedBy"), policyNames(refusedBy(inspection.verdicts))},
        {QStringLiteral("senders"), list(inspection.senders, json::sender)},
        {QStringLiteral("conformance"), list(inspection.conformance, json::conformance)},
        {QStringLiteral("dns"),
         evidence.dns ? QJsonValue(json::dns(*evidence.dns, inspection.dane)) : QJsonValue()},
        {QStringLiteral("sts"), json::sts(inspection.sts, evidence.stsFetch)},
        {QStringLiteral("tlsRpt"), orNull(inspection.tlsRpt, json::tlsRpt)},
        {QStringLiteral("audit"), QJsonValue()},
        {QStringLiteral("remarks"), list(evidence.remarks, json::finding)},
        {QStringLiteral("rejudged"), orNull(inspection.rejudged, json::rejudged)},
    };
    insertSession(object, evidence.session, inspection.ocsp);
    if (const auto &sent = evidence.session.sentChain; !isChainInFacts(sent, inspection.chain)) {
        const auto pems = [](const QList<QByteArray> &ders) { return QJsonValue(list(ders, json::pem)); };
        object.insert(QStringLiteral("sentChain"), orNull(sent, pems));
    }
    return inspection.foreign.isEmpty() ? object : json::withForeign(object, inspection.foreign);
}

QByteArray writeSurvey(const QList<Inspection> &inspections)
{
    QJsonObject survey;
    for (const Inspection &inspection : inspections) {
        for (const Foreign &one : inspection.foreign) {
            if (one.kind == Foreign::Kind::SurveyMember)
                survey.insert(one.pointer, one.value);
        }
    }
    survey.insert(QStringLiteral("schema"), schema::survey + QString::number(schema::version));
    survey.insert(QStringLiteral("inspections"),
                  list(inspections, [](const Inspection &one) { return toJson(one); }));
    return escapeJson(QJsonDocument(survey).toJson(QJsonDocument::Indented));
}

QByteArray writeJsonLine(const Inspection &inspection)
{
    return escapeJson(QJsonDocument(toJson(inspection)).toJson(QJsonDocument::Compact)) + '\n';
}

} // namespace mailseal
