#pragma once

#include "values/sessionfacts.h"
#include "values/verdict.h"

#include <array>
#include <optional>

namespace mailseal {

/// What had been reached when the session ended.
enum class EndStage { Whole, Lookup, Connection, Greeting, Ehlo, Starttls, Handshake, InsideTls, AnyStage };

/// Who ended it. Nobody: there was nothing to end early. Way: the network, a resolver or a proxy, never the
/// server's own word. Unknown: only a newer version knows.
enum class EndedBy { Nobody, Us, Server, Way, Unknown };

/// What the end alone tells of TLS. Where it tells nothing, TLS may have come up before it.
enum class TlsTold { Nothing, Works, DoesNotWork };

/// What everybody who judges an end wants to know of it; what people read of it is in wording.
struct EndTraits
{
    EndReason end;
    EndStage stage;
    EndedBy by;
    TlsTold tls;
    /// What such an end says of the server; null where the session ended as it should.
    std::optional<Standing> fault;
};

/// A row an end, in the order of the enumeration.
inline constexpr std::array endTraits{
    EndTraits{EndReason::Completed, EndStage::Whole, EndedBy::Nobody, TlsTold::Works, {}},
    EndTraits{EndReason::QuitAfterHandshake, EndStage::Handshake, EndedBy::Us, TlsTold::Works, {}},
    EndTraits{EndReason::StarttlsNotOffered, EndStage::Ehlo, EndedBy::Server, TlsTold::DoesNotWork,
              Standing::Violated},
    EndTraits{EndReason::StarttlsMasked, EndStage::Ehlo, EndedBy::Way, TlsTold::DoesNotWork,
              Standing::Violated},
    EndTraits{EndReason::StarttlsRefused, EndStage::Starttls, EndedBy::Server, TlsTold::DoesNotWork,
              Standing::Violated},
    EndTraits{EndReason::HandshakeFailed, EndStage::Handshake, EndedBy::Server, TlsTold::DoesNotWork,
              Standing::Violated},
    EndTraits{EndReason::EhloRefused, EndStage::Ehlo, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::RefusedAfterTls, EndStage::InsideTls, EndedBy::Server, TlsTold::Works,
              Standing::Violated},
    EndTraits{EndReason::ResolveFailed, EndStage::Lookup, EndedBy::Way, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::NullMx, EndStage::Lookup, EndedBy::Server, TlsTold::Nothing,
              Standing::NotApplicable},
    EndTraits{EndReason::ConnectionRefused, EndStage::Connection, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::Unreachable, EndStage::Connection, EndedBy::Way, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::ConnectTimeout, EndStage::Connection, EndedBy::Way, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::GreetingTimeout, EndStage::Greeting, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::GreetingRefused, EndStage::Greeting, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::ReplyTimeout, EndStage::AnyStage, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::HandshakeTimeout, EndStage::Handshake, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::ReplyTooLong, EndStage::AnyStage, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::ProtocolError, EndStage::AnyStage, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::ClosedEarly, EndStage::AnyStage, EndedBy::Server, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::ProxyFailed, EndStage::Connection, EndedBy::Way, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::Cancelled, EndStage::AnyStage, EndedBy::Us, TlsTold::Nothing,
              Standing::NotApplicable},
    EndTraits{EndReason::DeadlineExceeded, EndStage::AnyStage, EndedBy::Us, TlsTold::Nothing,
              Standing::Undetermined},
    EndTraits{EndReason::Offline, EndStage::Whole, EndedBy::Nobody, TlsTold::Nothing, {}},
    EndTraits{EndReason::FromNewerVersion, EndStage::AnyStage, EndedBy::Unknown, TlsTold::Nothing,
              Standing::Undetermined},
};

/// Whether a table has a row for every end, each at its own place.
template <typename Table>
constexpr bool hasEveryEnd(const Table &table)
{
    if (table.size() != static_cast<std::size_t>(EndReason::FromNewerVersion) + 1)
        return false;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].end != static_cast<EndReason>(i))
            return false;
    }
    return true;
}
static_assert(hasEveryEnd(endTraits));

constexpr const EndTraits &traitsOf(EndReason end) { return endTraits[static_cast<std::size_t>(end)]; }

} // namespace mailseal
