#include "redact/redactsts.h"

namespace mailseal {

void redactFetch(StsFetch &fetch, Pseudonyms &names)
{
    fetch.host = names.host(fetch.host);
    fetch.address = names.address(fetch.address);
    fetch.location = names.text(fetch.location);
    fetch.error = names.text(fetch.error);
    fetch.body = names.bytes(fetch.body);
    fetch.sentChain.clear();
}

void redactSts(StsFacts &facts, Pseudonyms &names)
{
    for (QString &pattern : facts.mx)
        pattern = names.text(pattern);
}

void redactTlsRpt(TlsRptFacts &facts, Pseudonyms &names)
{
    for (QString &uri : facts.rua)
        uri = names.text(uri);
}

} // namespace mailseal
