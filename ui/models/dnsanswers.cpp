#include "models/dnsanswers.h"

#include "models/dnsmodel.h"
#include "models/serverlisttext.h"
#include "wire/escape.h"
#include "wording/dnswording.h"
#include "wording/wordingtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace mailseal {

namespace {

struct DnsAnswers
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::DnsAnswers)
};

bool isBroken(LookupEnd end, DnssecState state) { return hasFailed(end) || state == DnssecState::Bogus; }

/// TLSA records that a sender may rely on, against the certificates sent.
DnsAnswer comparedAnswer(const DaneFacts &dane)
{
    const int all = static_cast<int>(dane.records.size());
    if (dane.usable == 0)
        return {Badge::Warned,
                DnsAnswers::tr("None of the %n record(s) can be used: senders that apply DANE encrypt and do "
                               "not ask who the server is.",
                               nullptr, all)};
    const auto matching =
        std::count_if(dane.records.cbegin(), dane.records.cend(), [](const TlsaOutcome &record) {
            return record.usable && record.matches && !record.setAside;
        });
    if (dane.authenticated)
        return {Badge::Satisfied,
                DnsAnswers::tr("%1 of %n usable record(s) match: senders that apply DANE know the server.",
                               nullptr, dane.usable)
                    .arg(matching)};
    if (matching > 0)
        return {Badge::Violated,
                DnsAnswers::tr("%1 of %n usable record(s) match, but the certificate does not stand the "
                               "other tests: senders that apply DANE hold mail back.",
                               nullptr, dane.usable)
                    .arg(matching)};
    return {Badge::Violated,
            DnsAnswers::tr("None of the %n usable record(s) matches: senders that apply DANE hold mail back.",
                           nullptr, dane.usable)};
}

/// Signed records count only where the addresses are signed as well (RFC 7672 §2.2.2).
DnssecState weaker(DnssecState one, DnssecState other)
{
    const auto weight = [](DnssecState state) {
        return state == DnssecState::Secure ? 0 : state == DnssecState::Insecure ? 1 : 2;
    };
    return weight(other) > weight(one) ? other : one;
}

QString hostOf(const Inspection &inspection) { return escapeUnprintable(inspection.evidence.target.host); }

DnsAnswer policyAnswer(const StsFacts &sts, const QString &host)
{
    const bool matches = sts.matches.value_or(false);
    switch (*sts.mode) {
    case StsMode::Enforce:
        return matches ? DnsAnswer{Badge::Satisfied,
                                   DnsAnswers::tr(
                                       "The policy is enforced and names %1: senders that know MTA-STS "
                                       "insist on a valid certificate.")
                                       .arg(host)}
                       : DnsAnswer{
                             Badge::Violated,
                             DnsAnswers::tr("The policy is enforced and does not name %1: senders that know "
                                            "MTA-STS hold mail back.")
                                 .arg(host)};
    case StsMode::Testing:
        return matches
                   ? DnsAnswer{Badge::Satisfied,
                               DnsAnswers::tr("The policy is in testing mode and names %1: senders that "
                                              "know MTA-STS report failures and deliver.")
                                   .arg(host)}
                   : DnsAnswer{Badge::Warned,
                               DnsAnswers::tr("The policy is in testing mode and does not name %1: senders "
                                              "that know MTA-STS report it and deliver.")
                                   .arg(host)};
    case StsMode::None:
        break;
    }
    return {Badge::NotApplicable,
            DnsAnswers::tr("The policy's mode is none: senders deliver as if there were no MTA-STS.")};
}

} // namespace

DnsAnswer resolverAnswer(const Inspection &inspection)
{
    const Observer &observer = inspection.evidence.observer;
    const QString questions = DnsAnswers::tr("%n question(s)", nullptr, observer.queries);
    const QString resolver = escapeUnprintable(observer.resolver);
    if (inspection.evidence.dns && inspection.evidence.dns->resolverStripsDnssec)
        return {
            Badge::Warned,
            DnsAnswers::tr("Looked up through %1, %2. It leaves DNSSEC signatures out, so whether an answer "
                           "is signed cannot be told: choose another resolver in the settings.")
                .arg(resolver, questions)};
    return {Badge::NotApplicable, DnsAnswers::tr("Looked up through %1, %2.").arg(resolver, questions)};
}

std::optional<DnsAnswer> tlsaAnswer(const Inspection &inspection)
{
    const auto &dns = inspection.evidence.dns;
    if (!dns || !dns->tlsa)
        return std::nullopt;
    const Answer<TlsaRecord> &tlsa = *dns->tlsa;
    const QString name = escapeUnprintable(tlsa.name);
    if (isBroken(tlsa.lookup, tlsa.dnssec))
        return DnsAnswer{
            Badge::Undetermined,
            DnsAnswers::tr("Whether there are TLSA records could not be told: senders that apply "
                           "DANE hold mail back until it can.")};
    if (tlsa.records.isEmpty())
        return DnsAnswer{Badge::NotApplicable,
                         DnsAnswers::tr("There is no TLSA record at %1: DANE is not in use.").arg(name)};
    const DnssecState addresses = dns->addresses ? dns->addresses->dnssec : tlsa.dnssec;
    switch (weaker(tlsa.dnssec, addresses)) {
    case DnssecState::Secure:
        break;
    case DnssecState::Insecure:
        return DnsAnswer{Badge::Warned,
                         DnsAnswers::tr("The TLSA records count for nobody: they, or the addresses of the "
                                        "server, are not signed.")};
    case DnssecState::Bogus:
    case DnssecState::Unknown:
        return DnsAnswer{Badge::Undetermined,
                         DnsAnswers::tr("Whether the TLSA records are signed could not be told.")};
    }
    if (!inspection.dane || !inspection.chain)
        return DnsAnswer{Badge::Undetermined,
                         DnsAnswers::tr("There was no certificate to compare the %n record(s) with.", nullptr,
                                        static_cast<int>(tlsa.records.size()))};
    return comparedAnswer(*inspection.dane);
}

std::optional<DnsAnswer> stsAnswer(const Inspection &inspection)
{
    const auto &dns = inspection.evidence.dns;
    if (!dns || !dns->sts || !inspection.sts)
        return std::nullopt;
    const StsFacts &sts = *inspection.sts;
    if (isBroken(dns->sts->lookup, dns->sts->dnssec))
        return DnsAnswer{Badge::Undetermined,
                         DnsAnswers::tr("Whether there is an MTA-STS record could not be told.")};
    const bool isFaulty = std::any_of(sts.problems.cbegin(), sts.problems.cend(), [](const Finding &problem) {
        return problem.code != FindingCode::TxtRecordIgnored;
    });
    if (!sts.hasRecord)
        return isFaulty ? DnsAnswer{Badge::Warned,
                                    DnsAnswers::tr("The MTA-STS record does not count: senders deliver as if "
                                                   "there were no policy.")}
                        : DnsAnswer{Badge::NotApplicable,
                                    DnsAnswers::tr("There is no MTA-STS record: senders deliver as if there "
                                                   "were no policy.")};
    if (sts.fetch == StsFetchEnd::NotTried)
        return DnsAnswer{Badge::Undetermined,
                         DnsAnswers::tr("There is a record; the policy itself was not fetched.")};
    if (sts.fetch != StsFetchEnd::Ok)
        return DnsAnswer{
            Badge::Warned,
            DnsAnswers::tr("There is a record, but no policy: %1. Senders deliver as if there were "
                           "none, unless they still know an older one.")
                .arg(inWords(fetchWords(sts.fetch)))};
    if (!sts.hasPolicy || !sts.mode)
        return DnsAnswer{Badge::Warned,
                         DnsAnswers::tr("There is a policy, but it is not valid. Senders deliver as if there "
                                        "were none, unless they still know an older one.")};
    return policyAnswer(sts, hostOf(inspection));
}

std::optional<DnsAnswer> tlsRptAnswer(const Inspection &inspection)
{
    const auto &dns = inspection.evidence.dns;
    if (!dns || !dns->tlsRpt || !inspection.tlsRpt)
        return std::nullopt;
    if (isBroken(dns->tlsRpt->lookup, dns->tlsRpt->dnssec))
        return DnsAnswer{Badge::Undetermined, DnsAnswers::tr("Where reports go could not be told.")};
    QStringList places;
    for (const QString &uri : inspection.tlsRpt->rua)
        places.append(escapeUnprintable(uri));
    if (!places.isEmpty())
        return DnsAnswer{
            Badge::Satisfied,
            DnsAnswers::tr("Senders report what failed to %1.").arg(places.join(QStringLiteral(", ")))};
    return DnsAnswer{Badge::NotApplicable,
                     DnsAnswers::tr("Nobody is told what failed: no reports are asked for.")};
}

} // namespace mailseal
