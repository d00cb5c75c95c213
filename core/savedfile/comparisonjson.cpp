#include "savedfile/comparisonjson.h"

#include "savedfile/describesession.h"
#include "savedfile/jsonschema.h"
#include "savedfile/jsonvalues.h"
#include "savedfile/jsonwriter.h"
#include "wire/comparisonwire.h"
#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/comparisonwording.h"
#include "wording/transcripttext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace mailseal {

namespace {

using json::list;
using json::orNull;

const ComparisonWording &english()
{
    static const ComparisonWording wording{Wording(Wording::Speech::English)};
    return wording;
}

/// What a side says, in the form in which an inspection's JSON says it; null: nothing.
struct WireValue
{
    QJsonValue operator()(std::monostate) const { return {}; }
    QJsonValue operator()(bool is) const { return is; }
    QJsonValue operator()(qint64 number) const { return number; }
    QJsonValue operator()(const QString &text) const { return escapeUnprintable(text); }
    QJsonValue operator()(const QStringList &texts) const
    {
        return list(QList<QString>(texts), [](const QString &text) { return escapeUnprintable(text); });
    }
    QJsonValue operator()(const QDateTime &time) const { return json::instant(time); }
    QJsonValue operator()(std::chrono::microseconds duration) const
    {
        return json::milliseconds(duration.count());
    }
    QJsonValue operator()(const Verdict &verdict) const
    {
        const bool isExplained = !verdict.because.isEmpty();
        return QJsonObject{
            {QStringLiteral("standing"), toWire(verdict.standing)},
            {QStringLiteral("delivery"), toWire(verdict.delivery)},
            {QStringLiteral("because"), isExplained ? (*this)(verdict.because.constFirst()) : QJsonValue()},
        };
    }
    QJsonValue operator()(const Finding &finding) const
    {
        const bool isOfNewerVersion = finding.code == FindingCode::FromNewerVersion;
        return QJsonObject{
            {QStringLiteral("code"), isOfNewerVersion ? finding.args.value(0) : toWire(finding.code)},
            {QStringLiteral("severity"), toWire(finding.severity)},
            {QStringLiteral("text"), english().wording().finding(finding)},
        };
    }
    QJsonValue operator()(const CertificateFacts &certificate) const { return json::written(certificate); }
    QJsonValue operator()(SelfSignedKind kind) const { return toWire(kind); }
    QJsonValue operator()(const KeyStrength &key) const
    {
        return QJsonObject{{QStringLiteral("type"), key.type}, {QStringLiteral("bits"), key.bits}};
    }
    QJsonValue operator()(const NameComparison &check) const
    {
        return QJsonObject{{QStringLiteral("matches"), check.matches},
                           {QStringLiteral("reason"), toWire(check.reason)},
                           {QStringLiteral("reference"), check.reference}};
    }
    QJsonValue operator()(const TlsFacts &tls) const
    {
        QJsonObject object = json::written(tls);
        object.insert(QStringLiteral("ocsp"), QJsonValue()); // compared by itself
        return object;
    }
    QJsonValue operator()(TlsProtocol protocol) const { return toWire(protocol); }
    QJsonValue operator()(const TlsAlert &alert) const { return json::written(alert); }
    QJsonValue operator()(EndReason end) const { return toWire(end); }
    QJsonValue operator()(const Reply &reply) const { return json::written(reply); }
    QJsonValue operator()(const Capabilities &lines) const { return list(lines, escapeBytes); }
    QJsonValue operator()(const ConformanceRow &row) const
    {
        return QJsonObject{{QStringLiteral("standing"), toWire(row.standing)},
                           {QStringLiteral("text"), english().wording().conformanceText(row)}};
    }
    QJsonValue operator()(const Endpoint &endpoint) const
    {
        return QJsonObject{{QStringLiteral("address"), endpoint.address},
                           {QStringLiteral("port"), endpoint.port}};
    }
    QJsonValue operator()(Service service) const { return toWire(service); }
    QJsonValue operator()(Start start) const { return toWire(start); }
    QJsonValue operator()(PolicyId policy) const { return toWire(policy); }
    QJsonValue operator()(const LookupResult &result) const
    {
        return QJsonObject{{QStringLiteral("dnssec"), toWire(result.dnssec)},
                           {QStringLiteral("lookup"), toWire(result.lookup)}};
    }
    QJsonValue operator()(StsMode mode) const { return toWire(mode); }
    QJsonValue operator()(StsFetchEnd end) const { return toWire(end); }
    QJsonValue operator()(OcspStatus status) const { return toWire(status); }
};

QJsonValue proofJson(const RowProof &proof)
{
    if (proof.place == ProofPlace::Nowhere)
        return {};
    return QJsonObject{
        {QStringLiteral("place"), toWire(proof.place)},
        {QStringLiteral("indexes"), list(proof.indexes, [](int index) { return index; })},
    };
}

QJsonObject rowJson(ComparedGroup group, const ComparedRow &row)
{
    return {
        {QStringLiteral("id"), rowId(group, row.topic)},
        {QStringLiteral("label"), english().label(row.topic)},
        {QStringLiteral("left"), std::visit(WireValue(), row.left)},
        {QStringLiteral("right"), std::visit(WireValue(), row.right)},
        {QStringLiteral("relation"), toWire(row.relation)},
        {QStringLiteral("counted"), row.isDifference()},
        {QStringLiteral("effect"),
         row.effect == Effect::None ? QJsonValue() : QJsonValue(toWire(row.effect))},
        {QStringLiteral("affects"), list(row.affects, [](PolicyId policy) { return toWire(policy); })},
        {QStringLiteral("proof"), QJsonObject{{QStringLiteral("left"), proofJson(row.leftProof)},
                                              {QStringLiteral("right"), proofJson(row.rightProof)}}},
    };
}

QJsonObject groupJson(const ComparedRows &group)
{
    return {
        {QStringLiteral("id"), toWire(group.group)},
        {QStringLiteral("label"), english().group(group.group)},
        {QStringLiteral("differences"), group.differences},
        {QStringLiteral("rows"),
         list(group.rows, [&](const ComparedRow &row) { return rowJson(group.group, row); })},
    };
}

QJsonObject stepJson(const AlignedStep &step)
{
    QJsonArray left;
    QJsonArray right;
    const auto handshake = [](QJsonArray &lines, const std::optional<TlsFacts> &tls) {
        if (tls)
            lines.append(QLatin1StringView("-- TLS handshake: ") + tlsText(*tls));
    };
    handshake(left, step.leftTls);
    handshake(right, step.rightTls);
    for (const AlignedLine &line : step.lines) {
        if (line.left)
            left.append(spokenLine(line.leftEntry, english().wording()));
        if (line.right)
            right.append(spokenLine(line.rightEntry, english().wording()));
    }
    return {
        {QStringLiteral("step"), toWire(step.step)},
        {QStringLiteral("left"), left},
        {QStringLiteral("right"), right},
        {QStringLiteral("relation"), toWire(step.relation)},
    };
}

QJsonValue textOf(const QStringList &texts)
{
    return texts.size() == 1 ? json::textOrNull(escapeUnprintable(texts.constFirst())) : QJsonValue();
}

/// What stands on a side: of several inspections what they have in common, and when the first was made.
QJsonValue sideJson(const QList<ComparedSide> &sides)
{
    if (sides.isEmpty())
        return {};
    QStringList inputs;
    QStringList hosts;
    QStringList addresses;
    QSet<quint16> ports;
    QDateTime observedAt;
    for (const ComparedSide &side : sides) {
        inputs.append(side.input);
        hosts.append(side.host);
        addresses.append(side.address);
        ports.insert(side.port);
        if (!observedAt.isValid() || (side.observedAt.isValid() && side.observedAt < observedAt))
            observedAt = side.observedAt;
    }
    for (QStringList *texts : {&inputs, &hosts, &addresses})
        texts->removeDuplicates();
    return QJsonObject{
        {QStringLiteral("input"), textOf(inputs)},
        {QStringLiteral("host"), textOf(hosts)},
        {QStringLiteral("address"), textOf(addresses)},
        {QStringLiteral("port"), ports.size() == 1 ? QJsonValue(*ports.begin()) : QJsonValue()},
        {QStringLiteral("observedAt"), json::instant(observedAt)},
    };
}

QList<ComparedSide> present(const QList<Comparison> &pairs, std::optional<ComparedSide> Comparison::*side)
{
    QList<ComparedSide> sides;
    for (const Comparison &pair : pairs) {
        if (pair.*side)
            sides.append(*(pair.*side));
    }
    return sides;
}

void insertSides(QJsonObject &object, const QList<Comparison> &pairs)
{
    object.insert(QStringLiteral("left"), sideJson(present(pairs, &Comparison::left)));
    object.insert(QStringLiteral("right"), sideJson(present(pairs, &Comparison::right)));
}

void insertResult(QJsonObject &object, const Comparison &pair)
{
    object.insert(QStringLiteral("groups"), list(pair.groups, groupJson));
    object.insert(QStringLiteral("transcript"), list(pair.transcript, stepJson));
}

QJsonObject pairJson(const Comparison &pair)
{
    QJsonObject object{
        {QStringLiteral("equal"), pair.isEqual()},
        {QStringLiteral("differences"), pair.differences},
    };
    insertSides(object, {pair});
    insertResult(object, pair);
    return object;
}

} // namespace

QJsonObject toJson(const SurveyComparison &comparison)
{
    const QList<Comparison> &pairs = comparison.pairs;
    QJsonObject object{
        {QStringLiteral("schema"), schema::comparison + QString::number(schema::version)},
        {QStringLiteral("equal"), comparison.isEqual()},
        {QStringLiteral("differences"), comparison.differences},
    };
    insertSides(object, pairs);
    if (pairs.size() == 1 && pairs.constFirst().left && pairs.constFirst().right) {
        insertResult(object, pairs.constFirst());
    } else {
        object.insert(QStringLiteral("pairs"), list(pairs, pairJson));
    }
    return object;
}

QByteArray writeComparison(const SurveyComparison &comparison)
{
    return QJsonDocument(toJson(comparison)).toJson(QJsonDocument::Indented);
}

} // namespace mailseal
