#include "chain/pathbuilder.h"

#include "chain/anchors.h"

#include <algorithm>

namespace mailseal {

using namespace openssl;

namespace {

bool prepare(X509_STORE_CTX *context, X509_STORE *store, X509 *leaf, STACK_OF(X509) * others,
             const QDateTime &at)
{
    if (X509_STORE_CTX_init(context, store, leaf, others) != 1 ||
        X509_STORE_CTX_set_default(context, "ssl_server") != 1)
        return false;
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_auth_level(parameters, 0);
    X509_VERIFY_PARAM_set_time(parameters, at.toSecsSinceEpoch());
    return true;
}

bool isMissingIssuer(const PathError &error)
{
    return error.code == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT ||
           error.code == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY ||
           error.code == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE ||
           error.code == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT ||
           error.code == X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN ||
           error.code == X509_V_ERR_CERT_CHAIN_TOO_LONG || error.code == X509_V_ERR_CERT_REJECTED ||
           error.code == X509_V_ERR_CERT_UNTRUSTED;
}

} // namespace

bool BuiltPath::has(int code) const
{
    return std::any_of(errors.begin(), errors.end(),
                       [&](const PathError &error) { return error.code == code; });
}

namespace {

/// RFC 5280 §4.1.2.5: "through notAfter, inclusive"; OpenSSL takes that second for too late.
bool isLastSecond(X509_STORE_CTX *context)
{
    const X509 *certificate = X509_STORE_CTX_get_current_cert(context);
    const time_t at = X509_VERIFY_PARAM_get_time(X509_STORE_CTX_get0_param(context));
    return X509_STORE_CTX_get_error(context) == X509_V_ERR_CERT_HAS_EXPIRED && certificate &&
           ASN1_TIME_cmp_time_t(X509_get0_notAfter(certificate), at) == 0;
}

} // namespace

int notePathError(int ok, X509_STORE_CTX *context)
{
    if (ok != 1 && !isLastSecond(context)) {
        auto *errors = static_cast<std::vector<PathError> *>(X509_STORE_CTX_get_app_data(context));
        const X509 *certificate = X509_STORE_CTX_get_current_cert(context);
        errors->push_back(
            {X509_STORE_CTX_get_error(context), certificate ? derOf(certificate) : QByteArray()});
    }
    return 1;
}

BuiltPath buildPath(X509 *leaf, const std::vector<X509Ptr> &others, const TrustAnchors &anchors,
                    const QDateTime &at)
{
    const ErrorScope errors;
    BuiltPath path;
    const StorePtr store = openStore(anchors);
    const StoreContextPtr context(X509_STORE_CTX_new());
    const StackPtr untrusted(sk_X509_new_null());
    for (const X509Ptr &other : others) {
        if (untrusted && other)
            sk_X509_push(untrusted.get(), other.get());
    }
    if (!store || !context || !untrusted || !prepare(context.get(), store.get(), leaf, untrusted.get(), at)) {
        path.errors.push_back({X509_V_ERR_OUT_OF_MEM, derOf(leaf)});
        return path;
    }
    X509_STORE_CTX_set_app_data(context.get(), &path.errors);
    X509_STORE_CTX_set_verify_cb(context.get(), notePathError);
    const int result = X509_verify_cert(context.get());
    // An internal error ends it without asking the callback.
    if (result <= 0 && path.errors.empty())
        path.errors.push_back({X509_STORE_CTX_get_error(context.get()), derOf(leaf)});
    const STACK_OF(X509) *built = X509_STORE_CTX_get0_chain(context.get());
    for (int index = 0; index < sk_X509_num(built); ++index)
        path.certificates.append(derOf(sk_X509_value(built, index)));
    path.endsAtAnchor = X509_STORE_CTX_get_num_untrusted(context.get()) < path.certificates.size() &&
                        std::none_of(path.errors.begin(), path.errors.end(), isMissingIssuer);
    return path;
}

bool isAccepted(const std::vector<X509 *> &path, bool isPartial, const QDateTime &at)
{
    const ErrorScope errors;
    const StorePtr store(X509_STORE_new());
    const StoreContextPtr context(X509_STORE_CTX_new());
    const StackPtr between(sk_X509_new_null());
    if (path.empty() || !store || !context || !between || X509_STORE_add_cert(store.get(), path.back()) != 1)
        return false;
    if (isPartial)
        X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    for (size_t index = 1; index + 1 < path.size(); ++index)
        sk_X509_push(between.get(), path.at(index));
    if (!prepare(context.get(), store.get(), path.front(), between.get(), at))
        return false;
    std::vector<PathError> complaints;
    X509_STORE_CTX_set_app_data(context.get(), &complaints);
    X509_STORE_CTX_set_verify_cb(context.get(), notePathError);
    return X509_verify_cert(context.get()) == 1 && complaints.empty();
}

} // namespace mailseal
