#include "chain/daneengine.h"

#include "chain/certificatereader.h"
#include "chain/pathbuilder.h"
#include "chain/tlsatable.h"

#include <openssl/ssl.h>

#include <algorithm>

namespace mailseal {

using namespace openssl;

namespace {

using ContextPtr = std::unique_ptr<SSL_CTX, FreeWith<SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, FreeWith<SSL_free>>;

/// Made once: OpenSSL takes milliseconds for it. It is never changed after that.
SSL_CTX *daneContext()
{
    static const ContextPtr context = [] {
        ContextPtr made(SSL_CTX_new(TLS_client_method()));
        return made && SSL_CTX_dane_enable(made.get()) == 1 ? std::move(made) : nullptr;
    }();
    return context.get();
}

/// The engine with the usable records; null where OpenSSL refuses. It is never connected.
SslPtr engineWith(const QList<TlsaOutcome> &records)
{
    SslPtr engine(daneContext() != nullptr ? SSL_new(daneContext()) : nullptr);
    // The names are set on the verification itself; this one would be the SNI of a handshake.
    if (!engine || SSL_dane_enable(engine.get(), "unused.invalid") != 1)
        return nullptr;
    SSL_dane_set_flags(engine.get(), DANE_FLAG_NO_DANE_EE_NAMECHECKS); // RFC 7672 §3.1.1
    for (const TlsaOutcome &outcome : records) {
        if (!outcome.usable)
            continue;
        const TlsaRecord &record = outcome.record;
        const auto *data = reinterpret_cast<const unsigned char *>(record.data.constData());
        if (SSL_dane_tlsa_add(engine.get(), record.usage, record.selector, record.matchingType, data,
                              static_cast<size_t>(record.data.size())) != 1)
            return nullptr;
    }
    return engine;
}

void setParameters(X509_VERIFY_PARAM *parameters, const QStringList &names, const QDateTime &at)
{
    X509_VERIFY_PARAM_set_auth_level(parameters, 0);
    X509_VERIFY_PARAM_set_time(parameters, at.toSecsSinceEpoch());
    // RFC 7672 §3.2.3: the common name only where there is no DNS-ID, as is OpenSSL's way; `*` is the whole
    // left-most label.
    X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    for (const QString &name : names) {
        const QByteArray ascii = name.toLatin1();
        X509_VERIFY_PARAM_add1_host(parameters, ascii.constData(), static_cast<size_t>(ascii.size()));
    }
}

/// All errors of the verification; nothing where it could not be begun.
std::optional<std::vector<PathError>> verify(SSL *engine, const SentChain &sent, const QStringList &names,
                                             const QDateTime &at)
{
    const StorePtr store(X509_STORE_new());
    const StoreContextPtr context(X509_STORE_CTX_new());
    const StackPtr untrusted(sk_X509_new_null());
    if (!store || !context || !untrusted)
        return std::nullopt;
    for (const X509Ptr &other : sent.all()) {
        if (other)
            sk_X509_push(untrusted.get(), other.get());
    }
    if (X509_STORE_CTX_init(context.get(), store.get(), sent.certificate(0), untrusted.get()) != 1 ||
        X509_STORE_CTX_set_default(context.get(), "ssl_server") != 1)
        return std::nullopt;
    setParameters(X509_STORE_CTX_get0_param(context.get()), names, at);
    X509_STORE_CTX_set0_dane(context.get(), SSL_get0_dane(engine));
    std::vector<PathError> errors;
    X509_STORE_CTX_set_app_data(context.get(), &errors);
    X509_STORE_CTX_set_verify_cb(context.get(), notePathError);
    const int result = X509_verify_cert(context.get());
    // An internal error ends it without asking the callback.
    if (result <= 0 && errors.empty())
        errors.push_back({X509_STORE_CTX_get_error(context.get()), derOf(sent.certificate(0))});
    return errors;
}

/// Index of the record by which the engine went; the strongest of equal ones is the first.
std::optional<int> recordOf(SSL *engine, const QList<TlsaOutcome> &records)
{
    TlsaRecord by;
    const unsigned char *data = nullptr;
    size_t size = 0;
    if (SSL_get0_dane_tlsa(engine, &by.usage, &by.selector, &by.matchingType, &data, &size) < 0)
        return std::nullopt;
    by.data = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto found = std::find_if(records.begin(), records.end(), [&](const TlsaOutcome &outcome) {
        return outcome.usable && outcome.record == by;
    });
    return found == records.end() ? std::nullopt : std::optional(static_cast<int>(found - records.begin()));
}

Finding mismatchOf(const CertificateFacts &leaf, const QStringList &names)
{
    const QStringList &looked = leaf.dnsNames.isEmpty() ? leaf.commonNames : leaf.dnsNames;
    return {.code = FindingCode::NameMismatch,
            .severity = Severity::Error,
            .depth = 0,
            .args = {names.constFirst(), (looked + leaf.ipAddresses).join(QStringLiteral(", "))}};
}

Finding problemOf(const PathError &error, const SentChain &sent, const QStringList &names)
{
    const auto depth = sent.positionOf(error.certificate);
    const CertificateFacts facts =
        depth ? sent.facts().at(*depth)
              : factsOf(certificateFromDer(error.certificate).get(), error.certificate);
    switch (error.code) { // numbers of OpenSSL's, not an enumeration of ours
    case X509_V_ERR_HOSTNAME_MISMATCH:
        return mismatchOf(sent.facts().constFirst(), names);
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return {FindingCode::Expired,
                Severity::Error,
                depth,
                {facts.notAfter.toString(Qt::ISODate), facts.subject}};
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return {FindingCode::NotYetValid,
                Severity::Error,
                depth,
                {facts.notBefore.toString(Qt::ISODate), facts.subject}};
    default:
        return {FindingCode::ChainInvalid,
                Severity::Error,
                depth,
                {facts.subject, QString::fromLatin1(X509_verify_cert_error_string(error.code))}};
    }
}

bool saysNoMatch(const std::vector<PathError> &errors)
{
    return std::any_of(errors.begin(), errors.end(),
                       [](const PathError &error) { return error.code == X509_V_ERR_DANE_NO_MATCH; });
}

} // namespace

void askDaneEngine(DaneFacts &facts, const SentChain &sent, const QStringList &names, const QDateTime &at)
{
    const ErrorScope scope;
    const SslPtr engine = engineWith(facts.records);
    const auto errors = engine ? verify(engine.get(), sent, names, at) : std::nullopt;
    if (!errors || saysNoMatch(*errors))
        return; // the table says of each record why
    const auto matched = recordOf(engine.get(), facts.records);
    for (const PathError &error : *errors) {
        const Finding problem = problemOf(error, sent, names);
        if (!facts.problems.contains(problem))
            facts.problems.append(problem);
    }
    const bool byAuthority = matched && facts.records.at(*matched).record.usage == tlsa::usageTa;
    if (byAuthority && names.isEmpty())
        facts.problems.append({FindingCode::NoReferenceName, Severity::Error, std::nullopt, {QString()}});
    facts.authenticated = matched && facts.problems.isEmpty();
    if (facts.authenticated)
        facts.matched = matched;
}

} // namespace mailseal
