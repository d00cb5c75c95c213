#pragma once

#include "policy/policies.h"

#include <optional>
#include <utility>

/// Evidence in a few words: a server that speaks TLS 1.3 with a fine chain, and one change at a time.
namespace scenes {

using namespace mailseal;

struct Scene
{
    Evidence evidence;
    std::optional<ChainFacts> chain;
    std::optional<NameCheck> names;
    std::optional<DaneFacts> dane;
    std::optional<StsFacts> sts;
    std::optional<OcspFacts> ocsp;

    Case facts() const { return {evidence, chain, names, dane, sts, ocsp}; }
};

inline CertificateFacts leaf()
{
    CertificateFacts facts;
    facts.subject = QStringLiteral("CN=mx.example.org");
    facts.issuer = QStringLiteral("CN=Example CA");
    facts.sha256 = QByteArray(64, 'a');
    facts.spkiSha256 = QByteArray(64, 'b');
    facts.dnsNames = {QStringLiteral("mx.example.org")};
    return facts;
}

inline Scene sound()
{
    Scene scene;
    scene.evidence.target.input = QStringLiteral("host:mx.example.org");
    scene.evidence.target.host = QStringLiteral("mx.example.org");
    scene.evidence.target.pins = {QByteArray(64, 'b')};
    scene.evidence.session.end = EndReason::Completed;
    scene.evidence.session.handshake = HandshakeFacts{true, {}, {}, {}};
    scene.evidence.session.tls = TlsFacts{};
    scene.evidence.session.tls->cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    ChainFacts chain;
    chain.sent = {leaf()};
    chain.anchor = CertificateFacts{};
    chain.anchor->subject = QStringLiteral("CN=Example CA");
    chain.trusted = true;
    scene.chain = chain;
    NameCheck names;
    names.reference = {{QStringLiteral("mx.example.org"), NameSource::Typed, false}};
    names.matches = true;
    names.matchedBy = QStringLiteral("DNS:mx.example.org");
    names.checks = {{PresentedKind::Dns, QStringLiteral("mx.example.org"), QStringLiteral("mx.example.org"),
                     true, NameReason::Equal}};
    scene.names = names;
    return scene;
}

inline Scene withProblems(const QList<Finding> &problems)
{
    Scene scene = sound();
    scene.chain->trusted = false;
    scene.chain->anchor.reset();
    scene.chain->problems = problems;
    return scene;
}

inline Scene withProblem(FindingCode code)
{
    return withProblems({{code, Severity::Warning, 0, {QStringLiteral("CN=mx.example.org")}}});
}

/// Another name is presented, by SAN or by common name.
inline Scene wrongName(PresentedKind kind, const QString &presented, NameReason reason)
{
    Scene scene = sound();
    scene.chain->sent.first().dnsNames.clear();
    if (kind == PresentedKind::CommonName)
        scene.chain->sent.first().commonNames = {presented};
    scene.names->matches = false;
    scene.names->matchedBy.clear();
    scene.names->checks = {{kind, presented, QStringLiteral("mx.example.org"), false, reason}};
    return scene;
}

inline Scene withProtocol(TlsProtocol protocol)
{
    Scene scene = sound();
    scene.evidence.session.tls->protocol = protocol;
    return scene;
}

inline Scene anonymous()
{
    Scene scene = sound();
    scene.evidence.session.tls->anonymous = true;
    scene.evidence.session.tls->cipher = QStringLiteral("TLS_DH_anon_WITH_AES_256_CBC_SHA");
    scene.chain.reset();
    scene.names.reset();
    return scene;
}

/// The session ended without TLS.
inline Scene ended(EndReason end, std::optional<Reply> reply = std::nullopt, Start start = Start::StartTls)
{
    Scene scene = sound();
    scene.evidence.target.start = start;
    scene.evidence.session.end = end;
    scene.evidence.session.endReply = std::move(reply);
    scene.evidence.session.handshake.reset();
    scene.evidence.session.tls.reset();
    scene.chain.reset();
    scene.names.reset();
    return scene;
}

/// The session ended inside TLS, whose facts stand.
inline Scene endedInTls(EndReason end, std::optional<Reply> reply = std::nullopt)
{
    Scene scene = sound();
    scene.evidence.session.end = end;
    scene.evidence.session.endReply = std::move(reply);
    return scene;
}

} // namespace scenes
