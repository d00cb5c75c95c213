#pragma once

#include "values/dns.h"

#include <QString>

namespace mailseal {

/// A record's data in presentation form (RFC 1035 §5.1, RFC 6698 §2.2); escaped.
QString recordText(const MxRecord &mx);
QString recordText(const AddressRecord &address);
QString recordText(const AliasRecord &alias);
QString recordText(const TlsaRecord &tlsa);
QString recordText(const TxtRecord &txt);

/// "DANE-EE SPKI SHA2-256": the acronyms of RFC 7218, numbers where there are none.
QString tlsaAcronyms(const TlsaRecord &tlsa);

} // namespace mailseal
