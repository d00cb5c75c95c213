#include "wire/reasonwire.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

const char *reasonSentence(ReasonCode code)
{
    switch (code) {
    case ReasonCode::HostMissing:
        return QT_TRANSLATE_NOOP("wording", "%1 does not exist");
    case ReasonCode::ResolverSilent:
        return QT_TRANSLATE_NOOP("wording", "the resolver did not answer in time");
    case ReasonCode::ResolverFailed:
        return QT_TRANSLATE_NOOP("wording", "the resolver failed (SERVFAIL) for %1");
    case ReasonCode::ResolverRefused:
        return QT_TRANSLATE_NOOP("wording", "the resolver refused to answer for %1");
    case ReasonCode::HostWithoutAddress:
        return QT_TRANSLATE_NOOP("wording", "%1 has no address");
    case ReasonCode::HostWithoutIpv4:
        return QT_TRANSLATE_NOOP("wording", "the host has no IPv4 address");
    case ReasonCode::HostWithoutIpv6:
        return QT_TRANSLATE_NOOP("wording", "the host has no IPv6 address");
    case ReasonCode::MxNamesRoot:
        return QT_TRANSLATE_NOOP("wording", "the MX record names the root, which is no host");
    case ReasonCode::MxHoldsAddress:
        return QT_TRANSLATE_NOOP(
            "wording", "the MX record holds the address %1 where a host name belongs (RFC 5321 §5.1)");
    case ReasonCode::MxNamesNoHost:
        return QT_TRANSLATE_NOOP("wording", "the MX record names %1, which is no host name");
    case ReasonCode::AnswerBogus:
        return QT_TRANSLATE_NOOP("wording", "the answer for %1 is bogus");
    case ReasonCode::AnswerNoHttp:
        return QT_TRANSLATE_NOOP("wording", "the answer is no HTTP");
    case ReasonCode::AnswerCutShort:
        return QT_TRANSLATE_NOOP("wording", "the connection was closed before the whole answer had come");
    case ReasonCode::StapleUnreadable:
        return QT_TRANSLATE_NOOP("wording", "the response cannot be read");
    case ReasonCode::StapleOfAnother:
        return QT_TRANSLATE_NOOP("wording", "it speaks of another certificate");
    case ReasonCode::StapleIssuerUnknown:
        return QT_TRANSLATE_NOOP("wording", "the certificate's issuer is not known");
    case ReasonCode::StapleSignatureWrong:
        return QT_TRANSLATE_NOOP("wording", "its signature does not verify");
    case ReasonCode::StapleNotYetValid:
        return QT_TRANSLATE_NOOP("wording", "it is not valid yet");
    case ReasonCode::StapleOutOfDate:
        return QT_TRANSLATE_NOOP("wording", "it is out of date");
    case ReasonCode::StapleStatusUnknown:
        return QT_TRANSLATE_NOOP("wording", "the responder does not know the certificate");
    case ReasonCode::OutOfMemory:
        return QT_TRANSLATE_NOOP("wording", "out of memory");
    case ReasonCode::DataBehindCertificate:
        return QT_TRANSLATE_NOOP("wording", "data behind the certificate");
    case ReasonCode::FileTooLong:
        return QT_TRANSLATE_NOOP("wording", "it is longer than %1 MiB");
    case ReasonCode::FileEmpty:
        return QT_TRANSLATE_NOOP("wording", "it is empty");
    case ReasonCode::FileWithoutPem:
        return QT_TRANSLATE_NOOP("wording", "there is no CERTIFICATE block in it");
    case ReasonCode::PemBlockUnreadable:
        return QT_TRANSLATE_NOOP("wording", "PEM block %1 cannot be read");
    case ReasonCode::FileNotCertificate:
        return QT_TRANSLATE_NOOP("wording", "it is neither PEM nor one certificate in DER");
    case ReasonCode::FileNotDnssecAnchors:
        return QT_TRANSLATE_NOOP("wording", "not every line is a DS or DNSKEY record");
    }
    return "";
}

} // namespace

QString Wording::reason(const QString &words) const
{
    const auto reason = reasonOf(words);
    if (!reason)
        return words;
    QString text = inLanguage(m_speech, reasonSentence(reason->code));
    text.replace(QStringLiteral("%1"), reason->argument);
    return reason->words.isEmpty() ? text : text + QLatin1StringView(": ") + reason->words;
}

} // namespace mailseal
