#include "net/policyfetcher.h"

#include "net/qtproxy.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

#include <utility>

namespace mailseal {

namespace {

constexpr int ok = 200; // §3.3: the only status that counts

bool isRedirect(int status) { return status >= 300 && status < 400; }

/// Nothing is asked for that we would have to undo: no compression, no further request on this connection.
QByteArray requestFor(const QString &host)
{
    return "GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: " + host.toLatin1() +
           "\r\nUser-Agent: Mailseal\r\nAccept: text/plain, */*\r\nAccept-Encoding: identity\r\n"
           "Connection: close\r\n\r\n";
}

QString quotedField(const QByteArray &field) { return QString::fromUtf8(field.left(limits::quotedText)); }

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
    dropSocket();
}

void PolicyFetcher::dropSocket()
{
    m_addressDeadline.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater(); // we may be called by its own signal
    m_socket = nullptr;
}

void PolicyFetcher::tryNext()
{
    if (!m_done || m_socket)
        return;
    if (m_left.isEmpty()) {
        end(m_fetch.address.isEmpty() ? StsFetchEnd::ResolveFailed : StsFetchEnd::ConnectFailed);
        return;
    }
    const Endpoint where = m_left.takeFirst();
    m_fetch.address = where.address;
    m_fetch.error.clear();
    m_answer = {};
    m_socket = new QSslSocket(this);
    m_socket->setProxy(qtProxy(m_proxy));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // judged in policy
    m_socket->setSslConfiguration(tls);
    connect(m_socket, &QSslSocket::encrypted, this, &PolicyFetcher::onEncrypted);
    connect(m_socket, &QSslSocket::readyRead, this, &PolicyFetcher::onReadyRead);
    connect(m_socket, &QSslSocket::errorOccurred, this, &PolicyFetcher::onClosed);
    connect(m_socket, &QSslSocket::disconnected, this, &PolicyFetcher::onClosed);
    if (!m_left.isEmpty())
        m_addressDeadline.start(limits::stsAddress);
    m_socket->connectToHostEncrypted(where.address, where.port, m_fetch.host); // the last one is SNI
}

/// Another address only where this one showed no certificate: RFC 8305's idea without its haste.
void PolicyFetcher::giveThisAddressUp()
{
    dropSocket();
    tryNext();
}

void PolicyFetcher::onEncrypted()
{
    m_addressDeadline.stop();
    m_fetch.sentChain.clear();
    for (const QSslCertificate &certificate : m_socket->peerCertificateChain())
        m_fetch.sentChain.append(certificate.toDer());
    m_socket->write(requestFor(m_fetch.host));
}

void PolicyFetcher::onReadyRead()
{
    m_answer.take(m_socket->readAll());
    m_fetch.status = m_answer.status();
    m_fetch.contentType = quotedField(m_answer.contentType());
    m_fetch.location = quotedField(m_answer.location());
    switch (m_answer.state()) {
    case HttpReader::State::Head:
        return;
    case HttpReader::State::Broken:
        failed(QStringLiteral("the answer is no HTTP"));
        return;
    case HttpReader::State::Body:
    case HttpReader::State::Whole:
    case HttpReader::State::TooLarge:
        break;
    }
    if (m_fetch.status != ok) { // whatever it says in its body
        end(isRedirect(m_fetch.status) ? StsFetchEnd::Redirect : StsFetchEnd::Status);
        return;
    }
    m_fetch.body = m_answer.body();
    if (m_answer.state() == HttpReader::State::TooLarge)
        end(StsFetchEnd::TooLarge);
    else if (m_answer.state() == HttpReader::State::Whole)
        end(StsFetchEnd::Ok);
}

/// Closed by the other side, or it never came about.
void PolicyFetcher::onClosed()
{
    if (m_socket->bytesAvailable() > 0) {
        onReadyRead();
        if (!m_socket)
            return;
    }
    m_answer.close();
    if (m_answer.state() == HttpReader::State::Whole) {
        end(StsFetchEnd::Ok);
        return;
    }
    const bool isClosed =
        m_socket->error() == QAbstractSocket::RemoteHostClosedError && m_socket->isEncrypted();
    failed(isClosed ? QStringLiteral("the connection was closed before the whole answer had come")
                    : m_socket->errorString());
}

void PolicyFetcher::failed(const QString &why)
{
    m_fetch.error = why;
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
