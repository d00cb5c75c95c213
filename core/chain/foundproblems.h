#pragma once

#include "chain/chainproblems.h"

#include <QSet>

namespace mailseal {

/// Private to the problems of a chain. Collects findings; one code stands once at a certificate.
class FoundProblems
{
public:
    explicit FoundProblems(const ChainSources &view)
        : m_view(view)
    {
    }

    void add(FindingCode code, Severity severity, std::optional<int> depth, const QStringList &args);
    bool has(FindingCode code, std::optional<int> depth) const;

    QString subjectAt(int position) const;
    /// Of one that was sent, or of one that OpenSSL found in the store.
    QString subjectOf(const QByteArray &der) const;

    /// It was said of that certificate why it does not fit, so that nobody calls it superfluous.
    void explain(int position) { m_explained.insert(position); }
    bool isExplained(int position) const { return m_explained.contains(position); }

    /// By depth, those of the whole last.
    QList<Finding> take();

private:
    const ChainSources &m_view;
    QList<Finding> m_found;
    QSet<int> m_explained;
};

/// What OpenSSL complained of, each said with whose copy is at fault.
void addPathErrors(FoundProblems &problems, const ChainSources &view);

} // namespace mailseal
