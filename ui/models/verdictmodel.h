#pragma once

#include "models/rowsmodel.h"
#include "pages/pane.h"
#include "style/theme.h"
#include "values/inspection.h"

namespace mailseal {

/// One class of client, ready to be shown. While it is not known, `waiting` and no word that could be false.
struct VerdictRow
{
    PolicyId policy = PolicyId::Opportunistic;
    QString client;
    QString id; ///< wire name, with "acting" where this is the policy acted under
    bool waiting = false;
    Badge badge = Badge::Running;
    QString delivery;
    QString fact;
    QString source;
    Proof proof;
    QString proofLink;
    bool isChanged = false; ///< hypothetical, and another verdict than the real one
    QString wasDelivery;    ///< in reality, where it differs
    QString wasFact;        ///< in reality, where it differs

    bool isSameRow(const VerdictRow &other) const { return policy == other.policy; }
    bool operator==(const VerdictRow &) const = default;
};

/// Who would deliver to this server, one row a policy.
class VerdictModel : public RowsModel<VerdictRow>
{
    Q_OBJECT
public:
    enum Column { Client, Delivery, Fact, ProofLink, Source, ColumnCount };

    explicit VerdictModel(QObject *parent = nullptr);

    void present(const Inspection &inspection, bool running);
    /// What would be beside what is: verdicts that differ say both.
    void presentHypothetical(const Inspection &hypothetical, const Inspection &real);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static VerdictRow rowOf(const Verdict &verdict, const Inspection &inspection, bool waiting);
    static QString spoken(const VerdictRow &row, int column);
};

} // namespace mailseal
