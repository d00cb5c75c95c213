#include "savedfile/jsonjudged.h"

#include "savedfile/jsonfacts.h"
#include "wire/wire.h"
#include "wording/wording.h"

namespace mailseal::json {

namespace {

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

} // namespace

QJsonObject finding(const Finding &finding)
{
    QJsonObject object{
        {QStringLiteral("severity"), toWire(finding.severity)},
        {QStringLiteral("depth"), finding.depth ? QJsonValue(*finding.depth) : QJsonValue()},
    };
    if (finding.line)
        object.insert(QStringLiteral("line"), *finding.line);
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

QJsonObject chain(const ChainFacts &chain)
{
    const auto path = [](const QList<QByteArray> &digests) { return QJsonValue(list(digests, hex)); };
    return {
        {QStringLiteral("sent"), list(chain.sent, certificate)},
        {QStringLiteral("path"), orNull(chain.path, path)},
        {QStringLiteral("anchor"), orNull(chain.anchor, certificate)},
        {QStringLiteral("trusted"), chain.trusted},
        {QStringLiteral("selfSigned"), chain.selfSigned},
        {QStringLiteral("selfSignedKind"),
         orNull(chain.selfSignedKind, [](SelfSignedKind kind) { return QJsonValue(toWire(kind)); })},
        {QStringLiteral("ordered"), chain.ordered},
        {QStringLiteral("problems"), list(chain.problems, finding)},
    };
}

QJsonObject names(const NameCheck &names)
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
        {QStringLiteral("matchedBy"), textOrNull(names.matchedBy)},
        {QStringLiteral("checks"), list(names.checks, check)},
    };
}

QJsonObject verdict(const Verdict &verdict)
{
    return {
        {QStringLiteral("policy"), toWire(verdict.policy)},
        {QStringLiteral("standing"), toWire(verdict.standing)},
        {QStringLiteral("delivery"), toWire(verdict.delivery)},
        {QStringLiteral("variant"), verdict.variant ? QJsonValue(*verdict.variant) : QJsonValue()},
        {QStringLiteral("because"), list(verdict.because, finding)},
        {QStringLiteral("source"), verdict.source},
        {QStringLiteral("result"), textOrNull(verdict.result)},
    };
}

QJsonObject sender(const SenderVerdict &sender)
{
    const auto policy = [](PolicyId id) { return QJsonValue(toWire(id)); };
    return {
        {QStringLiteral("id"), sender.sender},
        {QStringLiteral("name"), sender.name},
        {QStringLiteral("delivery"), toWire(sender.delivery)},
        {QStringLiteral("policy"), orNull(sender.decidedBy, policy)},
        {QStringLiteral("unstated"), orNull(sender.unstated, policy)},
        {QStringLiteral("sources"), list(sender.sources,
                                         [](const SenderSource &source) {
                                             return QJsonObject{
                                                 {QStringLiteral("where"), source.where},
                                                 {QStringLiteral("date"), source.date.toString(Qt::ISODate)},
                                                 {QStringLiteral("says"), source.says},
                                             };
                                         })},
    };
}

QJsonObject conformance(const ConformanceRow &row)
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

QJsonObject rejudged(const Rejudged &rejudged)
{
    const auto change = [](const VerdictChange &one) {
        return QJsonObject{
            {QStringLiteral("policy"), toWire(one.policy)},
            {QStringLiteral("then"), orNull(one.then, verdict)},
        };
    };
    return {
        {QStringLiteral("judgedThen"), instant(rejudged.judgedThen)},
        {QStringLiteral("changes"), list(rejudged.changes, change)},
    };
}

} // namespace mailseal::json
