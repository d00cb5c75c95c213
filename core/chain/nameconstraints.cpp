#include "chain/nameconstraints.h"

#include "chain/certificatereader.h"
#include "chain/escaping.h"

namespace mailseal {

using namespace openssl;

namespace {

using ConstraintsPtr = std::unique_ptr<NAME_CONSTRAINTS, FreeWith<NAME_CONSTRAINTS_free>>;

/// The DNS names below which this CA may not issue, in lower case.
QStringList excludedBy(const X509 *ca)
{
    QStringList excluded;
    const ConstraintsPtr constraints(
        static_cast<NAME_CONSTRAINTS *>(X509_get_ext_d2i(ca, NID_name_constraints, nullptr, nullptr)));
    const STACK_OF(GENERAL_SUBTREE) *subtrees = constraints ? constraints->excludedSubtrees : nullptr;
    for (int index = 0; index < sk_GENERAL_SUBTREE_num(subtrees); ++index) {
        const GENERAL_NAME *base = sk_GENERAL_SUBTREE_value(subtrees, index)->base;
        if (base->type != GEN_DNS)
            continue;
        const ASN1_STRING *name = base->d.dNSName;
        excluded.append(escaped(QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name)),
                                           ASN1_STRING_length(name)))
                            .toLower());
    }
    return excluded;
}

/// Whether some name that the wildcard covers is the excluded one or lies below it, and the wildcard's own
/// base does not: "*.example.org" and mx.example.org.
bool escapes(const QString &wildcard, const QString &excluded)
{
    if (!wildcard.startsWith(QLatin1StringView("*.")))
        return false;
    const qsizetype dot = excluded.indexOf(u'.');
    return dot > 0 && QStringView(excluded).mid(dot + 1) == QStringView(wildcard).mid(2);
}

} // namespace

QList<Finding> excludedWildcards(const CertificateFacts &leaf, const BuiltPath &path)
{
    const ErrorScope errors;
    QList<Finding> found;
    for (qsizetype depth = 1; depth < path.certificates.size(); ++depth) {
        const X509Ptr ca = certificateFromDer(path.certificates[depth]);
        const QStringList excludedNames = ca ? excludedBy(ca.get()) : QStringList();
        for (const QString &excluded : excludedNames) {
            for (const QString &presented : leaf.dnsNames) {
                if (escapes(presented.toLower(), excluded)) {
                    found.append(
                        {.code = FindingCode::WildcardExcluded,
                         .severity = Severity::Warning,
                         .depth = 0,
                         .args = {presented, excluded, factsOf(ca.get(), path.certificates[depth]).subject}});
                }
            }
        }
    }
    return found;
}

} // namespace mailseal
