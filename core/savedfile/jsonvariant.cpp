#include "savedfile/jsonvariant.h"

#include "savedfile/jsondns.h"
#include "savedfile/jsonfacts.h"
#include "savedfile/jsonfactsread.h"
#include "savedfile/jsonjudged.h"
#include "savedfile/jsonjudgedread.h"
#include "savedfile/jsonocsp.h"

namespace mailseal::json {

namespace {

using Key = QLatin1StringView;

QList<QByteArray> chainIn(const std::optional<ChainFacts> &chain)
{
    QList<QByteArray> sent;
    for (const CertificateFacts &facts : chain.value_or(ChainFacts{}).sent)
        sent.append(facts.der);
    return sent;
}

QJsonValue outcomes(const DaneFacts &dane)
{
    QJsonObject object;
    insertOutcomes(object, dane);
    return object;
}

QJsonObject variant(const VariantEvidence &evidence, const VariantFacts &facts)
{
    const auto tlsAndStaple = [&](const TlsFacts &seen) {
        QJsonObject object = tls(seen);
        object.insert(QStringLiteral("ocsp"), ocsp(seen.ocspStaple, facts.ocsp));
        return object;
    };
    QJsonObject object{
        {QStringLiteral("sni"), evidence.sni},
        {QStringLiteral("keyType"), textOrNull(evidence.keyType)},
        {QStringLiteral("handshake"), handshake(evidence.handshake)},
        {QStringLiteral("tls"), orNull(evidence.tls, tlsAndStaple)},
        {QStringLiteral("chain"), orNull(facts.chain, chain)},
        {QStringLiteral("names"), orNull(facts.names, names)},
        {QStringLiteral("tlsa"), orNull(facts.dane, outcomes)},
    };
    if (evidence.sentChain != chainIn(facts.chain))
        object.insert(QStringLiteral("sentChain"), list(evidence.sentChain, pem));
    return object;
}

} // namespace

QJsonArray variants(const Inspection &inspection)
{
    QJsonArray array;
    const auto &evidence = inspection.evidence.variants;
    for (qsizetype i = 0; i < evidence.size(); ++i)
        array.append(variant(evidence[i], inspection.variants.value(i)));
    return array;
}

void readVariants(const Node &inspectionNode, Inspection &inspection)
{
    using Both = std::pair<VariantEvidence, VariantFacts>;
    const auto all = inspectionNode[Key("variants")].list([](const Node &one) {
        Both both;
        auto &[evidence, facts] = both;
        evidence.sni = one[Key("sni")].flag();
        evidence.keyType = one[Key("keyType")].textOrNull();
        if (!one[Key("handshake")].isNull())
            evidence.handshake = readHandshake(one[Key("handshake")]);
        evidence.tls = one[Key("tls")].orNull(readTls);
        facts.chain = one[Key("chain")].orNull(readChain);
        facts.names = one[Key("names")].orNull(readNames);
        facts.dane = readOutcomes(one[Key("tlsa")]);
        if (evidence.tls) {
            const Node staple = one[Key("tls")][Key("ocsp")];
            evidence.tls->ocspStaple = readStaple(staple);
            facts.ocsp = readOcsp(staple);
        }
        const Node sent = one[Key("sentChain")];
        evidence.sentChain =
            sent.isAbsent() ? chainIn(facts.chain) : sent.list([](const Node &der) { return der.pem(); });
        return both;
    });
    const Node seen = inspectionNode[Key("variantsSeen")];
    if (!seen.isAbsent())
        inspection.evidence.variantsSeen = seen.list([](const Node &kind) { return kind.text(); });
    for (const auto &[evidence, facts] : all) {
        inspection.evidence.variants.append(evidence);
        inspection.variants.append(facts);
    }
}

} // namespace mailseal::json
