#include "savedfile/json.h"

#include "savedfile/describeinspection.h"
#include "savedfile/jsonreader.h"
#include "savedfile/jsonscan.h"
#include "savedfile/unknownfields.h"
#include "values/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace mailseal {

namespace {

using json::Node;
using Key = QLatin1StringView;

/// The number behind the schema's name, and whether this version can read it.
void checkSchema(const Node &node, QLatin1StringView name)
{
    const Node field = node[Key("schema")];
    const QString schema = field.text();
    bool isNumber = false;
    const int version = schema.startsWith(name) ? schema.mid(name.size()).toInt(&isNumber) : 0;
    if (!isNumber || version < 1) {
        field.fail(QStringLiteral("\"%1\" is no %2%3").arg(schema.left(60), name).arg(schema::version),
                   FileProblem::Kind::OtherSchema);
    } else if (version > schema::version) {
        field.fail(QStringLiteral("\"%1\" was made by a newer version of Mailseal").arg(schema),
                   FileProblem::Kind::NewerSchema);
    }
}

void keepUnknown(const Node &node, Inspection &inspection)
{
    auto foreign = json::below(node.pointer(), node.reading().unknownFields);
    foreign += json::unknownMembers(node.value().toObject(), toJson(inspection), foreign);
    if (foreign.size() > limits::savedUnknown)
        node.fail(QString::number(limits::savedUnknown), FileProblem::Kind::TooMany);
    inspection.unknownFields = std::move(foreign);
    node.reading().unknownFields.clear();
}

Inspection readInspection(const Node &node)
{
    checkSchema(node, schema::inspection);
    Inspection inspection;
    if (node.failed())
        return inspection;
    json::Reader reader(node);
    describe(reader, inspection);
    if (!node.failed())
        keepUnknown(node, inspection);
    return inspection;
}

/// The fields around the inspections that only a newer version knows travel with the first one.
void keepUnknownAround(const QJsonObject &survey, Inspection &first)
{
    for (auto it = survey.begin(); it != survey.end(); ++it) {
        if (it.key() != Key("schema") && it.key() != Key("inspections"))
            first.unknownFields.append({UnknownField::Kind::SurveyMember, it.key(), it.value()});
    }
}

QList<Inspection> readDocument(const Node &root)
{
    const QString schema = root.value()[Key("schema")].toString();
    if (schema.startsWith(schema::inspection))
        return {readInspection(root)};
    checkSchema(root, schema::survey);
    if (root.failed())
        return {};
    auto inspections = root[Key("inspections")].list(readInspection);
    if (inspections.isEmpty())
        root[Key("inspections")].fail(QStringLiteral("is empty"));
    else
        keepUnknownAround(root.value().toObject(), inspections.first());
    return inspections;
}

SavedInspections readOne(const QByteArray &content)
{
    if (auto error = json::scan(content))
        return *error;
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(content, &problem);
    if (problem.error != QJsonParseError::NoError) // a number beyond every range
        return FileProblem{FileProblem::Kind::NotJson, QString::number(problem.offset)};
    if (!document.isObject())
        return FileProblem{FileProblem::Kind::OtherSchema, QStringLiteral("an object is expected")};
    json::Reading reading;
    auto inspections = readDocument(Node(document.object(), {}, reading));
    if (reading.error)
        return *reading.error;
    return inspections;
}

FileProblem tooLarge()
{
    constexpr qsizetype mebibyte = qsizetype{1024} * 1024;
    return {FileProblem::Kind::TooLarge, QString::number(limits::savedFile / mebibyte)};
}

/// JSON Lines: one inspection a line. Told by a first line that is an object of its own.
bool isOneALine(const QByteArray &content)
{
    const qsizetype end = content.indexOf('\n');
    if (end < 0)
        return false;
    const QByteArrayView first = QByteArrayView(content).first(end).trimmed();
    return first.size() > 2 && first.startsWith('{') && first.endsWith('}') &&
           !QByteArrayView(content).sliced(end).trimmed().isEmpty();
}

SavedInspections readLines(const QByteArray &content)
{
    QList<Inspection> all;
    qsizetype number = 0;
    for (const QByteArray &line : content.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        auto read = readOne(line);
        if (auto *error = std::get_if<FileProblem>(&read)) {
            error->text = QStringLiteral("line %1, %2").arg(number).arg(error->text);
            return *error;
        }
        all += std::get<QList<Inspection>>(read);
    }
    return all;
}

} // namespace

SavedInspections readSurvey(const QByteArray &content)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF"); // may be there and means nothing (RFC 8259 §8.1)
    if (content.size() > limits::savedFile)
        return tooLarge();
    const QByteArray text = content.startsWith(byteOrderMark) ? content.mid(byteOrderMark.size()) : content;
    if (text.trimmed().startsWith("-----BEGIN "))
        return FileProblem{FileProblem::Kind::Certificates, {}};
    return isOneALine(text) ? readLines(text) : readOne(text);
}

SavedInspections readSurveyFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) // reading a device or a pipe may never end
        return FileProblem{FileProblem::Kind::NoRegularFile, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return FileProblem{FileProblem::Kind::Unreadable, file.errorString()};
    if (file.size() > limits::savedFile)
        return tooLarge();
    const QByteArray content = file.read(limits::savedFile + 1);
    if (file.error() != QFileDevice::NoError)
        return FileProblem{FileProblem::Kind::Unreadable, file.errorString()};
    return readSurvey(content);
}

} // namespace mailseal
