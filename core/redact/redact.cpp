#include "redact/redact.h"

#include "redact/replacement.h"
#include "savedfile/describeinspection.h"
#include "savedfile/fieldwalk.h"

namespace mailseal {

namespace {

/// Learns the words that only their place tells to be names, before anything is replaced.
class Learning
{
public:
    explicit Learning(Pseudonyms &names)
        : m_names(names)
    {
    }

    void learn(const Inspection &inspection)
    {
        const Target &target = inspection.evidence.target;
        for (const QString &host :
             {target.host, target.domain, target.serverName, inspection.evidence.observer.ehloName})
            learnHost(host);
        learn(inspection.chain);
        for (const VariantFacts &variant : inspection.variants)
            learn(variant.chain);
        if (inspection.sts)
            learn(inspection.sts->chain);
    }

    template <typename T>
    void operator()(const char * /*name*/, const T &value, FieldKind kind)
    {
        if constexpr (std::is_same_v<T, QString>)
            learnText(value, kind);
        else if constexpr (std::is_same_v<T, QStringList>) {
            for (const QString &one : value)
                learnText(one, kind);
        }
    }

private:
    void learn(const std::optional<ChainFacts> &chain)
    {
        if (!chain)
            return;
        FieldWalk walk(*this);
        for (const CertificateFacts &certificate : chain->sent)
            describe(walk, certificate);
    }

    void learnHost(const QString &host)
    {
        if (!host.isEmpty() && !host.contains(u'.') && !host.contains(u':') && !host.startsWith(u'['))
            m_names.know(host, m_names.host(host));
    }

    void learnText(const QString &text, FieldKind kind)
    {
        if (kind == FieldKind::DistinguishedName)
            m_names.distinguishedName(text);
        else if (kind == FieldKind::CommonName)
            m_names.value(QStringLiteral("CN"), text);
        else if (kind == FieldKind::Host)
            learnHost(text);
    }

    Pseudonyms &m_names;
};

void replaceIn(Inspection &inspection, Pseudonyms &names)
{
    inspection.unknownFields.clear();
    inspection.tlsaProposals.clear(); // they are the certificate's own digests
    Replacement replacement(names);
    FieldWalk walk(replacement);
    describe(walk, inspection);
    inspection.evidence.redacted = true;
}

} // namespace

QList<Inspection> redact(const QList<Inspection> &inspections)
{
    Pseudonyms names;
    Learning learning(names);
    for (const Inspection &inspection : inspections)
        learning.learn(inspection);
    QList<Inspection> redacted = inspections;
    for (Inspection &inspection : redacted)
        replaceIn(inspection, names);
    return redacted;
}

Inspection redact(const Inspection &inspection) { return redact(QList{inspection}).constFirst(); }

} // namespace mailseal
