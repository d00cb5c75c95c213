#pragma once

#include "savedfile/describedns.h"
#include "savedfile/describesession.h"
#include "savedfile/describests.h"
#include "savedfile/jsonschema.h"

/// One inspection as docs/file-format.md has it ("mailseal/inspection/1").
namespace mailseal {

template <class V>
void describe(V &v, As<Observer> auto &observer)
{
    v.field("localAddress", observer.localAddress, FieldKind::Address, form::OrNull{form::text});
    // An address literal in brackets, or a name.
    v.field("ehloName", observer.ehloName, FieldKind::Text, form::OrNull{form::text});
    v.field("resolver", observer.resolver, FieldKind::Text, form::OrNull{form::text});
    v.field("proxy", observer.proxy, FieldKind::Public, form::flag);
    v.field("connections", observer.connections, FieldKind::Public, form::count);
    v.field("queries", observer.queries, FieldKind::Public, form::count);
}

template <class V>
void describe(V &v, As<Endpoint> auto &endpoint)
{
    v.field("address", endpoint.address, FieldKind::Address, form::text);
    v.field("port", endpoint.port, FieldKind::Public, form::port);
}

/// Offline, what was typed is the path of a file.
template <class V>
void describeTarget(V &v, As<Target> auto &target, Origin origin)
{
    v.field("input", target.input, origin == Origin::Offline ? FieldKind::CertificateFile : FieldKind::Text,
            form::text);
    v.field("domain", target.domain, FieldKind::HostOrAddress, form::OrNull{form::text});
    v.field("host", target.host, FieldKind::HostOrAddress, form::text);
    v.field("address", target.address, FieldKind::Address, form::OrNull{form::text});
    v.field("port", target.port, FieldKind::Public, form::port);
    v.field("start", target.start, FieldKind::Public, form::code);
    v.fieldUnless(target.start == Start::None, "service", target.service, FieldKind::Public, form::code);
    v.field("serverName", target.serverName, FieldKind::HostOrAddress, form::OrNull{form::text});
    v.field("policy", target.policy, FieldKind::Public, form::code);
    v.field("pins", target.pins, FieldKind::Fingerprint, form::ListOf{form::hex});
    v.objectUnless(target.connectedTo == Endpoint{}, "connectedTo", target.connectedTo);
}

template <class V>
void describe(V &v, As<Assumption> auto &assumption)
{
    v.field("kind", assumption.kind, FieldKind::Public, form::CodeOr{AssumptionKind::FromNewerVersion});
    v.field("args", assumption.args, FieldKind::TextOrName, form::ListOf{form::text});
}

/// `assumptions` are their sentences; a file made from the contract alone has no more than those.
template <class V>
void describeAssumptions(V &v, As<QList<Assumption>> auto &assumptions)
{
    v.made("assumptions", form::ListOf{form::text}, [&] { return assumptionSentences(assumptions); });
    v.list("assumed", assumptions, Since::Later);
    v.reading(assumptions, [](const json::Node &node, auto &read) {
        if (!node[QLatin1StringView("assumed")].isAbsent())
            return;
        read = node[QLatin1StringView("assumptions")].listOrAbsent([](const json::Node &sentence) {
            return Assumption{AssumptionKind::FromNewerVersion, {sentence.text()}};
        });
    });
}

template <class V>
void describe(V &v, As<TrustAnchors> auto &anchors)
{
    v.field("store", anchors.store, FieldKind::Public, form::CodeOr{AnchorStore::Saved});
    v.field("label", anchors.label,
            anchors.store == AnchorStore::System ? FieldKind::Public : FieldKind::AnchorFile, form::text);
    v.field("used", anchors.certificates, FieldKind::LeftOut, form::ListOf{form::pem});
}

/// One of `variants`: evidence and what follows from it, side by side.
template <class V>
void describeVariant(V &v, As<VariantEvidence> auto &evidence, As<VariantFacts> auto &facts)
{
    v.field("sni", evidence.sni, FieldKind::Public, form::flag);
    v.field("keyType", evidence.keyType, FieldKind::Public, form::OrNull{form::text});
    v.object("handshake", evidence.handshake, Since::Later);
    v.field("end", evidence.end, FieldKind::Public,
            form::Later{form::OrNull{form::CodeOr{EndReason::FromNewerVersion}}});
    v.objectOrNull("endReply", evidence.endReply);
    v.list("remarks", evidence.remarks, Since::Later);
    v.field("afterTls", evidence.capabilitiesAfterTls, FieldKind::Text,
            form::Later{form::OrNull{form::ListOf{form::bytes}}});
    describeTls(v, evidence.tls, facts.ocsp);
    v.objectOrNull("chain", facts.chain);
    v.unlessSame("sentChain", evidence.sentChain, sentIn(facts.chain).value_or(QList<QByteArray>()),
                 FieldKind::Certificate, form::ListOf{form::pem});
    v.objectOrNull("names", facts.names);
    v.objectOrNull("tlsa", facts.dane);
}

/// The rows point into the transcript; whoever follows the pointer must land.
inline void checkEvidence(const json::Node &node, const Inspection &inspection)
{
    const auto lines = inspection.evidence.session.transcript.size();
    for (const ConformanceRow &row : inspection.conformance) {
        for (const int index : row.evidence) {
            if (index >= lines)
                node[QLatin1StringView("conformance")].fail(
                    QStringLiteral("evidence %1 is behind the transcript").arg(index));
        }
    }
}

/// What stands around the facts, most of it for whoever reads the file without Mailseal.
template <class V>
void describeAround(V &v, As<Inspection> auto &inspection)
{
    v.made("schema", form::text, [] { return schema::inspection + QString::number(schema::version); });
    v.group("producer", [](auto &producer) {
        producer.made("name", form::text, [] { return QStringLiteral("mailseal"); });
        producer.made("version", form::text, [] { return QStringLiteral(MAILSEAL_VERSION); });
    });
    v.made("endDetail", form::text, [&] { return endSentence(inspection.evidence); });
    v.group(
        "badge",
        [&](auto &badge) {
            badge.made("state", form::code, [&] { return badgeWords(inspection).state; });
            badge.made("sentence", form::text, [&] { return badgeWords(inspection).sentence; });
            badge.madeList("because", [&] { return badgeWords(inspection).because; });
        },
        Since::Later);
    const auto accepted = [&] { return acceptedBy(inspection.verdicts); };
    const auto refused = [&] { return refusedBy(inspection.verdicts); };
    v.made("acceptedBy", form::Later{form::ListOf{form::code}}, accepted);
    v.made("refusedBy", form::Later{form::ListOf{form::code}}, refused);
    v.made("audit", form::OrNull{form::flag},
           [] { return std::optional<bool>(); }); // as its own version says
    v.reading(inspection, [](const json::Node &node, auto &) {
        for (const QLatin1StringView list :
             {QLatin1StringView("acceptedBy"), QLatin1StringView("refusedBy")}) {
            if (!node[list].isNull())
                node[list].knownRows([](const json::Node &id) { return id.knownName<PolicyId>(); });
        }
    });
}

template <class V>
void describeEvidence(V &v, As<Inspection> auto &inspection)
{
    auto &evidence = inspection.evidence;
    v.field("origin", evidence.origin, FieldKind::Public, form::CodeOr{Origin::Session});
    v.field("observedAt", evidence.observedAt, FieldKind::Public, form::instant);
    v.field("judgedAt", inspection.judgedAt, FieldKind::Public, form::instant);
    v.field("redacted", evidence.redacted, FieldKind::Public, form::Later{form::flag});
    v.group("target", [&](auto &inner) { describeTarget(inner, evidence.target, evidence.origin); });
    describeAssumptions(v, evidence.assumptions);
    v.object("observer", evidence.observer);
    describeSession(v, evidence.session, inspection.ocsp);
    describeDns(v, evidence.dns, inspection.dane);
    describeSts(v, evidence.stsFetch, inspection.sts);
    v.objectOrNull("tlsRpt", inspection.tlsRpt);
    v.list("remarks", evidence.remarks, Since::Later);
    v.object("anchors", evidence.anchors);
}

template <class V>
void describe(V &v, As<Inspection> auto &inspection)
{
    auto &evidence = inspection.evidence;
    describeAround(v, inspection);
    describeEvidence(v, inspection);
    v.objectOrNull("chain", inspection.chain);
    v.unlessSame("sentChain", evidence.session.sentChain, sentIn(inspection.chain), FieldKind::Certificate,
                 form::OrNull{form::ListOf{form::pem}});
    v.list("tlsaProposals", inspection.tlsaProposals, Since::Later);
    v.objectOrNull("names", inspection.names);
    v.pairs("variants", evidence.variants, inspection.variants,
            [](auto &inner, auto &seen, auto &facts) { describeVariant(inner, seen, facts); });
    v.field("variantsSeen", evidence.variantsSeen, FieldKind::Public, form::Later{form::ListOf{form::text}});
    v.list("verdicts", inspection.verdicts);
    v.list("senders", inspection.senders, Since::Later);
    v.list("conformance", inspection.conformance);
    v.objectOrNull("rejudged", inspection.rejudged);
    v.reading(inspection, [](const json::Node &node, auto &read) { checkEvidence(node, read); });
}

} // namespace mailseal
