#include "inspector/sessionplans.h"

#include "inspector/furthercertificates.h"
#include "values/domainname.h"
#include "values/limits.h"

namespace mailseal {

SessionPlan mainPlan(const Target &target, const Settings &settings)
{
    SessionPlan plan;
    plan.endpoint = target.connectedTo;
    plan.proxy = settings.proxy;
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

SessionPlan variantPlan(const Target &target, const Settings &settings, const VariantEvidence &variant)
{
    SessionPlan plan = mainPlan(target, settings);
    plan.suites = offerFor(variant.keyType);
    if (!variant.sni)
        plan.serverName.clear();
    return plan;
}

} // namespace mailseal
