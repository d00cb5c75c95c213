#include "chain/chain.h"

#include "chain/anchors.h"
#include "chain/certificatereader.h"
#include "chain/chainproblems.h"
#include "chain/gnutlslibrary.h"
#include "chain/gnutlsword.h"
#include "chain/nameconstraints.h"
#include "chain/otherpaths.h"
#include "chain/pathbuilder.h"
#include "chain/sentchain.h"

#include <algorithm>

namespace mailseal {

using namespace openssl;

namespace {

BuiltPath pathOf(const SentChain &sent, const TrustAnchors &anchors, const QDateTime &at)
{
    if (sent.certificate(0) == nullptr)
        return {};
    // An anchor needs nothing above it; OpenSSL would go on with what was sent and judge that as well.
    static const std::vector<X509Ptr> nothing;
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

/// All that another judgement of the same chain needs: where OpenSSL trusts it, what the two relied on; else
/// every anchor whose name occurs in it, since one of them may be at fault.
QList<QByteArray> usedAnchors(const ChainFacts &chain, const BuiltPath &path,
                              const std::vector<X509Ptr> &near, AnchorStore store,
                              const QList<QByteArray> &usedByGnuTls)
{
    QList<QByteArray> used;
    const auto add = [&used](const QByteArray &der) {
        if (!used.contains(der))
            used.append(der);
    };
    if (path.endsAtAnchor)
        add(path.certificates.last());
    if (chain.trusted) {
        std::for_each(usedByGnuTls.begin(), usedByGnuTls.end(), add);
        return used;
    }
    for (const X509Ptr &anchor : near) {
        const QByteArray der = derOf(anchor.get());
        // One of the system's that is not self-signed ends no path, and would do so in a saved list.
        if (store != AnchorStore::System || readCertificate(der).selfSigned)
            add(der);
    }
    return used;
}

} // namespace

ChainAnalysis analyseChain(const QList<QByteArray> &sent, const TrustAnchors &anchors, const QDateTime &at,
                           std::optional<bool> isStapled)
{
    const ErrorScope errors;
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
    }
    chain.trusted = path.endsAtAnchor && path.errors.empty();
    chain.selfSigned = chain.sent.first().selfSigned;
    chain.selfSignedKind = selfSignedKind(chain, path);
    const auto own = read.ownPosition();
    chain.ordered = !own && isOrdered(read, path);
    const std::vector<X509Ptr> near = anchorsNear(read, anchors);
    GnuTlsAnswer gnutls;
    if (read.certificate(0) != nullptr) {
        gnutls = askGnuTls(read, near, at, isStapled);
        chain.gnutls = gnutls.word;
    }
    const auto other = chain.trusted ? std::nullopt : otherPath(read, near, anchors.store, at);
    analysis.usedAnchors = usedAnchors(chain, path, near, anchors.store, gnutls.usedAnchors);
    chain.problems = chainProblems({read, path, chain, near, other, own, isStapled, at}) +
                     excludedWildcards(chain.sent.first(), path);
    return analysis;
}

void loadSecondLibrary() { gnutls::library(); }

} // namespace mailseal
