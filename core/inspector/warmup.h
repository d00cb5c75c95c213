#pragma once

#include <future>

namespace mailseal {

/// Has everything that an inspection needs of TLS loaded on another thread, while the caller reads what is to
/// be inspected: that takes a tenth of a whole inspection on loopback. Lives no longer than the application
/// object, which it must not outlast.
class WarmUp
{
public:
    WarmUp();
    ~WarmUp();
    WarmUp(const WarmUp &) = delete;
    WarmUp &operator=(const WarmUp &) = delete;

private:
    std::future<void> m_secondLibrary;
};

} // namespace mailseal
