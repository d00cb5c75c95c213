#pragma once

#include "values/inspection.h"
#include "values/verdict.h"

#include <QList>

namespace mailseal {

/// The verdict of every policy, each on what such a client is shown (docs/judgement.md "Names and SNI"): the
/// variant without SNI where there is one and the client sends none, else the main session. Another
/// certificate that the client may be shown as well and that leads to another verdict is a finding at its
/// end, and so is another verdict by GnuTLS.
QList<Verdict> judgeAsShown(const Inspection &inspection);

/// The same by GnuTLS's word on every chain, for senders that are built with it; empty where it is OpenSSL's.
QList<Verdict> judgeByGnuTls(const Inspection &inspection);

} // namespace mailseal
