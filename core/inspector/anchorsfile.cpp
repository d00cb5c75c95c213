#include "inspector/anchorsfile.h"

#include "chain/chain.h"
#include "values/limits.h"
#include "wire/reasonwire.h"

#include <QFile>

namespace mailseal {

namespace {

using Kind = AnchorsFileProblem::Kind;

std::variant<QByteArray, AnchorsFileProblem> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return AnchorsFileProblem{Kind::Unreadable, file.errorString()};
    const QByteArray content = file.read(limits::rootsFile + 1);
    if (content.size() > limits::rootsFile) {
        return AnchorsFileProblem{
            Kind::TooLarge,
            toWire(ReasonCode::FileTooLong, QString::number(limits::rootsFile / (qsizetype{1024} * 1024)))};
    }
    if (file.error() != QFileDevice::NoError)
        return AnchorsFileProblem{Kind::Unreadable, file.errorString()};
    return content;
}

} // namespace

std::variant<TrustAnchors, AnchorsFileProblem> readAnchorsFile(const QString &path)
{
    const auto content = contentOf(path);
    if (const auto *problem = std::get_if<AnchorsFileProblem>(&content))
        return *problem;
    const PemRead read = readCertificates(std::get<QByteArray>(content));
    if (!read.error.isEmpty() || read.certificates.isEmpty())
        return AnchorsFileProblem{Kind::NoAnchors, read.error};
    return TrustAnchors{AnchorStore::File, path, read.certificates};
}

std::variant<QList<DnssecAnchor>, AnchorsFileProblem> readDnssecAnchorsFile(const QString &path)
{
    const auto content = contentOf(path);
    if (const auto *problem = std::get_if<AnchorsFileProblem>(&content))
        return *problem;
    const auto anchors = readDnssecAnchors(std::get<QByteArray>(content));
    if (!anchors)
        return AnchorsFileProblem{Kind::NoAnchors, toWire(ReasonCode::FileNotDnssecAnchors)};
    return *anchors;
}

TrustAnchors defaultAnchors() { return systemAnchors(); }

} // namespace mailseal
