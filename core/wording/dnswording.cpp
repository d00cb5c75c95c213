#include "wording/dnswording.h"

#include <QCoreApplication>

namespace mailseal {

const char *dnssecWords(DnssecState state)
{
    switch (state) {
    case DnssecState::Secure:
        return QT_TRANSLATE_NOOP("wording", "signed and valid");
    case DnssecState::Insecure:
        return QT_TRANSLATE_NOOP("wording", "not signed");
    case DnssecState::Bogus:
        return QT_TRANSLATE_NOOP("wording", "bogus");
    case DnssecState::Unknown:
        break;
    }
    return QT_TRANSLATE_NOOP("wording", "cannot be told");
}

const char *lookupWords(LookupEnd end)
{
    switch (end) {
    case LookupEnd::Found:
        return QT_TRANSLATE_NOOP("wording", "found");
    case LookupEnd::NoData:
        return QT_TRANSLATE_NOOP("wording", "no such record");
    case LookupEnd::NxDomain:
        return QT_TRANSLATE_NOOP("wording", "no such name");
    case LookupEnd::Timeout:
        return QT_TRANSLATE_NOOP("wording", "no answer in time");
    case LookupEnd::ServFail:
        return QT_TRANSLATE_NOOP("wording", "the lookup failed");
    case LookupEnd::Refused:
        break;
    }
    return QT_TRANSLATE_NOOP("wording", "the lookup was refused");
}

const char *fetchWords(StsFetchEnd end)
{
    switch (end) {
    case StsFetchEnd::NotTried:
        return QT_TRANSLATE_NOOP("wording", "not fetched");
    case StsFetchEnd::Ok:
        return QT_TRANSLATE_NOOP("wording", "fetched");
    case StsFetchEnd::ResolveFailed:
        return QT_TRANSLATE_NOOP("wording", "its host could not be resolved");
    case StsFetchEnd::ConnectFailed:
        return QT_TRANSLATE_NOOP("wording", "its host could not be reached");
    case StsFetchEnd::Certificate:
        return QT_TRANSLATE_NOOP("wording", "its host's certificate is not valid");
    case StsFetchEnd::Status:
        return QT_TRANSLATE_NOOP("wording", "its host answered with an error");
    case StsFetchEnd::Redirect:
        return QT_TRANSLATE_NOOP("wording", "its host redirected");
    case StsFetchEnd::TooLarge:
        return QT_TRANSLATE_NOOP("wording", "too large");
    case StsFetchEnd::Timeout:
        break;
    }
    return QT_TRANSLATE_NOOP("wording", "not fetched in time");
}

const char *modeWords(StsMode mode)
{
    switch (mode) {
    case StsMode::Enforce:
        return QT_TRANSLATE_NOOP("wording", "enforce: senders hold back what would fail");
    case StsMode::Testing:
        return QT_TRANSLATE_NOOP("wording", "testing: senders report what would fail");
    case StsMode::None:
        break;
    }
    return QT_TRANSLATE_NOOP("wording", "none: senders deliver as without a policy");
}

const char *tlsaReasonWords(TlsaReason reason)
{
    switch (reason) {
    case TlsaReason::Matches:
        return QT_TRANSLATE_NOOP("wording", "a certificate that the server sends has this value");
    case TlsaReason::Differs:
        return QT_TRANSLATE_NOOP("wording", "no certificate that it may speak of has this value");
    case TlsaReason::UsageUnusable:
        return QT_TRANSLATE_NOOP("wording", "mail senders do not use this usage (RFC 7672 section 3.1.3)");
    case TlsaReason::SelectorUnknown:
        return QT_TRANSLATE_NOOP("wording", "an unknown selector");
    case TlsaReason::MatchingTypeUnknown:
        return QT_TRANSLATE_NOOP("wording", "an unknown matching type");
    case TlsaReason::LengthWrong:
        return QT_TRANSLATE_NOOP("wording", "a digest of this type has another length");
    case TlsaReason::DataUnreadable:
        return QT_TRANSLATE_NOOP("wording", "no certificate and no public key can be read from it");
    case TlsaReason::WeakerDigest:
        return QT_TRANSLATE_NOOP("wording",
                                 "a stronger digest of the same kind stands beside it (RFC 7671 section 9)");
    case TlsaReason::AuthorityNotSent:
        return QT_TRANSLATE_NOOP("wording", "it names an issuer's certificate that the server does not send");
    case TlsaReason::NotCompared:
        break;
    }
    return QT_TRANSLATE_NOOP("wording", "there was no certificate to compare it with");
}

const char *stapleWords(OcspStatus status)
{
    switch (status) {
    case OcspStatus::Good:
        return QT_TRANSLATE_NOOP("wording", "good");
    case OcspStatus::Revoked:
        return QT_TRANSLATE_NOOP("wording", "revoked");
    case OcspStatus::Unknown:
        return QT_TRANSLATE_NOOP("wording", "unknown");
    case OcspStatus::Unreadable:
        break;
    }
    return QT_TRANSLATE_NOOP("wording", "unreadable");
}

} // namespace mailseal
