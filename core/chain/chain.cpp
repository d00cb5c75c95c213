#include "chain/chain.h"

#include "chain/certificatereader.h"
#include "chain/chainproblems.h"
#include "chain/nameconstraints.h"
#include "chain/pathbuilder.h"
#include "chain/sentchain.h"

#include <algorithm>

namespace mailseal {

namespace {

BuiltPath pathOf(const SentChain &sent, const TrustAnchors &anchors, const QDateTime &at)
{
    if (sent.certificate(0) == nullptr)
        return {};
    // An anchor needs nothing above it; OpenSSL would go on with what was sent and judge that as well.
    static const std::vector<openssl::X509Ptr> nothing;
    const bool isAnchor = anchors.certificates.contains(sent.facts().first().der);
    return buildPath(sent.certificate(0), isAnchor ? nothing : sent.all(), anchors, at);
}

std::optional<SelfSignedKind> selfSignedKind(const ChainFacts &chain, const BuiltPath &path)
{
    const CertificateFacts &leaf = chain.sent.first();
    if (leaf.selfSigned) {
        const bool isAnchor = chain.anchor && chain.anchor->der == leaf.der;
        return isAnchor ? SelfSignedKind::Anchored : SelfSignedKind::Leaf;
    }
    if (chain.path || path.certificates.size() < 2 || !readCertificate(path.certificates.last()).selfSigned)
        return std::nullopt;
    return SelfSignedKind::UntrustedRoot;
}

/// RFC 5246 §7.4.2: each certificate directly certifies the one before it. What trails behind the path is
/// reported for itself and does not disturb the order.
bool isOrdered(const SentChain &sent, const BuiltPath &path)
{
    const int ordered = sent.orderedLength();
    return std::all_of(path.certificates.begin(), path.certificates.end(), [&](const QByteArray &der) {
        const auto position = sent.positionOf(der);
        return !position || *position < ordered;
    });
}

} // namespace

ChainAnalysis analyseChain(const QList<QByteArray> &sent, const TrustAnchors &anchors, const QDateTime &at)
{
    const openssl::ErrorScope errors;
    ChainAnalysis analysis;
    ChainFacts &chain = analysis.chain;
    if (sent.isEmpty()) {
        chain.problems = {{FindingCode::NoCertificate, Severity::Error, std::nullopt, {}}};
        return analysis;
    }
    const SentChain read(sent);
    const BuiltPath path = pathOf(read, anchors, at);
    chain.sent = read.facts();
    if (path.endsAtAnchor) {
        QList<QByteArray> fingerprints;
        for (const QByteArray &der : path.certificates)
            fingerprints.append(fingerprintOf(der));
        chain.path = fingerprints;
        chain.anchor = readCertificate(path.certificates.last());
        analysis.usedAnchors = {path.certificates.last()};
    }
    chain.trusted = path.endsAtAnchor && path.errors.empty();
    chain.selfSigned = chain.sent.first().selfSigned;
    chain.selfSignedKind = selfSignedKind(chain, path);
    chain.ordered = isOrdered(read, path);
    chain.problems = chainProblems(read, path, chain, at) + excludedWildcards(chain.sent.first(), path);
    return analysis;
}

} // namespace mailseal
