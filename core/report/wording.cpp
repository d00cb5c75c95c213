#include "report/wording.h"

#include "report/findingwording.h"
#include "report/wire.h"
#include "report/wordingtext.h"

#include <QLocale>

#include <algorithm>
#include <initializer_list>

namespace mailseal {

#define SAY(text) QT_TRANSLATE_NOOP("wording", text)

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
    const auto end = fromWire<EndReason>(args.value(0));
    if (end && isOneOf({FindingCode::Unreachable, FindingCode::NoUsableReply, FindingCode::NotInspected}))
        args[0] = say(m_speech, endWords(*end));
    return fill(say(m_speech, findingSentence(finding.code)), args);
}

QString Wording::advice(const Finding &finding) const
{
    return fill(say(m_speech, findingAdvice(finding.code)), finding.args);
}

QString Wording::severity(Severity severity) const
{
    switch (severity) {
    case Severity::Info:
        return say(m_speech, SAY("info"));
    case Severity::Notice:
        return say(m_speech, SAY("notice"));
    case Severity::Warning:
        return say(m_speech, SAY("warning"));
    case Severity::Error:
        return say(m_speech, SAY("error"));
    }
    return {};
}

QString Wording::policyName(PolicyId policy) const
{
    switch (policy) {
    case PolicyId::Opportunistic:
        return say(m_speech, SAY("TLS if offered"));
    case PolicyId::Encrypt:
        return say(m_speech, SAY("TLS required"));
    case PolicyId::WebPki:
        return say(m_speech, SAY("Trusted CA and name"));
    case PolicyId::Secure:
        return say(m_speech, SAY("Trusted CA, next hop"));
    case PolicyId::Fingerprint:
        return say(m_speech, SAY("Pinned key"));
    }
    return {};
}

QString Wording::policyDescription(PolicyId policy) const
{
    switch (policy) {
    case PolicyId::Opportunistic:
        return say(
            m_speech,
            SAY("Takes TLS where it is offered and looks at no certificate; clear text otherwise. Most "
                "senders, Postfix “may”."));
    case PolicyId::Encrypt:
        return say(m_speech, SAY("Insists on TLS and looks at no certificate. Postfix “encrypt”."));
    case PolicyId::WebPki:
        return say(m_speech,
                   SAY("Insists on TLS with a certificate of a trusted CA that names the server. Postfix "
                       "“verify”."));
    case PolicyId::Secure:
        return say(
            m_speech,
            SAY("The same, but the certificate must name the next-hop domain, because an MX record "
                "proves nothing. For a server that was typed there is no difference. Postfix “secure”."));
    case PolicyId::Fingerprint:
        return say(m_speech, SAY("Insists on TLS with a certificate or a key whose SHA-256 is known. Postfix "
                                 "“fingerprint”."));
    }
    return {};
}

QString Wording::standing(Standing standing) const
{
    switch (standing) {
    case Standing::Satisfied:
        return say(m_speech, SAY("satisfied"));
    case Standing::Violated:
        return say(m_speech, SAY("violated"));
    case Standing::NotApplicable:
        return say(m_speech, SAY("not applicable"));
    case Standing::Undetermined:
        return say(m_speech, SAY("undetermined"));
    }
    return {};
}

QString Wording::delivery(Delivery delivery) const
{
    switch (delivery) {
    case Delivery::Authenticated:
        return say(m_speech, SAY("authenticated"));
    case Delivery::Encrypted:
        return say(m_speech, SAY("encrypted"));
    case Delivery::Cleartext:
        return say(m_speech, SAY("clear text"));
    case Delivery::Deferred:
        return say(m_speech, SAY("deferred"));
    case Delivery::Refused:
        return say(m_speech, SAY("refused"));
    case Delivery::Unknown:
        return say(m_speech, SAY("unknown"));
    }
    return {};
}

QString Wording::service(Service service) const
{
    switch (service) {
    case Service::Smtp:
        return QStringLiteral("SMTP");
    case Service::Submission:
        return say(m_speech, SAY("Submission"));
    case Service::Submissions:
        return say(m_speech, SAY("Submissions"));
    case Service::Lmtp:
        return QStringLiteral("LMTP");
    }
    return {};
}

QString Wording::start(Start start) const
{
    return start == Start::StartTls ? QStringLiteral("STARTTLS") : say(m_speech, SAY("implicit TLS"));
}

QString Wording::stage(Stage stage) const
{
    switch (stage) {
    case Stage::Queued:
        return say(m_speech, SAY("waiting for its turn"));
    case Stage::Resolving:
        return say(m_speech, SAY("looking up the addresses"));
    case Stage::Connecting:
        return say(m_speech, SAY("connecting"));
    case Stage::Greeting:
        return say(m_speech, SAY("waiting for the greeting: some servers delay it on purpose"));
    case Stage::Ehlo:
        return say(m_speech, SAY("waiting for the answer to EHLO"));
    case Stage::Helo:
        return say(m_speech, SAY("waiting for the answer to HELO"));
    case Stage::StartTls:
        return say(m_speech, SAY("waiting for the answer to STARTTLS"));
    case Stage::Handshake:
        return say(m_speech, SAY("TLS handshake"));
    case Stage::EhloAfterTls:
        return say(m_speech, SAY("waiting for the answer to EHLO inside TLS"));
    case Stage::Quit:
        return say(m_speech, SAY("saying goodbye"));
    case Stage::SecondConnection:
        return say(m_speech, SAY("asking once more on a second connection"));
    case Stage::OtherPorts:
        return say(m_speech, SAY("port 25 does not answer: trying ports 465 and 587"));
    case Stage::Done:
        return say(m_speech, SAY("done"));
    }
    return {};
}

QString Wording::nameReason(const NameComparison &check) const
{
    switch (check.reason) {
    case NameReason::Equal:
        return say(m_speech, SAY("the same name"));
    case NameReason::WildcardCoversLabel:
        return say(m_speech, SAY("the wildcard covers the left-most label"));
    case NameReason::Different:
        return say(m_speech, SAY("another name"));
    case NameReason::WildcardCoversOneLabelOnly:
        return say(m_speech, SAY("a wildcard covers one label only"));
    case NameReason::WildcardNotWholeLeftmostLabel:
        return say(m_speech, SAY("a wildcard counts only as the whole left-most label"));
    case NameReason::AddressEqual:
        return say(m_speech, SAY("the same address"));
    case NameReason::AddressDiffers:
        return say(m_speech, SAY("another address"));
    case NameReason::CommonNameIgnored:
        return say(m_speech, SAY("the common name is never looked at (RFC 9525)"));
    case NameReason::KindsDiffer:
        return say(m_speech, SAY("a name is not compared with an address"));
    case NameReason::PresentedIsNoName:
        return say(m_speech, SAY("not a valid name"));
    case NameReason::ReferenceIsNoHostName:
        return say(m_speech, SAY("what was asked for is no host name"));
    }
    return {};
}

QString Wording::nameSource(NameSource source) const
{
    switch (source) {
    case NameSource::Typed:
        return say(m_speech, SAY("as typed"));
    }
    return {};
}

QString Wording::targetError(TargetError error, const QString &input) const
{
    const QStringList args{input.left(200)}; // enough to recognise it by
    switch (error) {
    case TargetError::Empty:
        return say(m_speech, SAY("Type a server, for example mx.example.org or mx.example.org:587."));
    case TargetError::BadName:
        return fill(
            say(m_speech, SAY("“%1” is no host name: letters, digits and hyphens between dots, at most 63 in "
                              "a label.")),
            args);
    case TargetError::BadPort:
        return fill(say(m_speech, SAY("“%1”: a port is a number from 1 to 65535, as in mx.example.org:587.")),
                    args);
    case TargetError::BadAddress:
        return fill(
            say(m_speech,
                SAY("“%1” is no IP address; an IPv6 address with a port is written [2001:db8::1]:587.")),
            args);
    case TargetError::UnknownScheme:
        return fill(
            say(m_speech, SAY("“%1”: this scheme is not known; use smtp://, submission://, submissions:// or "
                              "lmtp://.")),
            args);
    case TargetError::SchemeNotYet:
        return fill(say(m_speech, SAY("“%1”: not yet; so far SMTP, submission and LMTP are inspected.")),
                    args);
    case TargetError::DomainNotYet:
        return fill(say(m_speech, SAY("“%1”: MX lookups are not there yet; name the server itself, as in "
                                      "host:mx.example.org.")),
                    args);
    case TargetError::MailAddress:
        return fill(say(m_speech, SAY("“%1” looks like a mail address; type the mail server instead.")),
                    args);
    case TargetError::TrailingText:
        return fill(say(m_speech, SAY("“%1”: only a host and a port can follow; leave out path and query.")),
                    args);
    }
    return {};
}

} // namespace mailseal
