#pragma once

#include "values/tlsfacts.h"

struct evp_pkey_st;
struct ssl_st;

namespace mailseal {

/// What the completed handshake of `ssl` negotiated, but for what only its messages show.
TlsFacts negotiatedOn(ssl_st *ssl);

/// What is known where no SSL object was seen: by OpenSSL's name of the suite and the server's ephemeral key
/// (null where there is none). Signature, staple, and whether a client certificate was asked for are unknown.
TlsFacts negotiatedByNames(TlsProtocol protocol, const QString &cipherName, evp_pkey_st *serverKey);

} // namespace mailseal
