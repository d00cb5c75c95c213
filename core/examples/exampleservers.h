#pragma once

#include "values/certificatefacts.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace mailseal {

/// What is special about an example.
enum class ExampleKind { Good, SelfSigned, WrongName, Expired, RefusesAfterTls, NoStarttls };

struct ExampleServer
{
    ExampleKind kind = ExampleKind::Good;
    QString host; ///< "good.example": the reference name to inspect it by
    quint16 port = 0;
};

/// Small SMTP servers on 127.0.0.1, in the caller's thread, each on a free port; keys and certificates are
/// made in memory when they start. So that every page can be seen with no network at all.
class ExampleServers : public QObject
{
    Q_OBJECT
public:
    explicit ExampleServers(QObject *parent = nullptr);
    ~ExampleServers() override;

    /// Starts all; false and `error()` where loopback gives no port.
    bool start();
    QString error() const;
    QList<ExampleServer> servers() const;
    /// The root of the examples' own CA (DER): an anchor for them and for nothing else.
    QByteArray root() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mailseal
