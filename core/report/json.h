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

/// Why a file is no saved inspection. Wording::fileProblem makes a sentence of it that says what to do.
struct JsonError
{
    enum class Kind {
        Unreadable,    ///< the system's words
        NoRegularFile, ///< a folder, a device, a pipe
        Empty,
        TooLarge,     ///< beyond limits::savedFile
        NotUtf8,      ///< what it seems to be
        Certificates, ///< PEM: certificates or keys
        NotJson,      ///< from which byte on
        TooDeep,      ///< beyond limits::savedDepth
        TooMany,      ///< beyond limits::savedValues or limits::savedMembers
        NameTwice,    ///< which field: nobody can say which of the two counts (RFC 8259 §4)
        NewerSchema,  ///< the schema
        OtherSchema,  ///< what it is instead
        Unfit         ///< which field, and what is expected there
    };
    Kind kind = Kind::Unfit;
    QString text; ///< English, the detail that the kind names
    bool operator==(const JsonError &) const = default;
};
using SavedInspections = std::variant<QList<Inspection>, JsonError>;

/// Reads a survey, a single inspection or one a line; read(write(i)) == i. What only a newer version knows is
/// kept in Inspection::foreign. The content may be anyone's: time and memory are bounded by its size.
SavedInspections readSurvey(const QByteArray &content);
/// The same from a regular file, no more of it than limits::savedFile.
SavedInspections readSurveyFile(const QString &path);

} // namespace mailseal
