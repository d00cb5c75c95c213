#include "models/chainmodel.h"

#include "models/certificatetext.h"
#include "wording/certificatewording.h"
#include "wording/wording.h"

#include <QCoreApplication>

namespace mailseal {

namespace {

/// A chain of thousands of problems is shown as far as anybody reads.
constexpr qsizetype mostProblems = 50;

struct ChainText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::ChainText)
};

ChainNode problemNode(const Finding &problem, const QByteArray &sha256)
{
    const Wording wording(Wording::Speech::Translated);
    ChainNode node;
    node.kind = ChainNode::Kind::Problem;
    node.depth = sha256.isEmpty() ? -1 : problem.depth.value_or(-1);
    node.sha256 = sha256;
    node.text = wording.finding(problem);
    node.advice = wording.advice(problem);
    node.badge = badgeOf(problem.severity);
    return node;
}

Severity worse(Severity one, Severity other)
{
    return static_cast<int>(one) > static_cast<int>(other) ? one : other;
}

ChainNode certificateNode(const ChainFacts &chain, int depth, const QDateTime &at)
{
    const CertificateFacts &certificate = chain.sent.at(depth);
    ChainNode node;
    node.depth = depth;
    node.sha256 = certificate.sha256;
    node.text = ChainText::tr("%1 · %2").arg(depth + 1).arg(shortName(certificate));
    node.aside = certificate.selfSigned ? ChainText::tr("its own issuer")
                                        : ChainText::tr("issued by %1").arg(shortIssuer(certificate.issuer));
    node.state = validityText(certificate, at);
    std::optional<Severity> worst;
    for (const Finding &problem : chain.problems) {
        if (problem.depth != depth)
            continue;
        worst = worse(worst.value_or(Severity::Info), problem.severity);
        if (node.children.size() < mostProblems)
            node.children.append(problemNode(problem, certificate.sha256));
    }
    if (worst && *worst != Severity::Info) {
        node.badge = badgeOf(*worst);
    } else if (chain.trusted && chain.path && chain.path->contains(certificate.sha256)) {
        node.badge = Badge::Satisfied;
    } else {
        node.badge = Badge::NotApplicable;
    }
    return node;
}

ChainNode pathStep(const ChainFacts &chain, const QByteArray &sha256)
{
    ChainNode node;
    node.kind = ChainNode::Kind::PathStep;
    node.sha256 = sha256;
    for (int depth = 0; depth < chain.sent.size(); ++depth) {
        if (chain.sent.at(depth).sha256 != sha256)
            continue;
        node.depth = depth;
        node.text = shortName(chain.sent.at(depth));
        node.aside = ChainText::tr("certificate %1 as sent").arg(depth + 1);
        return node;
    }
    if (chain.anchor && chain.anchor->sha256 == sha256) {
        node.text = shortName(*chain.anchor);
        return node;
    }
    node.text = fingerprintText(sha256);
    node.aside = ChainText::tr("not sent, from the trust store");
    return node;
}

QString storeText(const TrustAnchors &anchors)
{
    switch (anchors.store) {
    case AnchorStore::System:
        return anchors.label.isEmpty() ? ChainText::tr("the system's trust store")
                                       : ChainText::tr("the system's trust store, %1").arg(anchors.label);
    case AnchorStore::File:
        return ChainText::tr("anchors from %1").arg(anchors.label);
    case AnchorStore::Saved:
        return ChainText::tr("saved anchors, %1").arg(anchors.label);
    }
    return {};
}

ChainNode pathNode(const ChainFacts &chain, const TrustAnchors &anchors)
{
    ChainNode node;
    node.kind = ChainNode::Kind::Path;
    if (!chain.path || chain.path->isEmpty()) {
        node.text = ChainText::tr("No path to a trust anchor");
        node.aside = storeText(anchors);
        node.badge = Badge::Violated;
        return node;
    }
    node.text = ChainText::tr("The path that was built");
    node.aside = certificatesText(chain.path->size());
    node.badge = chain.trusted ? Badge::Satisfied : Badge::Violated;
    for (const QByteArray &sha256 : *chain.path)
        node.children.append(pathStep(chain, sha256));
    if (chain.anchor) {
        ChainNode &last = node.children.last();
        last.aside = ChainText::tr("trust anchor from %1").arg(storeText(anchors));
    }
    return node;
}

ChainNode libraryNode(const LibraryWord &word)
{
    constexpr auto speech = Wording::Speech::Translated;
    ChainNode node;
    node.kind = ChainNode::Kind::Library;
    node.text = libraryWords(speech, TlsLibrary::GnuTls, word.version);
    node.aside = trustWords(speech, word.trusted);
    node.badge = !word.trusted ? Badge::Undetermined : *word.trusted ? Badge::Satisfied : Badge::Violated;
    for (const Finding &problem : word.problems) {
        if (node.children.size() < mostProblems)
            node.children.append(problemNode(problem, {}));
    }
    return node;
}

} // namespace

QList<ChainNode> chainNodes(const ChainFacts &chain, const TrustAnchors &anchors, const QDateTime &at)
{
    QList<ChainNode> nodes;
    for (int depth = 0; depth < chain.sent.size(); ++depth)
        nodes.append(certificateNode(chain, depth, at));
    for (const Finding &problem : chain.problems) {
        const bool hasPlace = problem.depth && *problem.depth >= 0 && *problem.depth < chain.sent.size();
        if (!hasPlace && nodes.size() < chain.sent.size() + mostProblems)
            nodes.append(problemNode(problem, {}));
    }
    nodes.append(pathNode(chain, anchors));
    if (chain.gnutls)
        nodes.append(libraryNode(*chain.gnutls));
    return nodes;
}

} // namespace mailseal
