#include "savedfile/json.h"

#include "savedfile/jsondns.h"
#include "savedfile/jsonfactsread.h"
#include "savedfile/jsonforeign.h"
#include "savedfile/jsonjudgedread.h"
#include "savedfile/jsonocsp.h"
#include "savedfile/jsonscan.h"
#include "savedfile/jsonschema.h"
#include "savedfile/jsonsts.h"
#include "savedfile/jsonvariant.h"
#include "values/limits.h"
#include "wire/wire.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace mailseal {

namespace {

using json::Node;
using Key = QLatin1StringView;

TrustAnchors readAnchors(const Node &node)
{
    return {
        .store = node[Key("store")].name(AnchorStore::Saved),
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
    session.closure = node[Key("closure")].name(TlsClosure::NotSeen);
    session.localAddress = node[Key("localAddress")].text();
    session.remarks = node[Key("remarks")].list(json::readFinding);
}

SessionFacts readSession(const Node &node)
{
    SessionFacts session;
    const Node capabilities = node[Key("capabilities")];
    session.end = node[Key("end")].name(EndReason::Foreign);
    session.endReply = node[Key("endReply")].orNull(json::readReply);
    session.handshake = node[Key("handshake")].orNull(json::readHandshake);
    session.timings = json::readTimings(node[Key("timings")]);
    session.transcript = json::readTranscript(node[Key("transcript")]);
    session.capabilitiesBeforeTls = capabilities[Key("beforeTls")].orNull(json::readCapabilities);
    session.capabilitiesAfterTls = capabilities[Key("afterTls")].orNull(json::readCapabilities);
    session.earlyPlaintext = node[Key("earlyPlaintext")].orNull(json::readEarlyPlaintext);
    session.tls = node[Key("tls")].orNull(json::readTls);
    readSessionExtras(node[Key("session")], session);
    const bool isNamedByNewer = !fromWire<EndReason>(node[Key("end")].text());
    if (isNamedByNewer && session.endText.isEmpty())
        session.endText = node[Key("endDetail")].textOrNull(); // the newer version's own words
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

/// `assumptions` are their sentences; a file made from the contract alone has no more than those.
QList<Assumption> readAssumptions(const Node &node)
{
    const Node assumed = node[Key("assumed")];
    if (!assumed.isAbsent())
        return assumed.list(json::readAssumption);
    return node[Key("assumptions")].listOrAbsent([](const Node &sentence) {
        return Assumption{AssumptionKind::Foreign, {sentence.text()}};
    });
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
        field.fail(QStringLiteral("\"%1\" is no %2%3").arg(schema.left(60), name).arg(schema::version),
                   FileProblem::Kind::OtherSchema);
    } else if (version > schema::version) {
        field.fail(QStringLiteral("\"%1\" was made by a newer version of Mailseal").arg(schema),
                   FileProblem::Kind::NewerSchema);
    }
}

void keepForeign(const Node &node, Inspection &inspection)
{
    auto foreign = json::below(node.pointer(), node.reading().foreign);
    foreign += json::foreignMembers(node.value().toObject(), toJson(inspection), foreign);
    if (foreign.size() > limits::savedForeign)
        node.fail(QString::number(limits::savedForeign), FileProblem::Kind::TooMany);
    inspection.foreign = std::move(foreign);
    node.reading().foreign.clear();
}

Inspection readInspection(const Node &node)
{
    checkSchema(node, schema::inspection);
    Inspection inspection;
    if (node.failed())
        return inspection;
    inspection.judgedAt = node[Key("judgedAt")].instant();
    inspection.chain = node[Key("chain")].orNull(json::readChain);
    inspection.names = node[Key("names")].orNull(json::readNames);
    json::readVariants(node, inspection);
    inspection.verdicts = node[Key("verdicts")].knownRows(json::readVerdict);
    const Node senders = node[Key("senders")];
    if (!senders.isNull())
        inspection.senders = senders.knownRows(json::readSender);
    inspection.conformance = node[Key("conformance")].knownRows(json::readConformanceRow);
    for (const Key list : {Key("acceptedBy"), Key("refusedBy")}) { // they follow from the verdicts
        if (!node[list].isNull())
            node[list].knownRows([](const Node &id) { return id.knownName<PolicyId>(); });
    }
    inspection.rejudged = node[Key("rejudged")].orNull(json::readRejudged);
    Evidence &evidence = inspection.evidence;
    evidence.origin = node[Key("origin")].name(Origin::Session);
    evidence.observedAt = node[Key("observedAt")].instant();
    evidence.target = json::readTarget(node[Key("target")]);
    evidence.observer = json::readObserver(node[Key("observer")]);
    evidence.session = readSession(node);
    if (auto &tls = evidence.session.tls) {
        const Node staple = node[Key("tls")][Key("ocsp")];
        tls->ocspStaple = json::readStaple(staple);
        inspection.ocsp = json::readOcsp(staple);
    }
    evidence.session.sentChain = readSentChain(node[Key("sentChain")], inspection.chain);
    evidence.dns = node[Key("dns")].orNull(json::readDns);
    inspection.dane = evidence.dns ? json::readDane(node[Key("dns")]) : std::nullopt;
    inspection.sts = json::readSts(node[Key("sts")]);
    evidence.stsFetch = json::readStsFetch(node[Key("sts")]);
    inspection.tlsRpt = node[Key("tlsRpt")].orNull(json::readTlsRpt);
    evidence.remarks = node[Key("remarks")].listOrAbsent(json::readFinding);
    evidence.assumptions = readAssumptions(node);
    inspection.tlsaProposals = node[Key("tlsaProposals")].listOrAbsent(json::readTlsaProposal);
    evidence.anchors = readAnchors(node[Key("anchors")]);
    const Node redacted = node[Key("redacted")];
    evidence.redacted = !redacted.isAbsent() && redacted.flag();
    checkEvidence(node, inspection);
    if (!node.failed())
        keepForeign(node, inspection);
    return inspection;
}

/// The fields around the inspections that only a newer version knows travel with the first one.
void keepForeignAround(const QJsonObject &survey, Inspection &first)
{
    for (auto it = survey.begin(); it != survey.end(); ++it) {
        if (it.key() != Key("schema") && it.key() != Key("inspections"))
            first.foreign.append({Foreign::Kind::SurveyMember, it.key(), it.value()});
    }
}

QList<Inspection> readDocument(const Node &root)
{
    const QString schema = root.value()[Key("schema")].toString();
    if (schema.startsWith(schema::inspection))
        return {readInspection(root)};
    checkSchema(root, schema::survey);
    if (root.failed())
        return {};
    auto inspections = root[Key("inspections")].list(readInspection);
    if (inspections.isEmpty())
        root[Key("inspections")].fail(QStringLiteral("is empty"));
    else
        keepForeignAround(root.value().toObject(), inspections.first());
    return inspections;
}

SavedInspections readOne(const QByteArray &content)
{
    if (auto error = json::scan(content))
        return *error;
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(content, &problem);
    if (problem.error != QJsonParseError::NoError) // a number beyond every range
        return FileProblem{FileProblem::Kind::NotJson, QString::number(problem.offset)};
    if (!document.isObject())
        return FileProblem{FileProblem::Kind::OtherSchema, QStringLiteral("an object is expected")};
    json::Reading reading;
    auto inspections = readDocument(Node(document.object(), {}, reading));
    if (reading.error)
        return *reading.error;
    return inspections;
}

FileProblem tooLarge()
{
    constexpr qsizetype mebibyte = qsizetype{1024} * 1024;
    return {FileProblem::Kind::TooLarge, QString::number(limits::savedFile / mebibyte)};
}

/// JSON Lines: one inspection a line. Told by a first line that is an object of its own.
bool isOneALine(const QByteArray &content)
{
    const qsizetype end = content.indexOf('\n');
    if (end < 0)
        return false;
    const QByteArrayView first = QByteArrayView(content).first(end).trimmed();
    return first.size() > 2 && first.startsWith('{') && first.endsWith('}') &&
           !QByteArrayView(content).sliced(end).trimmed().isEmpty();
}

SavedInspections readLines(const QByteArray &content)
{
    QList<Inspection> all;
    qsizetype number = 0;
    for (const QByteArray &line : content.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        auto read = readOne(line);
        if (auto *error = std::get_if<FileProblem>(&read)) {
            error->text = QStringLiteral("line %1, %2").arg(number).arg(error->text);
            return *error;
        }
        all += std::get<QList<Inspection>>(read);
    }
    return all;
}

} // namespace

SavedInspections readSurvey(const QByteArray &content)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF"); // may be there and means nothing (RFC 8259 §8.1)
    if (content.size() > limits::savedFile)
        return tooLarge();
    const QByteArray text = content.startsWith(byteOrderMark) ? content.mid(byteOrderMark.size()) : content;
    if (text.trimmed().startsWith("-----BEGIN "))
        return FileProblem{FileProblem::Kind::Certificates, {}};
    return isOneALine(text) ? readLines(text) : readOne(text);
}

SavedInspections readSurveyFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) // reading a device or a pipe may never end
        return FileProblem{FileProblem::Kind::NoRegularFile, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return FileProblem{FileProblem::Kind::Unreadable, file.errorString()};
    if (file.size() > limits::savedFile)
        return tooLarge();
    const QByteArray content = file.read(limits::savedFile + 1);
    if (file.error() != QFileDevice::NoError)
        return FileProblem{FileProblem::Kind::Unreadable, file.errorString()};
    return readSurvey(content);
}

} // namespace mailseal
