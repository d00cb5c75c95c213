#pragma once

#include <QEventLoop>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

/// A plain SMTP client for tests, in the same event loop as the server it talks to.
class SmtpClient
{
public:
    explicit SmtpClient(quint16 port, QSsl::SslProtocol protocol = QSsl::SecureProtocols)
    {
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.setCaCertificates({});
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(protocol);
        configuration.setBackendConfigurationOption("CipherString", QByteArray("ALL:!aNULL:@SECLEVEL=0"));
        socket.setSslConfiguration(configuration);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    /// One whole reply; empty or cut where the connection ended first.
    QByteArray reply()
    {
        QByteArray text;
        for (;;) {
            while (!socket.canReadLine()) {
                if (socket.state() == QAbstractSocket::UnconnectedState || !somethingHappens())
                    return text + socket.readAll();
            }
            const QByteArray line = socket.readLine();
            text += line;
            if (line.size() < 4 || line.at(3) != '-')
                return text;
        }
    }

    QByteArray say(const QByteArray &line)
    {
        socket.write(line + "\r\n");
        return reply();
    }

    bool startTls(const QString &name = {})
    {
        while (socket.state() == QAbstractSocket::ConnectingState) {
            if (!somethingHappens())
                return false;
        }
        socket.setPeerVerifyName(name);
        socket.startClientEncryption();
        while (!socket.isEncrypted() && socket.state() == QAbstractSocket::ConnectedState) {
            if (!somethingHappens())
                return false;
        }
        return socket.isEncrypted();
    }

    /// Whether the other side ends the connection.
    bool isClosedByServer()
    {
        while (socket.state() != QAbstractSocket::UnconnectedState) {
            if (!somethingHappens())
                return false;
        }
        return true;
    }

    QSslSocket socket;

private:
    bool somethingHappens()
    {
        QEventLoop loop;
        QTimer deadline;
        bool inTime = false;
        const auto wake = [&] {
            inTime = true;
            loop.quit();
        };
        QObject::connect(&socket, &QIODevice::readyRead, &loop, wake);
        QObject::connect(&socket, &QAbstractSocket::connected, &loop, wake);
        QObject::connect(&socket, &QSslSocket::encrypted, &loop, wake);
        QObject::connect(&socket, &QAbstractSocket::disconnected, &loop, wake);
        QObject::connect(&deadline, &QTimer::timeout, &loop, &QEventLoop::quit);
        deadline.start(patience);
        loop.exec();
        return inTime;
    }

    static constexpr int patience = 10'000;
};
