#include "resultfiles.h"

#include "report/text.h"
#include "report/wording.h"

#include <QSaveFile>

namespace mailseal {

namespace {

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

} // namespace

QString suggestedFileName(ResultFile file, const Target &target)
{
    QStringList parts{safe(target.host)};
    if (!target.address.isEmpty() && target.address != target.host)
        parts.append(safe(target.address));
    const QString stem = parts.join(u'-');
    switch (file) {
    case ResultFile::TranscriptText:
        return stem + QStringLiteral("-transcript.txt");
    case ResultFile::ChainPem:
        return stem + QStringLiteral("-chain.pem");
    }
    return stem;
}

QByteArray contentOf(ResultFile file, const Inspection &inspection)
{
    switch (file) {
    case ResultFile::TranscriptText:
        return transcriptText(inspection, Wording(Wording::Speech::Translated)).toUtf8();
    case ResultFile::ChainPem:
        return chainPem(inspection);
    }
    return {};
}

QString writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace mailseal
