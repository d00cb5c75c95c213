#pragma once

#include "examples/smtpserver.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

namespace mailseal {

/// One connection of an SmtpServer; deletes itself when it is over. `script` must outlive it.
class SmtpConnection : public QObject
{
    Q_OBJECT
public:
    SmtpConnection(const ServerScript &script, int number, QObject *parent);
    ~SmtpConnection() override;
    void start(qintptr descriptor);

Q_SIGNALS:
    void received(const QByteArray &line, bool insideTls);
    void ended();

private:
    enum class Phase { BeforeGreeting, ClearText, Handshake, InsideTls, Closing };

    void startTls();
    void secured();
    void greet();
    void read();
    void answer(const QByteArray &line);
    QByteArray replyTo(const QByteArray &verb, const QByteArray &argument);
    QByteArray replyToEhlo() const;
    QByteArray replyToStarttls(const QByteArray &argument) const;
    bool offersStarttls() const;
    void send(const QByteArray &reply);
    void silentForTooLong();
    void close();
    void over();

    const ServerScript &m_script;
    int m_number;
    Phase m_phase = Phase::BeforeGreeting;
    bool m_greeted = false; ///< EHLO or HELO was given since the last reset (RFC 5321 §4.1.4, RFC 3207 §4.2)
    bool m_refusing = false;
    QSslSocket m_socket;
    QByteArray m_buffer;
    QTimer m_idle;
};

} // namespace mailseal
