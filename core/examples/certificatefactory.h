#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace mailseal {

/// A certificate with its private key, made in memory; copies share. Keys: P-256 unless said otherwise.
class IssuedCertificate
{
public:
    struct Data;
    IssuedCertificate() = default;
    explicit IssuedCertificate(std::shared_ptr<const Data> data)
        : d(std::move(data))
    {
    }
    bool isNull() const { return !d; }
    QByteArray certificateDer() const;
    QByteArray certificatePem() const;
    QByteArray keyPem() const; ///< PKCS#8
    const Data *data() const { return d.get(); }

private:
    std::shared_ptr<const Data> d;
};

enum class KeyKind { EcP256, EcP384, Rsa2048, Rsa1024, Ed25519 };

struct CertificateRequest
{
    QString commonName;
    QStringList dnsNames;
    QStringList ipAddresses;
    QList<QByteArray> rawDnsNames; ///< SAN bytes as they are, for odd ones
    QByteArray rawCommonName;      ///< bytes of a T61String as they are; instead of commonName
    QDateTime notBefore;           ///< null: one day ago
    QDateTime notAfter;            ///< null: in 90 days
    KeyKind key = KeyKind::EcP256;
    bool isCa = false;
    bool serverAuth = true;        ///< extended key usage; false: clientAuth alone
    bool extendedKeyUsage = true;  ///< false: none at all
    bool sha1 = false;             ///< sign with SHA-1
    bool md5 = false;              ///< sign with MD5
    std::optional<int> pathLength; ///< of a CA
    bool mayIssue = true;          ///< keyUsage of a CA has keyCertSign
    QByteArray keyId;              ///< instead of the hash of its key; hex
    QByteArray issuerKeyId;        ///< instead of its issuer's; hex
    QString issuerName;            ///< instead of its issuer's common name
    QByteArray nameConstraints;    ///< of a CA, as OpenSSL writes them: "excluded;DNS:example.org"
    bool mustStaple = false;       ///< RFC 7633
    bool unknownCritical = false;  ///< a critical extension that nobody knows, 1.2.3.4.5
    bool versionOne = false;       ///< version 1 in spite of its extensions
    bool pss = false;              ///< signed with RSASSA-PSS, where the issuer's key is RSA
    IssuedCertificate sameKeyAs;   ///< for cross-signed certificates; null: a key of its own
};

/// Signs `request` by `issuer`; a null issuer makes it self-signed. Whatever is asked for is done: an issuer
/// that is no CA, a name that is none. An EC certificate takes about 0.6 ms, a new RSA key 130 ms and more.
/// Null where OpenSSL refuses (out of memory, an iPAddress that is none).
IssuedCertificate issueCertificate(const CertificateRequest &request, const IssuedCertificate &issuer = {});

} // namespace mailseal
