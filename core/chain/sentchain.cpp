#include "chain/sentchain.h"

#include "chain/certificatereader.h"
#include "chain/extensions.h"
#include "wire/reasonwire.h"

#include <QMultiHash>

namespace mailseal {

using namespace openssl;

SentChain::SentChain(const QList<QByteArray> &sent)
{
    int position = 0;
    for (const QByteArray &der : sent) {
        const ErrorScope errors;
        m_read.push_back(certificateFromDer(der));
        if (!m_read.back()) {
            const QString reason = ErrorScope::lastReason();
            m_reasons.insert(position, reason.isEmpty() ? toWire(ReasonCode::DataBehindCertificate) : reason);
        }
        m_facts.append(factsOf(m_read.back().get(), der));
        if (!m_positions.contains(der))
            m_positions.insert(der, position);
        ++position;
    }
    findReachable();
}

std::optional<int> SentChain::positionOf(const QByteArray &der) const
{
    const auto found = m_positions.constFind(der);
    return found == m_positions.cend() ? std::nullopt : std::optional<int>(*found);
}

bool SentChain::mayHaveIssued(int issuer, int subject) const
{
    if (certificate(issuer) == nullptr || certificate(subject) == nullptr)
        return false;
    // A CA without keyCertSign is still the one that signed: its fault is reported as such.
    const int result = X509_check_issued(certificate(issuer), certificate(subject));
    return result == X509_V_OK || result == X509_V_ERR_KEYUSAGE_NO_CERTSIGN;
}

void SentChain::findReachable()
{
    const ErrorScope errors;
    m_reachable.assign(m_read.size(), false);
    if (m_read.empty() || !m_read.front())
        return;
    QMultiHash<unsigned long, int> waiting; // by subject, each leaves once it is reached: no loop, no square
    for (int position = 1; position < m_facts.size(); ++position) {
        if (certificate(position) != nullptr) {
            waiting.insert(
                X509_NAME_hash_ex(X509_get_subject_name(certificate(position)), nullptr, nullptr, nullptr),
                position);
        }
    }
    m_reachable.front() = true;
    std::vector<int> reached{0};
    while (!reached.empty()) {
        const int subject = reached.back();
        reached.pop_back();
        const auto issuerName =
            X509_NAME_hash_ex(X509_get_issuer_name(certificate(subject)), nullptr, nullptr, nullptr);
        const auto candidates = waiting.values(issuerName);
        for (const int issuer : candidates) {
            if (!mayHaveIssued(issuer, subject))
                continue;
            waiting.remove(issuerName, issuer);
            m_reachable.at(static_cast<size_t>(issuer)) = true;
            reached.push_back(issuer);
        }
    }
}

std::optional<int> SentChain::ownPosition() const
{
    const ErrorScope errors;
    if (m_read.empty() || !isAuthority(certificate(0)))
        return std::nullopt;
    QList<int> servers; // and of these one that the first has issued, through whatever stands between
    for (int position = 1; position < m_facts.size(); ++position) {
        if (certificate(position) == nullptr || X509_check_ca(certificate(position)) != 0)
            continue;
        if (chainUp(position).contains(0))
            return position;
        servers.append(position);
    }
    // A CA that bears a host's name may well be the server's own; one without names is none.
    const bool isAlone = servers.size() == 1 && m_facts.first().dnsNames.isEmpty();
    return isAlone ? std::optional<int>(servers.first()) : std::nullopt;
}

QList<int> SentChain::chainUp(int position) const
{
    QList<int> found{position};
    for (bool isMore = true; isMore && !m_facts.at(found.last()).selfSigned;) {
        isMore = false;
        for (int issuer = 0; issuer < m_facts.size() && !isMore; ++issuer) {
            isMore = !found.contains(issuer) && !isDuplicate(issuer) && mayHaveIssued(issuer, found.last());
            if (isMore)
                found.append(issuer);
        }
    }
    return found;
}

QList<int> SentChain::orderFrom(int position) const
{
    const ErrorScope errors;
    QList<int> order = chainUp(position);
    if (order.size() > 1 && m_facts.at(order.last()).selfSigned)
        order.removeLast();
    return order;
}

int SentChain::orderedLength() const
{
    const ErrorScope errors;
    int length = m_facts.isEmpty() ? 0 : 1;
    while (length > 0 && length < m_facts.size() && mayHaveIssued(length, length - 1) &&
           !m_facts.at(length - 1).selfSigned)
        ++length;
    return length;
}

} // namespace mailseal
