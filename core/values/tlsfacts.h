#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

enum class TlsProtocol { TlsV1_0, TlsV1_1, TlsV1_2, TlsV1_3 };

/// What was negotiated by a completed handshake.
struct TlsFacts
{
    TlsProtocol protocol = TlsProtocol::TlsV1_3;
    QString cipher;      ///< IANA name, "TLS_AES_256_GCM_SHA384"
    QString keyExchange; ///< "X25519", "P-256", "ffdhe2048", "DH-1024", "RSA"; empty where unknown
    QString signature;   ///< IANA SignatureScheme, "rsa_pss_rsae_sha256"; empty where unknown or none
    QString serverName;  ///< the SNI that was sent; empty where none
    /// Null where nobody watched the handshake's messages: then it is unknown whether a staple came, too.
    std::optional<bool> clientCertificateRequested = false;
    bool anonymous = false; ///< the suite authenticates nobody, so there is no certificate
    /// DER of the stapled response (RFC 6066 §8); empty where none came.
    QByteArray ocspStaple = {};
    bool isStapleKnown() const { return clientCertificateRequested.has_value(); }
    bool operator==(const TlsFacts &) const = default;
};

/// A TLS alert (RFC 8446 §6): level 1 warning, 2 fatal; `name` as the RFC spells it ("handshake_failure").
struct TlsAlert
{
    int level = 2;
    int number = 0;
    QString name;
    bool operator==(const TlsAlert &) const = default;
};

/// How the handshake went, once one was begun. `completed` stays true where an alert or a close follows
/// before the first reply inside TLS (TLS 1.3 with a demanded client certificate).
struct HandshakeFacts
{
    bool completed = false;
    std::optional<TlsAlert> alertSent;
    std::optional<TlsAlert> alertReceived;
    QString error; ///< OpenSSL's own text; empty where there was none
    /// The server asked for a certificate of ours, in a handshake that need not have been completed.
    bool clientCertificateRequested = false;
    bool answeredInClear = false; ///< what came for the server's first TLS record was none
    bool operator==(const HandshakeFacts &) const = default;
};

} // namespace mailseal
