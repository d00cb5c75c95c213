#include "savedfile/json.h"

#include "savedfile/describeinspection.h"
#include "savedfile/jsonwriter.h"
#include "savedfile/unknownfields.h"
#include "wire/escape.h"

#include <QJsonDocument>

namespace mailseal {

QJsonObject toJson(const Inspection &inspection)
{
    const QJsonObject object = json::written(inspection);
    return inspection.unknownFields.isEmpty() ? object : json::withUnknown(object, inspection.unknownFields);
}

QByteArray writeSurvey(const QList<Inspection> &inspections)
{
    QJsonObject survey;
    for (const Inspection &inspection : inspections) {
        for (const UnknownField &one : inspection.unknownFields) {
            if (one.kind == UnknownField::Kind::SurveyMember)
                survey.insert(one.pointer, one.value);
        }
    }
    survey.insert(QStringLiteral("schema"), schema::survey + QString::number(schema::version));
    survey.insert(QStringLiteral("inspections"),
                  json::list(inspections, [](const Inspection &one) { return toJson(one); }));
    return escapeJson(QJsonDocument(survey).toJson(QJsonDocument::Indented));
}

QByteArray writeJsonLine(const Inspection &inspection)
{
    return escapeJson(QJsonDocument(toJson(inspection)).toJson(QJsonDocument::Compact)) + '\n';
}

} // namespace mailseal
