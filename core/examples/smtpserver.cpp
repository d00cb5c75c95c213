#include "examples/smtpserver.h"

#include "examples/smtpconnection.h"

namespace mailseal {

SmtpServer::SmtpServer(ServerScript script, QObject *parent)
    : QTcpServer(parent)
    , m_script(std::move(script))
{
}

SmtpServer::~SmtpServer()
{
    // The connections read the script: they go first.
    const auto open = findChildren<SmtpConnection *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(open);
}

void SmtpServer::incomingConnection(qintptr descriptor)
{
    auto *connection = new SmtpConnection(m_script, m_connections, this);
    ++m_connections;
    connect(connection, &SmtpConnection::received, this, &SmtpServer::received);
    connect(connection, &SmtpConnection::ended, this, &SmtpServer::ended);
    connection->start(descriptor);
}

} // namespace mailseal
