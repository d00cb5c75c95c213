#include "savedfile/jsonfactsread.h"

#include "dialogue/transcriptsteps.h"

#include <QJsonObject>

#include <algorithm>

namespace mailseal::json {

namespace {

using Key = QLatin1StringView;

constexpr qint64 largest = qint64{1} << 52; // what a JSON number carries exactly (RFC 8259 §6)
constexpr int maxCode = 999;
constexpr int maxPort = 65535;
constexpr int maxAlert = 255;

QString readText(const Node &node) { return node.text(); }

TlsAlert readAlert(const Node &node)
{
    return {
        .level = static_cast<int>(node[Key("level")].integer(0, maxAlert)),
        .number = static_cast<int>(node[Key("number")].integer(0, maxAlert)),
        .name = node[Key("name")].text(),
    };
}

std::optional<qint64> readTime(const Node &node)
{
    return node.orNull([](const Node &time) { return time.microseconds(); });
}

Endpoint readEndpoint(const Node &node)
{
    return {
        .address = node[Key("address")].text(),
        .port = static_cast<quint16>(node[Key("port")].integer(0, maxPort)),
    };
}

TranscriptEntry readTranscriptEntry(const Node &node)
{
    const Node step = node[Key("step")];
    TranscriptEntry entry{
        .atUs = node[Key("atMs")].microseconds(),
        .from = node[Key("from")].name(Speaker::Note),
        .tls = node[Key("tls")].flag(),
        .text = node[Key("text")].bytes(),
        .cutBytes = node[Key("cutBytes")].integer(0, largest),
        .step = step.isAbsent() ? DialogueStep::Other : step.name(DialogueStep::Other),
        .note = {},
    };
    const Node note = node[Key("note")];
    const bool isCoded = entry.from == Speaker::Note && !note.isAbsent();
    if (const auto code = isCoded ? note.knownName<NoteCode>() : std::nullopt) {
        entry.note = {*code, node[Key("args")].listOrAbsent([](const Node &arg) { return arg.rawText(); })};
        entry.text.clear(); // made anew from the code
    }
    return entry; // a code that only a newer version knows leaves its sentence
}

} // namespace

Reply readReply(const Node &node)
{
    const Node enhanced = node[Key("enhanced")];
    return {
        .code = static_cast<int>(node[Key("code")].integer(0, maxCode)),
        .enhanced = enhanced.isNull() ? QByteArray() : enhanced.bytes(),
        .text = node[Key("text")].bytes(),
    };
}

HandshakeFacts readHandshake(const Node &node)
{
    return {
        .completed = node[Key("completed")].flag(),
        .alertSent = node[Key("alertSent")].orNull(readAlert),
        .alertReceived = node[Key("alertReceived")].orNull(readAlert),
        .error = node[Key("error")].textOrNull(),
    };
}

Timings readTimings(const Node &node)
{
    return {
        .resolveUs = readTime(node[Key("resolveMs")]),
        .connectUs = readTime(node[Key("connectMs")]),
        .greetingUs = readTime(node[Key("greetingMs")]),
        .ehloUs = readTime(node[Key("ehloMs")]),
        .starttlsUs = readTime(node[Key("starttlsMs")]),
        .handshakeUs = readTime(node[Key("handshakeMs")]),
        .ehloAfterTlsUs = readTime(node[Key("ehloAfterTlsMs")]),
        .quitUs = readTime(node[Key("quitMs")]),
        .totalUs = readTime(node[Key("totalMs")]),
    };
}

Transcript readTranscript(const Node &node)
{
    Transcript transcript = node.list(readTranscriptEntry);
    const QJsonArray rows = node.value().toArray();
    const bool saysSteps = std::any_of(
        rows.begin(), rows.end(), [](const QJsonValue &row) { return row.toObject().contains(Key("step")); });
    if (!saysSteps)
        deriveSteps(transcript); // a file of a version that did not write them
    return transcript;
}

Capabilities readCapabilities(const Node &node)
{
    return node.list([](const Node &line) { return line.bytes(); });
}

EarlyPlaintext readEarlyPlaintext(const Node &node)
{
    return {
        .bytes = node[Key("bytes")].integer(0, largest),
        .text = node[Key("text")].bytes(),
    };
}

TlsFacts readTls(const Node &node)
{
    const Node anonymous = node[Key("anonymous")];
    const Node requested = node[Key("clientCertificateRequested")];
    return {
        .protocol = node[Key("protocol")].name<TlsProtocol>(),
        .cipher = node[Key("cipher")].text(),
        .keyExchange = node[Key("keyExchange")].textOrNull(),
        .signature = node[Key("signature")].textOrNull(),
        .serverName = node[Key("serverName")].textOrNull(),
        .clientCertificateRequested = requested.isNull() ? std::nullopt : std::optional(requested.flag()),
        .anonymous = !anonymous.isAbsent() && anonymous.flag(),
        .ocspStaple = {},
    };
}

CertificateFacts readCertificate(const Node &node)
{
    const Node key = node[Key("key")];
    return {
        .subject = node[Key("subject")].text(),
        .issuer = node[Key("issuer")].text(),
        .serial = node[Key("serial")].text(),
        .notBefore = node[Key("notBefore")].instant(),
        .notAfter = node[Key("notAfter")].instant(),
        .keyType = key[Key("type")].text(),
        .keyBits = key[Key("bits")].count(),
        .signature = node[Key("signature")].text(),
        .commonNames = node[Key("commonNames")].listOrAbsent(readText),
        .dnsNames = node[Key("dnsNames")].list(readText),
        .ipAddresses = node[Key("ipAddresses")].list(readText),
        .sha256 = node[Key("sha256")].hex(),
        .spkiSha256 = node[Key("spkiSha256")].hex(),
        .selfSigned = node[Key("selfSigned")].flag(),
        .der = node[Key("pem")].pem(),
    };
}

Observer readObserver(const Node &node)
{
    return {
        .localAddress = node[Key("localAddress")].textOrNull(),
        .ehloName = node[Key("ehloName")].textOrNull(),
        .resolver = node[Key("resolver")].textOrNull(),
        .proxy = node[Key("proxy")].flag(),
        .connections = node[Key("connections")].count(),
        .queries = node[Key("queries")].count(),
    };
}

Target readTarget(const Node &node)
{
    return {
        .input = node[Key("input")].text(),
        .domain = node[Key("domain")].textOrNull(),
        .host = node[Key("host")].text(),
        .address = node[Key("address")].textOrNull(),
        .port = static_cast<quint16>(node[Key("port")].integer(0, maxPort)),
        .service = node[Key("service")].isNull() ? Service::Smtp : node[Key("service")].name<Service>(),
        .start = node[Key("start")].name<Start>(),
        .serverName = node[Key("serverName")].textOrNull(),
        .policy = node[Key("policy")].name<PolicyId>(),
        .pins = node[Key("pins")].list([](const Node &pin) { return pin.hex(); }),
        .connectedTo = node[Key("connectedTo")].orNull(readEndpoint).value_or(Endpoint{}),
    };
}

Assumption readAssumption(const Node &node)
{
    return {
        .kind = node[Key("kind")].name(AssumptionKind::Foreign),
        .args = node[Key("args")].list([](const Node &arg) { return arg.text(); }),
    };
}

} // namespace mailseal::json
