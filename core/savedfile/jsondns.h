#pragma once

#include "savedfile/jsonnode.h"
#include "values/dane.h"
#include "values/dns.h"

#include <QJsonObject>

#include <optional>

/// `dns` of an inspection (CONTRACT.md), both ways. What was made of the TLSA records stands at each of them.
namespace mailseal::json {

QJsonObject dns(const DnsEvidence &evidence, const std::optional<DaneFacts> &dane);
QJsonObject tlsaProposal(const TlsaProposal &proposal);
DnsEvidence readDns(const Node &node);
TlsaProposal readTlsaProposal(const Node &node);
/// What `dns` holds of DANE; null where nothing was made of the records.
std::optional<DaneFacts> readDane(const Node &node);

/// One chain's outcome for each record, and what follows, as members of an object; the same back.
void insertOutcomes(QJsonObject &object, const DaneFacts &dane);
std::optional<DaneFacts> readOutcomes(const Node &node);

} // namespace mailseal::json
