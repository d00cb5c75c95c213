#include "chain/chainproblems.h"

#include "chain/extensions.h"
#include "chain/foundproblems.h"

#include <algorithm>

namespace mailseal {

using namespace openssl;

namespace {

constexpr qint64 secondsPerDay = 86'400;
constexpr qint64 soonDays = 30;
constexpr qint64 verySoonDays = 14;
constexpr int acceptableSecurityBits = 112; ///< NIST SP 800-57: RSA 2048, SHA-224, P-224

class Problems
{
public:
    explicit Problems(const ChainSources &view)
        : m_view(view)
        , m_sent(view.sent)
        , m_chain(view.chain)
        , m_problems(view)
    {
    }

    QList<Finding> all();

private:
    void ofPlace();
    void ofSent(int position);
    void ofDates(int position, bool inPath);
    void ofStrength(int position);
    void ofExtensions(int position);
    void ofOrder();
    void ofOtherPath();
    void ofLibraries();
    QList<int> orderToWrite() const;
    QString subjectAt(int position) const { return m_problems.subjectAt(position); }
    /// "2. CN=Intermediate": its number in the list, from 1.
    QString numbered(int position) const
    {
        return QStringLiteral("%1. %2").arg(position + 1).arg(subjectAt(position));
    }

    const ChainSources &m_view;
    const SentChain &m_sent;
    const ChainFacts &m_chain;
    FoundProblems m_problems;
};

/// A CA in the server's place: whoever is shown it looks for the server's name in vain.
void Problems::ofPlace()
{
    if (!m_view.own)
        return;
    m_problems.add(FindingCode::CaFirst, m_chain.trusted ? Severity::Warning : Severity::Error, 0,
                   {subjectAt(0), QString::number(*m_view.own + 1), subjectAt(*m_view.own)});
}

void Problems::ofDates(int position, bool inPath)
{
    const CertificateFacts &facts = m_sent.facts().at(position);
    if (!facts.notBefore.isValid() || !facts.notAfter.isValid())
        return; // nothing is made up; OpenSSL complains of such a date itself
    const qint64 left = m_view.at.secsTo(facts.notAfter);
    // In the path OpenSSL has judged the dates; beside it they break nothing.
    if (!inPath && left < 0) { // RFC 5280 §4.1.2.5: notAfter is inclusive
        const bool isOwn = position == m_view.own.value_or(0);
        m_problems.add(isOwn ? FindingCode::Expired : FindingCode::IssuerExpired, Severity::Notice, position,
                       {facts.notAfter.toString(Qt::ISODate), subjectAt(position)});
    }
    if (!inPath && facts.notBefore > m_view.at) {
        m_problems.add(FindingCode::NotYetValid, Severity::Notice, position,
                       {facts.notBefore.toString(Qt::ISODate), subjectAt(position)});
    }
    const bool valid = left >= 0 && facts.notBefore <= m_view.at; // RFC 5280 §4.1.2.5: notAfter is inclusive
    if (!inPath || !valid || left > soonDays * secondsPerDay)
        return;
    m_problems.add(
        FindingCode::ExpiresSoon, left <= verySoonDays * secondsPerDay ? Severity::Warning : Severity::Notice,
        position,
        {facts.notAfter.toString(Qt::ISODate), QString::number(left / secondsPerDay), subjectAt(position)});
}

void Problems::ofStrength(int position)
{
    X509 *certificate = m_sent.certificate(position);
    const CertificateFacts &facts = m_sent.facts().at(position);
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (key != nullptr && EVP_PKEY_get_security_bits(key) < acceptableSecurityBits) {
        m_problems.add(FindingCode::WeakKey, Severity::Warning, position,
                       {facts.keyType, QString::number(facts.keyBits), subjectAt(position)});
    }
    // Nobody relies on the signature of an anchor.
    if (m_chain.anchor && m_chain.anchor->der == facts.der)
        return;
    int securityBits = 0;
    const bool known = X509_get_signature_info(certificate, nullptr, nullptr, &securityBits, nullptr) == 1;
    if (known && securityBits < acceptableSecurityBits) {
        m_problems.add(FindingCode::WeakSignature, Severity::Warning, position,
                       {facts.signature, subjectAt(position)});
    }
}

void Problems::ofExtensions(int position)
{
    X509 *certificate = m_sent.certificate(position);
    if (hasMisplacedExtensions(certificate)) {
        m_problems.add(FindingCode::MisplacedExtensions, Severity::Warning, position,
                       {subjectAt(position), QString::number(X509_get_version(certificate) + 1)});
    }
    if (position == 0 && m_view.isStapled == false && demandsStaple(certificate))
        m_problems.add(FindingCode::MustStapleUnmet, Severity::Warning, 0, {subjectAt(0)});
}

void Problems::ofSent(int position)
{
    const CertificateFacts &facts = m_sent.facts().at(position);
    if (m_sent.isDuplicate(position)) {
        m_problems.add(FindingCode::DuplicateCertificate, Severity::Notice, position, {subjectAt(position)});
        return;
    }
    if (m_sent.certificate(position) == nullptr) {
        m_problems.add(FindingCode::UnreadableCertificate,
                       position == 0 ? Severity::Error : Severity::Warning, position,
                       {m_sent.whyUnreadable(position)});
        return;
    }
    const bool isOwn = position == m_view.own;
    const bool inPath =
        m_view.path.certificates.contains(facts.der) || (m_view.other && m_view.other->contains(facts.der));
    ofDates(position, inPath || isOwn);
    if (m_sent.isReachable(position) || inPath || isOwn) {
        ofStrength(position);
        ofExtensions(position);
    } else if (m_sent.certificate(0) != nullptr && !m_problems.isExplained(position)) {
        m_problems.add(FindingCode::SurplusCertificate, Severity::Notice, position, {subjectAt(position)});
    }
    // RFC 5246 §7.4.2: who trusts the root has it. One that nobody here trusts is reported as such.
    const bool isAnchor = m_chain.anchor && m_chain.anchor->der == facts.der && facts.selfSigned;
    if (position > 0 && isAnchor && !m_problems.has(FindingCode::AnchorExpired, position))
        m_problems.add(FindingCode::RootSent, Severity::Info, position, {subjectAt(position)});
}

/// The positions of what a sender needs, the server's own first.
QList<int> Problems::orderToWrite() const
{
    const bool isBuilt = m_chain.path && !m_view.own;
    if (!isBuilt && !m_view.other)
        return m_sent.orderFrom(m_view.own.value_or(0));
    const QList<QByteArray> &path = m_view.other ? *m_view.other : m_view.path.certificates;
    QList<int> order;
    for (qsizetype at = 0; at < path.size(); ++at) {
        const auto position = m_sent.positionOf(path.at(at));
        const bool isRoot = at > 0 && at + 1 == path.size();
        if (position && !(isRoot && m_sent.facts().at(*position).selfSigned))
            order.append(*position);
    }
    return order;
}

void Problems::ofOrder()
{
    if (!m_chain.ordered && !m_view.own)
        m_problems.add(FindingCode::MisorderedChain, Severity::Warning, std::nullopt, {});
    if (m_chain.ordered && !m_view.own && !m_view.other)
        return;
    QStringList order;
    for (const int position : orderToWrite())
        order.append(numbered(position));
    if (!order.isEmpty()) {
        m_problems.add(FindingCode::OrderToWrite, Severity::Info, std::nullopt,
                       {order.join(QStringLiteral(" → "))});
    }
}

void Problems::ofOtherPath()
{
    if (!m_view.other)
        return;
    QStringList steps;
    for (const QByteArray &der : *m_view.other)
        steps.append(m_problems.subjectOf(der));
    const auto astray = std::find_if(m_view.path.certificates.begin(), m_view.path.certificates.end(),
                                     [this](const QByteArray &der) { return !m_view.other->contains(der); });
    // Of one name there are two here, so that one as sent is called by its number.
    const auto position =
        astray == m_view.path.certificates.end() ? std::optional<int>(0) : m_sent.positionOf(*astray);
    const QString where = position ? numbered(*position) : m_problems.subjectOf(*astray);
    m_problems.add(FindingCode::PathMissed, Severity::Error, position,
                   {steps.join(QStringLiteral(" → ")), where});
}

/// Where both say the same nothing is said here: the details name both.
void Problems::ofLibraries()
{
    if (!m_chain.gnutls || m_view.own) // a CA in the server's place serves nobody, whoever trusts it
        return;
    const auto say = [this](FindingCode code, Severity severity) {
        m_problems.add(code, severity, std::nullopt, {});
    };
    if (!m_chain.gnutls->trusted)
        say(FindingCode::GnuTlsNotAsked, Severity::Notice);
    else if (m_chain.trusted && !*m_chain.gnutls->trusted)
        say(FindingCode::OnlyOpenSslTrusts, Severity::Warning);
    else if (!m_chain.trusted && *m_chain.gnutls->trusted)
        say(FindingCode::OnlyGnuTlsTrusts, Severity::Warning);
}

QList<Finding> Problems::all()
{
    ofPlace();
    ofOtherPath();
    addPathErrors(m_problems, m_view);
    for (int position = 0; position < m_sent.facts().size(); ++position)
        ofSent(position);
    ofOrder();
    ofLibraries();
    return m_problems.take();
}

} // namespace

QList<Finding> chainProblems(const ChainSources &view)
{
    const ErrorScope errors;
    return Problems(view).all();
}

} // namespace mailseal
