#include "report/wording.h"
#include "report/wordingtext.h"

namespace mailseal {

namespace {

const char *sourceOf(AssumptionKind kind)
{
    switch (kind) {
    case AssumptionKind::StarttlsOffered:
        return QT_TRANSLATE_NOOP("wording", "the server offers STARTTLS and takes it");
    case AssumptionKind::Tls13:
        return QT_TRANSLATE_NOOP("wording", "the handshake gives TLS 1.3");
    case AssumptionKind::TlsaSecure:
        return QT_TRANSLATE_NOOP("wording", "the given TLSA records (%1) are DNSSEC-secure");
    case AssumptionKind::StsPolicyGiven:
        return QT_TRANSLATE_NOOP("wording", "the given MTA-STS policy is the domain's own: its record and "
                                            "its host are fine");
    case AssumptionKind::StsMode:
        return QT_TRANSLATE_NOOP("wording", "the MTA-STS policy is in mode %1");
    case AssumptionKind::AtTime:
        return QT_TRANSLATE_NOOP("wording", "it is %1");
    case AssumptionKind::ExtraRoot:
        return QT_TRANSLATE_NOOP("wording", "%1 is a trust anchor");
    case AssumptionKind::ReferenceName:
        return QT_TRANSLATE_NOOP("wording", "the name to be found is %1");
    case AssumptionKind::Foreign:
        break;
    }
    return "%1";
}

const char *sourceOf(TlsaTextError error)
{
    switch (error) {
    case TlsaTextError::Empty:
        return QT_TRANSLATE_NOOP("wording", "nothing is there");
    case TlsaTextError::TooLong:
        return QT_TRANSLATE_NOOP("wording", "it is too long");
    case TlsaTextError::FieldMissing:
        return QT_TRANSLATE_NOOP("wording", "usage, selector and matching type are not all there");
    case TlsaTextError::BadUsage:
        return QT_TRANSLATE_NOOP("wording", "the usage is no number from 0 to 255");
    case TlsaTextError::BadSelector:
        return QT_TRANSLATE_NOOP("wording", "the selector is no number from 0 to 255");
    case TlsaTextError::BadMatchingType:
        return QT_TRANSLATE_NOOP("wording", "the matching type is no number from 0 to 255");
    case TlsaTextError::DataMissing:
        return QT_TRANSLATE_NOOP("wording", "the hexadecimal data is missing");
    case TlsaTextError::BadHex:
        return QT_TRANSLATE_NOOP("wording", "the data is not hexadecimal");
    case TlsaTextError::OddHex:
        return QT_TRANSLATE_NOOP("wording", "the data has an odd number of hexadecimal digits");
    }
    return QT_TRANSLATE_NOOP("wording", "nothing is there");
}

} // namespace

QString Wording::assumption(const Assumption &assumption) const
{
    return fill(say(m_speech, sourceOf(assumption.kind)), assumption.args);
}

QString Wording::tlsaError(TlsaTextError error) const
{
    return fill(say(m_speech, QT_TRANSLATE_NOOP("wording", "no TLSA record: %1. One looks like 3 1 1 and 64 "
                                                           "hexadecimal digits")),
                {say(m_speech, sourceOf(error))});
}

} // namespace mailseal
