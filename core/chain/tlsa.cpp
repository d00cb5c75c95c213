#include "chain/tlsa.h"

#include "chain/certificatereader.h"
#include "chain/daneengine.h"
#include "chain/tlsatable.h"

namespace mailseal {

DaneFacts matchTlsa(const QList<TlsaRecord> &records, const QList<QByteArray> &sentChain,
                    const QStringList &names, const QDateTime &at)
{
    const openssl::ErrorScope errors;
    const SentChain sent(sentChain);
    DaneFacts facts;
    facts.records = tlsaTable(records, sent, at);
    for (const TlsaOutcome &outcome : facts.records)
        facts.usable += outcome.usable ? 1 : 0;
    if (facts.usable > 0 && !sentChain.isEmpty() && sent.certificate(0) != nullptr)
        askDaneEngine(facts, sent, names, at);
    return facts;
}

QList<TlsaProposal> tlsaFor(const QList<QByteArray> &sentChain, const QDateTime &at)
{
    const openssl::ErrorScope errors;
    const SentChain sent(sentChain);
    QList<TlsaProposal> proposals;
    bool isLeaf = true;
    for (const QByteArray &der : tlsa::pathOf(sent, {}, at)) {
        const int depth = sent.positionOf(der).value_or(0);
        const QByteArray key = tlsa::selected(sent.certificate(depth), tlsa::publicKey);
        const TlsaRecord record{isLeaf ? tlsa::usageEe : tlsa::usageTa, tlsa::publicKey, tlsa::sha256,
                                tlsa::associated(key, tlsa::sha256)};
        if (!key.isEmpty())
            proposals.append({record, depth});
        isLeaf = false;
    }
    return proposals;
}

} // namespace mailseal
