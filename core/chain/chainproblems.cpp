#include "chain/chainproblems.h"

#include "chain/chain.h"

#include <algorithm>

namespace mailseal {

namespace {

constexpr qint64 secondsPerDay = 86'400;
constexpr qint64 soonDays = 30;
constexpr qint64 verySoonDays = 14;
constexpr int acceptableSecurityBits = 112; ///< NIST SP 800-57: RSA 2048, SHA-224, P-224

/// Collects findings; one code stands once at a certificate.
class Problems
{
public:
    Problems(const SentChain &sent, const BuiltPath &path, const ChainFacts &chain, const QDateTime &at)
        : m_sent(sent)
        , m_path(path)
        , m_chain(chain)
        , m_at(at)
    {
    }

    QList<Finding> all();

private:
    void ofPath();
    void ofPathError(const PathError &error);
    void missingIssuer(const PathError &error);
    void ofSent(int position);
    void ofDates(int position, bool inPath);
    void ofStrength(int position);
    void add(FindingCode code, Severity severity, std::optional<int> depth, const QStringList &args);

    bool has(FindingCode code, std::optional<int> depth) const;
    QString subjectAt(int position) const;
    QString subjectOf(const QByteArray &der) const;

    const SentChain &m_sent;
    const BuiltPath &m_path;
    const ChainFacts &m_chain;
    QDateTime m_at;
    QList<Finding> m_found;
};

void Problems::add(FindingCode code, Severity severity, std::optional<int> depth, const QStringList &args)
{
    const bool known = std::any_of(m_found.cbegin(), m_found.cend(), [&](const Finding &finding) {
        return finding.code == code && finding.depth == depth && finding.args == args;
    });
    if (!known)
        m_found.append({code, severity, depth, args});
}

bool Problems::has(FindingCode code, std::optional<int> depth) const
{
    return std::any_of(m_found.cbegin(), m_found.cend(), [&](const Finding &finding) {
        return finding.code == code && finding.depth == depth;
    });
}

QString Problems::subjectAt(int position) const
{
    const QString subject = m_sent.facts().at(position).subject;
    return subject.isEmpty() ? QStringLiteral("certificate %1").arg(position) : subject;
}

QString Problems::subjectOf(const QByteArray &der) const
{
    if (const auto position = m_sent.positionOf(der))
        return subjectAt(*position);
    const QString subject = readCertificate(der).subject;
    return subject.isEmpty() ? QStringLiteral("certificate %1").arg(m_path.certificates.indexOf(der))
                             : subject;
}

void Problems::missingIssuer(const PathError &error)
{
    const auto depth = m_sent.positionOf(error.certificate);
    const CertificateFacts top = readCertificate(error.certificate);
    if (m_chain.sent.first().selfSigned && depth == 0) {
        add(FindingCode::SelfSignedLeaf, Severity::Error, 0, {subjectAt(0)});
    } else if (top.selfSigned) {
        add(FindingCode::UntrustedRoot, Severity::Error, depth, {subjectOf(error.certificate)});
    } else {
        // Also where it names itself but is not signed by its own key: another issuer of that name is
        // missing.
        add(FindingCode::IncompleteChain, Severity::Error, depth, {top.issuer});
    }
}

void Problems::ofPathError(const PathError &error)
{
    const auto depth = m_sent.positionOf(error.certificate);
    const QString subject = subjectOf(error.certificate);
    const QString text = QString::fromLatin1(X509_verify_cert_error_string(error.code));
    switch (error.code) { // numbers of OpenSSL's, not an enumeration of ours
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        missingIssuer(error);
        return;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        add(FindingCode::Expired, Severity::Error, depth,
            {readCertificate(error.certificate).notAfter.toString(Qt::ISODate), subject});
        return;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        add(FindingCode::NotYetValid, Severity::Error, depth,
            {readCertificate(error.certificate).notBefore.toString(Qt::ISODate), subject});
        return;
    case X509_V_ERR_INVALID_PURPOSE:
        if (!has(FindingCode::InvalidCa, depth)) // what is no CA at all has not got a CA's purpose either
            add(FindingCode::WrongPurpose, Severity::Error, depth, {subject});
        return;
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
        if (!has(FindingCode::InvalidCa, depth))
            add(FindingCode::InvalidCa, Severity::Error, depth, {subject, text});
        return;
    default:
        add(FindingCode::ChainInvalid, Severity::Error, depth, {subject, text});
    }
}

void Problems::ofPath()
{
    for (const PathError &error : m_path.errors)
        ofPathError(error);
}

void Problems::ofDates(int position, bool inPath)
{
    const CertificateFacts &facts = m_sent.facts().at(position);
    if (!facts.notBefore.isValid() || !facts.notAfter.isValid())
        return; // nothing is made up; OpenSSL complains of such a date itself
    const qint64 left = m_at.secsTo(facts.notAfter);
    // In the path OpenSSL has judged the dates; beside it they break nothing.
    if (!inPath && left < 0) {
        add(FindingCode::Expired, Severity::Notice, position,
            {facts.notAfter.toString(Qt::ISODate), subjectAt(position)});
    }
    if (!inPath && facts.notBefore > m_at) {
        add(FindingCode::NotYetValid, Severity::Notice, position,
            {facts.notBefore.toString(Qt::ISODate), subjectAt(position)});
    }
    const bool valid = left >= 0 && facts.notBefore <= m_at; // RFC 5280 §4.1.2.5: notAfter is inclusive
    if (!inPath || !valid || left > soonDays * secondsPerDay)
        return;
    add(FindingCode::ExpiresSoon, left <= verySoonDays * secondsPerDay ? Severity::Warning : Severity::Notice,
        position,
        {facts.notAfter.toString(Qt::ISODate), QString::number(left / secondsPerDay), subjectAt(position)});
}

void Problems::ofStrength(int position)
{
    X509 *certificate = m_sent.certificate(position);
    const CertificateFacts &facts = m_sent.facts().at(position);
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (key != nullptr && EVP_PKEY_get_security_bits(key) < acceptableSecurityBits) {
        add(FindingCode::WeakKey, Severity::Warning, position,
            {facts.keyType, QString::number(facts.keyBits), subjectAt(position)});
    }
    // Nobody relies on the signature of an anchor.
    if (m_chain.anchor && m_chain.anchor->der == facts.der)
        return;
    int securityBits = 0;
    const bool known = X509_get_signature_info(certificate, nullptr, nullptr, &securityBits, nullptr) == 1;
    if (known && securityBits < acceptableSecurityBits)
        add(FindingCode::WeakSignature, Severity::Warning, position, {facts.signature, subjectAt(position)});
}

void Problems::ofSent(int position)
{
    const CertificateFacts &facts = m_sent.facts().at(position);
    if (m_sent.isDuplicate(position)) {
        add(FindingCode::DuplicateCertificate, Severity::Notice, position, {subjectAt(position)});
        return;
    }
    if (m_sent.certificate(position) == nullptr) {
        add(FindingCode::UnreadableCertificate, position == 0 ? Severity::Error : Severity::Warning, position,
            {m_sent.whyUnreadable(position)});
        return;
    }
    const bool inPath = m_path.certificates.contains(facts.der);
    ofDates(position, inPath);
    if (m_sent.isReachable(position) || inPath) {
        ofStrength(position);
    } else if (m_sent.certificate(0) != nullptr) {
        add(FindingCode::SurplusCertificate, Severity::Notice, position, {subjectAt(position)});
    }
    // RFC 5246 §7.4.2: who trusts the root has it. One that nobody here trusts is reported as such.
    if (position > 0 && m_chain.anchor && m_chain.anchor->der == facts.der && facts.selfSigned)
        add(FindingCode::RootSent, Severity::Info, position, {subjectAt(position)});
}

QList<Finding> Problems::all()
{
    ofPath();
    for (int position = 0; position < m_sent.facts().size(); ++position)
        ofSent(position);
    if (!m_chain.ordered)
        add(FindingCode::MisorderedChain, Severity::Warning, std::nullopt, {});
    std::stable_sort(m_found.begin(), m_found.end(), [](const Finding &left, const Finding &right) {
        if (left.depth && right.depth)
            return *left.depth < *right.depth;
        return left.depth.has_value() && !right.depth.has_value();
    });
    return m_found;
}

} // namespace

QList<Finding> chainProblems(const SentChain &sent, const BuiltPath &path, const ChainFacts &facts,
                             const QDateTime &at)
{
    return Problems(sent, path, facts, at).all();
}

} // namespace mailseal
