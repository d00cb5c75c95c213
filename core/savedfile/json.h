#pragma once

#include "values/fileproblem.h"
#include "values/inspection.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <variant>

namespace mailseal {

/// One inspection as docs/file-format.md has it ("mailseal/inspection/1"). Always English, locale-free.
QJsonObject toJson(const Inspection &inspection);
/// A survey ("mailseal/survey/1"), the content of --format json and of a .mailseal file.
QByteArray writeSurvey(const QList<Inspection> &inspections);
/// One compact line with its line end, for --format jsonl.
QByteArray writeJsonLine(const Inspection &inspection);

using SavedInspections = std::variant<QList<Inspection>, FileProblem>;

/// Reads a survey, a single inspection or one a line; read(write(i)) == i. What only a newer version knows is
/// kept in Inspection::foreign. The content may be anyone's: time and memory are bounded by its size.
SavedInspections readSurvey(const QByteArray &content);
/// The same from a regular file, no more of it than limits::savedFile.
SavedInspections readSurveyFile(const QString &path);

} // namespace mailseal
