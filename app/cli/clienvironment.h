#pragma once

#include <QIODevice>

#include <functional>
#include <memory>

namespace mailseal {

class Inspector;

/// Everything ambient that a verb touches, as arguments.
struct CliEnvironment
{
    QIODevice *in = nullptr;
    QIODevice *out = nullptr; ///< results and nothing else
    QIODevice *err = nullptr; ///< messages
    bool isOutTerminal = false;
    bool isErrTerminal = false;
    bool wantsColour = false; ///< a terminal, and neither NO_COLOR nor TERM=dumb
    int columns = 100;        ///< no line of a text is wider
    std::function<std::unique_ptr<Inspector>()> makeInspector;
    /// Calls back once when the person interrupts (Ctrl-C); empty in tests that do not.
    std::function<void(std::function<void()>)> onInterrupt;

    void say(const QString &message) const { err->write(message.toUtf8() + '\n'); }
};

} // namespace mailseal
