#include "models/dnsanswers.h"
#include "models/dnsmodel.h"
#include "models/proofs.h"
#include "models/serverlisttext.h"
#include "wire/wire.h"
#include "wording/dnswording.h"
#include "wording/wordingtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace mailseal {

namespace {

struct DnsCard
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::DnsCard)
};

/// What the card answers first: what keeps mail away, then what proves who the server is, then what is
/// signed.
QString wordOf(const Inspection &inspection, const DnsAnswer &tlsa, const DnsAnswer &sts)
{
    const DnsEvidence &dns = *inspection.evidence.dns;
    if (inspection.evidence.session.end == EndReason::NullMx)
        return DnsCard::tr("The domain takes no mail");
    if (dns.mx->lookup == LookupEnd::NxDomain)
        return DnsCard::tr("No such domain");
    if (dns.mx->dnssec == DnssecState::Bogus)
        return DnsCard::tr("The MX answer is bogus");
    if (hasFailed(dns.mx->lookup))
        return DnsCard::tr("The MX lookup failed");
    if (tlsa.badge == Badge::Violated)
        return DnsCard::tr("DANE does not match");
    if (sts.badge == Badge::Violated)
        return DnsCard::tr("MTA-STS does not name it");
    if (tlsa.badge == Badge::Undetermined && dns.tlsa)
        return DnsCard::tr("DANE could not be told");
    if (tlsa.badge == Badge::Satisfied)
        return DnsCard::tr("DANE matches");
    if (sts.badge == Badge::Satisfied)
        return inspection.sts->mode == StsMode::Enforce ? DnsCard::tr("MTA-STS is enforced")
                                                        : DnsCard::tr("MTA-STS in testing mode");
    return DnsCard::tr("Neither DANE nor MTA-STS");
}

QString countText(const DaneFacts &dane)
{
    const auto matching =
        std::count_if(dane.records.cbegin(), dane.records.cend(), [](const TlsaOutcome &record) {
            return record.usable && record.matches && !record.setAside;
        });
    return DnsCard::tr("TLSA: %1 of %n usable record(s) match", nullptr, dane.usable).arg(matching);
}

QString modeText(const Inspection &inspection)
{
    const auto &sts = inspection.sts;
    if (!sts || !sts->hasRecord)
        return DnsCard::tr("MTA-STS: no record");
    if (!sts->hasPolicy || !sts->mode)
        return DnsCard::tr("MTA-STS: no policy");
    return QStringLiteral("MTA-STS: %1").arg(toWire(*sts->mode));
}

QString detailOf(const Inspection &inspection)
{
    const DnsEvidence &dns = *inspection.evidence.dns;
    QStringList lines{DnsCard::tr("MX: %1").arg(dnssecText(dns.mx->dnssec))};
    if (inspection.dane && inspection.chain)
        lines.append(countText(*inspection.dane));
    else if (dns.tlsa)
        lines.append(
            QStringLiteral("TLSA: %1").arg(say(Wording::Speech::Translated, lookupWords(dns.tlsa->lookup))));
    lines.append(modeText(inspection));
    return lines.join(u'\n');
}

} // namespace

int dnsProblemCount(const Inspection &inspection)
{
    int count = 0;
    if (const auto &dns = inspection.evidence.dns) {
        const auto isBogus = [](const auto &answer) {
            return answer && answer->dnssec == DnssecState::Bogus;
        };
        count +=
            (isBogus(dns->mx) ? 1 : 0) + (isBogus(dns->addresses) ? 1 : 0) + (isBogus(dns->tlsa) ? 1 : 0);
    }
    for (const auto &answer : {tlsaAnswer(inspection), stsAnswer(inspection)})
        count += answer && answer->badge == Badge::Violated ? 1 : 0;
    if (inspection.sts) {
        count += static_cast<int>(
            std::count_if(inspection.sts->problems.cbegin(), inspection.sts->problems.cend(),
                          [](const Finding &problem) { return problem.severity == Severity::Error; }));
    }
    return count;
}

std::optional<AnswerRow> dnsCard(const Inspection &inspection, bool running)
{
    if (inspection.evidence.target.domain.isEmpty())
        return std::nullopt;
    AnswerRow card;
    card.title = DnsCard::tr("DNS");
    card.word = QStringLiteral("…");
    const auto &dns = inspection.evidence.dns;
    if (dns && dns->mx) {
        const auto tlsa = tlsaAnswer(inspection).value_or(DnsAnswer());
        const auto sts = stsAnswer(inspection).value_or(DnsAnswer());
        card.word = wordOf(inspection, tlsa, sts);
        card.detail = detailOf(inspection);
        card.badge = worse(worse(badgeOf(dns->mx->dnssec), tlsa.badge), sts.badge);
        if (hasFailed(dns->mx->lookup))
            card.badge = Badge::Undetermined;
    } else if (!running) {
        card.badge = Badge::Undetermined;
        card.word = DnsCard::tr("Not looked up");
    }
    if (running)
        card.badge = Badge::Running; // more answers may come
    card.proof = {Proof::Page::Dns, -1};
    card.proofLink = proofText(card.proof);
    return card;
}

} // namespace mailseal
