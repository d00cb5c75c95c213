#pragma once

#include "values/certificatefacts.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace mailseal {

/// Reads one certificate from DER; bytes that OpenSSL cannot read give facts with only `der`, `sha256` set.
CertificateFacts readCertificate(const QByteArray &der);

struct ChainAnalysis
{
    ChainFacts chain;
    /// DER of the anchors that a path ended at, by either library, or could end at by their names, so that a
    /// saved inspection can be judged again.
    QList<QByteArray> usedAnchors;
};

/// Everything that follows from the chain as sent, the anchors and a clock (RFC 5280 §6 by OpenSSL's own
/// builder, and beside it GnuTLS's word): path, anchor, every problem at its certificate. Pure; 0.1 to 1 ms a
/// chain (the system's store is opened lazily, 0.04 ms; GnuTLS is loaded by the first one, 1.5 ms). `sent`
/// may be empty (anonymous suite): then the problem is NoCertificate. `isStapled`: whether the handshake
/// brought an OCSP response; null where nobody knows.
ChainAnalysis analyseChain(const QList<QByteArray> &sent, const TrustAnchors &anchors, const QDateTime &at,
                           std::optional<bool> isStapled = std::nullopt);

/// Loads GnuTLS ahead, from any thread: else the first chain waits for it.
void loadSecondLibrary();

/// Reads PEM (any number of CERTIFICATE blocks; other blocks and text are skipped) or one DER certificate.
/// nullopt and an English reason where there is none or one cannot be read.
struct PemRead
{
    QList<QByteArray> certificates; ///< DER, in the order of the file
    QString error;                  ///< empty where all went well
};
PemRead readCertificates(const QByteArray &fileContent);

/// The system's store as values: label only, opened lazily by analyseChain.
TrustAnchors systemAnchors();

} // namespace mailseal
