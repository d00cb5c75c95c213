#include "chain/tlsatable.h"

#include "chain/pathbuilder.h"

#include <QCryptographicHash>

#include <algorithm>

namespace mailseal {

using namespace openssl;

namespace tlsa {

QByteArray selected(X509 *certificate, quint8 selector)
{
    if (certificate == nullptr)
        return {};
    if (selector == wholeCertificate)
        return derOf(certificate);
    unsigned char *bytes = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &bytes);
    const BytesPtr owner(bytes);
    return size > 0 ? QByteArray(reinterpret_cast<const char *>(bytes), size) : QByteArray();
}

QByteArray associated(const QByteArray &selected, quint8 matchingType)
{
    if (matchingType == full)
        return selected;
    return QCryptographicHash::hash(selected, matchingType == sha256 ? QCryptographicHash::Sha256
                                                                     : QCryptographicHash::Sha512);
}

QList<QByteArray> pathOf(const SentChain &sent, const std::vector<X509Ptr> &added, const QDateTime &at)
{
    if (sent.facts().isEmpty() || sent.certificate(0) == nullptr)
        return {};
    std::vector<X509Ptr> others;
    for (const auto *source : {&sent.all(), &added}) {
        for (const X509Ptr &one : *source) {
            if (one && X509_up_ref(one.get()) == 1)
                others.emplace_back(one.get());
        }
    }
    const TrustAnchors none{AnchorStore::Saved, {}, {}};
    return buildPath(sent.certificate(0), others, none, at).certificates;
}

} // namespace tlsa

namespace {

using PublicKeyPtr = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;

PublicKeyPtr publicKeyFromDer(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    PublicKeyPtr key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
    return at == end ? std::move(key) : nullptr;
}

bool isReadable(const TlsaRecord &record)
{
    if (record.selector == tlsa::publicKey)
        return publicKeyFromDer(record.data) != nullptr;
    const X509Ptr certificate = certificateFromDer(record.data);
    return certificate && X509_get0_pubkey(certificate.get()) != nullptr;
}

/// Why a record cannot be used in SMTP; NotCompared where it can.
TlsaReason whyUnusable(const TlsaRecord &record)
{
    if (record.usage != tlsa::usageTa && record.usage != tlsa::usageEe)
        return TlsaReason::UsageUnusable;
    if (record.selector > tlsa::publicKey)
        return TlsaReason::SelectorUnknown;
    if (record.matchingType > tlsa::sha512)
        return TlsaReason::MatchingTypeUnknown;
    if (record.matchingType == tlsa::full)
        return isReadable(record) ? TlsaReason::NotCompared : TlsaReason::DataUnreadable;
    constexpr qsizetype sha256Octets = 32;
    constexpr qsizetype sha512Octets = 64;
    const qsizetype octets = record.matchingType == tlsa::sha256 ? sha256Octets : sha512Octets;
    return record.data.size() == octets ? TlsaReason::NotCompared : TlsaReason::LengthWrong;
}

bool isWholeAuthority(const TlsaOutcome &outcome)
{
    return outcome.usable && outcome.record.usage == tlsa::usageTa &&
           outcome.record.matchingType == tlsa::full;
}

/// Compares the usable records with one chain.
class Comparison
{
public:
    Comparison(const SentChain &sent, const QList<TlsaOutcome> &table, const QDateTime &at)
        : m_sent(sent)
    {
        std::vector<X509Ptr> given; // a whole certificate need not be sent: the path is built with it
        for (const TlsaOutcome &outcome : table) {
            if (isWholeAuthority(outcome) && outcome.record.selector == tlsa::wholeCertificate)
                given.push_back(certificateFromDer(outcome.record.data));
        }
        m_path = tlsa::pathOf(sent, given, at);
    }

    void compare(TlsaOutcome &outcome) const
    {
        if (m_sent.facts().isEmpty())
            return;
        if (outcome.record.usage == tlsa::usageEe)
            compareLeaf(outcome);
        else
            compareAuthorities(outcome);
        outcome.why = outcome.matches ? TlsaReason::Matches : outcome.why;
    }

private:
    static bool is(X509 *certificate, const TlsaRecord &record)
    {
        const QByteArray value = tlsa::selected(certificate, record.selector);
        return !value.isEmpty() && tlsa::associated(value, record.matchingType) == record.data;
    }
    static bool isCertificate(const QByteArray &der, const TlsaRecord &record)
    {
        return is(certificateFromDer(der).get(), record);
    }

    void compareLeaf(TlsaOutcome &outcome) const
    {
        outcome.why = TlsaReason::Differs;
        outcome.matches = is(m_sent.certificate(0), outcome.record);
        if (outcome.matches)
            outcome.depth = 0;
    }

    void compareAuthorities(TlsaOutcome &outcome) const
    {
        for (qsizetype step = 1; step < m_path.size(); ++step) {
            if (isCertificate(m_path[step], outcome.record)) {
                outcome.matches = true;
                outcome.depth = m_sent.positionOf(m_path[step]);
                return;
            }
        }
        outcome.why = TlsaReason::Differs;
        if (isWholeAuthority(outcome)) {
            outcome.matches = outcome.record.selector == tlsa::publicKey && hasSignedTop(outcome.record);
            return;
        }
        const auto &sent = m_sent.all(); // as the leaf, or as one that issued nothing here
        if (std::none_of(sent.begin(), sent.end(),
                         [&](const X509Ptr &one) { return is(one.get(), outcome.record); }))
            outcome.why = TlsaReason::AuthorityNotSent;
    }

    /// A record that holds the whole key need not find it among what is sent (RFC 7671 §5.2.3).
    bool hasSignedTop(const TlsaRecord &record) const
    {
        const auto key = publicKeyFromDer(record.data);
        const X509Ptr top = m_path.isEmpty() ? nullptr : certificateFromDer(m_path.constLast());
        return key && top && X509_verify(top.get(), key.get()) == 1;
    }

    const SentChain &m_sent;
    QList<QByteArray> m_path; ///< DER, leaf first
};

void setWeakerAside(QList<TlsaOutcome> &table)
{
    for (TlsaOutcome &outcome : table) {
        if (!outcome.usable || outcome.record.matchingType == tlsa::full)
            continue;
        outcome.setAside = std::any_of(table.cbegin(), table.cend(), [&](const TlsaOutcome &other) {
            return other.usable && other.record.usage == outcome.record.usage &&
                   other.record.selector == outcome.record.selector &&
                   other.record.matchingType > outcome.record.matchingType;
        });
        if (outcome.setAside)
            outcome.why = TlsaReason::WeakerDigest;
    }
}

} // namespace

QList<TlsaOutcome> tlsaTable(const QList<TlsaRecord> &records, const SentChain &sent, const QDateTime &at)
{
    const ErrorScope errors;
    QList<TlsaOutcome> table;
    for (const TlsaRecord &record : records) {
        TlsaOutcome outcome;
        outcome.record = record;
        outcome.why = whyUnusable(record);
        outcome.usable = outcome.why == TlsaReason::NotCompared;
        table.append(outcome);
    }
    const Comparison comparison(sent, table, at);
    for (TlsaOutcome &outcome : table) {
        if (outcome.usable)
            comparison.compare(outcome);
    }
    setWeakerAside(table);
    return table;
}

} // namespace mailseal
