#include "optionfiles.h"

#include "inspector/anchorsfile.h"
#include "phrases.h"
#include "wording/wording.h"

#include <QFile>

namespace mailseal {

namespace {

UsageError anchorsProblem(const AnchorsFileProblem &found, const QString &name)
{
    switch (found.kind) {
    case AnchorsFileProblem::Kind::Unreadable:
        return UsageError{
            phrase(QT_TRANSLATE_NOOP("cli", "cannot read %1: %2")).arg(printable(name), found.reason)};
    case AnchorsFileProblem::Kind::TooLarge:
        return wrong(QT_TRANSLATE_NOOP("cli", "%1 is too large for this option"), name);
    case AnchorsFileProblem::Kind::NoAnchors:
        break;
    }
    return UsageError{
        phrase(QT_TRANSLATE_NOOP("cli", "%1 holds no usable trust anchors: %2. Give PEM certificates."))
            .arg(printable(name), Wording(Wording::Speech::Translated).reason(found.reason))};
}

} // namespace

std::variant<QByteArray, UsageError> contentOf(const QString &name, qint64 most)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return UsageError{
            phrase(QT_TRANSLATE_NOOP("cli", "cannot read %1: %2")).arg(printable(name), file.errorString())};
    }
    const QByteArray content = file.read(most + 1);
    if (content.size() > most)
        return wrong(QT_TRANSLATE_NOOP("cli", "%1 is too large for this option"), name);
    return content;
}

std::variant<TrustAnchors, UsageError> readAnchors(const QString &name)
{
    auto read = readAnchorsFile(name);
    if (const auto *found = std::get_if<AnchorsFileProblem>(&read))
        return anchorsProblem(*found, name);
    return std::get<TrustAnchors>(std::move(read));
}

std::variant<QList<DnssecAnchor>, UsageError> readDnssecAnchors(const QString &name)
{
    auto read = readDnssecAnchorsFile(name);
    if (const auto *found = std::get_if<AnchorsFileProblem>(&read)) {
        if (found->kind != AnchorsFileProblem::Kind::NoAnchors)
            return anchorsProblem(*found, name);
        return wrong(QT_TRANSLATE_NOOP("cli", "%1 holds no DNSSEC trust anchors: give DS or DNSKEY records, "
                                              "one a line"),
                     name);
    }
    return std::get<QList<DnssecAnchor>>(std::move(read));
}

} // namespace mailseal
