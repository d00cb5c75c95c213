#include "inspector/sessionplans.h"

#include "inspector/furthercertificates.h"
#include "values/domainname.h"
#include "values/limits.h"

#include <algorithm>

namespace mailseal {

SessionPlan mainPlan(const Target &target, const Settings &settings)
{
    SessionPlan plan;
    plan.endpoint = target.connectedTo;
    plan.proxy = settings.proxy;
    // Whoever grants the whole inspection more time grants it to a slow greeting, as far as RFC 5321
    // §4.5.3.2.1 does; what follows the greeting keeps what it has.
    constexpr std::chrono::milliseconds most = limits::greetingMost;
    const auto share = settings.timeout * 3 / 4; // what is left tells why the rest was waited for in vain
    const bool isShort = settings.timeout < limits::whole;
    plan.handshakeTimeout = std::min<std::chrono::milliseconds>(limits::handshake, share);
    plan.replyTimeout = std::min<std::chrono::milliseconds>(limits::replyWait, share);
    plan.greetingTimeout =
        isShort ? std::min<std::chrono::milliseconds>(limits::greeting, share)
                : std::clamp<std::chrono::milliseconds>(settings.timeout - (limits::whole - limits::greeting),
                                                        limits::greeting, most);
    if (settings.sendSni && DomainName::parse(target.serverName))
        plan.serverName = target.serverName; // an address is never SNI (RFC 6066 §3)
    return plan;
}

SessionPlan portPlan(const Target &target, const Settings &settings, quint16 port)
{
    SessionPlan plan = mainPlan(target, settings);
    plan.endpoint.port = port;
    plan.depth = SessionDepth::ConnectOnly;
    plan.connectTimeout = limits::portTry;
    return plan;
}

SessionPlan tlsAtOncePlan(const Target &target, const Settings &settings)
{
    SessionPlan plan = mainPlan(target, settings);
    plan.connectTimeout = limits::portTry;
    plan.handshakeTimeout = limits::portTry;
    plan.greetingTimeout = limits::portTry;
    return plan;
}

SessionPlan variantPlan(const Target &target, const Settings &settings, const VariantEvidence &variant)
{
    SessionPlan plan = mainPlan(target, settings);
    plan.suites = offerFor(variant.keyType);
    if (!variant.sni)
        plan.serverName.clear();
    return plan;
}

} // namespace mailseal
