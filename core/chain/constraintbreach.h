#pragma once

#include "chain/opensslhandles.h"

#include <QString>

#include <optional>
#include <vector>

namespace mailseal {

/// Which name breaks which constraint (RFC 5280 §4.2.1.10).
struct ConstraintBreach
{
    QString name;            ///< "DNS:mail.example"; empty where OpenSSL alone knows
    bool isExcluded = false; ///< it is excluded; else it is not among those that are permitted
    QString bases;           ///< "DNS:example"; of permitted ones all, "DNS:a.example, DNS:b.example"
};

/// What of the names of `certificate` breaks the constraints of `issuer`; nothing where none does.
std::optional<ConstraintBreach> constraintBreach(X509 *certificate, X509 *issuer);

} // namespace mailseal
