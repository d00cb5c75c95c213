#include "chain/constraintbreach.h"

#include "chain/certificatereader.h"
#include "chain/escaping.h"

#include <QStringList>

#include <algorithm>

namespace mailseal {

using namespace openssl;

namespace {

using BreachedPtr = std::unique_ptr<NAME_CONSTRAINTS, FreeWith<NAME_CONSTRAINTS_free>>;

BreachedPtr constraintsOf(X509 *issuer)
{
    return BreachedPtr(
        static_cast<NAME_CONSTRAINTS *>(X509_get_ext_d2i(issuer, NID_name_constraints, nullptr, nullptr)));
}

QByteArray contentOf(const ASN1_STRING *string)
{
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)),
                      ASN1_STRING_length(string));
}

QByteArray dnsNameOf(const GENERAL_NAME *name)
{
    return name->type == GEN_DNS ? contentOf(name->d.dNSName).toLower() : QByteArray();
}

/// "DNS:mail.example", as OpenSSL writes a name.
QString generalNameText(const GENERAL_NAME *name)
{
    const BioPtr memory(BIO_new(BIO_s_mem()));
    if (!memory || GENERAL_NAME_print(memory.get(), const_cast<GENERAL_NAME *>(name)) != 1)
        return {};
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return escaped(QByteArray(bytes, size));
}

/// A range of addresses as address and mask, which OpenSSL 3.0 does not write.
QString baseText(const GENERAL_NAME *base)
{
    if (base->type != GEN_IPADD)
        return generalNameText(base);
    const QByteArray range = contentOf(base->d.iPAddress);
    const auto half = range.size() / 2;
    return QStringLiteral("IP:%1/%2").arg(addressText(range.first(half)), addressText(range.sliced(half)));
}

std::vector<const GENERAL_NAME *> basesOf(const STACK_OF(GENERAL_SUBTREE) * subtrees, int type)
{
    std::vector<const GENERAL_NAME *> bases;
    for (int index = 0; index < sk_GENERAL_SUBTREE_num(subtrees); ++index) {
        const GENERAL_NAME *base = sk_GENERAL_SUBTREE_value(subtrees, index)->base;
        if (base->type == type)
            bases.push_back(base);
    }
    return bases;
}

/// RFC 5280 §4.2.1.10: the name itself, or with labels added to its left.
bool isBelow(const QByteArray &name, QByteArray base)
{
    if (base.isEmpty() || name == base)
        return true;
    if (!base.startsWith('.'))
        base.prepend('.');
    return name.endsWith(base);
}

bool isBelow(const GENERAL_NAME *name, const GENERAL_NAME *base)
{
    if (name->type == GEN_DNS)
        return isBelow(dnsNameOf(name), dnsNameOf(base));
    if (name->type != GEN_IPADD)
        return false;
    const QByteArray octets = contentOf(name->d.iPAddress);
    const QByteArray range = contentOf(base->d.iPAddress); // an address and a mask of the same length
    if (range.size() != 2 * octets.size())
        return false;
    for (qsizetype at = 0; at < octets.size(); ++at) {
        const auto differing = static_cast<uchar>(octets.at(at) ^ range.at(at));
        if ((differing & static_cast<uchar>(range.at(octets.size() + at))) != 0)
            return false;
    }
    return true;
}

std::optional<ConstraintBreach> breachOf(const GENERAL_NAME *name, const NAME_CONSTRAINTS *constraints)
{
    for (const GENERAL_NAME *base : basesOf(constraints->excludedSubtrees, name->type)) {
        if (isBelow(name, base))
            return ConstraintBreach{generalNameText(name), true, baseText(base)};
    }
    const auto permitted = basesOf(constraints->permittedSubtrees, name->type);
    const bool isPermitted = std::any_of(permitted.begin(), permitted.end(),
                                         [name](const GENERAL_NAME *base) { return isBelow(name, base); });
    if (permitted.empty() || isPermitted)
        return std::nullopt;
    QStringList bases;
    for (const GENERAL_NAME *base : permitted)
        bases.append(baseText(base));
    return ConstraintBreach{generalNameText(name), false, bases.join(QLatin1StringView(", "))};
}

template <typename Look>
std::optional<ConstraintBreach> firstName(X509 *certificate, Look look)
{
    const GeneralNamesPtr names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int index = 0; names && index < sk_GENERAL_NAME_num(names.get()); ++index) {
        if (auto found = look(sk_GENERAL_NAME_value(names.get(), index)))
            return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<ConstraintBreach> constraintBreach(X509 *certificate, X509 *issuer)
{
    const ErrorScope errors;
    const BreachedPtr constraints = constraintsOf(issuer);
    X509_check_purpose(certificate, -1, 0); // reads its names, which NAME_CONSTRAINTS_check takes as read
    if (!constraints || NAME_CONSTRAINTS_check(certificate, constraints.get()) == X509_V_OK)
        return std::nullopt;
    const auto breach =
        firstName(certificate, [&](const GENERAL_NAME *name) { return breachOf(name, constraints.get()); });
    return breach.value_or(ConstraintBreach{});
}

} // namespace mailseal
