#pragma once

#include "inspector/settings.h"
#include "net/session.h"
#include "values/target.h"
#include "values/variant.h"

namespace mailseal {

SessionPlan mainPlan(const Target &target, const Settings &settings);
/// One short connect to another port of the same host.
SessionPlan portPlan(const Target &target, const Settings &settings, quint16 port);
/// A TLS handshake where a greeting was awaited in vain: short, for it is answered at once or not at all.
SessionPlan tlsAtOncePlan(const Target &target, const Settings &settings);
/// What `variant` says is to be offered, and nothing else.
SessionPlan variantPlan(const Target &target, const Settings &settings, const VariantEvidence &variant);

} // namespace mailseal
