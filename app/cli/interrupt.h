#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace mailseal {

/// SIGINT and SIGTERM on the event loop, by a pipe to ourselves (signal-safety(7) allows write alone in a
/// handler).
class Interrupt
{
public:
    Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;
    ~Interrupt();
    /// From now on an interruption calls `action`; an empty one restores the default.
    void setAction(std::function<void()> action);

private:
    std::function<void()> m_action;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace mailseal
