#include "wording/wording.h"

#include "findings/policynames.h"
#include "wording/wordingtext.h"

namespace mailseal {

QString Wording::severity(Severity severity) const
{
    switch (severity) {
    case Severity::Info:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "info"));
    case Severity::Notice:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "notice"));
    case Severity::Warning:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "warning"));
    case Severity::Error:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "error"));
    }
    return {};
}

QString Wording::policyName(PolicyId policy) const { return inLanguage(m_speech, namesOf(policy).words); }

QString Wording::policyDescription(PolicyId policy) const
{
    return inLanguage(m_speech, namesOf(policy).description);
}

QString Wording::standing(Standing standing) const
{
    switch (standing) {
    case Standing::Satisfied:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "satisfied"));
    case Standing::Violated:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "violated"));
    case Standing::NotApplicable:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "not applicable"));
    case Standing::Undetermined:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "undetermined"));
    }
    return {};
}

QString Wording::delivery(Delivery delivery) const
{
    switch (delivery) {
    case Delivery::Authenticated:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "authenticated"));
    case Delivery::Encrypted:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "encrypted"));
    case Delivery::Cleartext:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "clear text"));
    case Delivery::Deferred:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "deferred"));
    case Delivery::Refused:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "refused"));
    case Delivery::Unknown:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "unknown"));
    }
    return {};
}

QString Wording::service(Service service) const
{
    switch (service) {
    case Service::Smtp:
        return QStringLiteral("SMTP");
    case Service::Submission:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Submission"));
    case Service::Submissions:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Submissions"));
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
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "implicit TLS"));
    case Start::None:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "no connection"));
    }
    return {};
}

QString Wording::stage(Stage stage) const
{
    switch (stage) {
    case Stage::Queued:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for its turn"));
    case Stage::Resolving:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "looking up the addresses"));
    case Stage::FetchingPolicy:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "fetching the MTA-STS policy"));
    case Stage::Connecting:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "connecting"));
    case Stage::Greeting:
        return inLanguage(
            m_speech,
            QT_TRANSLATE_NOOP("wording", "waiting for the greeting: some servers delay it on purpose"));
    case Stage::Ehlo:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for the answer to EHLO"));
    case Stage::Helo:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for the answer to HELO"));
    case Stage::StartTls:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "waiting for the answer to STARTTLS"));
    case Stage::Handshake:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "TLS handshake"));
    case Stage::EhloAfterTls:
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording", "waiting for the answer to EHLO inside TLS"));
    case Stage::Quit:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "saying goodbye"));
    case Stage::SecondConnection:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "asking once more on a second connection"));
    case Stage::FurtherCertificates:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "looking at what other clients are shown"));
    case Stage::OtherPorts:
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording", "port 25 does not answer: trying ports 465 and 587"));
    case Stage::Done:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "done"));
    }
    return {};
}

} // namespace mailseal
