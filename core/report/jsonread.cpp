#include "report/json.h"

#include "report/jsondns.h"
#include "report/jsonfactsread.h"
#include "report/jsonschema.h"
#include "report/wire.h"
#include "values/limits.h"

#include <QJsonDocument>

namespace mailseal {

namespace {

using json::Node;
using Key = QLatin1StringView;

constexpr int deepest = 1000; // no chain within the bounds of TLS is as long

QStringList readArgs(const Node &node)
{
    return node.listOrAbsent([](const Node &arg) { return arg.text(); });
}

ChainFacts readChain(const Node &node)
{
    return {
        .sent = node[Key("sent")].list(json::readCertificate),
        .path = node[Key("path")].orNull(
            [](const Node &path) { return path.list([](const Node &digest) { return digest.hex(); }); }),
        .anchor = node[Key("anchor")].orNull(json::readCertificate),
        .trusted = node[Key("trusted")].flag(),
        .selfSigned = node[Key("selfSigned")].flag(),
        .selfSignedKind =
            node[Key("selfSignedKind")].orNull([](const Node &kind) { return kind.name<SelfSignedKind>(); }),
        .ordered = node[Key("ordered")].flag(),
        .problems = node[Key("problems")].list(json::readFinding),
    };
}

ReferenceName readReference(const Node &node)
{
    return {
        .name = node[Key("name")].text(),
        .source = node[Key("source")].name<NameSource>(),
        .dnssec = node[Key("dnssec")].flag(),
    };
}

NameComparison readComparison(const Node &node)
{
    const Node kind = node[Key("kind")];
    return {
        .kind = kind.isAbsent() ? PresentedKind::Dns : kind.name<PresentedKind>(),
        .presented = node[Key("presented")].text(),
        .reference = node[Key("reference")].text(),
        .matches = node[Key("matches")].flag(),
        .reason = node[Key("reason")].name<NameReason>(),
    };
}

NameCheck readNames(const Node &node)
{
    return {
        .reference = node[Key("reference")].list(readReference),
        .matches = node[Key("matches")].orNull([](const Node &matches) { return matches.flag(); }),
        .matchedBy = node[Key("matchedBy")].textOrNull(),
        .checks = node[Key("checks")].list(readComparison),
    };
}

/// A policy of a newer version is passed over: what is not known here cannot be shown or judged again.
std::optional<Verdict> readVerdict(const Node &node)
{
    const auto policy = fromWire<PolicyId>(node[Key("policy")].text());
    if (!policy)
        return std::nullopt;
    Verdict verdict{
        .policy = *policy,
        .standing = node[Key("standing")].name<Standing>(),
        .delivery = node[Key("delivery")].name<Delivery>(),
        .variant = node[Key("variant")].orNull([](const Node &index) { return index.count(); }),
        .because = node[Key("because")].list(json::readFinding),
        .source = node[Key("source")].text(),
        .result = node[Key("result")].textOrNull(),
    };
    if (verdict.because.isEmpty())
        node[Key("because")].fail(QStringLiteral("is empty; the deciding fact is missing"));
    return verdict;
}

std::optional<VerdictChange> readChange(const Node &node)
{
    const auto policy = fromWire<PolicyId>(node[Key("policy")].text());
    if (!policy)
        return std::nullopt;
    const auto then = node[Key("then")].orNull(readVerdict);
    return VerdictChange{*policy, then ? *then : std::nullopt};
}

std::optional<ConformanceRow> readConformanceRow(const Node &node)
{
    const auto id = fromWire<ConformanceId>(node[Key("id")].text());
    if (!id)
        return std::nullopt;
    ConformanceRow row{
        .id = *id,
        .standing = node[Key("standing")].name<Standing>(),
        .clause = node[Key("clause")].text(),
        .evidence = node[Key("evidence")].list([](const Node &index) { return index.count(); }),
        .note = ConformanceNote::Foreign,
        .args = {},
    };
    const QString text = node[Key("text")].text();
    const auto note = fromWire<ConformanceNote>(node[Key("note")].textOrNull());
    row.note = note.value_or(ConformanceNote::Foreign);
    row.args = note ? readArgs(node[Key("args")]) : QStringList{text};
    return row;
}

template <typename T>
QList<T> known(const QList<std::optional<T>> &values)
{
    QList<T> kept;
    for (const auto &value : values) {
        if (value)
            kept.append(*value);
    }
    return kept;
}

TrustAnchors readAnchors(const Node &node)
{
    return {
        .store = node[Key("store")].name<AnchorStore>(),
        .label = node[Key("label")].text(),
        .certificates = node[Key("used")].list([](const Node &pem) { return pem.pem(); }),
    };
}

void readSessionExtras(const Node &node, SessionFacts &session)
{
    if (node.isNull())
        return; // a file that was made by another program, from the contract alone
    session.greeting = node[Key("greeting")].orNull(json::readReply);
    session.ehloAfterTlsReply = node[Key("ehloAfterTlsReply")].orNull(json::readReply);
    session.endText = node[Key("endText")].text();
    session.sawStarttls220 = node[Key("starttlsAccepted")].flag();
    session.heloUsed = node[Key("heloUsed")].flag();
    session.closure = node[Key("closure")].name<TlsClosure>();
    session.localAddress = node[Key("localAddress")].text();
    session.remarks = node[Key("remarks")].list(json::readFinding);
}

SessionFacts readSession(const Node &node)
{
    SessionFacts session;
    const Node capabilities = node[Key("capabilities")];
    session.end = node[Key("end")].name<EndReason>();
    session.endReply = node[Key("endReply")].orNull(json::readReply);
    session.handshake = node[Key("handshake")].orNull(json::readHandshake);
    session.timings = json::readTimings(node[Key("timings")]);
    session.transcript = node[Key("transcript")].list(json::readTranscriptEntry);
    session.capabilitiesBeforeTls = capabilities[Key("beforeTls")].orNull(json::readCapabilities);
    session.capabilitiesAfterTls = capabilities[Key("afterTls")].orNull(json::readCapabilities);
    session.earlyPlaintext = node[Key("earlyPlaintext")].orNull(json::readEarlyPlaintext);
    session.tls = node[Key("tls")].orNull(json::readTls);
    readSessionExtras(node[Key("session")], session);
    return session;
}

std::optional<QList<QByteArray>> readSentChain(const Node &node, const std::optional<ChainFacts> &chain)
{
    if (!node.isAbsent()) {
        return node.orNull(
            [](const Node &sent) { return sent.list([](const Node &pem) { return pem.pem(); }); });
    }
    if (!chain)
        return std::nullopt;
    QList<QByteArray> sent;
    for (const CertificateFacts &facts : chain->sent)
        sent.append(facts.der);
    return sent;
}

/// The rows point into the transcript; whoever follows the pointer must land.
void checkEvidence(const Node &node, const Inspection &inspection)
{
    const auto lines = inspection.evidence.session.transcript.size();
    for (const ConformanceRow &row : inspection.conformance) {
        for (const int index : row.evidence) {
            if (index >= lines) {
                node[Key("conformance")].fail(
                    QStringLiteral("evidence %1 is behind the transcript").arg(index));
            }
        }
    }
}

/// The number behind the schema's name, and whether this version can read it.
void checkSchema(const Node &node, QLatin1StringView name)
{
    const Node field = node[Key("schema")];
    const QString schema = field.text();
    bool isNumber = false;
    const int version = schema.startsWith(name) ? schema.mid(name.size()).toInt(&isNumber) : 0;
    if (!isNumber || version < 1) {
        field.fail(QStringLiteral("\"%1\" is no %2%3").arg(schema.left(60), name).arg(schema::version));
    } else if (version > schema::version) {
        field.fail(QStringLiteral("\"%1\" was made by a newer version of Mailseal").arg(schema));
    }
}

Rejudged readRejudged(const Node &node)
{
    return {
        .judgedThen = node[Key("judgedThen")].instant(),
        .changes = known(node[Key("changes")].list(readChange)),
    };
}

Inspection readInspection(const Node &node)
{
    checkSchema(node, schema::inspection);
    Inspection inspection;
    if (node.failed())
        return inspection;
    inspection.judgedAt = node[Key("judgedAt")].instant();
    inspection.chain = node[Key("chain")].orNull(readChain);
    inspection.names = node[Key("names")].orNull(readNames);
    inspection.verdicts = known(node[Key("verdicts")].list(readVerdict));
    inspection.conformance = known(node[Key("conformance")].list(readConformanceRow));
    inspection.rejudged = node[Key("rejudged")].orNull(readRejudged);
    Evidence &evidence = inspection.evidence;
    evidence.origin = node[Key("origin")].name<Origin>();
    evidence.observedAt = node[Key("observedAt")].instant();
    evidence.target = json::readTarget(node[Key("target")]);
    evidence.observer = json::readObserver(node[Key("observer")]);
    evidence.session = readSession(node);
    evidence.session.sentChain = readSentChain(node[Key("sentChain")], inspection.chain);
    evidence.dns = node[Key("dns")].orNull(json::readDns);
    inspection.dane = evidence.dns ? json::readDane(node[Key("dns")]) : std::nullopt;
    evidence.remarks = node[Key("remarks")].listOrAbsent(json::readFinding);
    evidence.anchors = readAnchors(node[Key("anchors")]);
    const Node redacted = node[Key("redacted")];
    evidence.redacted = !redacted.isAbsent() && redacted.flag();
    checkEvidence(node, inspection);
    return inspection;
}

QList<Inspection> readDocument(const Node &root, const QJsonObject &object)
{
    const QString schema = object.value(Key("schema")).toString();
    if (schema.startsWith(schema::inspection))
        return {readInspection(root)};
    checkSchema(root, schema::survey);
    if (root.failed())
        return {};
    auto inspections = root[Key("inspections")].list(readInspection);
    if (inspections.isEmpty())
        root[Key("inspections")].fail(QStringLiteral("is empty"));
    return inspections;
}

} // namespace

Finding json::readFinding(const Node &node)
{
    Finding finding;
    const QString word = node[Key("code")].text();
    const auto code = fromWire<FindingCode>(word);
    finding.severity = node[Key("severity")].name<Severity>();
    finding.depth = node[Key("depth")].orNull(
        [](const Node &depth) { return static_cast<int>(depth.integer(0, deepest)); });
    const QString text = node[Key("text")].text();
    const QString advice = node[Key("advice")].text();
    finding.code = code.value_or(FindingCode::Foreign);
    finding.args = code ? readArgs(node[Key("args")]) : QStringList{word, text, advice};
    return finding;
}

std::variant<QList<Inspection>, JsonError> readSurvey(const QByteArray &content)
{
    constexpr qsizetype mebibyte = qsizetype{1024} * 1024;
    if (content.size() > limits::savedFile) {
        return JsonError{QStringLiteral("the file is larger than %1 MiB").arg(limits::savedFile / mebibyte)};
    }
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(content, &problem);
    if (problem.error != QJsonParseError::NoError)
        return JsonError{QStringLiteral("not JSON from byte %1 on").arg(problem.offset)};
    if (!document.isObject())
        return JsonError{QStringLiteral("not a saved inspection: an object is expected")};
    QString error;
    const QJsonObject object = document.object();
    auto inspections = readDocument(Node(object, {}, error), object);
    if (!error.isEmpty())
        return JsonError{error};
    return inspections;
}

} // namespace mailseal
