#pragma once

#include "examples/certificatefactory.h"
#include "values/endpoint.h"

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

#include <utility>

namespace mailseal {

/// A whole HTTP answer.
inline QByteArray httpPage(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

/// Answers every request with the same octets and keeps what was asked. An empty answer: it stays silent
/// until `answerNow`.
class HttpsServer : public QSslServer
{
public:
    HttpsServer(QByteArray answer, const IssuedCertificate &with)
        : m_answer(std::move(answer))
    {
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(with.certificatePem()));
        tls.setPrivateKey(QSslKey(with.keyPem(), QSsl::Ec));
        setSslConfiguration(tls);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, &HttpsServer::serve);
        listen(QHostAddress::LocalHost);
    }
    Endpoint endpoint() const { return {QStringLiteral("127.0.0.1"), serverPort()}; }
    /// To the requests that wait, and all later ones.
    void answerNow(const QByteArray &answer)
    {
        m_answer = answer;
        for (QTcpSocket *socket : std::as_const(m_waiting))
            socket->write(m_answer);
        m_waiting.clear();
    }
    bool isAsked() const { return asked.endsWith("\r\n\r\n"); }

    QByteArray asked;
    bool closes = false; ///< behind the answer

private:
    void serve()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                asked += socket->readAll();
                if (!isAsked())
                    return;
                if (m_answer.isEmpty()) {
                    m_waiting.append(socket);
                    return;
                }
                socket->write(m_answer);
                if (closes)
                    socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] { m_waiting.removeAll(socket); });
        }
    }

    QByteArray m_answer;
    QList<QTcpSocket *> m_waiting;
};

} // namespace mailseal
