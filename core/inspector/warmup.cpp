#include "inspector/warmup.h"

#include "net/ssltransport.h"

namespace mailseal {

WarmUp::WarmUp() { SslTransport::beginWarmUp(); }

WarmUp::~WarmUp() { SslTransport::awaitWarmUp(); }

} // namespace mailseal
