#include "support/scriptedtransport.h"

#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace mailseal {

namespace {

bool isServers(const QByteArray &line)
{
    return line.startsWith("S: ") || line.startsWith("S~ ") || line.startsWith("S! ");
}

QByteArray bytesOf(const QByteArray &line)
{
    const QByteArray text = line.mid(3);
    return line.at(1) == '!' ? text : line.at(1) == '~' ? text + "\n" : text + "\r\n";
}

} // namespace

int serverLines(const Conversation &conversation)
{
    qsizetype count = 0;
    for (const QByteArray &line : conversation)
        count += isServers(line) ? bytesOf(line).count('\n') : 0;
    return static_cast<int>(count);
}

ScriptedTransport::ScriptedTransport(Conversation conversation, Playing playing,
                                     std::shared_ptr<ScriptLog> log)
    : m_script(std::move(conversation))
    , m_playing(playing)
    , m_log(std::move(log))
    , m_linesLeft(playing.cutAfterLine < 0 ? std::numeric_limits<int>::max() : playing.cutAfterLine)
{
}

void ScriptedTransport::connectTo(const Endpoint &, const std::optional<Proxy> &) { soon(); }

void ScriptedTransport::write(const QByteArray &bytes)
{
    m_log->written += bytes;
    m_said += bytes;
    for (qsizetype end = m_said.indexOf("\r\n"); end >= 0; end = m_said.indexOf("\r\n")) {
        const QByteArray line = m_said.left(end);
        m_said.remove(0, end + 2);
        const QByteArray awaited = m_script.isEmpty() ? QByteArray("silence") : m_script.takeFirst();
        if (!m_underway.isEmpty() || awaited != "C: " + line) {
            complain(QStringLiteral("'%1' where the script has '%2'")
                         .arg(QString::fromLatin1(line), QString::fromLatin1(awaited)));
        }
    }
    soon();
}

QByteArray ScriptedTransport::read(qsizetype most)
{
    QByteArray taken = m_arrived.left(most);
    m_arrived.remove(0, taken.size());
    return taken;
}

void ScriptedTransport::startTls(const QString &serverName, SuiteOffer suites)
{
    m_log->serverNames.append(serverName);
    m_log->offers.append(suites);
    m_tlsAwaited = true;
    m_arrived.clear();
    soon();
}

void ScriptedTransport::close() { soon(); }

void ScriptedTransport::abort() { m_log->aborted = true; }

QString ScriptedTransport::localAddress() const { return QStringLiteral("192.0.2.7"); }

void ScriptedTransport::soon() { QTimer::singleShot(0, this, &ScriptedTransport::play); }

void ScriptedTransport::play()
{
    if (m_log->aborted)
        return;
    if (!m_underway.isEmpty()) {
        deliver();
    } else if (!m_isConnected) {
        m_isConnected = true;
        if (m_script.isEmpty() || !playLine(m_script.constFirst()))
            Q_EMIT connected();
        soon();
    } else if (m_linesLeft == 0) {
        Q_EMIT closed();
    } else if (!m_script.isEmpty() && isServers(m_script.constFirst())) {
        gather();
        deliver();
    } else if (!m_script.isEmpty() && playLine(m_script.constFirst())) {
        soon();
    }
}

/// Whether the line was an event that needs no client.
bool ScriptedTransport::playLine(const QByteArray &first)
{
    const QByteArray line = first; // it leaves the script below
    if (line == "|") {
        m_script.removeFirst();
        return true;
    }
    if (line.startsWith("TLS")) {
        if (!m_tlsAwaited)
            return false;
        m_script.removeFirst();
        secure(line);
        return true;
    }
    if (isServers(line) || line.startsWith("C: "))
        return false;
    m_script.removeFirst();
    constexpr int certificateRequired = 116;
    if (line == "NOTIFY" || line == "CLOSE") {
        m_closeNotify = line == "NOTIFY";
        Q_EMIT closed();
    } else if (line == "RESET") {
        breakOff(TransportFailure::Kind::Other, 0);
    } else if (line == "ALERT") {
        breakOff(TransportFailure::Kind::Handshake, certificateRequired);
    } else if (line == "REFUSED") {
        breakOff(TransportFailure::Kind::Refused, 0);
    } else if (line == "UNREACHABLE") {
        breakOff(TransportFailure::Kind::Unreachable, 0);
    } else if (line == "PROXY") {
        breakOff(TransportFailure::Kind::ProxyFailed, 0);
    } else {
        complain(QStringLiteral("no such step: ") + QString::fromLatin1(line));
    }
    return true;
}

/// All of the server's lines that travel together.
void ScriptedTransport::gather()
{
    while (!m_script.isEmpty() && isServers(m_script.constFirst()) && m_linesLeft > 0) {
        const QByteArray bytes = bytesOf(m_script.takeFirst());
        m_underway += bytes;
        if (m_playing.cutAfterLine >= 0)
            m_linesLeft = std::max(0, m_linesLeft - static_cast<int>(bytes.count('\n')));
    }
}

void ScriptedTransport::deliver()
{
    const qsizetype count = m_playing.byteByByte ? 1 : m_underway.size();
    m_arrived += m_underway.left(count);
    m_underway.remove(0, count);
    soon();
    Q_EMIT readyRead();
}

void ScriptedTransport::secure(const QByteArray &line)
{
    m_tlsAwaited = false;
    constexpr int handshakeFailure = 40;
    if (line == "TLS ALERT") {
        breakOff(TransportFailure::Kind::Handshake, handshakeFailure);
        return;
    }
    m_handshake.completed = true;
    m_tls = TlsFacts{};
    m_tls->cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    m_tls->keyExchange = QStringLiteral("X25519");
    m_chain = QList<QByteArray>{"leaf"};
    Q_EMIT secured();
}

void ScriptedTransport::breakOff(TransportFailure::Kind kind, int alert)
{
    if (alert > 0) {
        m_handshake.alertReceived = TlsAlert{2, alert, QStringLiteral("alert %1").arg(alert)};
        m_handshake.error = QStringLiteral("words of OpenSSL");
    }
    m_script.clear();
    Q_EMIT failed({kind, QStringLiteral("words of the system")});
}

void ScriptedTransport::complain(const QString &what) { m_log->complaints.append(what); }

} // namespace mailseal
