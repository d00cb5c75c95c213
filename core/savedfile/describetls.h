#pragma once

#include "savedfile/describejudged.h"

/// Handshake, certificates, what a path builder made of them, names, and the stapled response.
namespace mailseal {

template <class V>
void describe(V &v, As<TlsAlert> auto &alert)
{
    v.field("level", alert.level, FieldKind::Public, form::octet);
    v.field("number", alert.number, FieldKind::Public, form::octet);
    v.field("name", alert.name, FieldKind::Public, form::text);
}

template <class V>
void describe(V &v, As<HandshakeFacts> auto &handshake)
{
    v.field("completed", handshake.completed, FieldKind::Public, form::flag);
    v.objectOrNull("alertSent", handshake.alertSent);
    v.objectOrNull("alertReceived", handshake.alertReceived);
    v.field("error", handshake.error, FieldKind::Text, form::OrNull{form::text});
    v.field("clientCertificateRequested", handshake.clientCertificateRequested, FieldKind::Public,
            form::Later{form::flag});
    v.field("answeredInClear", handshake.answeredInClear, FieldKind::Public, form::Later{form::flag});
}

template <class V>
void describe(V &v, As<OcspFacts> auto &ocsp)
{
    v.field("status", ocsp.status, FieldKind::Public, form::CodeOr{OcspStatus::Unreadable});
    v.field("producedAt", ocsp.producedAt, FieldKind::Public, form::instant);
    v.field("nextUpdate", ocsp.nextUpdate, FieldKind::Public, form::instant);
    v.field("revokedAt", ocsp.revokedAt, FieldKind::Public, form::instant);
    v.field("verified", ocsp.verified, FieldKind::Public, form::flag);
    v.field("problem", ocsp.problem, FieldKind::Text, form::OrNull{form::text});
}

/// All but the stapled response, which stands beside what was made of it.
template <class V>
void describe(V &v, As<TlsFacts> auto &tls)
{
    v.field("protocol", tls.protocol, FieldKind::Public, form::code);
    v.field("cipher", tls.cipher, FieldKind::Public, form::text);
    v.field("keyExchange", tls.keyExchange, FieldKind::Public, form::OrNull{form::text});
    v.field("signature", tls.signature, FieldKind::Public, form::OrNull{form::text});
    v.field("serverName", tls.serverName, FieldKind::HostOrAddress, form::OrNull{form::text});
    v.field("clientCertificateRequested", tls.clientCertificateRequested, FieldKind::Public,
            form::OrNull{form::flag});
    v.field("anonymous", tls.anonymous, FieldKind::Public, form::Later{form::flag});
}

/// `tls` of a session or a variant, with the stapled response and what follows from it.
template <class V>
void describeTls(V &v, As<std::optional<TlsFacts>> auto &tls, As<std::optional<OcspFacts>> auto &ocsp)
{
    v.objectOrNull("tls", tls, [&](auto &inner, auto &facts) {
        describe(inner, facts);
        inner.groupIf(!facts.ocspStaple.isEmpty() || ocsp, "ocsp", [&](auto &response) {
            // It holds the responder's certificate and the leaf's serial number.
            response.field("der", facts.ocspStaple, FieldKind::LeftOut, form::OrNull{form::octets});
            response.judged(ocsp);
        });
    });
}

template <class V>
void describe(V &v, As<CertificateFacts> auto &certificate)
{
    v.field("subject", certificate.subject, FieldKind::DistinguishedName, form::text);
    v.field("issuer", certificate.issuer, FieldKind::DistinguishedName, form::text);
    v.field("serial", certificate.serial, FieldKind::Serial, form::text);
    v.field("notBefore", certificate.notBefore, FieldKind::Public, form::second);
    v.field("notAfter", certificate.notAfter, FieldKind::Public, form::second);
    v.group("key", [&](auto &key) {
        key.field("type", certificate.keyType, FieldKind::Public, form::text);
        key.field("bits", certificate.keyBits, FieldKind::Public, form::count);
    });
    v.field("signature", certificate.signature, FieldKind::Public, form::text);
    v.field("commonNames", certificate.commonNames, FieldKind::CommonName,
            form::Later{form::ListOf{form::text}});
    v.field("dnsNames", certificate.dnsNames, FieldKind::Host, form::ListOf{form::text});
    v.field("ipAddresses", certificate.ipAddresses, FieldKind::Address, form::ListOf{form::text});
    v.field("sha256", certificate.sha256, FieldKind::Fingerprint, form::hex);
    v.field("spkiSha256", certificate.spkiSha256, FieldKind::Fingerprint, form::hex);
    v.field("selfSigned", certificate.selfSigned, FieldKind::Public, form::flag);
    v.field("pem", certificate.der, FieldKind::Certificate, form::pem);
}

template <class V>
void describe(V &v, As<LibraryWord> auto &word)
{
    v.field("version", word.version, FieldKind::Public, form::text);
    v.field("trusted", word.trusted, FieldKind::Public, form::OrNull{form::flag});
    v.list("problems", word.problems);
}

template <class V>
void describe(V &v, As<ChainFacts> auto &chain)
{
    v.list("sent", chain.sent);
    v.objectOrNull("anchor", chain.anchor);
    v.field("path", chain.path, FieldKind::Fingerprint, form::OrNull{form::ListOf{form::hex}});
    v.field("trusted", chain.trusted, FieldKind::Public, form::flag);
    v.field("selfSigned", chain.selfSigned, FieldKind::Public, form::flag);
    v.field("selfSignedKind", chain.selfSignedKind, FieldKind::Public, form::codeOrNothing);
    v.field("ordered", chain.ordered, FieldKind::Public, form::flag);
    v.list("problems", chain.problems);
    v.objectOrNull("gnutls", chain.gnutls);
}

/// The certificates of a judged chain as they were sent.
inline std::optional<QList<QByteArray>> sentIn(const std::optional<ChainFacts> &chain)
{
    if (!chain)
        return std::nullopt;
    QList<QByteArray> sent;
    for (const CertificateFacts &certificate : chain->sent)
        sent.append(certificate.der);
    return sent;
}

inline FieldKind kindOf(PresentedKind presented)
{
    switch (presented) {
    case PresentedKind::Dns:
        return FieldKind::Host;
    case PresentedKind::Ip:
        return FieldKind::Address;
    case PresentedKind::CommonName:
        return FieldKind::CommonName;
    }
    return FieldKind::Text;
}

template <class V>
void describe(V &v, As<ReferenceName> auto &name)
{
    v.field("source", name.source, FieldKind::Public, form::rowCode);
    v.field("name", name.name, FieldKind::HostOrAddress, form::text);
    v.field("dnssec", name.dnssec, FieldKind::Public, form::flag);
}

template <class V>
void describe(V &v, As<NameComparison> auto &check)
{
    v.field("kind", check.kind, FieldKind::Public, form::Later{form::rowCode});
    v.field("reason", check.reason, FieldKind::Public, form::rowCode);
    v.field("reference", check.reference, FieldKind::HostOrAddress, form::text);
    v.field("presented", check.presented, kindOf(check.kind), form::text);
    v.field("matches", check.matches, FieldKind::Public, form::flag);
    v.field("byOpenSsl", check.byOpenSsl, FieldKind::Public, form::Later{form::OrNull{form::flag}});
}

template <class V>
void describe(V &v, As<NameCheck> auto &names)
{
    v.list("reference", names.reference);
    v.field("matches", names.matches, FieldKind::Public, form::OrNull{form::flag});
    v.field("matchedBy", names.matchedBy, FieldKind::PresentedName, form::OrNull{form::text});
    v.list("checks", names.checks);
}

} // namespace mailseal
