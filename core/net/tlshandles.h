#pragma once

#include <openssl/evp.h>
#include <openssl/ssl.h>

#include <memory>

namespace mailseal::tls {

struct Free
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(SSL *connection) const { SSL_free(connection); }
};

/// OpenSSL's objects, owned.
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Context = std::unique_ptr<SSL_CTX, Free>;
using Connection = std::unique_ptr<SSL, Free>;

} // namespace mailseal::tls
