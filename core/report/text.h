#pragma once

#include "values/inspection.h"
#include "wording/wording.h"

#include <QList>
#include <QString>

namespace mailseal {

/// Short: what was asked, and each problem with what to do about it. Full: the proof as well.
enum class TextDetail { Short, Full };

struct TextStyle
{
    bool colour = false; ///< ANSI, for a terminal only
    int width = 80;      ///< no line is wider
    TextDetail detail = TextDetail::Full;
};

/// What an admin pastes into a ticket: verdict first, then proof. Server bytes escaped.
QString inspectionText(const Inspection &inspection, const Wording &wording, const TextStyle &style);
/// The same of several, the servers of a mail domain under a list of all of them.
QString surveyText(const QList<Inspection> &inspections, const Wording &wording, const TextStyle &style);
/// The transcript alone, as saved to file: time, side, lock, line; handshake marked.
QString transcriptText(const Inspection &inspection, const Wording &wording);
/// The chain as sent as PEM, each block headed by its subject and issuer in comment lines.
QByteArray chainPem(const Inspection &inspection);
/// CSV (RFC 4180): a header line, and a line an inspection.
QByteArray csvHeader();
QByteArray csvLine(const Inspection &inspection);

} // namespace mailseal
