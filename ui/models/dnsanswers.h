#pragma once

#include "models/answers.h"
#include "style/theme.h"
#include "values/inspection.h"

#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// A mark and one sentence: what a part of the DNS page comes to.
struct DnsAnswer
{
    Badge badge = Badge::NotApplicable;
    QString sentence;
    bool operator==(const DnsAnswer &) const = default;
};

/// Through what was looked up, with how many questions; what keeps DNSSEC from being told.
DnsAnswer resolverAnswer(const Inspection &inspection);
/// What the TLSA records come to for this server; null where none were looked up.
std::optional<DnsAnswer> tlsaAnswer(const Inspection &inspection);
/// What the domain's MTA-STS policy means for this server; null where it was not asked for.
std::optional<DnsAnswer> stsAnswer(const Inspection &inspection);
/// Where reports go; null where it was not asked for.
std::optional<DnsAnswer> tlsRptAnswer(const Inspection &inspection);

struct DnsFact
{
    QString label;
    QString text;
    bool isBytes = false;
    bool operator==(const DnsFact &) const = default;
};
/// What is known of the policy: id, where it came from, mode, how long it is kept, patterns.
QList<DnsFact> policyFacts(const Inspection &inspection);

/// How many things the DNS page has to mend.
int dnsProblemCount(const Inspection &inspection);

/// The summary's card about a domain; null where no domain was asked for.
std::optional<AnswerRow> dnsCard(const Inspection &inspection, bool running);

} // namespace mailseal
