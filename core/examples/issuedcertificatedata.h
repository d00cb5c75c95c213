#pragma once

#include "examples/certificatefactory.h"
#include "examples/opensslhandles.h"

namespace mailseal {

/// What an IssuedCertificate shares: for this folder alone, so that no other needs OpenSSL's headers.
struct IssuedCertificate::Data
{
    examples::X509Ptr certificate;
    examples::KeyPtr key;
};

} // namespace mailseal
