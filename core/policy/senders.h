#pragma once

#include "values/evidence.h"
#include "values/sender.h"

#include <QByteArray>
#include <QList>

#include <variant>

namespace mailseal {

/// Every profile of resources/senders, in the order in which they are shown.
const QList<SenderProfile> &senderProfiles();

/// Reads one profile. The error is English, for whoever wrote the file.
std::variant<SenderProfile, QString> readSenderProfile(const QByteArray &json);

/// What that sender would do, from the verdicts of the policies that it combines: a failing DANE is never
/// overridden by MTA-STS (RFC 8461 §2). Pure.
SenderVerdict judgeSender(const SenderProfile &profile, const QList<Verdict> &verdicts,
                          const Evidence &evidence);

/// All of them; empty where the service is none that relays come to. `byGnuTls`: the verdicts for senders
/// with that library, where they differ (judgeByGnuTls).
QList<SenderVerdict> judgeSenders(const QList<Verdict> &verdicts, const Evidence &evidence,
                                  const QList<Verdict> &byGnuTls = {});

} // namespace mailseal
