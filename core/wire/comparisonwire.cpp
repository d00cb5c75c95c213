#include "wire/comparisonwire.h"

#include "wire/escape.h"
#include "wire/wiretable.h"

#include <QStringList>

namespace mailseal {

template <>
constexpr std::array wireTable<Relation>{
    WireName{Relation::Same, "same"},
    WireName{Relation::Differs, "differs"},
    WireName{Relation::OnlyLeft, "only-left"},
    WireName{Relation::OnlyRight, "only-right"},
    WireName{Relation::NotComparable, "not-comparable"},
};

template <>
constexpr std::array wireTable<Effect>{
    WireName{Effect::None, "none"},
    WireName{Effect::Better, "better"},
    WireName{Effect::Worse, "worse"},
};

template <>
constexpr std::array wireTable<ComparedGroup>{
    WireName{ComparedGroup::Verdicts, "verdicts"},
    WireName{ComparedGroup::Certificates, "certificates"},
    WireName{ComparedGroup::Names, "names"},
    WireName{ComparedGroup::Dns, "dns"},
    WireName{ComparedGroup::Sts, "sts"},
    WireName{ComparedGroup::Tls, "tls"},
    WireName{ComparedGroup::Dialogue, "dialogue"},
    WireName{ComparedGroup::Conformance, "conformance"},
    WireName{ComparedGroup::Circumstances, "circumstances"},
    WireName{ComparedGroup::Timings, "timings"},
};

template <>
constexpr std::array wireTable<Fact>{
    WireName{Fact::VerdictOfPolicy, "policy"},
    WireName{Fact::Chain, "chain"},
    WireName{Fact::Trusted, "trusted"},
    WireName{Fact::SelfSigned, "self-signed"},
    WireName{Fact::Ordered, "ordered"},
    WireName{Fact::Anchor, "anchor"},
    WireName{Fact::ChainProblem, "problem"},
    WireName{Fact::WholeCertificate, "certificate"},
    WireName{Fact::Subject, "subject"},
    WireName{Fact::Issuer, "issuer"},
    WireName{Fact::Serial, "serial"},
    WireName{Fact::NotBefore, "not-before"},
    WireName{Fact::NotAfter, "not-after"},
    WireName{Fact::PublicKey, "key"},
    WireName{Fact::SignatureAlgorithm, "signature"},
    WireName{Fact::AlternativeNames, "names"},
    WireName{Fact::Fingerprint, "sha256"},
    WireName{Fact::KeyFingerprint, "spki-sha256"},
    WireName{Fact::Variant, "variant"},
    WireName{Fact::NameMatches, "matches"},
    WireName{Fact::ReferenceNames, "reference"},
    WireName{Fact::MatchedBy, "matched-by"},
    WireName{Fact::PresentedName, "presented"},
    WireName{Fact::MxLookup, "mx-lookup"},
    WireName{Fact::MxRecords, "mx"},
    WireName{Fact::MxPreference, "mx-preference"},
    WireName{Fact::AddressLookup, "address-lookup"},
    WireName{Fact::Addresses, "addresses"},
    WireName{Fact::TlsaLookup, "tlsa-lookup"},
    WireName{Fact::TlsaBase, "tlsa-base"},
    WireName{Fact::TlsaRecords, "tlsa"},
    WireName{Fact::TlsaMatches, "tlsa-matches"},
    WireName{Fact::StsRecord, "record"},
    WireName{Fact::StsLookup, "lookup"},
    WireName{Fact::StsId, "id"},
    WireName{Fact::StsFetched, "fetch"},
    WireName{Fact::StsPolicyMode, "mode"},
    WireName{Fact::StsMaxAge, "max-age"},
    WireName{Fact::StsPatterns, "mx"},
    WireName{Fact::StsMxMatches, "matches"},
    WireName{Fact::StsProblem, "problem"},
    WireName{Fact::TlsRptLookup, "tls-rpt-lookup"},
    WireName{Fact::TlsRptUris, "tls-rpt-rua"},
    WireName{Fact::TlsRptProblem, "tls-rpt-problem"},
    WireName{Fact::Encryption, "tls"},
    WireName{Fact::Protocol, "protocol"},
    WireName{Fact::Cipher, "cipher"},
    WireName{Fact::KeyExchange, "key-exchange"},
    WireName{Fact::HandshakeSignature, "signature"},
    WireName{Fact::ClientCertificateRequested, "client-certificate-requested"},
    WireName{Fact::ServerNameSent, "server-name"},
    WireName{Fact::AlertReceived, "alert-received"},
    WireName{Fact::AlertSent, "alert-sent"},
    WireName{Fact::StapledStatus, "ocsp"},
    WireName{Fact::StapledVerified, "ocsp-verified"},
    WireName{Fact::StapledAt, "ocsp-produced-at"},
    WireName{Fact::SessionEnd, "end"},
    WireName{Fact::SessionEndReply, "end-reply"},
    WireName{Fact::Greeting, "greeting"},
    WireName{Fact::ExtensionsBeforeTls, "extensions-before-tls"},
    WireName{Fact::ExtensionsAfterTls, "extensions-after-tls"},
    WireName{Fact::ExtensionBeforeTls, "extension-before-tls"},
    WireName{Fact::ExtensionAfterTls, "extension-after-tls"},
    WireName{Fact::Remark, "remark"},
    WireName{Fact::ConformanceCheck, "check"},
    WireName{Fact::Host, "host"},
    WireName{Fact::Address, "address"},
    WireName{Fact::ConnectedTo, "connected-to"},
    WireName{Fact::ServiceSpoken, "service"},
    WireName{Fact::TlsStart, "start"},
    WireName{Fact::ActingPolicy, "acting-policy"},
    WireName{Fact::Resolver, "resolver"},
    WireName{Fact::TrustStore, "trust-store"},
    WireName{Fact::ObservedFrom, "observed-from"},
    WireName{Fact::EhloName, "ehlo-name"},
    WireName{Fact::ObservedAt, "observed-at"},
    WireName{Fact::JudgedAt, "judged-at"},
    WireName{Fact::ResolveTime, "resolve"},
    WireName{Fact::ConnectTime, "connect"},
    WireName{Fact::GreetingTime, "greeting"},
    WireName{Fact::EhloTime, "ehlo"},
    WireName{Fact::StarttlsTime, "starttls"},
    WireName{Fact::HandshakeTime, "handshake"},
    WireName{Fact::EhloAfterTlsTime, "ehlo-after-tls"},
    WireName{Fact::QuitTime, "quit"},
    WireName{Fact::TotalTime, "total"},
};

template <>
constexpr std::array wireTable<ProofPlace>{
    WireName{ProofPlace::Nowhere, "nowhere"},
    WireName{ProofPlace::TranscriptLines, "transcript"},
    WireName{ProofPlace::CertificateSent, "certificates"},
    WireName{ProofPlace::NameChecked, "names"},
    WireName{ProofPlace::VerdictGiven, "verdicts"},
    WireName{ProofPlace::ConformanceChecked, "conformance"},
    WireName{ProofPlace::DnsAnswers, "dns"},
    WireName{ProofPlace::StsPolicyRead, "sts"},
};

static_assert(isComplete(Relation::NotComparable));
static_assert(isComplete(Effect::Worse));
static_assert(isComplete(ComparedGroup::Timings));
static_assert(isComplete(Fact::TotalTime));
static_assert(isComplete(ProofPlace::StsPolicyRead));

namespace {

/// The part of an id that says of which policy, keyword, name.
struct OfText
{
    QString operator()(std::monostate) const { return {}; }
    QString operator()(PolicyId policy) const { return toWire(policy); }
    QString operator()(ConformanceId check) const { return toWire(check); }
    QString operator()(FindingCode code) const { return toWire(code); }
    QString operator()(const QString &text) const { return escapeUnprintable(text); }
    QString operator()(const QByteArray &octets) const { return escapeBytes(octets); }
};

} // namespace

QString toWire(Relation relation) { return nameOf(relation); }
QString toWire(Effect effect) { return nameOf(effect); }
QString toWire(ComparedGroup group) { return nameOf(group); }
QString toWire(Fact fact) { return nameOf(fact); }
QString toWire(ProofPlace place) { return nameOf(place); }

QString rowId(ComparedGroup group, const RowTopic &topic)
{
    QStringList parts{toWire(group)};
    if (topic.position)
        parts.append(QString::number(*topic.position));
    parts.append(toWire(topic.fact));
    const QString of = std::visit(OfText(), topic.of);
    if (!of.isEmpty())
        parts.append(of);
    return parts.join(u'.');
}

} // namespace mailseal
