#pragma once

#include "values/finding.h"
#include "values/policyid.h"

#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// Does what was seen meet the policy's own checks? Never a bool: "could not tell" is never "fine".
enum class Standing { Satisfied, Violated, NotApplicable, Undetermined };

/// What such a client would do with a message.
enum class Delivery { Authenticated, Encrypted, Cleartext, Deferred, Refused, Unknown };

struct Verdict
{
    PolicyId policy = PolicyId::Opportunistic;
    Standing standing = Standing::Undetermined;
    Delivery delivery = Delivery::Unknown;
    std::optional<int> variant; ///< index into the variants; null: the main session
    QList<Finding> because;     ///< never empty; the first is the deciding fact
    QString source;             ///< "RFC 3207 §4.1"
    QString result;             ///< RFC 8460 §4.3 result type; empty where none
    bool operator==(const Verdict &) const = default;
};

} // namespace mailseal
