#include "report/dnswording.h"

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

Tone toneOf(DnssecState state)
{
    switch (state) {
    case DnssecState::Secure:
        return Tone::Good;
    case DnssecState::Insecure:
        return Tone::NotApplicable;
    case DnssecState::Bogus:
        return Tone::Bad;
    case DnssecState::Unknown:
        break;
    }
    return Tone::Unknown;
}

} // namespace mailseal
