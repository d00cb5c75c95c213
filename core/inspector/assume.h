#pragma once

#include "values/dane.h"
#include "values/inspection.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>
#include <variant>

namespace mailseal {

/// What a person supposes instead of what was seen; what is empty stays as it was.
struct Assumptions
{
    /// All TLSA records there would be, and no others; an empty list: none. Taken as DNSSEC-secure, with the
    /// addresses they belong to.
    std::optional<QList<TlsaRecord>> tlsa;
    std::optional<StsMode> stsMode; ///< of the policy that was read (canAssumeStsMode)
    std::optional<QDateTime> at;
    QList<QByteArray> roots; ///< DER, beside the anchors that counted
    QString name;            ///< the reference name, in place of the server's
    bool operator==(const Assumptions &) const = default;
};

/// Whether there is a policy whose mode could be another one.
bool canAssumeStsMode(const Inspection &real);

/// The same evidence judged as if `assumed` were so: "what if". Every departure stands in
/// evidence.assumptions, behind those that were there. As of `assumed.at`, else as of the judgement that
/// `real` holds; the anchors are those that counted then. Pure: no network, no store of this machine. Without
/// assumptions the verdicts are those of today's rules. nullopt where canBeJudgedAgain is false. The answer
/// is no inspection of anything: it is shown, and never kept as one.
std::optional<Inspection> assume(const Inspection &real, const Assumptions &assumed);

/// Why a text is no list of TLSA records: the record in question, counted from 1, and its fault.
struct TlsaListError
{
    int record = 1; ///< beyond limits::assumedTlsa: there are too many
    TlsaTextError error = TlsaTextError::Empty;
    QString text; ///< the record as it was written
    bool operator==(const TlsaListError &) const = default;
};

/// TLSA records one a line, as a zone file or dig writes them: comments, empty lines and records over several
/// lines in parentheses are read. Never half of them. An empty list where there is none.
std::variant<QList<TlsaRecord>, TlsaListError> readTlsaList(QStringView text);

/// Certificates in PEM for Assumptions::roots, or why there are none: one clause in English.
std::variant<QList<QByteArray>, QString> readRoots(const QString &pem);

/// What the chain's leaf would match: 3 1 1; nullopt where there is no certificate.
std::optional<TlsaRecord> ownTlsa(const Inspection &real);

} // namespace mailseal
