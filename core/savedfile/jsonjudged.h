#pragma once

#include "values/inspection.h"

#include <QJsonObject>

/// How what follows from the evidence is written (CONTRACT.md). jsonjudgedread is the way back.
namespace mailseal::json {

QJsonObject finding(const Finding &finding);
QJsonObject chain(const ChainFacts &chain);
QJsonObject names(const NameCheck &names);
QJsonObject verdict(const Verdict &verdict);
QJsonObject sender(const SenderVerdict &sender);
QJsonObject conformance(const ConformanceRow &row);
QJsonObject rejudged(const Rejudged &rejudged);

} // namespace mailseal::json
