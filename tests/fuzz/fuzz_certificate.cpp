#include "chain/chain.h"
#include "chain/names.h"
#include "chain/tlsa.h"
#include "values/utc.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace mailseal;

constexpr qsizetype hexOfSha256 = 64;
const QDateTime noon = mailseal::utc(QDate(2026, 11, 29), QTime(12, 0));

void checkChain(const QList<QByteArray> &sent, const QList<QByteArray> &anchors)
{
    const ChainAnalysis analysis =
        analyseChain(sent, {AnchorStore::File, QStringLiteral("fuzz"), anchors}, noon);
    const ChainFacts &chain = analysis.chain;
    if (chain.sent.size() != sent.size() || (chain.trusted && !chain.anchor))
        std::abort();
    for (const CertificateFacts &facts : chain.sent) {
        if (facts.sha256.size() != hexOfSha256)
            std::abort();
    }
    for (const Finding &problem : chain.problems) {
        if (problem.depth && (*problem.depth < 0 || *problem.depth > sent.size() + 64))
            std::abort();
    }
    if (chain.sent.isEmpty())
        return;
    const NameCheck names =
        checkNames(chain.sent.constFirst(), {{QStringLiteral("mx.example.org"), NameSource::Typed, false}});
    if (names.matches.value_or(false) && names.matchedBy.isEmpty())
        std::abort();
}

} // namespace

/// Any octets as a certificate that a server sends, and as a certificate file: the reader, the path builder
/// and the comparison of names take them as they are, and say the same of the same octets.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const CertificateFacts facts = readCertificate(bytes);
    if (facts.der != bytes || facts.sha256.size() != hexOfSha256 || facts != readCertificate(bytes))
        std::abort();
    checkChain({bytes}, {});
    checkChain({bytes, bytes}, {bytes});
    const PemRead file = readCertificates(bytes);
    if (file.certificates.isEmpty() && file.error.isEmpty())
        std::abort();
    constexpr qsizetype fewEnough = 8;
    if (!file.certificates.isEmpty() && file.certificates.size() <= fewEnough)
        checkChain(file.certificates, {file.certificates.constLast()});
    return 0;
}
