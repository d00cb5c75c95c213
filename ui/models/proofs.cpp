#include "models/proofs.h"

#include "findings/findingrow.h"
#include "models/dnsplaces.h"
#include "models/transcriptplaces.h"
#include "pages/pages.h"

#include <QCoreApplication>

namespace mailseal {

namespace {

struct ProofText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::ProofText)
};

Proof dns(DnsPlace place, int row = 0) { return {Proof::Page::Dns, indexOf({place, row})}; }

Proof line(int index) { return {Proof::Page::Transcript, index}; }

/// The last clear-text line before the handshake; where none was begun, the last word of the server.
Proof handshakeLine(const SessionFacts &session)
{
    const int at = places::handshake(session);
    return line(at < 0 ? places::lastReply(session.transcript)
                       : qMin(qMax(at - 1, 0), places::last(session.transcript)));
}

Proof firstMatch(const Inspection &inspection)
{
    if (inspection.names) {
        const QList<NameComparison> &checks = inspection.names->checks;
        for (qsizetype i = 0; i < checks.size(); ++i) {
            if (checks.at(i).matches)
                return {Proof::Page::Names, static_cast<int>(i)};
        }
    }
    return {Proof::Page::Names, -1};
}

} // namespace

Proof proofOf(const Finding &finding, const Inspection &inspection)
{
    const SessionFacts &session = inspection.evidence.session;
    switch (findingRow(finding.code).place) {
    case FindingPlace::Nowhere:
        return {};
    case FindingPlace::Greeting:
        return line(places::greeting(session.transcript));
    case FindingPlace::EhloCommand:
        return line(places::ehloCommand(session.transcript));
    case FindingPlace::EhloReply:
        return line(places::ehloReply(session.transcript, false));
    case FindingPlace::StarttlsReply:
        return line(places::starttlsReply(session.transcript));
    case FindingPlace::Handshake:
        return handshakeLine(session);
    case FindingPlace::EhloReplyInsideTls:
        return line(places::ehloReply(session.transcript, true));
    case FindingPlace::LastReply:
        return line(places::lastReply(session.transcript));
    case FindingPlace::LastLine:
        return line(places::last(session.transcript));
    case FindingPlace::Certificate:
        return {Proof::Page::Certificates, finding.depth.value_or(0)};
    case FindingPlace::Names:
        return firstMatch(inspection);
    case FindingPlace::DnsPage:
        return {Proof::Page::Dns, -1};
    case FindingPlace::MxRecords:
        return dns(DnsPlace::Mx);
    case FindingPlace::Addresses:
        return dns(DnsPlace::Addresses);
    case FindingPlace::TlsaRecords:
        return dns(DnsPlace::Tlsa);
    case FindingPlace::StsRecord:
        return dns(DnsPlace::StsRecord);
    case FindingPlace::StsPolicy:
        return dns(DnsPlace::StsPolicy, finding.line.value_or(0));
    case FindingPlace::TlsRptRecord:
        return dns(DnsPlace::TlsRpt);
    case FindingPlace::NamedTxtRecord:
        return dns(finding.args.value(0).startsWith(QLatin1StringView("_smtp._tls")) ? DnsPlace::TlsRpt
                                                                                     : DnsPlace::StsRecord);
    }
    return {};
}

Proof proofOf(const Finding &finding, const Inspection &inspection, const std::optional<int> &judged)
{
    const auto variant = variantMeant(finding, inspection, judged);
    if (!variant)
        return proofOf(finding, inspection);
    Proof proof = proofOf(finding, inVariant(inspection, *variant));
    if (proof.page == Proof::Page::Transcript && proof.index >= 0)
        proof = {Proof::Page::Certificates, -1};
    if (proof.page == Proof::Page::Certificates || proof.page == Proof::Page::Names)
        proof.variant = variant;
    return proof;
}

namespace {

QString dnsText(int index)
{
    if (index < 0)
        return ProofText::tr("DNS");
    const DnsSpot spot = spotOf(index);
    switch (spot.place) {
    case DnsPlace::Mx:
        return ProofText::tr("DNS: MX");
    case DnsPlace::Addresses:
        return ProofText::tr("DNS: addresses");
    case DnsPlace::Tlsa:
        return ProofText::tr("DNS: TLSA");
    case DnsPlace::StsRecord:
        return ProofText::tr("DNS: MTA-STS record");
    case DnsPlace::StsPolicy:
        return spot.row > 0 ? ProofText::tr("Policy, line %1").arg(spot.row) : ProofText::tr("DNS: MTA-STS");
    case DnsPlace::TlsRpt:
        return ProofText::tr("DNS: TLS-RPT");
    }
    return {};
}

} // namespace

bool hasProof(const Proof &proof)
{
    return proof.page != Proof::Page::Summary && (proof.page != Proof::Page::Transcript || proof.index >= 0);
}

QString proofText(const Proof &proof)
{
    if (!hasProof(proof))
        return {};
    if (proof.page == Proof::Page::Summary)
        return {};
    if (proof.page == Proof::Page::Transcript)
        return ProofText::tr("Transcript, line %1").arg(proof.index + 1);
    if (proof.page == Proof::Page::Certificates && proof.index >= 0)
        return ProofText::tr("Certificate %1").arg(proof.index + 1);
    if (proof.page == Proof::Page::Dns)
        return dnsText(proof.index);
    return pageTitle(proof.page);
}

} // namespace mailseal
