#pragma once

#include "examples/certificatefactory.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSsl>
#include <QString>
#include <QTcpServer>

#include <chrono>

namespace mailseal {

/// Everything that can be special about one small SMTP server. As it stands it is a good one without a
/// certificate: set `certificate` and, for a chain, `sentBehind`. Replies are given without the last CR LF;
/// one of several lines has CR LF between them.
struct ServerScript
{
    enum class ClientCertificate { NotRequested, Requested, Demanded };
    enum class Close { CloseNotify, TcpOnly };

    QString host = QStringLiteral("mail.example"); ///< named in the greeting and the EHLO reply

    // The greeting
    QByteArray
        greeting; ///< empty: "220 HOST ESMTP …"; after 421 the connection is closed, after 554 503 follows
    std::chrono::milliseconds greetingDelay{0}; ///< what the client says meanwhile is answered afterwards

    // STARTTLS
    bool implicitTls = false;
    bool offersStarttls = true;         ///< false: not listed, and the command is answered 502
    int connectionsWithoutStarttls = 0; ///< so many first connections do not offer it
    QByteArray starttlsKeyword =
        "STARTTLS";           ///< another word ("XXXXXXXA") is listed; the command is unknown then
    QByteArray starttlsReply; ///< empty: 220, and TLS begins; another ("454 4.7.0 …") refuses
    QByteArray
        behindStarttlsReply; ///< clear text sent in the same segment behind the 220, with its line ends
    bool starttlsOfferedInsideTls =
        false; ///< listed again inside TLS (the command is answered 503 all the same)

    // TLS
    IssuedCertificate certificate;
    QList<QByteArray> sentBehind; ///< DER, sent behind the leaf as they stand: unsorted, doubled, surplus
    QSsl::SslProtocol protocol = QSsl::SecureProtocols;
    QByteArray cipherString = "ALL:!aNULL:@SECLEVEL=0"; ///< OpenSSL's syntax, TLS 1.2 and below
    /// Demanded: the connection is closed right after the handshake where none came (Qt sends no alert).
    ClientCertificate clientCertificate = ClientCertificate::NotRequested;
    Close close = Close::CloseNotify; ///< how the connection ends behind the 221 inside TLS

    // The dialogue
    QList<QByteArray> capabilities = {"PIPELINING", "SIZE 52428800", "8BITMIME"}; ///< in clear text
    QList<QByteArray> capabilitiesInsideTls = {"PIPELINING", "SIZE 52428800", "8BITMIME", "AUTH PLAIN LOGIN"};
    QHash<QByteArray, QByteArray> replies;          ///< in clear text: verb in upper case → the whole reply
    QHash<QByteArray, QByteArray> repliesInsideTls; ///< the same inside TLS; 421 closes
    QByteArray refusalInsideTls; ///< "554 …": to everything but QUIT inside TLS; empty: none
    std::chrono::milliseconds idle{std::chrono::minutes(5)}; ///< RFC 5321 §4.5.3.2.7; then 421
};

/// A small SMTP server in the caller's thread and event loop: `server.listen(QHostAddress::LocalHost)` takes
/// a free port, `serverPort()` tells it. It speaks like a careful MTA, forgets its client at the start of TLS
/// (RFC 3207 §4.2) and takes no mail. Connections end with the server.
class SmtpServer : public QTcpServer
{
    Q_OBJECT
public:
    explicit SmtpServer(ServerScript script, QObject *parent = nullptr);
    ~SmtpServer() override;

    const ServerScript &script() const { return m_script; }
    /// How many there have been.
    int connections() const { return m_connections; }

Q_SIGNALS:
    /// Each command line as it came, without its line end.
    void received(const QByteArray &line, bool insideTls);
    /// A connection is over.
    void ended();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    ServerScript m_script;
    int m_connections = 0;
};

} // namespace mailseal
