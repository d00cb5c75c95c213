#pragma once

#include "values/sessionfacts.h"

#include <QStringList>

namespace mailseal {

enum class HeadlineCode {
    ServersWords, ///< code, enhanced code or empty, text; escaped
    Encrypted,    ///< wire name of the protocol
    Alert,        ///< its name: the handshake failed by it
    End           ///< wire name of the end
};

/// The shortest answer to how it ended.
struct Headline
{
    HeadlineCode code = HeadlineCode::End;
    QStringList args;
    bool operator==(const Headline &) const = default;
};

/// The server's own words where they ended it, else what came about.
Headline headlineOf(const SessionFacts &session);

} // namespace mailseal
