#include "compare/groups.h"

#include <algorithm>

namespace mailseal {

namespace {

using Text = QString CertificateFacts::*;
using Time = QDateTime CertificateFacts::*;
using Digest = QByteArray CertificateFacts::*;

/// A side's proof: the certificate if it is there, else the chain as a whole.
RowProof certificateProof(const ChainFacts &chain, std::optional<int> depth)
{
    if (depth && *depth < chain.sent.size())
        return {ProofPlace::CertificateSent, {*depth}};
    return {ProofPlace::CertificateSent, {}};
}

QStringList alternativeNames(const CertificateFacts &certificate)
{
    QStringList names;
    names.reserve(certificate.dnsNames.size() + certificate.ipAddresses.size());
    for (const QString &name : certificate.dnsNames)
        names.append(QLatin1StringView("DNS:") + name);
    for (const QString &address : certificate.ipAddresses)
        names.append(QLatin1StringView("IP:") + address);
    return names;
}

/// The rows of one chain and its certificates.
class CertificateRows
{
public:
    CertificateRows(const ChainFacts &left, const ChainFacts &right)
        : m_left(left)
        , m_right(right)
    {
    }

    Rows all()
    {
        ofChain();
        ofProblems();
        for (int depth = 0; depth < qMax(m_left.sent.size(), m_right.sent.size()); ++depth)
            ofCertificate(depth);
        return std::move(m_rows);
    }

private:
    void fact(std::optional<int> depth, ComparedRow row)
    {
        row.topic.position = depth;
        add(m_rows,
            proved(std::move(row), certificateProof(m_left, depth), certificateProof(m_right, depth)));
    }

    void ofChain()
    {
        const auto selfSigned = [](const ChainFacts &chain) {
            return chain.selfSignedKind ? ComparedValue(*chain.selfSignedKind) : ComparedValue(false);
        };
        const auto anchor = [](const ChainFacts &chain) {
            return chain.anchor ? ComparedValue(chain.anchor->subject) : ComparedValue();
        };
        fact({}, rowOf({Fact::Trusted, {}, {}}, m_left.trusted, m_right.trusted));
        fact({}, rowOf({Fact::SelfSigned, {}, {}}, selfSigned(m_left), selfSigned(m_right)));
        fact({}, rowOf({Fact::Ordered, {}, {}}, m_left.ordered, m_right.ordered));
        ComparedRow row = rowOf({Fact::Anchor, {}, {}}, anchor(m_left), anchor(m_right));
        // Two anchors of one name with different keys are different anchors.
        if (m_left.anchor && m_right.anchor && m_left.anchor->sha256 != m_right.anchor->sha256)
            row.relation = Relation::Differs;
        fact({}, std::move(row));
    }

    /// By code and certificate: dates and days left in the words are no other problem.
    void ofProblems()
    {
        using Key = std::pair<QString, int>;
        const auto keys = [](const ChainFacts &chain) {
            QList<Key> list;
            for (const Finding &problem : chain.problems)
                list.append({findingKey(problem), problem.depth.value_or(-1)});
            return list;
        };
        for (const auto &[l, r] : joined(keys(m_left), keys(m_right))) {
            const Finding &any = l >= 0 ? m_left.problems.at(l) : m_right.problems.at(r);
            fact(any.depth, findingRow(Fact::ChainProblem, m_left.problems, l, m_right.problems, r));
        }
    }

    void ofCertificate(int depth)
    {
        const auto whole = [depth](const ChainFacts &chain) {
            return depth < chain.sent.size() ? ComparedValue(chain.sent.at(depth)) : ComparedValue();
        };
        if (depth >= m_left.sent.size() || depth >= m_right.sent.size()) {
            fact(depth, rowOf({Fact::WholeCertificate, {}, {}}, whole(m_left), whole(m_right)));
            return;
        }
        text(depth, Fact::Subject, &CertificateFacts::subject);
        text(depth, Fact::Issuer, &CertificateFacts::issuer);
        text(depth, Fact::Serial, &CertificateFacts::serial);
        time(depth, Fact::NotBefore, &CertificateFacts::notBefore);
        time(depth, Fact::NotAfter, &CertificateFacts::notAfter);
        const CertificateFacts &left = m_left.sent.at(depth);
        const CertificateFacts &right = m_right.sent.at(depth);
        fact(depth, rowOf({Fact::PublicKey, {}, {}}, KeyStrength{left.keyType, left.keyBits},
                          KeyStrength{right.keyType, right.keyBits}));
        text(depth, Fact::SignatureAlgorithm, &CertificateFacts::signature);
        fact(depth,
             setRow({Fact::AlternativeNames, {}, {}}, alternativeNames(left), alternativeNames(right)));
        digest(depth, Fact::Fingerprint, &CertificateFacts::sha256);
        digest(depth, Fact::KeyFingerprint, &CertificateFacts::spkiSha256);
    }

    void text(int depth, Fact what, Text member)
    {
        fact(depth, rowOf({what, {}, {}}, textOrNothing(m_left.sent.at(depth).*member),
                          textOrNothing(m_right.sent.at(depth).*member)));
    }

    void digest(int depth, Fact what, Digest member)
    {
        fact(depth, rowOf({what, {}, {}}, textOrNothing(QString::fromLatin1(m_left.sent.at(depth).*member)),
                          textOrNothing(QString::fromLatin1(m_right.sent.at(depth).*member))));
    }

    void time(int depth, Fact what, Time member)
    {
        const auto value = [&](const ChainFacts &chain) {
            const QDateTime &time = chain.sent.at(depth).*member;
            return time.isValid() ? ComparedValue(time) : ComparedValue();
        };
        fact(depth, rowOf({what, {}, {}}, value(m_left), value(m_right)));
    }

    const ChainFacts &m_left;
    const ChainFacts &m_right;
    Rows m_rows;
};

ComparedValue lengthOf(const std::optional<ChainFacts> &chain)
{
    return chain ? ComparedValue(qint64{chain->sent.size()}) : ComparedValue();
}

/// What clients of one kind are shown beside what all others are: another certificate, or a handshake that
/// fails.
ComparedValue shownTo(const Inspection &inspection, qsizetype place)
{
    if (place < 0)
        return {};
    if (isFailed(inspection.evidence.variants.at(place)))
        return EndReason::HandshakeFailed;
    const VariantFacts facts = inspection.variants.value(place);
    return facts.chain && !facts.chain->sent.isEmpty() ? ComparedValue(facts.chain->sent.constFirst())
                                                       : ComparedValue();
}

/// The variants of both sides. A side that looked and lacks one presents there what it presents always; of
/// one that did not look nobody knows.
void addVariants(Rows &rows, const Sides &sides)
{
    const auto kinds = [](const Inspection &inspection) {
        QList<QString> list;
        for (const VariantEvidence &variant : inspection.evidence.variants)
            list.append(kindOf(variant));
        return list;
    };
    const auto isKnown = [](const Inspection &inspection, qsizetype place, const QString &kind) {
        return place >= 0 || inspection.evidence.variantsSeen.contains(kind);
    };
    const QList<QString> left = kinds(sides.left);
    const QList<QString> right = kinds(sides.right);
    for (const auto &[l, r] : joined(left, right)) {
        const QString kind = l >= 0 ? left.at(l) : right.at(r);
        const bool areKnown = isKnown(sides.left, l, kind) && isKnown(sides.right, r, kind);
        const RowTopic topic{Fact::Variant, std::nullopt, kind};
        const ComparedValue ofLeft = shownTo(sides.left, l);
        const ComparedValue ofRight = shownTo(sides.right, r);
        add(rows, areKnown ? rowOf(topic, ofLeft, ofRight) : rowWhereKnown(topic, ofLeft, ofRight));
    }
}

} // namespace

Rows compareCertificates(const Sides &sides)
{
    const auto &left = sides.left.chain;
    const auto &right = sides.right.chain;
    Rows rows;
    if (left && right) {
        rows = CertificateRows(*left, *right).all();
        addVariants(rows, sides);
        return rows;
    }
    const bool isKnown = isTlsKnown((left ? sides.right : sides.left).evidence.session.end);
    const RowTopic topic{Fact::Chain, std::nullopt, {}};
    ComparedRow row = isKnown ? rowOf(topic, lengthOf(left), lengthOf(right))
                              : rowWhereKnown(topic, lengthOf(left), lengthOf(right));
    const RowProof proof{ProofPlace::CertificateSent, {}};
    add(rows, proved(std::move(row), left ? proof : RowProof(), right ? proof : RowProof()));
    return rows;
}

} // namespace mailseal
