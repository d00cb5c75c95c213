#pragma once

#include "models/serverlisttext.h"

#include <QDateTime>

namespace mailseal {

/// The host as people read it; plain text, escaped.
QString hostText(const ListedServer &server);
/// The same for a title: where it is a U-label, the A-label stands behind it.
QString titleText(const ListedServer &server);
/// "192.0.2.9:25 · MX 10 of example.org · SMTP, STARTTLS · TLS 1.3 · inspected today 10:02:14 · 388 ms ·
/// acting as “TLS if offered”"
QString headerText(const Inspection &inspection);
/// "today 10:02:14", "yesterday 10:02:14", else the local date as well.
QString momentText(const QDateTime &moment, const QDateTime &now);
/// The same to the minute.
QString minuteText(const QDateTime &moment, const QDateTime &now);
/// "3 servers inspected · 5 connections"
QString tallyText(int servers, int connections);

} // namespace mailseal
