#pragma once

#include <QDateTime>

#include <openssl/asn1.h>

namespace mailseal::openssl {

/// The instant in UTC; invalid where the time is null or unreadable.
QDateTime timeOf(const ASN1_TIME *time);

} // namespace mailseal::openssl
