#pragma once

#include "pages/pane.h"
#include "report/comparisonreport.h"

#include <QList>
#include <QObject>

#include <optional>

class QStackedWidget;

namespace mailseal {

class ComparisonView;
class FileActions;
class InspectionList;
class ServerList;

/// Which two servers are compared, how a person chooses them, and the way back to the comparison from
/// a proof.
class Comparing : public QObject
{
    Q_OBJECT
public:
    /// The comparison becomes a page of `stack` once there is one; all of them outlive this.
    Comparing(const InspectionList &list, ServerList &servers, FileActions &files, QStackedWidget &stack,
              QObject *parent);

    /// Whether the comparison is what is looked at.
    bool isShown() const;
    /// Whether there is one, of servers that are both still listed.
    bool isValid() const;
    /// Left and right of the comparison; there is one.
    QList<quint64> sides() const;
    /// How much of it is shown.
    ComparisonDetail detail() const;
    /// Whether what is chosen in the list can be compared.
    bool canCompare() const;
    /// Two that are chosen are compared; one with the partner it has in the comparison that it was looked at
    /// from, else with one that a person picks.
    void compareChosen();
    /// Back to the comparison that there is.
    void show();

Q_SIGNALS:
    /// The comparison has become what is looked at, perhaps of other sides.
    void shown();
    /// It has come about, or another one.
    void compared();
    void proofRequested(quint64 server, const mailseal::Proof &proof);

private:
    QList<quint64> partnersOf(quint64 server) const;
    void offerPartners(quint64 server);
    void compare(quint64 one, quint64 other);
    ComparisonView &view();

    const InspectionList &m_list;
    ServerList &m_servers;
    FileActions &m_files;
    QStackedWidget &m_stack;
    ComparisonView *m_view = nullptr; ///< made with the first comparison
};

} // namespace mailseal
