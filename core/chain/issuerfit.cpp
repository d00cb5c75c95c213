#include "chain/issuerfit.h"

#include "chain/extensions.h"

namespace mailseal {

using namespace openssl;

namespace {

/// Checking a signature takes 0.1 ms; nobody sends more than a few certificates.
constexpr int mostSignatures = 32;

class NearestIssuer
{
public:
    explicit NearestIssuer(X509 *subject)
        : m_subject(subject)
    {
    }

    void look(X509 *candidate, std::optional<int> position)
    {
        if (candidate == nullptr || X509_cmp(candidate, m_subject) == 0 || m_checked++ >= mostSignatures)
            return;
        const bool isNamed =
            X509_NAME_cmp(X509_get_issuer_name(m_subject), X509_get_subject_name(candidate)) == 0;
        EVP_PKEY *key = X509_get0_pubkey(candidate);
        const bool hasSigned = key != nullptr && X509_verify(m_subject, key) == 1;
        if (isNamed && hasSigned && X509_check_issued(candidate, m_subject) != X509_V_OK)
            keep({Misfit::Why::KeyId, candidate, position});
        else if (!isNamed && hasSigned)
            keep({Misfit::Why::Name, candidate, position});
        else if (isNamed && !hasSigned)
            keep({Misfit::Why::Key, candidate, position});
    }

    std::optional<Misfit> found() const { return m_found; }

private:
    void keep(const Misfit &misfit)
    {
        if (!m_found || (m_found->why == Misfit::Why::Key && misfit.why != Misfit::Why::Key))
            m_found = misfit;
    }

    X509 *m_subject;
    std::optional<Misfit> m_found;
    int m_checked = 0;
};

} // namespace

std::optional<Misfit> misfitOf(X509 *subject, const SentChain &sent, const std::vector<X509Ptr> &anchors)
{
    const ErrorScope errors;
    NearestIssuer nearest(subject);
    for (int position = 0; position < sent.facts().size(); ++position)
        nearest.look(sent.certificate(position), position);
    for (const X509Ptr &anchor : anchors)
        nearest.look(anchor.get(), std::nullopt);
    return nearest.found();
}

bool haveSameKeyId(X509 *subject, X509 *issuer)
{
    const QString asked = issuerKeyIdOf(subject);
    return !asked.isEmpty() && asked == keyIdOf(issuer);
}

} // namespace mailseal
