#include "inspector/warmup.h"

#include "chain/chain.h"
#include "net/ssltransport.h"

namespace mailseal {

WarmUp::WarmUp()
{
    SslTransport::beginWarmUp();
    m_secondLibrary = std::async(std::launch::async, [] {
        SslTransport::awaitWarmUp(); // the loader serves one at a time, and the handshake comes before the
                                     // chain
        loadSecondLibrary();
    });
}

WarmUp::~WarmUp()
{
    SslTransport::awaitWarmUp();
    m_secondLibrary.wait();
}

} // namespace mailseal
