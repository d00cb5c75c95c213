#pragma once

#include "net/httpreader.h"
#include "values/endpoint.h"
#include "values/limits.h"
#include "values/proxy.h"
#include "values/sts.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

class QSslSocket;

namespace mailseal {

/// Fetches one MTA-STS policy (RFC 8461 §3.3) and reports what was seen. Nothing is verified here: the chain
/// that the policy host presented is recorded and judged in policy, which turns the end into Certificate.
/// Nothing is cached, no redirect is followed, and no name is looked up: the caller says where the host is.
class PolicyFetcher : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const StsFetch &)>;

    /// Through `proxy`, where there is one: then it is told an address, never the name.
    explicit PolicyFetcher(std::optional<Proxy> proxy = std::nullopt, QObject *parent = nullptr);
    ~PolicyFetcher() override;

    /// One fetch at a time. `where` are the addresses of `host` (A-labels), tried in order until one shows a
    /// certificate, each but the last for limits::stsAddress; none at all ends as ResolveFailed. `done` is
    /// called once, from the event loop and within `most`, unless the fetch is cancelled first; there may be
    /// no fetcher behind it any more.
    void fetch(const QString &host, const QList<Endpoint> &where, Done done,
               std::chrono::milliseconds most = limits::stsFetch);
    void cancel();

private:
    void tryNext();
    void giveThisAddressUp();
    void dropSocket();
    void onEncrypted();
    void onReadyRead();
    void onClosed();
    void failed(const QString &why);
    void end(StsFetchEnd how);

    QSslSocket *m_socket = nullptr;
    HttpReader m_answer;
    std::optional<Proxy> m_proxy;
    QTimer m_deadline;
    QTimer m_addressDeadline; ///< of this address, where another is left
    QList<Endpoint> m_left;
    Done m_done;
    StsFetch m_fetch;
    std::chrono::steady_clock::time_point m_begun;
};

} // namespace mailseal
