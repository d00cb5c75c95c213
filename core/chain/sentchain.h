#pragma once

#include "chain/opensslhandles.h"
#include "values/certificatefacts.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace mailseal {

/// The certificates as a server sent them, read, and how they hang together by their own names and key
/// identifiers (RFC 5280 §6.1, §4.2.1.1). Positions are indexes into what was sent.
class SentChain
{
public:
    explicit SentChain(const QList<QByteArray> &sent);

    const QList<CertificateFacts> &facts() const { return m_facts; }
    /// Null where that one cannot be read.
    X509 *certificate(int position) const { return m_read.at(static_cast<size_t>(position)).get(); }
    /// All of them that can be read.
    const std::vector<openssl::X509Ptr> &all() const { return m_read; }
    /// OpenSSL's reason why that one cannot be read.
    QString whyUnreadable(int position) const { return m_reasons.value(position); }

    /// The first position of this certificate; nothing where it was not sent.
    std::optional<int> positionOf(const QByteArray &der) const;
    bool isDuplicate(int position) const { return positionOf(m_facts.at(position).der) != position; }
    /// Whether it is the leaf, or may have issued one that is reachable.
    bool isReachable(int position) const { return m_reachable.at(static_cast<size_t>(position)); }
    /// How many certificates from the leaf on are each followed by their issuer, the leaf included.
    int orderedLength() const;
    /// Where the list begins with a CA: the position of the server's own certificate, which is none and
    /// stands behind it. Nothing where the first is the server's own, as it should be.
    std::optional<int> ownPosition() const;
    /// The positions from that one on, each followed by one that may have issued it, without a self-signed
    /// end.
    QList<int> orderFrom(int position) const;

private:
    bool mayHaveIssued(int issuer, int subject) const;
    QList<int> chainUp(int position) const;
    void findReachable();

    QList<CertificateFacts> m_facts;
    std::vector<openssl::X509Ptr> m_read;
    QHash<int, QString> m_reasons;
    QHash<QByteArray, int> m_positions;
    std::vector<bool> m_reachable;
};

} // namespace mailseal
