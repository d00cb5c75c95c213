#include "interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace mailseal {

namespace {

std::array<int, 2> pipeEnds{-1, -1};

extern "C" void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}

void handle(int signalNumber, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(signalNumber, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    handle(SIGPIPE, SIG_IGN); // a closed standard output is a write error, told in words
}

Interrupt::~Interrupt()
{
    setAction({});
    for (int &end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

void Interrupt::setAction(std::function<void()> action)
{
    m_action = std::move(action);
    if (m_action && pipeEnds[0] < 0 && ::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
            char byte = 0;
            while (::read(pipeEnds[0], &byte, 1) == 1) {
            }
            if (m_action)
                m_action();
        });
    }
    for (const int signalNumber : {SIGINT, SIGTERM})
        handle(signalNumber, m_action ? &onSignal : SIG_DFL);
}

} // namespace mailseal
