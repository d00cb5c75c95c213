#include "chain/ocsp.h"

#include "chain/anchors.h"
#include "chain/asn1time.h"
#include "chain/opensslhandles.h"
#include "wire/reasonwire.h"

#include <openssl/ocsp.h>

#include <algorithm>
#include <vector>

namespace mailseal {

using namespace openssl;

namespace {

using ResponsePtr = std::unique_ptr<OCSP_RESPONSE, FreeWith<OCSP_RESPONSE_free>>;
using BasicPtr = std::unique_ptr<OCSP_BASICRESP, FreeWith<OCSP_BASICRESP_free>>;
using CertificateIdPtr = std::unique_ptr<OCSP_CERTID, FreeWith<OCSP_CERTID_free>>;

/// A responder's clock may run ahead of ours, as much as OpenSSL's own tools allow.
constexpr qint64 skewSeconds = 300;

std::vector<X509Ptr> readAll(const QList<QByteArray> &ders)
{
    std::vector<X509Ptr> certificates;
    for (const QByteArray &der : ders) {
        if (auto certificate = certificateFromDer(der))
            certificates.push_back(std::move(certificate));
    }
    return certificates;
}

/// Who signed the leaf, by name and signature; null where nobody of them did.
X509 *issuerOf(X509 *leaf, const std::vector<X509Ptr> &candidates)
{
    const auto found = std::find_if(candidates.begin(), candidates.end(), [leaf](const X509Ptr &candidate) {
        return X509_check_issued(candidate.get(), leaf) == X509_V_OK &&
               X509_verify(leaf, X509_get0_pubkey(candidate.get())) == 1;
    });
    return found == candidates.end() ? nullptr : found->get();
}

/// The part of the response that speaks of this certificate; null where none does.
OCSP_SINGLERESP *partAbout(OCSP_BASICRESP *basic, X509 *leaf, X509 *issuer)
{
    for (int index = 0; index < OCSP_resp_count(basic); ++index) {
        OCSP_SINGLERESP *single = OCSP_resp_get0(basic, index);
        auto *id = const_cast<OCSP_CERTID *>(OCSP_SINGLERESP_get0_id(single)); // OpenSSL's getter wants it so
        ASN1_OBJECT *digest = nullptr;
        OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, id);
        const EVP_MD *method = digest ? EVP_get_digestbyobj(digest) : nullptr;
        const CertificateIdPtr ours(method ? OCSP_cert_to_id(method, leaf, issuer) : nullptr);
        if (ours && OCSP_id_cmp(ours.get(), id) == 0)
            return single;
    }
    return nullptr;
}

OcspStatus statusOf(int status)
{
    switch (status) {
    case V_OCSP_CERTSTATUS_GOOD:
        return OcspStatus::Good;
    case V_OCSP_CERTSTATUS_REVOKED:
        return OcspStatus::Revoked;
    default:
        return OcspStatus::Unknown;
    }
}

OcspFacts unreadableStaple(const QString &why)
{
    OcspFacts facts;
    facts.problem = why.isEmpty() ? toWire(ReasonCode::StapleUnreadable) : why;
    return facts;
}

/// Why the response proves nothing; empty where signature and path are fine.
QString signatureProblem(OCSP_BASICRESP *basic, const std::vector<X509Ptr> &certificates,
                         const TrustAnchors &anchors, const QDateTime &at)
{
    const StorePtr store = openStore(anchors);
    const StackPtr others(sk_X509_new_null());
    if (!store || !others)
        return toWire(ReasonCode::OutOfMemory);
    for (const X509Ptr &certificate : certificates)
        sk_X509_push(others.get(), certificate.get());
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), at.toSecsSinceEpoch());
    ERR_clear_error();
    if (OCSP_basic_verify(basic, others.get(), store.get(), 0) == 1)
        return {};
    const QString reason = ErrorScope::lastReason();
    return reason.isEmpty() ? toWire(ReasonCode::StapleSignatureWrong) : reason;
}

/// RFC 6960 §3.2: current at `at`, give or take the skew.
QString currencyProblem(const QDateTime &thisUpdate, const QDateTime &nextUpdate, const QDateTime &at)
{
    if (!thisUpdate.isValid() || thisUpdate > at.addSecs(skewSeconds))
        return toWire(ReasonCode::StapleNotYetValid);
    if (nextUpdate.isValid() && nextUpdate < at.addSecs(-skewSeconds))
        return toWire(ReasonCode::StapleOutOfDate);
    return {};
}

} // namespace

OcspFacts judgeStaple(const QByteArray &staple, const QList<QByteArray> &sent,
                      const QList<QByteArray> &issuers, const TrustAnchors &anchors, const QDateTime &at)
{
    const ErrorScope errors;
    const auto *position = reinterpret_cast<const unsigned char *>(staple.constData());
    const ResponsePtr response(d2i_OCSP_RESPONSE(nullptr, &position, static_cast<long>(staple.size())));
    if (!response)
        return unreadableStaple(ErrorScope::lastReason());
    const int ended = OCSP_response_status(response.get());
    if (ended != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return unreadableStaple(QString::fromLatin1(OCSP_response_status_str(ended)));
    const BasicPtr basic(OCSP_response_get1_basic(response.get()));
    const std::vector<X509Ptr> certificates = readAll(sent + issuers);
    const X509Ptr leaf = sent.isEmpty() ? nullptr : certificateFromDer(sent.constFirst());
    if (!basic || !leaf)
        return unreadableStaple(ErrorScope::lastReason());

    OcspFacts facts;
    facts.producedAt = timeOf(OCSP_resp_get0_produced_at(basic.get()));
    facts.status = OcspStatus::Unknown;
    X509 *issuer = issuerOf(leaf.get(), certificates);
    OCSP_SINGLERESP *single = issuer ? partAbout(basic.get(), leaf.get(), issuer) : nullptr;
    if (!single) {
        facts.problem = toWire(issuer ? ReasonCode::StapleOfAnother : ReasonCode::StapleIssuerUnknown);
        return facts;
    }
    ASN1_GENERALIZEDTIME *revoked = nullptr;
    ASN1_GENERALIZEDTIME *thisUpdate = nullptr;
    ASN1_GENERALIZEDTIME *nextUpdate = nullptr;
    facts.status = statusOf(OCSP_single_get0_status(single, nullptr, &revoked, &thisUpdate, &nextUpdate));
    facts.revokedAt = timeOf(revoked);
    facts.nextUpdate = timeOf(nextUpdate);
    facts.problem = signatureProblem(basic.get(), certificates, anchors, at);
    if (facts.problem.isEmpty())
        facts.problem = currencyProblem(timeOf(thisUpdate), facts.nextUpdate, at);
    facts.verified = facts.problem.isEmpty();
    return facts;
}

} // namespace mailseal
