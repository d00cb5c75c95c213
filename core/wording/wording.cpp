#include "wording/wording.h"

#include "findings/findingwording.h"
#include "wire/wire.h"
#include "wording/dnswording.h"
#include "wording/wordingtext.h"

#include <QLocale>

#include <algorithm>
#include <initializer_list>

namespace mailseal {

namespace {

/// ISO 8601 from the args as people read a date: the local one where we speak to people, the ISO day
/// elsewhere.
QString day(const QString &iso, Wording::Speech speech)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    if (!time.isValid())
        return iso;
    return speech == Wording::Speech::English ? time.date().toString(Qt::ISODate)
                                              : QLocale().toString(time.date(), QLocale::ShortFormat);
}

/// Whether what the finding counts (values/finding.h says which argument) is there once.
bool isAboutOne(const Finding &finding)
{
    constexpr QLatin1StringView one("1");
    if (finding.code == FindingCode::ExpiresSoon)
        return finding.args.value(1) == one;
    if (finding.code == FindingCode::HostDown)
        return !finding.args.value(0).contains(u',');
    return finding.args.value(0) == one;
}

} // namespace

QString Wording::finding(const Finding &finding) const
{
    const auto isOneOf = [&](std::initializer_list<FindingCode> codes) {
        return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
    };
    QStringList args = finding.args;
    if (!args.isEmpty() &&
        isOneOf({FindingCode::Expired, FindingCode::NotYetValid, FindingCode::ExpiresSoon}))
        args[0] = day(args[0], m_speech);
    const auto protocolUsed = fromWire<TlsProtocol>(args.value(0));
    if (protocolUsed && isOneOf({FindingCode::Encrypted, FindingCode::LegacyProtocol}))
        args[0] = protocol(*protocolUsed);
    const auto end = fromWire<EndReason>(args.value(0));
    if (end && isOneOf({FindingCode::Unreachable, FindingCode::NoUsableReply, FindingCode::NotInspected}))
        args[0] = say(m_speech, endWords(*end));
    const auto fetchEnd = fromWire<StsFetchEnd>(args.value(0));
    if (fetchEnd && finding.code == FindingCode::StsFetchFailed)
        args[0] = say(m_speech, fetchWords(*fetchEnd));
    const auto lookupEnd = fromWire<LookupEnd>(args.value(1));
    if (lookupEnd && isOneOf({FindingCode::StsLookupFailed, FindingCode::TlsaLookupFailed}))
        args[1] = say(m_speech, lookupWords(*lookupEnd));
    if (args.size() > 1 && isOneOf({FindingCode::VariantDiffers, FindingCode::VariantNotSeen}))
        args = variantArgs(args);
    if (finding.code == FindingCode::PinMatch && !args.isEmpty()) {
        args[0] = args[0] == QLatin1StringView("spki")
                      ? say(m_speech, QT_TRANSLATE_NOOP("wording", "public key"))
                      : say(m_speech, QT_TRANSLATE_NOOP("wording", "certificate"));
    }
    const char *source =
        isAboutOne(finding) ? findingSentenceForOne(finding.code) : findingSentence(finding.code);
    return fill(say(m_speech, source), args);
}

/// Which handshake, and what came of it.
QStringList Wording::variantArgs(const QStringList &args) const
{
    const auto how = fromWire<Delivery>(args[1]);
    const auto end = fromWire<EndReason>(args[1]);
    return {variantKind(args[0]), how ? delivery(*how) : end ? say(m_speech, endWords(*end)) : args[1]};
}

QString Wording::variantKind(const QString &kind) const
{
    if (kind == QLatin1StringView("no-sni"))
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "without SNI"));
    if (kind == QLatin1StringView("sni"))
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "with SNI"));
    return fill(say(m_speech, QT_TRANSLATE_NOOP("wording", "with %1 keys only")), {kind});
}

QString Wording::client(const Inspection &inspection, const Verdict &verdict) const
{
    QString name = policyName(verdict.policy);
    const auto &variants = inspection.evidence.variants;
    if (!verdict.variant || *verdict.variant >= variants.size())
        return name;
    return fill(say(m_speech, QT_TRANSLATE_NOOP("wording", "%1 (%2)")),
                {name, variantKind(variants[*verdict.variant])});
}

QString Wording::variantKind(const VariantEvidence &variant) const { return variantKind(kindOf(variant)); }

QString Wording::advice(const Finding &finding) const
{
    const char *source = findingAdvice(finding.code);
    if (finding.code == FindingCode::StarttlsRefused)
        source = refusedStarttlsAdvice(finding.args.value(0).toInt());
    const auto end = fromWire<EndReason>(finding.args.value(0));
    if (end && finding.code == FindingCode::Unreachable && *nextStep(*end) != '\0')
        source = nextStep(*end); // the same step as beside the end itself
    return fill(say(m_speech, source), finding.args);
}

QString Wording::severity(Severity severity) const
{
    switch (severity) {
    case Severity::Info:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "info"));
    case Severity::Notice:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "notice"));
    case Severity::Warning:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "warning"));
    case Severity::Error:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "error"));
    }
    return {};
}

QString Wording::policyName(PolicyId policy) const
{
    switch (policy) {
    case PolicyId::Opportunistic:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "TLS if offered"));
    case PolicyId::Encrypt:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "TLS required"));
    case PolicyId::WebPki:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "Trusted CA and name"));
    case PolicyId::Secure:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "Trusted CA, next hop"));
    case PolicyId::MtaSts:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "MTA-STS"));
    case PolicyId::Dane:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "DANE"));
    case PolicyId::DaneOnly:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "DANE only"));
    case PolicyId::Fingerprint:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "Pinned key"));
    case PolicyId::Mua:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "Mail program"));
    case PolicyId::RequireTls:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "REQUIRETLS"));
    }
    return {};
}

QString Wording::policyDescription(PolicyId policy) const
{
    switch (policy) {
    case PolicyId::Opportunistic:
        return say(m_speech,
                   QT_TRANSLATE_NOOP("wording", "Takes TLS where it is offered and looks at no certificate; "
                                                "clear text otherwise. Most senders, Postfix “may”."));
    case PolicyId::Encrypt:
        return say(
            m_speech,
            QT_TRANSLATE_NOOP("wording", "Insists on TLS and looks at no certificate. Postfix “encrypt”."));
    case PolicyId::WebPki:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "Insists on TLS with a certificate of a trusted CA "
                                                          "that names the server. Postfix “verify”."));
    case PolicyId::Secure:
        return say(
            m_speech,
            QT_TRANSLATE_NOOP(
                "wording",
                "The same, but the certificate must name the next-hop domain, because an MX record proves "
                "nothing. For a server that was typed there is no difference. Postfix “secure”."));
    case PolicyId::MtaSts:
        return say(m_speech,
                   QT_TRANSLATE_NOOP("wording",
                                     "Keeps the policy that the domain publishes by MTA-STS (RFC 8461), and "
                                     "knows nothing of DANE; without one, TLS if offered."));
    case PolicyId::Dane:
        return say(m_speech, QT_TRANSLATE_NOOP(
                                 "wording", "Authenticates the server by the TLSA records of its signed zone "
                                            "(RFC 7672); without them, TLS if offered. Postfix “dane”."));
    case PolicyId::DaneOnly:
        return say(m_speech,
                   QT_TRANSLATE_NOOP("wording",
                                     "Delivers only where signed TLSA records match. Postfix “dane-only”."));
    case PolicyId::Mua:
        return say(m_speech,
                   QT_TRANSLATE_NOOP("wording", "A person's mail program: a certificate of a trusted CA that "
                                                "names the host that was typed (RFC 8314)."));
    case PolicyId::RequireTls:
        return say(m_speech,
                   QT_TRANSLATE_NOOP("wording", "Sends a message that must travel encrypted to known servers "
                                                "all the way (RFC 8689), or returns it."));
    case PolicyId::Fingerprint:
        return say(
            m_speech,
            QT_TRANSLATE_NOOP(
                "wording",
                "Insists on TLS with a certificate or a key whose SHA-256 is known. Postfix “fingerprint”."));
    }
    return {};
}

QString Wording::standing(Standing standing) const
{
    switch (standing) {
    case Standing::Satisfied:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "satisfied"));
    case Standing::Violated:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "violated"));
    case Standing::NotApplicable:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "not applicable"));
    case Standing::Undetermined:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "undetermined"));
    }
    return {};
}

QString Wording::delivery(Delivery delivery) const
{
    switch (delivery) {
    case Delivery::Authenticated:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "authenticated"));
    case Delivery::Encrypted:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "encrypted"));
    case Delivery::Cleartext:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "clear text"));
    case Delivery::Deferred:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "deferred"));
    case Delivery::Refused:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "refused"));
    case Delivery::Unknown:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "unknown"));
    }
    return {};
}

QString Wording::service(Service service) const
{
    switch (service) {
    case Service::Smtp:
        return QStringLiteral("SMTP");
    case Service::Submission:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "Submission"));
    case Service::Submissions:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "Submissions"));
    case Service::Lmtp:
        return QStringLiteral("LMTP");
    }
    return {};
}

QString Wording::protocol(TlsProtocol protocol) const
{
    switch (protocol) {
    case TlsProtocol::TlsV1_0:
        return QStringLiteral("TLS 1.0");
    case TlsProtocol::TlsV1_1:
        return QStringLiteral("TLS 1.1");
    case TlsProtocol::TlsV1_2:
        return QStringLiteral("TLS 1.2");
    case TlsProtocol::TlsV1_3:
        return QStringLiteral("TLS 1.3");
    }
    return {};
}

QString Wording::start(Start start) const
{
    switch (start) {
    case Start::StartTls:
        return QStringLiteral("STARTTLS");
    case Start::Implicit:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "implicit TLS"));
    case Start::None:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "no connection"));
    }
    return {};
}

QString Wording::stage(Stage stage) const
{
    switch (stage) {
    case Stage::Queued:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for its turn"));
    case Stage::Resolving:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "looking up the addresses"));
    case Stage::FetchingPolicy:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "fetching the MTA-STS policy"));
    case Stage::Connecting:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "connecting"));
    case Stage::Greeting:
        return say(m_speech, QT_TRANSLATE_NOOP("wording",
                                               "waiting for the greeting: some servers delay it on purpose"));
    case Stage::Ehlo:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for the answer to EHLO"));
    case Stage::Helo:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for the answer to HELO"));
    case Stage::StartTls:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for the answer to STARTTLS"));
    case Stage::Handshake:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "TLS handshake"));
    case Stage::EhloAfterTls:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for the answer to EHLO inside TLS"));
    case Stage::Quit:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "saying goodbye"));
    case Stage::SecondConnection:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "asking once more on a second connection"));
    case Stage::FurtherCertificates:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "looking at what other clients are shown"));
    case Stage::OtherPorts:
        return say(m_speech,
                   QT_TRANSLATE_NOOP("wording", "port 25 does not answer: trying ports 465 and 587"));
    case Stage::Done:
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "done"));
    }
    return {};
}

} // namespace mailseal
