#include "compare/compare.h"

#include "compare/groups.h"

namespace mailseal {

namespace {

/// Positions of partners; -1: none. In the order of left, then what right alone has.
using Pairs = QList<std::pair<int, int>>;

/// Pairs by the first key that two have in common, each taken once: all of the first keys before any second
/// one.
class Pairing
{
public:
    Pairing(qsizetype left, qsizetype right)
        : m_partner(left, -1)
        , m_isTaken(right, false)
    {
    }

    void by(const QStringList &left, const QStringList &right)
    {
        QHash<QString, QList<int>> free; // last first, so that taking one is cheap
        for (auto r = static_cast<int>(right.size()) - 1; r >= 0; --r) {
            if (!m_isTaken.at(r))
                free[right.at(r)].append(r);
        }
        for (qsizetype l = 0; l < left.size(); ++l) {
            const auto found = free.find(left.at(l));
            if (m_partner.at(l) >= 0 || found == free.end() || found->isEmpty())
                continue;
            m_partner[l] = found->takeLast();
            m_isTaken[m_partner.at(l)] = true;
        }
    }

    Pairs all()
    {
        by(QStringList(m_partner.size()), QStringList(m_isTaken.size())); // the rest, in order
        Pairs pairs;
        for (qsizetype l = 0; l < m_partner.size(); ++l)
            pairs.append({static_cast<int>(l), m_partner.at(l)});
        for (qsizetype r = 0; r < m_isTaken.size(); ++r) {
            if (!m_isTaken.at(r))
                pairs.append({-1, static_cast<int>(r)});
        }
        return pairs;
    }

private:
    QList<int> m_partner;
    QList<bool> m_isTaken;
};

/// The inspections of one host and port, in their order.
struct HostInspections
{
    QString key;
    QList<const Inspection *> inspections;
};

QList<HostInspections> hostsOf(const QList<Inspection> &side)
{
    QList<HostInspections> hosts;
    QHash<QString, qsizetype> known;
    for (const Inspection &inspection : side) {
        const Target &target = inspection.evidence.target;
        const QString key = target.host.toLower() + u' ' + QString::number(target.port);
        const auto found = known.constFind(key);
        if (found == known.cend()) {
            known.insert(key, hosts.size());
            hosts.append({key, {&inspection}});
        } else {
            hosts[*found].inspections.append(&inspection);
        }
    }
    return hosts;
}

Pairs pairedHosts(const QList<HostInspections> &left, const QList<HostInspections> &right)
{
    const auto keys = [](const QList<HostInspections> &hosts) {
        QStringList list;
        for (const HostInspections &host : hosts)
            list.append(host.key);
        return list;
    };
    Pairing pairing(left.size(), right.size());
    pairing.by(keys(left), keys(right));
    return pairing.all();
}

Pairs pairedAddresses(const QList<const Inspection *> &left, const QList<const Inspection *> &right)
{
    const auto keys = [](const QList<const Inspection *> &inspections, auto keyOf) {
        QStringList list;
        for (const Inspection *inspection : inspections)
            list.append(keyOf(inspection->evidence.target.address));
        return list;
    };
    const auto address = [](const QString &text) { return text; };
    const auto family = [](const QString &text) {
        return text.contains(u':') ? QStringLiteral("IPv6") : QStringLiteral("IPv4");
    };
    Pairing pairing(left.size(), right.size());
    pairing.by(keys(left, address), keys(right, address));
    pairing.by(keys(left, family), keys(right, family));
    return pairing.all();
}

/// What the domain publishes is one fact, however many servers it has: the first of its pairs counts it.
void uncountDomain(Comparison &comparison)
{
    for (ComparedRows &group : comparison.groups) {
        for (ComparedRow &row : group.rows) {
            if (!isOfDomain(row.topic.fact) || !row.isDifference())
                continue;
            row.counts = false;
            --group.differences;
            --comparison.differences;
        }
    }
}

} // namespace

SurveyComparison compareSurveys(const QList<Inspection> &left, const QList<Inspection> &right)
{
    SurveyComparison survey;
    QSet<std::pair<QString, QString>> counted;
    const QList<HostInspections> leftHosts = hostsOf(left);
    const QList<HostInspections> rightHosts = hostsOf(right);
    for (const auto &[lh, rh] : pairedHosts(leftHosts, rightHosts)) {
        const auto ofLeft = lh >= 0 ? leftHosts.at(lh).inspections : QList<const Inspection *>();
        const auto ofRight = rh >= 0 ? rightHosts.at(rh).inspections : QList<const Inspection *>();
        for (const auto &[l, r] : pairedAddresses(ofLeft, ofRight)) {
            const Inspection *one = l >= 0 ? ofLeft.at(l) : nullptr;
            const Inspection *other = r >= 0 ? ofRight.at(r) : nullptr;
            survey.pairs.append(one && other ? compare(*one, *other) : withoutPartner(one, other));
            if (one && other) {
                const auto domains = std::pair(one->evidence.target.domain, other->evidence.target.domain);
                if (counted.contains(domains))
                    uncountDomain(survey.pairs.last());
                counted.insert(domains);
            }
            survey.differences += survey.pairs.constLast().differences;
        }
    }
    return survey;
}

} // namespace mailseal
