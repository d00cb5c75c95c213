#pragma once

#include "values/finding.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace mailseal {

/// One certificate read from its DER (RFC 5280). Hex is lower case without separators; names are RFC 4514
/// text with everything unprintable escaped.
struct CertificateFacts
{
    QString subject;
    QString issuer;
    QString serial;
    QDateTime notBefore; ///< UTC
    QDateTime notAfter;  ///< UTC
    QString keyType;     ///< RSA, RSA-PSS, EC, Ed25519, Ed448, DSA; OpenSSL's name for others
    int keyBits = 0;
    QString signature; ///< OpenSSL's long name, "sha256WithRSAEncryption"
    QStringList commonNames;
    QStringList dnsNames;    ///< SAN dNSName as presented
    QStringList ipAddresses; ///< SAN iPAddress as text
    QByteArray sha256;
    QByteArray spkiSha256;
    bool selfSigned = false; ///< issuer = subject and the signature verifies by its own key
    QByteArray der;
    bool operator==(const CertificateFacts &) const = default;
};

/// The three meanings of "self-signed" (docs/judgement.md "Self-signed"), never merged.
enum class SelfSignedKind {
    Leaf,          ///< the leaf is its own issuer and no anchor
    UntrustedRoot, ///< another leaf whose chain ends in a self-signed certificate that is no anchor
    Anchored       ///< a leaf that is its own issuer and an anchor
};

/// The TLS libraries that senders are built with and whose word on a chain is asked.
enum class TlsLibrary { OpenSsl, GnuTls };

/// What another library than OpenSSL makes of the same chain, anchors and clock.
struct LibraryWord
{
    QString version;             ///< "3.7.9"; empty where it could not be asked
    std::optional<bool> trusted; ///< null: it could not be asked, which is never fine
    QList<Finding> problems;     ///< why it does not trust the chain
    bool operator==(const LibraryWord &) const = default;
};

/// The chain as the server sent it and what OpenSSL's path builder makes of it.
struct ChainFacts
{
    QList<CertificateFacts> sent;
    std::optional<QList<QByteArray>>
        path; ///< SHA-256 of each certificate, leaf first, anchor last; none built: null
    std::optional<CertificateFacts> anchor;
    bool trusted =
        false; ///< path to an anchor, valid at judgedAt, purpose sslserver, level 0, name not considered
    bool selfSigned = false;
    std::optional<SelfSignedKind> selfSignedKind;
    bool ordered = true;     ///< each certificate is followed by its issuer, as RFC 5246 §7.4.2 asks
    QList<Finding> problems; ///< each with the depth of its certificate, null for the chain as a whole
    /// Null where there was nothing to ask it about, and in files of older versions.
    std::optional<LibraryWord> gnutls;
    bool operator==(const ChainFacts &) const = default;
};

enum class AnchorStore { System, File, Saved };

/// Trust anchors as an input of judgement. System: the store of this machine is opened lazily by
/// chain/truststore and `certificates` is empty. File and Saved: `certificates` (DER) are the only anchors.
struct TrustAnchors
{
    AnchorStore store = AnchorStore::System;
    QString label; ///< path or "/etc/ssl/certs", for people
    QList<QByteArray> certificates;
    bool operator==(const TrustAnchors &) const = default;
};

} // namespace mailseal
