#pragma once

#include "values/proxy.h"

#include <QByteArray>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

namespace mailseal {

/// A proxy as far as one connection to a port of loopback needs it: SOCKS5 (RFC 1928) or HTTP CONNECT. Keeps
/// what it was asked for.
class ProxyServer : public QTcpServer
{
public:
    ProxyServer(Proxy::Kind kind, quint16 target)
        : m_kind(kind)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, target] {
            QTcpSocket *near = nextPendingConnection();
            auto *far = new QTcpSocket(near);
            far->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
            connect(near, &QTcpSocket::readyRead, this, [this, near, far] { relay(near, far); });
            connect(far, &QTcpSocket::readyRead, near, [near, far] {
                if (near->property("open").toBool())
                    near->write(far->readAll());
            });
            connect(far, &QTcpSocket::disconnected, near, [near, far] {
                near->write(far->readAll());
                near->disconnectFromHost();
            });
        });
    }
    Proxy proxy() const { return {m_kind, QStringLiteral("127.0.0.1"), serverPort(), {}, {}}; }

    QByteArray asked; ///< everything that came before the way was open

private:
    void relay(QTcpSocket *near, QTcpSocket *far)
    {
        if (near->property("open").toBool()) {
            far->write(near->readAll());
            return;
        }
        asked += near->readAll();
        if (m_kind == Proxy::Kind::Http) {
            if (asked.endsWith("\r\n\r\n"))
                open(near, far, "HTTP/1.1 200 Connection established\r\n\r\n");
        } else if (!near->property("greeted").toBool()) {
            near->setProperty("greeted", true);
            near->write(QByteArray("\x05\x00", 2));
        } else {
            open(near, far, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
        }
    }
    static void open(QTcpSocket *near, QTcpSocket *far, const QByteArray &answer)
    {
        near->setProperty("open", true);
        near->write(answer + far->readAll());
    }

    Proxy::Kind m_kind;
};

} // namespace mailseal
