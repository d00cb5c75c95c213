#pragma once

#include "net/session.h"
#include "values/finding.h"
#include "values/transcript.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace mailseal {

/// Port 25 was silent: one short connection each to 465 and 587 of the same host tells whether the host is
/// down or the port is filtered on the way. Nothing is said there.
class PortTries : public QObject
{
    Q_OBJECT
public:
    /// The connection to such a port, not yet started; it is to go no further than the connect.
    using MakeSession = std::function<std::unique_ptr<Session>(quint16 port)>;

    explicit PortTries(const MakeSession &makeSession, QObject *parent = nullptr);
    ~PortTries() override;

    void start();
    /// How many connections it makes.
    int count() const { return static_cast<int>(m_tries.size()); }

    /// What each port answered, and what follows; valid once `ended` came.
    QList<TranscriptNote> notes() const;
    Finding conclusion() const;

Q_SIGNALS:
    /// Once, when the last of them is over.
    void ended();

private:
    struct Try
    {
        quint16 port = 0;
        std::unique_ptr<Session> session;
    };
    void oneEnded();

    std::vector<Try> m_tries;
    size_t m_open = 0;
};

} // namespace mailseal
