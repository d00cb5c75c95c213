#include "savedfile/jsonjudgedread.h"

#include "savedfile/jsonfactsread.h"
#include "wire/wire.h"

namespace mailseal::json {

namespace {

using Key = QLatin1StringView;

QStringList readArgs(const Node &node)
{
    return node.listOrAbsent([](const Node &arg) { return arg.rawText(); });
}

std::optional<SelfSignedKind> readSelfSignedKind(const Node &node)
{
    const auto kind = node.isNull() ? std::nullopt : node.knownName<SelfSignedKind>();
    if (!kind && !node.isNull())
        node.keepForeign(Foreign::Kind::Value);
    return kind;
}

std::optional<ReferenceName> readReference(const Node &node)
{
    const auto source = node[Key("source")].knownName<NameSource>();
    if (!source)
        return std::nullopt;
    return ReferenceName{
        .name = node[Key("name")].text(),
        .source = *source,
        .dnssec = node[Key("dnssec")].flag(),
    };
}

std::optional<NameComparison> readComparison(const Node &node)
{
    const Node kindNode = node[Key("kind")];
    const auto kind = kindNode.isAbsent() ? PresentedKind::Dns : kindNode.knownName<PresentedKind>();
    const auto reason = node[Key("reason")].knownName<NameReason>();
    if (!kind || !reason)
        return std::nullopt;
    return NameComparison{
        .kind = *kind,
        .presented = node[Key("presented")].text(),
        .reference = node[Key("reference")].text(),
        .matches = node[Key("matches")].flag(),
        .reason = *reason,
    };
}

std::optional<VerdictChange> readChange(const Node &node)
{
    const auto policy = node[Key("policy")].knownName<PolicyId>();
    if (!policy)
        return std::nullopt;
    const auto then = node[Key("then")].orNull(readVerdict);
    return VerdictChange{*policy, then ? *then : std::nullopt};
}

} // namespace

Finding readFinding(const Node &node)
{
    Finding finding;
    const QString word = node[Key("code")].text();
    const auto code = fromWire<FindingCode>(word);
    finding.severity = node[Key("severity")].name(Severity::Warning);
    finding.depth = node[Key("depth")].orNull(
        [](const Node &depth) { return static_cast<int>(depth.integer(0, deepest)); });
    const QString text = node[Key("text")].text();
    const QString advice = node[Key("advice")].text();
    const Node line = node[Key("line")];
    finding.line = line.isNull() ? std::nullopt : std::optional(line.count());
    finding.code = code.value_or(FindingCode::Foreign);
    finding.args = code ? readArgs(node[Key("args")]) : QStringList{word, text, advice};
    return finding;
}

ChainFacts readChain(const Node &node)
{
    return {
        .sent = node[Key("sent")].list(readCertificate),
        .path = node[Key("path")].orNull(
            [](const Node &path) { return path.list([](const Node &digest) { return digest.hex(); }); }),
        .anchor = node[Key("anchor")].orNull(readCertificate),
        .trusted = node[Key("trusted")].flag(),
        .selfSigned = node[Key("selfSigned")].flag(),
        .selfSignedKind = readSelfSignedKind(node[Key("selfSignedKind")]),
        .ordered = node[Key("ordered")].flag(),
        .problems = node[Key("problems")].list(readFinding),
    };
}

NameCheck readNames(const Node &node)
{
    return {
        .reference = node[Key("reference")].knownRows(readReference),
        .matches = node[Key("matches")].orNull([](const Node &matches) { return matches.flag(); }),
        .matchedBy = node[Key("matchedBy")].textOrNull(),
        .checks = node[Key("checks")].knownRows(readComparison),
    };
}

/// A policy of a newer version is passed over: what is not known here cannot be shown or judged again.
std::optional<Verdict> readVerdict(const Node &node)
{
    const auto policy = node[Key("policy")].knownName<PolicyId>();
    if (!policy)
        return std::nullopt;
    Verdict verdict{
        .policy = *policy,
        .standing = node[Key("standing")].name(Standing::Undetermined),
        .delivery = node[Key("delivery")].name(Delivery::Unknown),
        .variant = node[Key("variant")].orNull([](const Node &index) { return index.count(); }),
        .because = node[Key("because")].list(readFinding),
        .source = node[Key("source")].text(),
        .result = node[Key("result")].textOrNull(),
    };
    if (verdict.because.isEmpty())
        node[Key("because")].fail(QStringLiteral("is empty; the deciding fact is missing"));
    return verdict;
}

std::optional<SenderVerdict> readSender(const Node &node)
{
    // A policy that only a newer version knows makes a row that is passed over, and kept.
    bool isKnown = true;
    const auto readPolicy = [&isKnown](const Node &id) {
        const auto policy = id.isNull() ? std::nullopt : id.knownName<PolicyId>();
        isKnown = isKnown && (id.isNull() || policy);
        return policy;
    };
    const auto delivery = node[Key("delivery")].knownName<Delivery>();
    SenderVerdict sender{
        .sender = node[Key("id")].text(),
        .name = node[Key("name")].text(),
        .delivery = delivery.value_or(Delivery::Unknown),
        .decidedBy = readPolicy(node[Key("policy")]),
        .unstated = readPolicy(node[Key("unstated")]),
        .sources = node[Key("sources")].listOrAbsent([](const Node &source) {
            return SenderSource{source[Key("where")].text(),
                                QDate::fromString(source[Key("date")].text(), Qt::ISODate),
                                source[Key("says")].text()};
        }),
    };
    return delivery && isKnown ? std::optional(sender) : std::nullopt;
}

std::optional<ConformanceRow> readConformanceRow(const Node &node)
{
    const auto id = node[Key("id")].knownName<ConformanceId>();
    if (!id)
        return std::nullopt;
    ConformanceRow row{
        .id = *id,
        .standing = node[Key("standing")].name(Standing::Undetermined),
        .clause = node[Key("clause")].text(),
        .evidence = node[Key("evidence")].list([](const Node &index) { return index.count(); }),
        .note = ConformanceNote::Foreign,
        .args = {},
    };
    const QString text = node[Key("text")].text();
    const Node noteNode = node[Key("note")];
    const auto note = fromWire<ConformanceNote>(noteNode.textOrNull());
    row.note = note.value_or(ConformanceNote::Foreign);
    row.args = note ? readArgs(node[Key("args")]) : QStringList{text};
    if (!note && !noteNode.isNull()) {
        noteNode.keepForeign(Foreign::Kind::Value);
        node[Key("args")].keepForeign(Foreign::Kind::Value);
    }
    return row;
}

Rejudged readRejudged(const Node &node)
{
    return {
        .judgedThen = node[Key("judgedThen")].instant(),
        .changes = node[Key("changes")].knownRows(readChange),
    };
}

} // namespace mailseal::json
