#pragma once

#include <QSslSocket>
#include <QString>

namespace mailseal {

/// The key exchange that the OpenSSL which runs chooses with itself in TLS 1.3: a hybrid group since 3.5.
inline QString bestGroup()
{
    constexpr long firstWithHybrids = 0x30500000L;
    return QSslSocket::sslLibraryVersionNumber() >= firstWithHybrids ? QStringLiteral("X25519MLKEM768")
                                                                     : QStringLiteral("X25519");
}

} // namespace mailseal
