#pragma once

namespace mailseal {

/// The classes of client that are judged (docs/judgement.md "Policies"). Later policies join here and in
/// policy/policies.
enum class PolicyId {
    Opportunistic,
    Encrypt,
    WebPki,
    Secure,
    MtaSts,
    Dane,
    DaneOnly,
    Fingerprint,
    Mua,
    RequireTls
};
inline constexpr PolicyId lastPolicy = PolicyId::RequireTls;

} // namespace mailseal
