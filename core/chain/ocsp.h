#pragma once

#include "values/certificatefacts.h"
#include "values/ocsp.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace mailseal {

/// What a stapled OCSP response (DER, RFC 6960) says of the leaf, the first of `sent`. `issuers` are further
/// certificates (DER) its issuer may be among: the anchor, where it was not sent. Verified: the response is
/// for this very certificate, signed by its issuer or by whom the issuer delegated it to, under a path to one
/// of `anchors`, and current at `at`.
OcspFacts judgeStaple(const QByteArray &staple, const QList<QByteArray> &sent,
                      const QList<QByteArray> &issuers, const TrustAnchors &anchors, const QDateTime &at);

} // namespace mailseal
