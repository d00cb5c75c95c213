#include "chain/gnutlsword.h"

#include "chain/extensions.h"
#include "chain/gnutlslibrary.h"

#include <algorithm>
#include <utility>

namespace mailseal {

namespace {

LibraryWord notAsked() { return {}; }

/// What the library said of one certificate while it verified, in the thread that asks.
struct Checked
{
    gnutls_x509_crt_t certificate;
    gnutls_x509_crt_t issuer;
    unsigned int status;
};
thread_local std::vector<Checked> *checkedHere = nullptr;

int noteChecked(gnutls_x509_crt_t certificate, gnutls_x509_crt_t issuer, gnutls_x509_crl_t,
                unsigned int status)
{
    if (checkedHere != nullptr)
        checkedHere->push_back({certificate, issuer, status});
    return 0;
}

/// Certificates of the library, owned until the end or until a trust list takes them.
class Certificates
{
public:
    explicit Certificates(const gnutls::Library &library)
        : m_library(library)
    {
    }
    ~Certificates()
    {
        for (gnutls_x509_crt_t one : m_all)
            m_library.freeCertificate(one);
    }
    Certificates(const Certificates &) = delete;
    Certificates &operator=(const Certificates &) = delete;

    /// A code of the library's: negative where it cannot read these bytes.
    int add(const QByteArray &der)
    {
        gnutls_x509_crt_t certificate = nullptr;
        if (const int code = m_library.initCertificate(&certificate); code < 0)
            return code;
        const gnutls_datum_t bytes{
            reinterpret_cast<unsigned char *>(const_cast<char *>(der.constData())), // it only reads them
            static_cast<unsigned int>(der.size())};
        const int code = m_library.importCertificate(certificate, &bytes, GNUTLS_X509_FMT_DER);
        if (code < 0)
            m_library.freeCertificate(certificate);
        else
            m_all.push_back(certificate);
        return code;
    }

    std::vector<gnutls_x509_crt_t> &all() { return m_all; }

private:
    const gnutls::Library &m_library;
    std::vector<gnutls_x509_crt_t> m_all;
};

/// One question to the library.
class GnuTlsQuestion
{
public:
    GnuTlsQuestion(const gnutls::Library &library, const SentChain &sent,
                   const std::vector<openssl::X509Ptr> &anchors, const QDateTime &at)
        : m_library(library)
        , m_sent(sent)
        , m_anchors(anchors)
        , m_at(at)
        , m_own(library)
    {
    }

    GnuTlsAnswer ask(std::optional<bool> isStapled);

private:
    bool readSent();
    bool readAnchors(gnutls_x509_trust_list_t list);
    void verify(gnutls_x509_trust_list_t list);
    void conclude(unsigned int status);
    void ofStatus(unsigned int status, int position);
    void refuse(FindingCode code, int position, const QStringList &args);
    void noteAnchors();
    int positionOf(gnutls_x509_crt_t certificate);
    QString subjectAt(int position) const { return subjectText(m_sent.facts().at(position), position); }

    const gnutls::Library &m_library;
    const SentChain &m_sent;
    const std::vector<openssl::X509Ptr> &m_anchors;
    QDateTime m_at;
    Certificates m_own;                      ///< as sent
    std::vector<gnutls_x509_crt_t> m_listed; ///< the anchors, owned by the list
    QList<QByteArray> m_listedDer;
    std::vector<Checked> m_checked;
    GnuTlsAnswer m_answer;
};

void GnuTlsQuestion::refuse(FindingCode code, int position, const QStringList &args)
{
    const Finding problem{code, Severity::Error, position, args};
    if (!m_answer.word.problems.contains(problem))
        m_answer.word.problems.append(problem);
}

/// One that cannot be read spoils the whole list, as in a session.
bool GnuTlsQuestion::readSent()
{
    constexpr qsizetype most = 16; // DEFAULT_MAX_VERIFY_DEPTH, lib/auth/cert.h
    if (m_sent.facts().size() > most) {
        refuse(FindingCode::GnuTlsRefuses, 0,
               {subjectAt(0), QStringLiteral("more than %1 certificates were sent").arg(most)});
        return false;
    }
    for (int position = 0; position < m_sent.facts().size(); ++position) {
        const int code = m_own.add(m_sent.facts().at(position).der);
        if (code < 0) {
            refuse(FindingCode::GnuTlsRefuses, position,
                   {subjectAt(position), QString::fromUtf8(m_library.errorText(code))});
            return false;
        }
    }
    return true;
}

bool GnuTlsQuestion::readAnchors(gnutls_x509_trust_list_t list)
{
    Certificates read(m_library);
    for (const openssl::X509Ptr &anchor : m_anchors) {
        const QByteArray der = openssl::derOf(anchor.get());
        if (read.add(der) >= 0) // one that it cannot read is no anchor for it
            m_listedDer.append(der);
    }
    m_listed = std::exchange(read.all(), {}); // from here on they are the list's
    const int added =
        m_library.addAnchors(list, m_listed.data(), static_cast<unsigned int>(m_listed.size()), 0);
    return added == static_cast<int>(m_listed.size());
}

int GnuTlsQuestion::positionOf(gnutls_x509_crt_t certificate)
{
    const auto &all = m_own.all();
    const auto found = std::find(all.begin(), all.end(), certificate);
    return found == all.end() ? 0 : static_cast<int>(found - all.begin());
}

void GnuTlsQuestion::ofStatus(unsigned int status, int position)
{
    const CertificateFacts &facts = m_sent.facts().at(position);
    const QString subject = subjectAt(position);
    const auto has = [status](unsigned int bit) { return (status & bit) != 0; };
    if (has(GNUTLS_CERT_SIGNER_NOT_FOUND))
        refuse(FindingCode::GnuTlsNoIssuer, position, {subject, facts.issuer});
    if (has(GNUTLS_CERT_EXPIRED))
        refuse(FindingCode::GnuTlsRefuses, position, {subject, QStringLiteral("expired")});
    if (has(GNUTLS_CERT_NOT_ACTIVATED))
        refuse(FindingCode::GnuTlsRefuses, position, {subject, QStringLiteral("not yet activated")});
    if (has(GNUTLS_CERT_INSECURE_ALGORITHM))
        refuse(FindingCode::WeakSignature, position, {facts.signature, subject});
    if (has(GNUTLS_CERT_SIGNER_NOT_CA))
        refuse(FindingCode::GnuTlsRefuses, position, {subject, QStringLiteral("the signer is no CA")});
    if (has(GNUTLS_CERT_SIGNATURE_FAILURE))
        refuse(FindingCode::GnuTlsRefuses, position, {subject, QStringLiteral("the signature is wrong")});
    if (has(GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE))
        refuse(FindingCode::GnuTlsRefuses, position,
               {subject, QStringLiteral("a constraint of the signer's is violated")});
    if (has(GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS))
        refuse(FindingCode::GnuTlsRefuses, position,
               {subject, QStringLiteral("an unknown extension is critical")});
}

void GnuTlsQuestion::conclude(unsigned int status)
{
    m_answer.word.trusted = status == 0;
    if (status == 0)
        return;
    for (const Checked &one : m_checked) {
        if (one.status != 0)
            ofStatus(one.status, positionOf(one.certificate));
    }
    if (m_answer.word.problems.isEmpty())
        ofStatus(status, 0);
    if (m_answer.word.problems.isEmpty())
        refuse(FindingCode::GnuTlsRefuses, 0, {subjectAt(0), QStringLiteral("status %1").arg(status, 0, 16)});
}

void GnuTlsQuestion::noteAnchors()
{
    for (const Checked &one : m_checked) {
        const auto found = std::find(m_listed.begin(), m_listed.end(), one.issuer);
        if (found == m_listed.end())
            continue;
        const QByteArray &der = m_listedDer.at(found - m_listed.begin());
        if (!m_answer.usedAnchors.contains(der))
            m_answer.usedAnchors.append(der);
    }
}

void GnuTlsQuestion::verify(gnutls_x509_trust_list_t list)
{
    // Of the priority NORMAL: RSA from 1,024 bits on; SHA-1 is refused whatever the profile.
    // What GNUTLS_PROFILE_TO_VFLAGS makes of it, without that macro's cast.
    constexpr unsigned int profileShift = 24;
    constexpr unsigned int profile = static_cast<unsigned int>(GNUTLS_PROFILE_LOW) << profileShift;
    unsigned int status = 0;
    const gnutls::Clock clock(m_at.toSecsSinceEpoch());
    checkedHere = &m_checked;
    const int code = m_library.verify(list, m_own.all().data(), static_cast<unsigned int>(m_own.all().size()),
                                      nullptr, 0, profile, &status, &noteChecked);
    checkedHere = nullptr;
    if (code < 0) {
        refuse(FindingCode::GnuTlsRefuses, 0, {subjectAt(0), QString::fromUtf8(m_library.errorText(code))});
        m_answer.word.trusted = false;
        return;
    }
    conclude(status);
    noteAnchors();
}

GnuTlsAnswer GnuTlsQuestion::ask(std::optional<bool> isStapled)
{
    m_answer.word.version = QString::fromLatin1(m_library.checkVersion(nullptr));
    m_answer.word.trusted = false;
    if (!readSent())
        return m_answer;
    gnutls_x509_trust_list_t list = nullptr;
    if (m_library.initTrustList(&list, static_cast<unsigned int>(m_anchors.size())) < 0)
        return {notAsked(), {}};
    if (readAnchors(list))
        verify(list);
    else
        m_answer = {notAsked(), {}};
    m_library.freeTrustList(list, 1);
    // RFC 7633: its clients always ask for a staple and refuse the server that promised one and has none.
    if (isStapled == false && m_answer.word.trusted == true && demandsStaple(m_sent.certificate(0))) {
        refuse(FindingCode::MustStapleUnmet, 0, {subjectAt(0)});
        m_answer.word.trusted = false;
    }
    return m_answer;
}

} // namespace

GnuTlsAnswer askGnuTls(const SentChain &sent, const std::vector<openssl::X509Ptr> &anchors,
                       const QDateTime &at, std::optional<bool> isStapled)
{
    const gnutls::Library *library = gnutls::library();
    if (library == nullptr)
        return {notAsked(), {}};
    return GnuTlsQuestion(*library, sent, anchors, at).ask(isStapled);
}

} // namespace mailseal
