#pragma once

#include <QByteArray>
#include <QString>

namespace mailseal {

/// Text out of a certificate, safe to show: bytes that are no UTF-8, control and format characters (an
/// override of the writing direction is one) and the backslash stand as \xNN.
QString escaped(const QByteArray &bytes);

/// The same for text that has RFC 4514's own escapes: hex pairs as that RFC writes them, \NN; its
/// backslashes stay.
QString escapedName(const QByteArray &rfc4514);

} // namespace mailseal
