#pragma once

#include "savedfile/jsonnode.h"
#include "values/ocsp.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>

/// `tls.ocsp` of an inspection (CONTRACT.md), both ways: the response as it came, in hexadecimal, and what
/// was made of it. Null where nothing was stapled.
namespace mailseal::json {

QJsonValue ocsp(const QByteArray &staple, const std::optional<OcspFacts> &facts);
QByteArray readStaple(const Node &ocsp);
std::optional<OcspFacts> readOcsp(const Node &ocsp);

} // namespace mailseal::json
