#include "compare/groups.h"

namespace mailseal {

namespace {

ComparedValue endpointOrNothing(const Endpoint &endpoint)
{
    return endpoint.address.isEmpty() ? ComparedValue() : ComparedValue(endpoint);
}

ComparedValue timeOrNothing(const QDateTime &time)
{
    return time.isValid() ? ComparedValue(time) : ComparedValue();
}

/// Where the socket went, if not to the target's own address (--connect).
ComparedValue detour(const Target &target)
{
    return target.connectedTo == Endpoint{target.address, target.port}
               ? ComparedValue()
               : endpointOrNothing(target.connectedTo);
}

} // namespace

Rows compareCircumstances(const Sides &sides)
{
    const Evidence &left = sides.left.evidence;
    const Evidence &right = sides.right.evidence;
    Rows rows;
    const auto shown = [&](Fact fact, ComparedValue one, ComparedValue other) {
        add(rows, uncounted(rowOf({fact, std::nullopt, {}}, std::move(one), std::move(other))));
    };
    shown(Fact::Host, textOrNothing(left.target.host), textOrNothing(right.target.host));
    shown(Fact::Address, endpointOrNothing({left.target.address, left.target.port}),
          endpointOrNothing({right.target.address, right.target.port}));
    shown(Fact::ConnectedTo, detour(left.target), detour(right.target));
    shown(Fact::ServiceSpoken, left.target.service, right.target.service);
    shown(Fact::TlsStart, left.target.start, right.target.start);
    shown(Fact::ActingPolicy, left.target.policy, right.target.policy);
    shown(Fact::Resolver, textOrNothing(left.observer.resolver), textOrNothing(right.observer.resolver));
    shown(Fact::TrustStore, textOrNothing(left.anchors.label), textOrNothing(right.anchors.label));
    shown(Fact::ObservedFrom, textOrNothing(left.observer.localAddress),
          textOrNothing(right.observer.localAddress));
    shown(Fact::EhloName, textOrNothing(left.observer.ehloName), textOrNothing(right.observer.ehloName));
    shown(Fact::ObservedAt, timeOrNothing(left.observedAt), timeOrNothing(right.observedAt));
    shown(Fact::JudgedAt, timeOrNothing(sides.left.judgedAt), timeOrNothing(sides.right.judgedAt));
    return rows;
}

} // namespace mailseal
