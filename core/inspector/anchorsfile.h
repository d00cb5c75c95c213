#pragma once

#include "net/resolversettings.h"
#include "values/certificatefacts.h"

#include <QString>

#include <variant>

namespace mailseal {

/// Why a file gives no trust anchors.
struct AnchorsFileProblem
{
    enum class Kind {
        Unreadable, ///< the system refuses it
        TooLarge,   ///< beyond limits::rootsFile
        NoAnchors   ///< none in it, or something that cannot be read
    };
    Kind kind = Kind::Unreadable;
    QString reason; ///< the detail, as wire/reasonwire.h writes it or in the system's or OpenSSL's words
    bool operator==(const AnchorsFileProblem &) const = default;
};

/// The certificates of a file (PEM, or one in DER) as the only trust anchors. Never half of them: where one
/// cannot be read, the answer is the problem.
std::variant<TrustAnchors, AnchorsFileProblem> readAnchorsFile(const QString &path);

/// The DNSSEC trust anchors in a file (readDnssecAnchors); all of them or the problem.
std::variant<QList<DnssecAnchor>, AnchorsFileProblem> readDnssecAnchorsFile(const QString &path);

/// The anchors where no file replaces them: this machine's store.
TrustAnchors defaultAnchors();

} // namespace mailseal
