#include "chain/otherpaths.h"

#include "chain/pathbuilder.h"
#include "values/limits.h"

#include <QMultiHash>

#include <algorithm>

namespace mailseal {

using namespace openssl;

namespace {

/// Tries every issuer that fits by name and key identifier, the anchors first, in depth.
class Search
{
public:
    Search(const SentChain &sent, const std::vector<X509Ptr> &anchors, AnchorStore store, const QDateTime &at)
        : m_isPartial(store != AnchorStore::System)
        , m_at(at)
    {
        for (const X509Ptr &certificate : sent.all()) // of one name the last comes out first
            insert(certificate.get(), false);
        for (const X509Ptr &anchor : anchors)
            insert(anchor.get(), true);
    }

    std::optional<QList<QByteArray>> from(X509 *leaf)
    {
        m_path = {leaf};
        if (!goOn())
            return std::nullopt;
        QList<QByteArray> path;
        for (const X509 *certificate : m_path)
            path.append(derOf(certificate));
        return path;
    }

private:
    struct Candidate
    {
        X509 *certificate;
        bool isAnchor;
    };

    void insert(X509 *certificate, bool isAnchor)
    {
        if (certificate != nullptr)
            m_bySubject.insert(nameHash(X509_get_subject_name(certificate)), {certificate, isAnchor});
    }

    static unsigned long nameHash(const X509_NAME *name)
    {
        return X509_NAME_hash_ex(name, nullptr, nullptr, nullptr);
    }

    bool isInPath(const X509 *certificate) const
    {
        return std::any_of(m_path.begin(), m_path.end(),
                           [certificate](const X509 *known) { return X509_cmp(known, certificate) == 0; });
    }

    bool isFound(const Candidate &candidate)
    {
        return candidate.isAnchor && m_checks++ < limits::pathsChecked &&
               isAccepted(m_path, m_isPartial, m_at);
    }

    bool goOn()
    {
        if (static_cast<qsizetype>(m_path.size()) >= limits::pathLength)
            return false;
        X509 *subject = m_path.back();
        const auto candidates = m_bySubject.values(nameHash(X509_get_issuer_name(subject)));
        for (const Candidate &candidate : candidates) {
            if (m_steps++ >= limits::pathSteps || m_checks >= limits::pathsChecked)
                return false;
            if (X509_check_issued(candidate.certificate, subject) != X509_V_OK ||
                isInPath(candidate.certificate))
                continue;
            m_path.push_back(candidate.certificate);
            if (isFound(candidate) || goOn())
                return true;
            m_path.pop_back();
        }
        return false;
    }

    QMultiHash<unsigned long, Candidate> m_bySubject;
    std::vector<X509 *> m_path;
    bool m_isPartial;
    QDateTime m_at;
    int m_steps = 0;
    int m_checks = 0;
};

} // namespace

std::optional<QList<QByteArray>> otherPath(const SentChain &sent, const std::vector<X509Ptr> &anchors,
                                           AnchorStore store, const QDateTime &at)
{
    const ErrorScope errors;
    if (sent.certificate(0) == nullptr)
        return std::nullopt;
    return Search(sent, anchors, store, at).from(sent.certificate(0));
}

} // namespace mailseal
