#include "inspector/policylookup.h"

#include "inspector/lookupreasons.h"
#include "policy/stsrecord.h"
#include "wire/reasonwire.h"

#include <utility>

namespace mailseal {

namespace {

constexpr quint16 https = 443; // RFC 8461 §3.3: no other port

/// A resolver that validates gives a sender no answer that is bogus (RFC 4035 §5.5).
bool isUsable(DnssecState state) { return state != DnssecState::Bogus; }

} // namespace

PolicyLookup::PolicyLookup(std::shared_ptr<Resolver> resolver, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_resolver(std::move(resolver))
    , m_family(settings.family)
    , m_connectTo(settings.stsConnectTo)
    , m_fetcher(settings.proxy)
{
}

PolicyLookup::~PolicyLookup() = default;

void PolicyLookup::begin(const QString &domain, const Answer<TxtRecord> &record)
{
    if (!isUsable(record.dnssec) || !readStsRecord(record.name, record.records).valid)
        return;
    StsFetch begun;
    begun.host = QStringLiteral("mta-sts.") + domain;
    m_fetch = begun;
    if (m_connectTo) {
        fetchFrom({*m_connectTo});
        return;
    }
    m_phase = Phase::Address;
    m_queries = 2;
    m_addresses = std::make_unique<AddressLookup>(
        *m_resolver, begun.host, [this](const AddressAnswer &answer) { addressesKnown(answer); });
}

void PolicyLookup::addressesKnown(const AddressAnswer &answer)
{
    m_stripsDnssec = m_addresses->stripsDnssec();
    QList<Endpoint> where;
    for (const AddressRecord &record : answer.records) {
        if (isUsable(dnssecOf(answer, record.address)) && isOfFamily(record.address, m_family) &&
            where.size() < limits::addressesPerHost)
            where.append({record.address, https});
    }
    if (!where.isEmpty()) {
        fetchFrom(where);
        return;
    }
    StsFetch failed = *m_fetch;
    failed.end = StsFetchEnd::ResolveFailed;
    failed.error =
        answer.records.isEmpty() || !isUsable(answer.dnssec) ? whyNoAddress(answer) : whyNoAddress(m_family);
    end(failed);
}

void PolicyLookup::fetchFrom(const QList<Endpoint> &where)
{
    m_phase = Phase::Fetch;
    m_fetcher.fetch(m_fetch->host, where, [this](const StsFetch &fetch) { end(fetch); });
}

void PolicyLookup::end(const StsFetch &fetch)
{
    m_phase = Phase::Idle;
    m_fetch = fetch;
    Q_EMIT ended();
}

} // namespace mailseal
