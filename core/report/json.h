#pragma once

#include "values/inspection.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <variant>

namespace mailseal {

/// One inspection as CONTRACT.md has it ("mailseal/inspection/1"). Always English, locale-free.
QJsonObject toJson(const Inspection &inspection);
/// A survey ("mailseal/survey/1"), the content of --format json and of a .mailseal file.
QByteArray writeSurvey(const QList<Inspection> &inspections);
/// One compact line with its line end, for --format jsonl.
QByteArray writeJsonLine(const Inspection &inspection);

struct JsonError
{
    QString text; ///< English: what is wrong and where, for a person
};
/// Reads a survey or a single inspection; read(write(i)) == i.
std::variant<QList<Inspection>, JsonError> readSurvey(const QByteArray &content);

} // namespace mailseal
