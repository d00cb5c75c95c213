#include "net/policyfetcher.h"

#include "net/qtproxy.h"

#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUrl>

#include <utility>

namespace mailseal {

namespace {

constexpr int ok = 200; // §3.3: the only status that counts

bool isRedirect(int status) { return status >= 300 && status < 400; }

QNetworkRequest requestFor(const QString &host, const Endpoint &where)
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(where.address);
    url.setPort(where.port);
    url.setPath(QStringLiteral("/.well-known/mta-sts.txt"));
    QNetworkRequest request(url);
    request.setPeerVerifyName(host); // SNI
    request.setRawHeader("Host", host.toLatin1());
    // Without this Qt asks for gzip and inflates what comes, beyond any bound of ours.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "Mailseal");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // judged in policy
    request.setSslConfiguration(tls);
    return request;
}

} // namespace

PolicyFetcher::PolicyFetcher(std::optional<Proxy> proxy, QObject *parent)
    : QObject(parent)
    , m_proxy(std::move(proxy))
{
    m_addressDeadline.setSingleShot(true);
    connect(&m_addressDeadline, &QTimer::timeout, this, &PolicyFetcher::giveThisAddressUp);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(StsFetchEnd::Timeout); });
}

PolicyFetcher::~PolicyFetcher() { cancel(); }

void PolicyFetcher::fetch(const QString &host, const QList<Endpoint> &where, Done done,
                          std::chrono::milliseconds most)
{
    cancel();
    m_fetch = {};
    m_fetch.host = host;
    m_left = where;
    m_done = std::move(done);
    m_begun = std::chrono::steady_clock::now();
    m_deadline.start(most);
    QMetaObject::invokeMethod(this, &PolicyFetcher::tryNext, Qt::QueuedConnection);
}

void PolicyFetcher::cancel()
{
    m_deadline.stop();
    m_done = nullptr;
    m_left.clear();
    dropReply();
}

void PolicyFetcher::dropReply()
{
    m_addressDeadline.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void PolicyFetcher::tryNext()
{
    if (!m_done || m_reply)
        return;
    if (m_left.isEmpty()) {
        end(m_fetch.address.isEmpty() ? StsFetchEnd::ResolveFailed : StsFetchEnd::ConnectFailed);
        return;
    }
    const Endpoint where = m_left.takeFirst();
    m_fetch.address = where.address;
    m_fetch.error.clear();
    if (!m_manager) {
        m_manager = std::make_unique<QNetworkAccessManager>();
        m_manager->setProxy(qtProxy(m_proxy));
    }
    m_manager->clearConnectionCache(); // a connection used again would show no chain
    m_reply = m_manager->get(requestFor(m_fetch.host, where));
    m_reply->setReadBufferSize(limits::stsPolicy);
    connect(m_reply, &QNetworkReply::encrypted, this, &PolicyFetcher::onEncrypted);
    connect(m_reply, &QNetworkReply::readyRead, this, &PolicyFetcher::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &PolicyFetcher::onFinished);
    if (!m_left.isEmpty())
        m_addressDeadline.start(limits::stsAddress);
}

/// Another address only where this one showed no certificate: RFC 8305's idea without its haste.
void PolicyFetcher::giveThisAddressUp()
{
    dropReply();
    tryNext();
}

void PolicyFetcher::onEncrypted()
{
    m_addressDeadline.stop();
    m_fetch.sentChain.clear();
    for (const QSslCertificate &certificate : m_reply->sslConfiguration().peerCertificateChain())
        m_fetch.sentChain.append(certificate.toDer());
}

void PolicyFetcher::readHead()
{
    m_fetch.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_fetch.contentType = QString::fromUtf8(m_reply->rawHeader("Content-Type").left(limits::quotedText));
    m_fetch.location = QString::fromUtf8(m_reply->rawHeader("Location").left(limits::quotedText));
}

void PolicyFetcher::onReadyRead()
{
    readHead();
    const QByteArray chunk = m_reply->readAll();
    if (m_fetch.status != ok)
        return; // read so that the reply can end, and kept nowhere
    m_fetch.body += chunk;
    if (m_fetch.body.size() > limits::stsPolicy) {
        m_fetch.body.truncate(limits::stsPolicy);
        end(StsFetchEnd::TooLarge);
    }
}

void PolicyFetcher::onFinished()
{
    if (m_reply->bytesAvailable() > 0) {
        onReadyRead();
        if (!m_reply)
            return;
    }
    readHead();
    const auto error = m_reply->error();
    if (isRedirect(m_fetch.status)) {
        end(StsFetchEnd::Redirect);
        return;
    }
    if (m_fetch.status != 0 && m_fetch.status != ok) {
        end(StsFetchEnd::Status);
        return;
    }
    if (error == QNetworkReply::NoError) {
        end(m_fetch.status == ok ? StsFetchEnd::Ok : StsFetchEnd::Status);
        return;
    }
    m_fetch.error = m_reply->errorString();
    if (m_fetch.sentChain.isEmpty() && !m_left.isEmpty())
        giveThisAddressUp();
    else
        end(StsFetchEnd::ConnectFailed);
}

void PolicyFetcher::end(StsFetchEnd how)
{
    const Done done = std::exchange(m_done, nullptr);
    const auto took = std::chrono::steady_clock::now() - m_begun;
    m_fetch.tookMs = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    m_fetch.end = how;
    const StsFetch fetch = m_fetch;
    cancel();
    if (done)
        done(fetch);
}

} // namespace mailseal
