#pragma once

#include "answers/dnsanswers.h"
#include "models/policyfacts.h"
#include "pages/pane.h"

class QScrollArea;
class QVBoxLayout;

namespace mailseal {

class AnswerLine;
class DnsModel;
class FactGrid;
class FactTable;
class FindingList;
class PageOrEmpty;
class PlainLabel;
class PolicyModel;
class TlsaModel;

/// What the DNS and the policy host said: every answer with its DNSSEC state, the TLSA records against the
/// certificates, the MTA-STS policy as it was served, where reports go.
class DnsPane : public Pane
{
    Q_OBJECT
public:
    explicit DnsPane(QWidget *parent = nullptr);

    void present(const Inspection &inspection, const Progress &progress) override;
    /// The index is a DnsSpot's (models/dnsplaces.h).
    void reveal(int index) override;
    int problemCount() const override { return m_problems; }

private:
    /// A part of the page: hidden as a whole where it has nothing to say.
    struct Section
    {
        QWidget *whole = nullptr;
        QVBoxLayout *column = nullptr;
        AnswerLine *answer = nullptr;
    };
    static Section makeSection(QVBoxLayout *page, const QString &heading);
    static void show(const Section &section, const std::optional<Assessment> &answer,
                     const Inspection &inspection);
    void build(QVBoxLayout *page);
    void buildPolicy(QVBoxLayout *page);
    void presentTlsa(const Inspection &inspection);
    void presentPolicy(const Inspection &inspection);
    void presentReports(const Inspection &inspection);
    void revealRow(FactTable *table, int row);

    int m_problems = 0;
    PageOrEmpty *m_content;
    QScrollArea *m_scroll;
    AnswerLine *m_resolver;
    PlainLabel *m_noDomain;
    DnsModel *m_lookups;
    FactTable *m_lookupTable;
    Section m_tlsa;
    TlsaModel *m_records;
    FactTable *m_recordTable;
    FindingList *m_tlsaProblems;
    Section m_sts;
    FactGrid *m_policyFacts;
    FindingList *m_stsProblems;
    PolicyModel *m_policy;
    FactTable *m_policyTable;
    Section m_reports;
    FindingList *m_reportProblems;
};

} // namespace mailseal
