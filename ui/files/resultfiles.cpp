#include "files/resultfiles.h"

#include "report/html.h"
#include "report/markdown.h"
#include "report/text.h"
#include "savedfile/json.h"
#include "wording/wording.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace mailseal {

namespace {

struct ResultFileText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::ResultFileText)
};

QString safe(const QString &text)
{
    constexpr qsizetype longest = 100;
    QString name;
    for (const QChar c : text.left(longest)) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        name += isPlain || (c == u'.' && !name.isEmpty()) ? c : QChar(u'-');
    }
    return name;
}

/// Of one its host and address, of several how many there are.
QString stemOf(const QList<Inspection> &inspections)
{
    if (inspections.size() != 1)
        return QStringLiteral("mailseal-%1-servers").arg(inspections.size());
    const Target &target = inspections.constFirst().evidence.target;
    QStringList parts{safe(titleOf(target))};
    if (!target.address.isEmpty() && target.address != target.host)
        parts.append(safe(target.address));
    return parts.join(u'-');
}

/// What tells two files of one server apart.
QString partName(ResultFile file)
{
    switch (file) {
    case ResultFile::Survey:
        return {};
    case ResultFile::TranscriptText:
        return QStringLiteral("-transcript");
    case ResultFile::ChainPem:
        return QStringLiteral("-chain");
    case ResultFile::ReportHtml:
    case ResultFile::ReportMarkdown:
    case ResultFile::ReportText:
    case ResultFile::ReportPdf:
        return QStringLiteral("-report");
    }
    return {};
}

} // namespace

QString fileSuffix(ResultFile file)
{
    switch (file) {
    case ResultFile::Survey:
        return QStringLiteral("mailseal");
    case ResultFile::TranscriptText:
        return QStringLiteral("txt");
    case ResultFile::ChainPem:
        return QStringLiteral("pem");
    case ResultFile::ReportHtml:
        return QStringLiteral("html");
    case ResultFile::ReportMarkdown:
        return QStringLiteral("md");
    case ResultFile::ReportText:
        return QStringLiteral("txt");
    case ResultFile::ReportPdf:
        return QStringLiteral("pdf");
    }
    return {};
}

QString fileFilter(ResultFile file)
{
    switch (file) {
    case ResultFile::Survey:
        return ResultFileText::tr("Mailseal inspections (*.mailseal)");
    case ResultFile::TranscriptText:
    case ResultFile::ReportText:
        return ResultFileText::tr("Text (*.txt)");
    case ResultFile::ChainPem:
        return ResultFileText::tr("Certificates (*.pem)");
    case ResultFile::ReportHtml:
        return ResultFileText::tr("HTML (*.html)");
    case ResultFile::ReportMarkdown:
        return ResultFileText::tr("Markdown (*.md)");
    case ResultFile::ReportPdf:
        return ResultFileText::tr("PDF (*.pdf)");
    }
    return {};
}

QString suggestedFileName(ResultFile file, const QList<Inspection> &inspections)
{
    return stemOf(inspections) + partName(file) + u'.' + fileSuffix(file);
}

QByteArray contentOf(ResultFile file, const QList<Inspection> &inspections)
{
    const Wording wording(Wording::Speech::Translated);
    QByteArray content;
    switch (file) {
    case ResultFile::Survey:
        return writeSurvey(inspections);
    case ResultFile::ReportHtml:
        return surveyHtml(inspections, wording).toUtf8();
    case ResultFile::ReportMarkdown:
        return surveyMarkdown(inspections, wording).toUtf8();
    case ResultFile::ReportPdf:
        return {};
    case ResultFile::ReportText:
        for (const Inspection &inspection : inspections)
            content += inspectionText(inspection, wording, {}).toUtf8() + '\n';
        content.chop(1);
        return content;
    case ResultFile::TranscriptText:
        for (const Inspection &inspection : inspections)
            content += transcriptText(inspection, wording).toUtf8() + '\n';
        content.chop(1);
        return content;
    case ResultFile::ChainPem:
        for (const Inspection &inspection : inspections)
            content += chainPem(inspection);
        return content;
    }
    return content;
}

QString writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace mailseal
