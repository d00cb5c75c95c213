#pragma once

#include "inspector/settings.h"
#include "options.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

namespace mailseal {

// Files that options name.

/// At most `most` octets of it; a longer one is an error.
std::variant<QByteArray, UsageError> contentOf(const QString &name, qint64 most);
/// Trust anchors, as --roots names them.
std::variant<TrustAnchors, UsageError> readAnchors(const QString &name);
/// As --dnssec-anchor names them.
std::variant<QList<DnssecAnchor>, UsageError> readDnssecAnchors(const QString &name);

} // namespace mailseal
