#include "chain/foundproblems.h"

#include "chain/chain.h"
#include "chain/constraintbreach.h"
#include "chain/extensions.h"
#include "chain/issuerfit.h"

#include <algorithm>

namespace mailseal {

using namespace openssl;

namespace {

QString copyName(const std::optional<int> &position)
{
    return position ? QStringLiteral("sent") : QStringLiteral("store");
}

class PathErrors
{
public:
    PathErrors(FoundProblems &problems, const ChainSources &view)
        : m_problems(problems)
        , m_view(view)
    {
    }

    void ofError(const PathError &error);

private:
    X509Ptr read(const QByteArray &der) const { return certificateFromDer(der); }
    void missingIssuer(const PathError &error);
    bool misfit(const PathError &error, const CertificateFacts &top);
    void expired(const PathError &error);
    void wrongSignature(const PathError &error);
    void nameConstraint(const PathError &error);
    void other(const PathError &error);

    FoundProblems &m_problems;
    const ChainSources &m_view;
};

/// The issuer is there and does not fit: it is neither missing nor superfluous.
bool PathErrors::misfit(const PathError &error, const CertificateFacts &top)
{
    const X509Ptr subject = read(error.certificate);
    const auto found = subject ? misfitOf(subject.get(), m_view.sent, m_view.anchors) : std::nullopt;
    if (!found)
        return false;
    const auto depth = m_view.sent.positionOf(error.certificate);
    const QString name = m_problems.subjectOf(error.certificate);
    const QString candidate = m_problems.subjectOf(derOf(found->candidate));
    const QString copy = copyName(found->position);
    if (found->position)
        m_problems.explain(*found->position);
    switch (found->why) {
    case Misfit::Why::KeyId:
        m_problems.add(FindingCode::IssuerKeyIdDiffers, Severity::Error, depth,
                       {copy, name, candidate, issuerKeyIdOf(subject.get()), keyIdOf(found->candidate)});
        break;
    case Misfit::Why::Name:
        m_problems.add(FindingCode::IssuerNameDiffers, Severity::Error, depth,
                       {copy, name, candidate, top.issuer});
        break;
    case Misfit::Why::Key:
        m_problems.add(FindingCode::IssuerKeyDiffers, Severity::Error, depth, {copy, name, candidate});
        break;
    }
    return true;
}

void PathErrors::missingIssuer(const PathError &error)
{
    const auto depth = m_view.sent.positionOf(error.certificate);
    const CertificateFacts top = readCertificate(error.certificate);
    if (m_view.own && depth == 0 && top.selfSigned)
        return; // not the server's own: that it stands first is what is wrong
    if (m_view.chain.selfSigned && depth == 0) {
        m_problems.add(FindingCode::SelfSignedLeaf, Severity::Error, 0, {m_problems.subjectAt(0)});
        return;
    }
    if (m_view.other)
        return; // nothing is missing: there is a path
    if (top.selfSigned) {
        m_problems.add(FindingCode::UntrustedRoot, Severity::Error, depth,
                       {m_problems.subjectOf(error.certificate)});
        return;
    }
    if (misfit(error, top))
        return;
    if (depth == 0 && !m_view.own) {
        // Also where it names itself but is not signed by its own key: another issuer of that name is
        // missing.
        m_problems.add(FindingCode::IncompleteChain, Severity::Error, depth, {top.issuer});
    } else {
        m_problems.add(FindingCode::UnknownIssuer, Severity::Error, depth,
                       {top.issuer, m_problems.subjectOf(error.certificate)});
    }
}

void PathErrors::expired(const PathError &error)
{
    const auto depth = m_view.sent.positionOf(error.certificate);
    const bool isAnchor = m_view.chain.anchor && m_view.chain.anchor->der == error.certificate;
    const bool isOwn = depth == 0 && !m_view.own;
    const FindingCode code = isOwn                ? FindingCode::Expired
                             : isAnchor || !depth ? FindingCode::AnchorExpired
                                                  : FindingCode::IssuerExpired;
    m_problems.add(code, Severity::Error, depth,
                   {readCertificate(error.certificate).notAfter.toString(Qt::ISODate),
                    m_problems.subjectOf(error.certificate)});
}

/// Either the issuer in the path is not the one that signed, or the certificate itself is damaged.
void PathErrors::wrongSignature(const PathError &error)
{
    const qsizetype above = m_view.path.certificates.indexOf(error.certificate) + 1;
    const X509Ptr subject = read(error.certificate);
    const X509Ptr issuer = above > 0 && above < m_view.path.certificates.size()
                               ? read(m_view.path.certificates.at(above))
                               : nullptr;
    if (!subject || !issuer || haveSameKeyId(subject.get(), issuer.get())) {
        other(error);
        return;
    }
    const QByteArray &issuerDer = m_view.path.certificates.at(above);
    m_problems.add(FindingCode::IssuerKeyDiffers, Severity::Error, m_view.sent.positionOf(error.certificate),
                   {copyName(m_view.sent.positionOf(issuerDer)), m_problems.subjectOf(error.certificate),
                    m_problems.subjectOf(issuerDer)});
}

void PathErrors::nameConstraint(const PathError &error)
{
    const X509Ptr subject = read(error.certificate);
    const qsizetype from = m_view.path.certificates.indexOf(error.certificate) + 1;
    for (qsizetype at = from; subject && at < m_view.path.certificates.size(); ++at) {
        const X509Ptr issuer = read(m_view.path.certificates.at(at));
        const auto breach = issuer ? constraintBreach(subject.get(), issuer.get()) : std::nullopt;
        if (!breach || breach->name.isEmpty())
            continue;
        m_problems.add(breach->isExcluded ? FindingCode::NameExcluded : FindingCode::NameNotPermitted,
                       Severity::Error, m_view.sent.positionOf(error.certificate),
                       {breach->name, m_problems.subjectOf(m_view.path.certificates.at(at)), breach->bases});
        return;
    }
    other(error);
}

void PathErrors::other(const PathError &error)
{
    m_problems.add(FindingCode::ChainInvalid, Severity::Error, m_view.sent.positionOf(error.certificate),
                   {m_problems.subjectOf(error.certificate),
                    QString::fromLatin1(X509_verify_cert_error_string(error.code))});
}

void PathErrors::ofError(const PathError &error)
{
    const auto depth = m_view.sent.positionOf(error.certificate);
    const QString subject = m_problems.subjectOf(error.certificate);
    switch (error.code) { // numbers of OpenSSL's, not an enumeration of ours
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        missingIssuer(error);
        return;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        expired(error);
        return;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        m_problems.add(FindingCode::NotYetValid, Severity::Error, depth,
                       {readCertificate(error.certificate).notBefore.toString(Qt::ISODate), subject});
        return;
    case X509_V_ERR_INVALID_PURPOSE:
        // What is no CA at all has not got a CA's purpose either; a CA in the server's place needs none.
        if (!m_problems.has(FindingCode::InvalidCa, depth) && !(m_view.own && depth == 0))
            m_problems.add(FindingCode::WrongPurpose, Severity::Error, depth, {subject});
        return;
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
        if (!m_problems.has(FindingCode::InvalidCa, depth)) {
            m_problems.add(FindingCode::InvalidCa, Severity::Error, depth,
                           {subject, QString::fromLatin1(X509_verify_cert_error_string(error.code))});
        }
        return;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        wrongSignature(error);
        return;
    case X509_V_ERR_PERMITTED_VIOLATION:
    case X509_V_ERR_EXCLUDED_VIOLATION:
        nameConstraint(error);
        return;
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION: {
        const X509Ptr certificate = read(error.certificate);
        const QStringList unknown =
            certificate ? unknownCriticalExtensions(certificate.get()) : QStringList();
        m_problems.add(FindingCode::CriticalExtension, Severity::Error, depth,
                       {subject, unknown.join(QLatin1StringView(", "))});
        return;
    }
    default:
        other(error);
    }
}

} // namespace

void addPathErrors(FoundProblems &problems, const ChainSources &view)
{
    const ErrorScope scope;
    PathErrors errors(problems, view);
    for (const PathError &error : view.path.errors)
        errors.ofError(error);
}

} // namespace mailseal
