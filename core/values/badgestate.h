#pragma once

namespace mailseal {

/// What a server is worth to whoever sends to it (docs/judgement.md "The badge").
enum class BadgeState {
    Sound,           ///< TLS, authenticated by what common senders check, every published promise kept
    Unauthenticated, ///< encrypted to nobody knows whom, or sound with something that needs a person
    Broken,          ///< common senders hold back, or send in the clear
    Unknown          ///< it could not be told
};

} // namespace mailseal
