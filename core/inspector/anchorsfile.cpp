#include "inspector/anchorsfile.h"

#include "chain/chain.h"
#include "values/limits.h"

#include <QFile>

namespace mailseal {

std::variant<TrustAnchors, AnchorsFileProblem> readAnchorsFile(const QString &path)
{
    using Kind = AnchorsFileProblem::Kind;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return AnchorsFileProblem{Kind::Unreadable, file.errorString()};
    const QByteArray content = file.read(limits::rootsFile + 1);
    if (content.size() > limits::rootsFile) {
        return AnchorsFileProblem{
            Kind::TooLarge,
            QStringLiteral("it is longer than %1 MiB").arg(limits::rootsFile / (qsizetype{1024} * 1024))};
    }
    if (file.error() != QFileDevice::NoError)
        return AnchorsFileProblem{Kind::Unreadable, file.errorString()};
    const PemRead read = readCertificates(content);
    if (!read.error.isEmpty() || read.certificates.isEmpty())
        return AnchorsFileProblem{Kind::NoAnchors, read.error};
    return TrustAnchors{AnchorStore::File, path, read.certificates};
}

TrustAnchors defaultAnchors() { return systemAnchors(); }

} // namespace mailseal
