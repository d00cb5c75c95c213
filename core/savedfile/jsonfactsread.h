#pragma once

#include "savedfile/jsonnode.h"
#include "values/certificatefacts.h"
#include "values/evidence.h"

/// The way back from jsonfacts: single facts, each from the node that holds it.
namespace mailseal::json {

Reply readReply(const Node &node);
HandshakeFacts readHandshake(const Node &node);
Timings readTimings(const Node &node);
Transcript readTranscript(const Node &node);
Capabilities readCapabilities(const Node &node);
EarlyPlaintext readEarlyPlaintext(const Node &node);
TlsFacts readTls(const Node &node);
CertificateFacts readCertificate(const Node &node);
Observer readObserver(const Node &node);
Target readTarget(const Node &node);
Assumption readAssumption(const Node &node);

} // namespace mailseal::json
