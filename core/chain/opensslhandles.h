#pragma once

#include <QByteArray>
#include <QString>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <memory>

namespace mailseal::openssl {

/// OpenSSL's handles, owned from the line on that they are made in.
template <auto Free>
struct FreeWith
{
    template <typename T>
    void operator()(T *handle) const
    {
        Free(handle);
    }
};

inline void freeBytes(void *bytes) { OPENSSL_free(bytes); }
inline void freeStack(STACK_OF(X509) * stack) { sk_X509_free(stack); }
inline void freeStackAndAll(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }

using X509Ptr = std::unique_ptr<X509, FreeWith<X509_free>>;
using StorePtr = std::unique_ptr<X509_STORE, FreeWith<X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, FreeWith<X509_STORE_CTX_free>>;
/// Owns the list, not the certificates in it.
using StackPtr = std::unique_ptr<STACK_OF(X509), FreeWith<freeStack>>;
/// Owns both.
using OwnedStackPtr = std::unique_ptr<STACK_OF(X509), FreeWith<freeStackAndAll>>;
using BioPtr = std::unique_ptr<BIO, FreeWith<BIO_free>>;
using BytesPtr = std::unique_ptr<unsigned char, FreeWith<freeBytes>>;
using TextPtr = std::unique_ptr<char, FreeWith<freeBytes>>;
using GeneralNamesPtr = std::unique_ptr<GENERAL_NAMES, FreeWith<GENERAL_NAMES_free>>;

/// OpenSSL's error queue of this thread is empty when it begins and when it ends: an error left behind would
/// be taken for its own by the next user of OpenSSL, a QSslSocket for one.
class ErrorScope
{
public:
    ErrorScope() { ERR_clear_error(); }
    ~ErrorScope() { ERR_clear_error(); }
    ErrorScope(const ErrorScope &) = delete;
    ErrorScope &operator=(const ErrorScope &) = delete;
    /// The reason of the last error, "wrong tag"; empty where there was none.
    static QString lastReason()
    {
        return QString::fromLatin1(ERR_reason_error_string(ERR_peek_last_error()));
    }
};

/// Null where the bytes are not exactly one certificate.
X509Ptr certificateFromDer(const QByteArray &der);
QByteArray derOf(const X509 *certificate);

} // namespace mailseal::openssl
