#pragma once

#include <QByteArray>

namespace mailseal {

/// One certificate as a PEM block with its line ends (RFC 7468 §2): base64 in lines of 64 characters.
QByteArray certificatePem(const QByteArray &der);

} // namespace mailseal
