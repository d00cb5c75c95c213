#include "redact/redactdns.h"

namespace mailseal {

namespace {

void redact(MxRecord &mx, Pseudonyms &names) { mx.exchange = names.hostOrAddress(mx.exchange); }

void redact(AddressRecord &record, Pseudonyms &names) { record.address = names.address(record.address); }

void redact(AliasRecord &alias, Pseudonyms &names) { alias.target = names.host(alias.target); }

void redact(TlsaRecord &tlsa, Pseudonyms &names)
{
    tlsa.data = QByteArray::fromHex(names.fingerprint(tlsa.data.toHex()));
}

void redact(TxtRecord &txt, Pseudonyms &names) { txt.text = names.bytes(txt.text); }

template <typename Record>
void redactAnswer(Answer<Record> &answer, Pseudonyms &names)
{
    answer.name = names.host(answer.name);
    answer.canonicalName = names.host(answer.canonicalName);
    answer.whyBogus = names.text(answer.whyBogus);
    for (Record &record : answer.records)
        redact(record, names);
}

template <typename Answered>
void redactAnswer(std::optional<Answered> &answer, Pseudonyms &names)
{
    if (answer)
        redactAnswer(*answer, names);
}

} // namespace

void redactDns(DnsEvidence &dns, Pseudonyms &names)
{
    redactAnswer(dns.mx, names);
    redactAnswer(dns.addresses, names);
    redactAnswer(dns.alias, names);
    redactAnswer(dns.tlsa, names);
    redactAnswer(dns.tlsaAtCanonicalName, names);
    redactAnswer(dns.sts, names);
    redactAnswer(dns.tlsRpt, names);
    dns.tlsaBase = names.host(dns.tlsaBase);
}

void redactRecords(DaneFacts &dane, Pseudonyms &names)
{
    for (TlsaOutcome &outcome : dane.records)
        redact(outcome.record, names);
}

} // namespace mailseal
