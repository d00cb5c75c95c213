#include "wording/comparisonwording.h"

#include "values/tone.h"
#include "wire/escape.h"
#include "wording/wordingtext.h"

#include <algorithm>

namespace mailseal {

namespace {

const char *factLabel(Fact fact)
{
    switch (fact) {
    case Fact::VerdictOfPolicy:
        return QT_TRANSLATE_NOOP("wording", "Verdict");
    case Fact::Chain:
        return QT_TRANSLATE_NOOP("wording", "Certificates");
    case Fact::Trusted:
        return QT_TRANSLATE_NOOP("wording", "Chain trusted");
    case Fact::SelfSigned:
        return QT_TRANSLATE_NOOP("wording", "Self-signed");
    case Fact::Ordered:
        return QT_TRANSLATE_NOOP("wording", "Chain in order");
    case Fact::Anchor:
        return QT_TRANSLATE_NOOP("wording", "Anchor");
    case Fact::ChainProblem:
        return QT_TRANSLATE_NOOP("wording", "Problem");
    case Fact::WholeCertificate:
        return QT_TRANSLATE_NOOP("wording", "Certificate");
    case Fact::Subject:
        return QT_TRANSLATE_NOOP("wording", "Subject");
    case Fact::Issuer:
        return QT_TRANSLATE_NOOP("wording", "Issuer");
    case Fact::Serial:
        return QT_TRANSLATE_NOOP("wording", "Serial number");
    case Fact::NotBefore:
        return QT_TRANSLATE_NOOP("wording", "Valid from");
    case Fact::NotAfter:
        return QT_TRANSLATE_NOOP("wording", "Valid until");
    case Fact::PublicKey:
        return QT_TRANSLATE_NOOP("wording", "Key");
    case Fact::SignatureAlgorithm:
        return QT_TRANSLATE_NOOP("wording", "Signature");
    case Fact::AlternativeNames:
        return QT_TRANSLATE_NOOP("wording", "Names");
    case Fact::Fingerprint:
        return QT_TRANSLATE_NOOP("wording", "SHA-256");
    case Fact::KeyFingerprint:
        return QT_TRANSLATE_NOOP("wording", "SHA-256 of the key");
    case Fact::Variant:
        return QT_TRANSLATE_NOOP("wording", "Another certificate (%1)");
    case Fact::NameMatches:
        return QT_TRANSLATE_NOOP("wording", "Names the server");
    case Fact::ReferenceNames:
        return QT_TRANSLATE_NOOP("wording", "Name asked for");
    case Fact::MatchedBy:
        return QT_TRANSLATE_NOOP("wording", "Matched by");
    case Fact::PresentedName:
        return QT_TRANSLATE_NOOP("wording", "Presented name");
    case Fact::MxLookup:
        return QT_TRANSLATE_NOOP("wording", "MX lookup");
    case Fact::MxRecords:
        return QT_TRANSLATE_NOOP("wording", "MX records");
    case Fact::MxPreference:
        return QT_TRANSLATE_NOOP("wording", "MX preference");
    case Fact::AddressLookup:
        return QT_TRANSLATE_NOOP("wording", "Address lookup");
    case Fact::Addresses:
        return QT_TRANSLATE_NOOP("wording", "Addresses");
    case Fact::TlsaLookup:
        return QT_TRANSLATE_NOOP("wording", "TLSA lookup");
    case Fact::TlsaBase:
        return QT_TRANSLATE_NOOP("wording", "TLSA base domain");
    case Fact::TlsaRecords:
        return QT_TRANSLATE_NOOP("wording", "TLSA records");
    case Fact::TlsaMatches:
        return QT_TRANSLATE_NOOP("wording", "TLSA records match");
    case Fact::StsRecord:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS record");
    case Fact::StsLookup:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS lookup");
    case Fact::StsId:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS id");
    case Fact::StsFetched:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS policy");
    case Fact::StsPolicyMode:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS mode");
    case Fact::StsMaxAge:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS max_age");
    case Fact::StsPatterns:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS mx patterns");
    case Fact::StsMxMatches:
        return QT_TRANSLATE_NOOP("wording", "Listed by MTA-STS");
    case Fact::StsProblem:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS problem");
    case Fact::TlsRptLookup:
        return QT_TRANSLATE_NOOP("wording", "TLS-RPT lookup");
    case Fact::TlsRptUris:
        return QT_TRANSLATE_NOOP("wording", "TLS-RPT addresses");
    case Fact::TlsRptProblem:
        return QT_TRANSLATE_NOOP("wording", "TLS-RPT problem");
    case Fact::Encryption:
        return QT_TRANSLATE_NOOP("wording", "Encrypted");
    case Fact::Protocol:
        return QT_TRANSLATE_NOOP("wording", "Protocol");
    case Fact::Cipher:
        return QT_TRANSLATE_NOOP("wording", "Cipher suite");
    case Fact::KeyExchange:
        return QT_TRANSLATE_NOOP("wording", "Key exchange");
    case Fact::HandshakeSignature:
        return QT_TRANSLATE_NOOP("wording", "Signature of the handshake");
    case Fact::ClientCertificateRequested:
        return QT_TRANSLATE_NOOP("wording", "Asks for a client certificate");
    case Fact::ServerNameSent:
        return QT_TRANSLATE_NOOP("wording", "Server name (SNI)");
    case Fact::AlertReceived:
        return QT_TRANSLATE_NOOP("wording", "Alert from the server");
    case Fact::AlertSent:
        return QT_TRANSLATE_NOOP("wording", "Alert to the server");
    case Fact::StapledStatus:
        return QT_TRANSLATE_NOOP("wording", "Stapled OCSP response");
    case Fact::StapledVerified:
        return QT_TRANSLATE_NOOP("wording", "OCSP response verified");
    case Fact::StapledAt:
        return QT_TRANSLATE_NOOP("wording", "OCSP response of");
    case Fact::SessionEnd:
        return QT_TRANSLATE_NOOP("wording", "Outcome");
    case Fact::SessionEndReply:
        return QT_TRANSLATE_NOOP("wording", "Reply that ended it");
    case Fact::Greeting:
        return QT_TRANSLATE_NOOP("wording", "Greeting");
    case Fact::ExtensionsBeforeTls:
        return QT_TRANSLATE_NOOP("wording", "EHLO list before TLS");
    case Fact::ExtensionsAfterTls:
        return QT_TRANSLATE_NOOP("wording", "EHLO list inside TLS");
    case Fact::ExtensionBeforeTls:
        return QT_TRANSLATE_NOOP("wording", "%1 before TLS");
    case Fact::ExtensionAfterTls:
        return QT_TRANSLATE_NOOP("wording", "%1 inside TLS");
    case Fact::Remark:
        return QT_TRANSLATE_NOOP("wording", "Remark");
    case Fact::ConformanceCheck:
        return QT_TRANSLATE_NOOP("wording", "Conformance");
    case Fact::Host:
        return QT_TRANSLATE_NOOP("wording", "Server");
    case Fact::Address:
        return QT_TRANSLATE_NOOP("wording", "Address");
    case Fact::ConnectedTo:
        return QT_TRANSLATE_NOOP("wording", "Connected to");
    case Fact::ServiceSpoken:
        return QT_TRANSLATE_NOOP("wording", "Service");
    case Fact::TlsStart:
        return QT_TRANSLATE_NOOP("wording", "TLS begins by");
    case Fact::ActingPolicy:
        return QT_TRANSLATE_NOOP("wording", "Acting as");
    case Fact::Resolver:
        return QT_TRANSLATE_NOOP("wording", "Resolver");
    case Fact::TrustStore:
        return QT_TRANSLATE_NOOP("wording", "Trust store");
    case Fact::ObservedFrom:
        return QT_TRANSLATE_NOOP("wording", "Source address");
    case Fact::EhloName:
        return QT_TRANSLATE_NOOP("wording", "EHLO name");
    case Fact::ObservedAt:
        return QT_TRANSLATE_NOOP("wording", "Inspected");
    case Fact::JudgedAt:
        return QT_TRANSLATE_NOOP("wording", "Judged as of");
    case Fact::ResolveTime:
        return QT_TRANSLATE_NOOP("wording", "Name lookup");
    case Fact::ConnectTime:
        return QT_TRANSLATE_NOOP("wording", "Connecting");
    case Fact::GreetingTime:
        return QT_TRANSLATE_NOOP("wording", "Greeting");
    case Fact::EhloTime:
        return QT_TRANSLATE_NOOP("wording", "EHLO before TLS");
    case Fact::StarttlsTime:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS");
    case Fact::HandshakeTime:
        return QT_TRANSLATE_NOOP("wording", "TLS handshake");
    case Fact::EhloAfterTlsTime:
        return QT_TRANSLATE_NOOP("wording", "EHLO inside TLS");
    case Fact::QuitTime:
        return QT_TRANSLATE_NOOP("wording", "QUIT");
    case Fact::TotalTime:
        return QT_TRANSLATE_NOOP("wording", "Duration");
    }
    return "";
}

const char *groupLabel(ComparedGroup group)
{
    switch (group) {
    case ComparedGroup::Verdicts:
        return QT_TRANSLATE_NOOP("wording", "Who would deliver");
    case ComparedGroup::Certificates:
        return QT_TRANSLATE_NOOP("wording", "Certificates");
    case ComparedGroup::Names:
        return QT_TRANSLATE_NOOP("wording", "Names");
    case ComparedGroup::Dns:
        return QT_TRANSLATE_NOOP("wording", "DNS");
    case ComparedGroup::Sts:
        return QT_TRANSLATE_NOOP("wording", "MTA-STS and TLS-RPT");
    case ComparedGroup::Tls:
        return QT_TRANSLATE_NOOP("wording", "TLS");
    case ComparedGroup::Dialogue:
        return QT_TRANSLATE_NOOP("wording", "Dialogue");
    case ComparedGroup::Conformance:
        return QT_TRANSLATE_NOOP("wording", "Conformance");
    case ComparedGroup::Circumstances:
        return QT_TRANSLATE_NOOP("wording", "Inspection");
    case ComparedGroup::Timings:
        return QT_TRANSLATE_NOOP("wording", "Timings");
    }
    return "";
}

const char *stepLabel(DialogueStep step)
{
    switch (step) {
    case DialogueStep::Connection:
        return QT_TRANSLATE_NOOP("wording", "Connection");
    case DialogueStep::Greeting:
        return QT_TRANSLATE_NOOP("wording", "Greeting");
    case DialogueStep::Ehlo:
        return QT_TRANSLATE_NOOP("wording", "EHLO before TLS");
    case DialogueStep::Helo:
        return QT_TRANSLATE_NOOP("wording", "HELO before TLS");
    case DialogueStep::StartTls:
        return QT_TRANSLATE_NOOP("wording", "STARTTLS");
    case DialogueStep::TlsHandshake:
        return QT_TRANSLATE_NOOP("wording", "TLS handshake");
    case DialogueStep::EhloInsideTls:
        return QT_TRANSLATE_NOOP("wording", "EHLO inside TLS");
    case DialogueStep::HeloInsideTls:
        return QT_TRANSLATE_NOOP("wording", "HELO inside TLS");
    case DialogueStep::Quit:
        return QT_TRANSLATE_NOOP("wording", "QUIT");
    case DialogueStep::Other:
        return QT_TRANSLATE_NOOP("wording", "Another command");
    case DialogueStep::Note:
        return QT_TRANSLATE_NOOP("wording", "Remark");
    }
    return "";
}

bool isNeverCounted(ComparedGroup group)
{
    return group == ComparedGroup::Circumstances || group == ComparedGroup::Timings;
}

} // namespace

QString ComparisonWording::inLanguage(const char *source) const
{
    return mailseal::inLanguage(m_wording.speech(), source);
}

QString ComparisonWording::group(ComparedGroup group) const { return inLanguage(groupLabel(group)); }

QString ComparisonWording::differences(int count) const
{
    if (count == 0)
        return inLanguage(QT_TRANSLATE_NOOP("wording", "no difference"));
    if (count == 1)
        return inLanguage(QT_TRANSLATE_NOOP("wording", "1 difference"));
    return withArguments(inLanguage(QT_TRANSLATE_NOOP("wording", "%1 differences")),
                         {QString::number(count)});
}

QString ComparisonWording::differences(const ComparedRows &rows) const
{
    if (isNeverCounted(rows.group))
        return inLanguage(QT_TRANSLATE_NOOP("wording", "not counted"));
    const auto untold = std::count_if(rows.rows.begin(), rows.rows.end(), [](const ComparedRow &row) {
        return row.counts && row.relation == Relation::NotComparable;
    });
    if (untold == 0)
        return differences(rows.differences);
    return withArguments(inLanguage(QT_TRANSLATE_NOOP("wording", "%1, %2 not comparable")),
                         {differences(rows.differences), QString::number(untold)});
}

QString ComparisonWording::fact(const RowTopic &topic) const
{
    if (const auto *policy = std::get_if<PolicyId>(&topic.of))
        return m_wording.policyName(*policy);
    if (const auto *check = std::get_if<ConformanceId>(&topic.of))
        return m_wording.conformanceTitle(*check);
    const QString label = inLanguage(factLabel(topic.fact));
    if (const auto *keyword = std::get_if<QByteArray>(&topic.of))
        return withArguments(label, {shortened(escapeBytes(*keyword))});
    if (topic.fact == Fact::Variant)
        return withArguments(label, {shortened(oneLine(std::get<QString>(topic.of)))});
    if (topic.fact == Fact::PresentedName)
        return shortened(oneLine(std::get<QString>(topic.of)));
    return label;
}

QString ComparisonWording::label(const RowTopic &topic) const
{
    if (!topic.position)
        return fact(topic);
    const QString number = QString::number(*topic.position + 1);
    if (topic.fact == Fact::WholeCertificate)
        return withArguments(inLanguage(QT_TRANSLATE_NOOP("wording", "%1. certificate")), {number});
    return withArguments(inLanguage(QT_TRANSLATE_NOOP("wording", "%1. certificate: %2")),
                         {number, fact(topic)});
}

QString ComparisonWording::relation(Relation relation) const
{
    switch (relation) {
    case Relation::Same:
        return inLanguage(QT_TRANSLATE_NOOP("wording", "the same"));
    case Relation::Differs:
        return inLanguage(QT_TRANSLATE_NOOP("wording", "differs"));
    case Relation::OnlyLeft:
        return inLanguage(QT_TRANSLATE_NOOP("wording", "only left"));
    case Relation::OnlyRight:
        return inLanguage(QT_TRANSLATE_NOOP("wording", "only right"));
    case Relation::NotComparable:
        return inLanguage(QT_TRANSLATE_NOOP("wording", "cannot be compared"));
    }
    return {};
}

QString ComparisonWording::effect(Effect effect) const
{
    switch (effect) {
    case Effect::None:
        return {};
    case Effect::Better:
        return inLanguage(QT_TRANSLATE_NOOP("wording", "better"));
    case Effect::Worse:
        return inLanguage(QT_TRANSLATE_NOOP("wording", "worse"));
    }
    return {};
}

QString ComparisonWording::effectOf(const ComparedRow &row) const
{
    if (row.effect == Effect::None || row.affects.isEmpty() || row.topic.fact == Fact::VerdictOfPolicy)
        return effect(row.effect);
    QStringList policies;
    for (const PolicyId policy : row.affects)
        policies.append(m_wording.policyName(policy));
    const char *source = row.effect == Effect::Better ? QT_TRANSLATE_NOOP("wording", "better for: %1")
                                                      : QT_TRANSLATE_NOOP("wording", "worse for: %1");
    return withArguments(inLanguage(source), {policies.join(QStringLiteral(", "))});
}

QString ComparisonWording::step(DialogueStep step) const { return inLanguage(stepLabel(step)); }

} // namespace mailseal
