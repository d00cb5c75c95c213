#include "wording/wording.h"
#include "wording/wordingtext.h"

namespace mailseal {

QString Wording::nameReason(const NameComparison &check) const
{
    switch (check.reason) {
    case NameReason::Equal:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "the same name"));
    case NameReason::WildcardCoversLabel:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "the wildcard covers the left-most label"));
    case NameReason::WildcardCoversTopLevel:
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording", "the wildcard covers a whole top-level domain: "
                                                       "OpenSSL, and Postfix with it, refuses that"));
    case NameReason::Different:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "another name"));
    case NameReason::WildcardCoversOneLabelOnly:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "a wildcard covers one label only"));
    case NameReason::WildcardNotWholeLeftmostLabel:
        return inLanguage(
            m_speech, QT_TRANSLATE_NOOP("wording", "a wildcard counts only as the whole left-most label"));
    case NameReason::AddressEqual:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "the same address"));
    case NameReason::AddressDiffers:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "another address"));
    case NameReason::CommonNameIgnored:
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording", "the common name is never looked at (RFC 9525)"));
    case NameReason::CommonNameCounts:
        return inLanguage(m_speech,
                          QT_TRANSLATE_NOOP("wording",
                                            "the common name, taken by Postfix, OpenSSL and GnuTLS where "
                                            "no DNS name is there, and never by RFC 9525"));
    case NameReason::KindsDiffer:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "a name is not compared with an address"));
    case NameReason::PresentedIsNoName:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "not a valid name"));
    case NameReason::ReferenceIsNoHostName:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "what was asked for is no host name"));
    }
    return {};
}

QString Wording::nameSource(NameSource source) const
{
    switch (source) {
    case NameSource::Typed:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "as typed"));
    case NameSource::Mx:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "from the MX record"));
    case NameSource::NextHop:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "the mail domain"));
    case NameSource::TlsaBase:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "the TLSA base domain"));
    }
    return {};
}

QString Wording::targetError(TargetError error, const QString &input) const
{
    const QStringList args{input.left(200)}; // enough to recognise it by
    switch (error) {
    case TargetError::Empty:
        return inLanguage(
            m_speech,
            QT_TRANSLATE_NOOP("wording",
                              "Type a domain or a server, for example example.org or mx.example.org:587."));
    case TargetError::BadName:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording", "“%1” is no host name: letters, digits and hyphens "
                                                    "between dots, at most 63 in a label.")),
            args);
    case TargetError::BadPort:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP(
                           "wording", "“%1”: a port is a number from 1 to 65535, as in mx.example.org:587.")),
            args);
    case TargetError::BadAddress:
        return withArguments(
            inLanguage(
                m_speech,
                QT_TRANSLATE_NOOP(
                    "wording",
                    "“%1” is no IP address; an IPv6 address with a port is written [2001:db8::1]:587.")),
            args);
    case TargetError::UnknownScheme:
        return withArguments(
            inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "“%1”: this scheme is not known; use smtp://, "
                                                              "submission://, submissions:// or lmtp://.")),
            args);
    case TargetError::SchemeNotYet:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording",
                                         "“%1”: not yet; so far SMTP, submission and LMTP are inspected.")),
            args);
    case TargetError::MailAddress:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording",
                                         "“%1” looks like a mail address; type the mail server instead.")),
            args);
    case TargetError::TrailingText:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP(
                           "wording", "“%1”: only a host and a port can follow; leave out path and query.")),
            args);
    }
    return {};
}

QString Wording::tlsaTextError(TlsaTextError error, const QString &input) const
{
    constexpr qsizetype enough = 200; // to recognise it by
    const QStringList args{input.simplified().left(enough)};
    switch (error) {
    case TlsaTextError::Empty:
        return withArguments(
            inLanguage(m_speech, QT_TRANSLATE_NOOP(
                                     "wording", "Type a TLSA record, for example 3 1 1 and 64 hex digits.")),
            args);
    case TlsaTextError::TooLong:
        return withArguments(
            inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "That is longer than any TLSA record.")), args);
    case TlsaTextError::FieldMissing:
        return withArguments(
            inLanguage(
                m_speech,
                QT_TRANSLATE_NOOP(
                    "wording",
                    "“%1”: a TLSA record begins with usage, selector and matching type, as in 3 1 1.")),
            args);
    case TlsaTextError::BadUsage:
        return withArguments(
            inLanguage(m_speech, QT_TRANSLATE_NOOP(
                                     "wording", "“%1”: the usage is a number, 3 (DANE-EE) or 2 (DANE-TA).")),
            args);
    case TlsaTextError::BadSelector:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording", "“%1”: the selector is a number, 0 (Cert) or 1 (SPKI).")),
            args);
    case TlsaTextError::BadMatchingType:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP(
                           "wording",
                           "“%1”: the matching type is a number, 0 (Full), 1 (SHA2-256) or 2 (SHA2-512).")),
            args);
    case TlsaTextError::DataMissing:
        return withArguments(
            inLanguage(m_speech, QT_TRANSLATE_NOOP(
                                     "wording",
                                     "“%1”: the value is missing behind usage, selector and matching type.")),
            args);
    case TlsaTextError::BadHex:
        return withArguments(
            inLanguage(
                m_speech,
                QT_TRANSLATE_NOOP("wording", "“%1”: the value is written in hex digits, 0 to 9 and a to f.")),
            args);
    case TlsaTextError::LengthDiffers:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP("wording", "“%1”: behind \\# stand the number of octets and "
                                                    "exactly as many, as in \\# 35 0301… (RFC 3597).")),
            args);
    case TlsaTextError::OddHex:
        return withArguments(
            inLanguage(m_speech,
                       QT_TRANSLATE_NOOP(
                           "wording", "“%1”: half an octet is missing, the hex digits are odd in number.")),
            args);
    }
    return {};
}

} // namespace mailseal
