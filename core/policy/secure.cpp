#include "policy/rows.h"

namespace mailseal {

Verdict judgeSecure(const Case &facts)
{
    // For a server that was typed the next hop is that server, so the name to match is the same as webpki's;
    // for a mail domain it is the domain or a host below it.
    return judgeChainAndName(PolicyId::Secure, facts, QStringLiteral("Postfix TLS_README, secure"));
}

} // namespace mailseal
