#include "report/report.h"
#include "values/domainname.h"
#include "wire/recordtext.h"
#include "wording/dnswording.h"
#include "wording/wordingtext.h"

#include <algorithm>

namespace mailseal {

namespace {

/// Why there is no record, in a word; empty where there is one.
QString endOf(const Page &page, LookupEnd end)
{
    return end == LookupEnd::Found ? QString() : page.word(lookupWords(end));
}

/// A row a record; one that says why where there is none. What follows the first of an answer leaves its name
/// out.
template <typename Record>
void addRows(Page::Table &table, const Page &page, const QString &type,
             const std::optional<Answer<Record>> &answer)
{
    if (!answer)
        return;
    const Page::Cell state{page.word(dnssecWords(answer->dnssec)), toneOf(answer->dnssec)};
    if (answer->records.isEmpty())
        table.rows.append(
            {{{answer->name, Tone::Plain, true}, {type}, state, {endOf(page, answer->lookup)}}, false});
    for (const Record &record : answer->records) {
        const bool isFirst = &record == &answer->records.first();
        table.rows.append({{{isFirst ? answer->name : QString(), Tone::Plain, true},
                            {isFirst ? type : QString()},
                            isFirst ? state : Page::Cell{},
                            {recordText(record), Tone::Plain, true}},
                           false});
    }
}

template <typename Record>
void addWhy(Page &page, const std::optional<Answer<Record>> &answer)
{
    if (answer && !answer->whyBogus.isEmpty()) {
        page.prose(withArguments(page.word(QT_TRANSLATE_NOOP("report", "%1 is bogus: %2")),
                                 {answer->name, answer->whyBogus}),
                   Tone::Bad);
    }
}

/// A family that says something else than the other one, which stands in the row above.
void addFamily(Page::Table &table, const Page &page, const AddressAnswer &both, const QString &type,
               LookupEnd end, const std::optional<DnssecState> &state)
{
    if (both.lookup != LookupEnd::Found || !state || (!hasFailed(end) && state != DnssecState::Bogus) ||
        *state == both.dnssec)
        return;
    table.rows.append(
        {{{QString()}, {type}, {page.word(dnssecWords(*state)), toneOf(*state)}, {endOf(page, end)}}, false});
}

/// By which algorithms the answers are signed, each once.
QStringList algorithmsOf(const DnsEvidence &dns)
{
    QStringList all;
    const auto add = [&all](const auto &answer) {
        for (const QString &algorithm : answer ? answer->algorithms : QStringList()) {
            if (!all.contains(algorithm))
                all.append(algorithm);
        }
    };
    add(dns.mx);
    add(dns.addresses);
    add(dns.tlsa);
    add(dns.sts);
    add(dns.tlsRpt);
    return all;
}

/// A domain in U-labels is shown in both forms.
void addDomain(QList<Page::Fact> &facts, const Page &page, const QString &domain)
{
    const auto name = DomainName::parse(domain);
    if (!name)
        return;
    const QString label = page.word(QT_TRANSLATE_NOOP("report", "Mail domain"));
    facts.append({label, {domain, Tone::Plain, true}});
    if (name->unicode() != domain)
        facts.append(
            {page.word(QT_TRANSLATE_NOOP("report", "In letters")), {name->unicode(), Tone::Plain, true}});
}

} // namespace

void writeDns(Page &page, const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    if (!evidence.dns)
        return;
    const DnsEvidence &dns = *evidence.dns;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "DNS")));
    QList<Page::Fact> facts;
    addDomain(facts, page, evidence.target.domain);
    if (!evidence.observer.resolver.isEmpty())
        facts.append({page.word(QT_TRANSLATE_NOOP("report", "Resolver")),
                      {evidence.observer.resolver, Tone::Plain, true}});
    if (dns.addresses && !dns.addresses->canonicalName.isEmpty())
        facts.append({page.word(QT_TRANSLATE_NOOP("report", "Alias of")),
                      {dns.addresses->canonicalName, Tone::Plain, true}});
    if (const QStringList algorithms = algorithmsOf(dns); !algorithms.isEmpty()) {
        const bool isWeak = std::any_of(algorithms.begin(), algorithms.end(), isSha1Algorithm);
        facts.append({page.word(QT_TRANSLATE_NOOP("report", "Signed with")),
                      {algorithms.join(QLatin1StringView(", ")), isWeak ? Tone::Warned : Tone::Plain, true}});
    }
    page.facts(facts);
    Page::Table table{
        {page.word(QT_TRANSLATE_NOOP("report", "Name")), page.word(QT_TRANSLATE_NOOP("report", "Type")),
         page.word(QT_TRANSLATE_NOOP("report", "DNSSEC")), page.word(QT_TRANSLATE_NOOP("report", "Answer"))},
        {},
        -1};
    const std::optional<Answer<AddressRecord>> addresses = dns.addresses;
    addRows(table, page, QStringLiteral("MX"), dns.mx);
    addRows(table, page, QStringLiteral("A, AAAA"), addresses);
    if (dns.addresses) {
        addFamily(table, page, *dns.addresses, QStringLiteral("A"), dns.addresses->ipv4,
                  dns.addresses->ipv4Dnssec);
        addFamily(table, page, *dns.addresses, QStringLiteral("AAAA"), dns.addresses->ipv6,
                  dns.addresses->ipv6Dnssec);
    }
    addRows(table, page, QStringLiteral("CNAME"), dns.alias);
    addRows(table, page, QStringLiteral("TLSA"), dns.tlsaAtCanonicalName);
    addRows(table, page, QStringLiteral("TLSA"), dns.tlsa);
    addRows(table, page, QStringLiteral("TXT"), dns.sts);
    addRows(table, page, QStringLiteral("TXT"), dns.tlsRpt);
    if (!table.rows.isEmpty())
        page.table(table);
    addWhy(page, dns.mx);
    addWhy(page, addresses);
    addWhy(page, dns.tlsa);
    addWhy(page, dns.sts);
    addWhy(page, dns.tlsRpt);
}

} // namespace mailseal
