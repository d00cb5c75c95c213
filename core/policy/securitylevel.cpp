#include "policy/securitylevel.h"

#include "policy/situation.h"
#include "wire/wire.h"

#include <algorithm>

namespace mailseal {

namespace {

constexpr int mostIntermediates = 10; // depth 9 counts from the issuer of the server's certificate
// 80 bits of security (NIST SP 800-57 part 1, table 2).
constexpr int leastModulus = 1024;
constexpr int leastCurve = 160;

bool isWeak(const CertificateFacts &certificate)
{
    const bool isModulus = certificate.keyType.startsWith(QLatin1StringView("RSA")) ||
                           certificate.keyType == QLatin1StringView("DSA");
    const bool isCurve = certificate.keyType == QLatin1StringView("EC");
    return (isModulus && certificate.keyBits < leastModulus) || (isCurve && certificate.keyBits < leastCurve);
}

/// MD5 and SHA-1 are worth 64 and 63 bits to OpenSSL 3.
bool isWeaklySigned(const CertificateFacts &certificate)
{
    return certificate.signature.contains(QLatin1StringView("sha1"), Qt::CaseInsensitive) ||
           certificate.signature.contains(QLatin1StringView("md5"), Qt::CaseInsensitive);
}

Finding below(const QString &what, const CertificateFacts &certificate, qsizetype depth)
{
    Finding weak = finding(FindingCode::ChainBelowLevel, Severity::Error, {what, certificate.subject});
    weak.depth = static_cast<int>(depth);
    return weak;
}

} // namespace

std::optional<Finding> handshakeBelowLevel(const TlsFacts &tls)
{
    const bool isOld = tls.protocol == TlsProtocol::TlsV1_0 || tls.protocol == TlsProtocol::TlsV1_1;
    // Without a signature under the key exchange there is none to be refused; in TLS 1.2 SHA-1 is not offered
    // at that level, and the server chooses something else.
    if (isOld && tls.keyExchange != QLatin1StringView("RSA"))
        return finding(FindingCode::HandshakeBelowLevel, Severity::Error, {toWire(tls.protocol)});
    return std::nullopt;
}

std::optional<Finding> chainBelowLevel(const ChainFacts &chain)
{
    if (!chain.path)
        return std::nullopt;
    for (qsizetype depth = 0; depth < chain.sent.size(); ++depth) {
        const CertificateFacts &certificate = chain.sent.at(depth);
        const auto at = chain.path->indexOf(certificate.sha256);
        if (at < 0)
            continue;
        if (isWeak(certificate)) {
            return below(certificate.keyType + u' ' + QString::number(certificate.keyBits), certificate,
                         depth);
        }
        const bool isAnchor = at + 1 == chain.path->size() && chain.anchor;
        if (!isAnchor && isWeaklySigned(certificate))
            return below(certificate.signature, certificate, depth);
    }
    const qsizetype intermediates = chain.path->size() - 2;
    if (intermediates > mostIntermediates) {
        return finding(FindingCode::ChainTooDeep, Severity::Error,
                       {QString::number(intermediates), QString::number(mostIntermediates)});
    }
    return std::nullopt;
}

} // namespace mailseal
