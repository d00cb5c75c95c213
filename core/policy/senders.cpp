#include "policy/senders.h"

#include "policy/policies.h"
#include "policy/senderways.h"
#include "wire/wire.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

/// A static library's resources are linked in by name alone.
static void bringInProfiles() { Q_INIT_RESOURCE(senders); }

namespace mailseal {

namespace {

using Key = QLatin1StringView;

std::optional<Stated> statedBy(const QJsonValue &value)
{
    if (value == Key("yes"))
        return Stated::Yes;
    if (value == Key("no"))
        return Stated::No;
    return value == Key("not-stated") ? std::optional(Stated::NotStated) : std::nullopt;
}

/// Whether the message arrives; nothing where that is not known.
std::optional<bool> arrives(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Authenticated:
    case Delivery::Encrypted:
    case Delivery::Cleartext:
        return true;
    case Delivery::Deferred:
    case Delivery::Refused:
        return false;
    case Delivery::Unknown:
        break;
    }
    return std::nullopt;
}

const Verdict *verdictOf(const QList<Verdict> &verdicts, PolicyId policy)
{
    const auto found = std::find_if(verdicts.begin(), verdicts.end(),
                                    [policy](const Verdict &verdict) { return verdict.policy == policy; });
    return found == verdicts.end() ? nullptr : &*found;
}

class Combination
{
public:
    Combination(const SenderProfile &profile, const QList<Verdict> &verdicts, const Evidence &evidence)
        : m_profile(profile)
        , m_verdicts(verdicts)
    {
        const auto &mx = evidence.dns ? evidence.dns->mx : std::nullopt;
        m_remarks = evidence.session.remarks;
        m_forgetsDane = profile.daneNeedsSecureMx && mx && mx->dnssec == DnssecState::Insecure;
    }

    SenderVerdict judge() const
    {
        SenderVerdict answer;
        answer.sender = m_profile.id;
        answer.name = m_profile.name;
        answer.sources = m_profile.sources;
        const Verdict *deciding = decides();
        if (deciding) {
            answer.decidedBy = deciding->policy;
            answer.delivery = deciding->delivery;
        }
        answer.unstated = whatWouldChange(answer.delivery);
        if (answer.unstated)
            answer.delivery = Delivery::Unknown;
        else if (deciding)
            inItsOwnWay(answer, *deciding);
        return answer;
    }

private:
    /// What this program makes of what was seen, where it is not what the policy says.
    void inItsOwnWay(SenderVerdict &answer, const Verdict &deciding) const
    {
        // Remarks matter where the message would arrive; the facts that decide matter always.
        QList<Finding> seen = deciding.because;
        if (arrives(answer.delivery) == true)
            seen += m_remarks;
        const auto taken = wayOf(m_profile, seen);
        if (!taken)
            return;
        const Delivery delivery = deliveryBy(*taken, deciding);
        if (delivery == answer.delivery)
            return;
        answer.delivery = delivery;
        answer.because = {taken->seen};
    }

    Delivery deliveryBy(const WayTaken &taken, const Verdict &deciding) const
    {
        if (taken.way.seen ==
            FindingCode::VariantDiffers) // which other certificate, and what follows from it
            return fromWire<Delivery>(taken.seen.args.value(1)).value_or(Delivery::Unknown);
        if (!taken.way.does) {
            const Verdict *plain = verdictOf(m_verdicts, PolicyId::Opportunistic);
            return plain ? plain->delivery : Delivery::Unknown;
        }
        const bool isByDane =
            deciding.policy == PolicyId::Dane && deciding.standing != Standing::NotApplicable;
        if (isByDane && *taken.way.does == Delivery::Cleartext)
            return Delivery::Deferred; // RFC 7672 §2.2: with usable records there is no clear text
        if (isByDane && *taken.way.does == Delivery::Encrypted)
            return Delivery::Unknown; // nobody has seen the certificate that it would be shown
        return *taken.way.does;
    }

    /// The verdict of a technique that has something to say here.
    const Verdict *speaking(PolicyId policy) const
    {
        if (policy == PolicyId::Dane && m_forgetsDane)
            return nullptr;
        const Verdict *verdict = verdictOf(m_verdicts, policy);
        return verdict && verdict->standing != Standing::NotApplicable ? verdict : nullptr;
    }

    const Verdict *decides() const
    {
        // Who asks for nothing cannot deliver either: unreachable, throttled, a null MX.
        const Verdict *plain = verdictOf(m_verdicts, PolicyId::Opportunistic);
        const Verdict *dane = m_profile.dane == Stated::Yes ? speaking(PolicyId::Dane) : nullptr;
        const bool isHeldByDane = dane && dane->standing == Standing::Violated;
        if (plain && arrives(plain->delivery) == false && !isHeldByDane)
            return plain;
        if (dane && arrives(dane->delivery) != true)
            return dane; // RFC 8461 §2: MTA-STS does not override it
        const Verdict *sts = m_profile.mtaSts == Stated::Yes ? speaking(PolicyId::MtaSts) : nullptr;
        if (sts && (!dane || arrives(sts->delivery) != true))
            return sts;
        if (dane)
            return dane;
        return m_profile.without ? verdictOf(m_verdicts, *m_profile.without) : nullptr;
    }

    std::optional<PolicyId> whatWouldChange(Delivery delivery) const
    {
        const std::pair<Stated, PolicyId> techniques[] = {{m_profile.dane, PolicyId::Dane},
                                                          {m_profile.mtaSts, PolicyId::MtaSts}};
        for (const auto &[stated, policy] : techniques) {
            const Verdict *verdict = stated == Stated::NotStated ? speaking(policy) : nullptr;
            // One that lets the message pass changes nothing where it arrives, and nothing that is held back
            // arrives by one more check.
            if (verdict && arrives(delivery) != false && arrives(verdict->delivery) != true)
                return policy;
        }
        return std::nullopt;
    }

    const SenderProfile &m_profile;
    const QList<Verdict> &m_verdicts;
    QList<Finding> m_remarks;
    bool m_forgetsDane = false;
};

std::variant<QList<SenderWay>, QString> readWays(const QJsonValue &value)
{
    QList<SenderWay> ways;
    const QJsonArray listed = value.toArray();
    for (const auto &one : listed) {
        const auto seen = fromWire<FindingCode>(one[Key("seen")].toString());
        const QString does = one[Key("does")].toString();
        const auto delivery = fromWire<Delivery>(does);
        const bool isAsWithout = does == Key("as-without-dane") || does == Key("as-shown");
        if (!seen || (!delivery && !isAsWithout))
            return QStringLiteral("a way lacks what is seen, or what is done then");
        ways.append({*seen, one[Key("first")].toString(), delivery});
    }
    return ways;
}

std::variant<QList<SenderSource>, QString> readSources(const QJsonValue &value)
{
    QList<SenderSource> sources;
    const QJsonArray listed = value.toArray();
    for (const auto &one : listed) {
        const SenderSource source{one[Key("where")].toString(),
                                  QDate::fromString(one[Key("date")].toString(), Qt::ISODate),
                                  one[Key("says")].toString()};
        if (source.where.isEmpty() || !source.date.isValid() || source.says.isEmpty())
            return QStringLiteral("a source lacks where, date or says");
        sources.append(source);
    }
    if (sources.isEmpty())
        return QStringLiteral("no source is named");
    return sources;
}

} // namespace

std::variant<SenderProfile, QString> readSenderProfile(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return error.errorString();
    const QJsonValue without = object[Key("without")];
    const auto dane = statedBy(object[Key("dane")]);
    const auto mtaSts = statedBy(object[Key("mta-sts")]);
    auto sources = readSources(object[Key("sources")]);
    if (const auto *wrong = std::get_if<QString>(&sources))
        return *wrong;
    auto ways = readWays(object[Key("ways")]);
    if (const auto *wrong = std::get_if<QString>(&ways))
        return *wrong;
    SenderProfile profile;
    profile.ways = std::get<QList<SenderWay>>(std::move(ways));
    profile.id = object[Key("id")].toString();
    profile.name = object[Key("name")].toString();
    profile.without = fromWire<PolicyId>(without.toString());
    if (profile.id.isEmpty() || profile.name.isEmpty())
        return QStringLiteral("id or name is missing");
    if (without.isUndefined() || (!without.isNull() && !profile.without))
        return QStringLiteral("without is no policy and not null");
    if (!dane || !mtaSts)
        return QStringLiteral("dane and mta-sts are yes, no or not-stated");
    profile.dane = *dane;
    profile.mtaSts = *mtaSts;
    const QJsonValue library = object[Key("library")];
    profile.library = fromWire<TlsLibrary>(library.toString());
    if (!library.isUndefined() && !profile.library)
        return QStringLiteral("library is openssl or gnutls");
    profile.daneNeedsSecureMx = object[Key("dane-needs-secure-mx")].toBool();
    profile.sources = std::get<QList<SenderSource>>(std::move(sources));
    return profile;
}

const QList<SenderProfile> &senderProfiles()
{
    static const QList<SenderProfile> profiles = [] {
        bringInProfiles();
        std::map<int, SenderProfile> ordered;
        const QDir folder(QStringLiteral(":/senders"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")});
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            auto read = readSenderProfile(content);
            Q_ASSERT_X(std::holds_alternative<SenderProfile>(read), "senderProfiles", qPrintable(name));
            const int order = QJsonDocument::fromJson(content)[Key("order")].toInt();
            if (auto *profile = std::get_if<SenderProfile>(&read))
                ordered.emplace(order, std::move(*profile));
        }
        QList<SenderProfile> all;
        for (const auto &[order, profile] : ordered)
            all.append(profile);
        return all;
    }();
    return profiles;
}

SenderVerdict judgeSender(const SenderProfile &profile, const QList<Verdict> &verdicts,
                          const Evidence &evidence)
{
    return Combination(profile, verdicts, evidence).judge();
}

QList<SenderVerdict> judgeSenders(const QList<Verdict> &verdicts, const Evidence &evidence,
                                  const QList<Verdict> &byGnuTls)
{
    QList<SenderVerdict> answers;
    if (!isRelay(evidence.target.service))
        return answers;
    for (const SenderProfile &profile : senderProfiles()) {
        const bool isOtherwise = profile.library == TlsLibrary::GnuTls && !byGnuTls.isEmpty();
        answers.append(judgeSender(profile, isOtherwise ? byGnuTls : verdicts, evidence));
    }
    return answers;
}

} // namespace mailseal
