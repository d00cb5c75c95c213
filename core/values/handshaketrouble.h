#pragma once

#include "values/sessionfacts.h"

namespace mailseal {

/// Why a handshake came to nothing, as far as what was seen tells it: everybody who says something about a
/// failed handshake (policies, badge, prose) asks here.
enum class HandshakeTrouble {
    ClientCertificate, ///< the server demands a certificate of ours
    ClosedInside, ///< the handshake was completed, and the connection closed before the first reply in it
    ClearText,    ///< what came for TLS was clear text
    NoSecureRenegotiation, ///< the server does not know RFC 5746, on which OpenSSL 3 insists
    RefusedHere,           ///< by an alert of ours: what the server sent was too much for our library
    Alert,                 ///< by an alert of the server
    Other
};

/// Of a session that ended by EndReason::HandshakeFailed.
HandshakeTrouble handshakeTroubleOf(const SessionFacts &session);
/// The same as a finding, with what explains it.
Finding failedHandshake(const SessionFacts &session);

} // namespace mailseal
