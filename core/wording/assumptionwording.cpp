#include "wording/wording.h"
#include "wording/wordingtext.h"

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
    case AssumptionKind::FromNewerVersion:
        break;
    }
    return "%1";
}

} // namespace

QString Wording::assumption(const Assumption &assumption) const
{
    return withArguments(inLanguage(m_speech, sourceOf(assumption.kind)), assumption.args);
}

} // namespace mailseal
