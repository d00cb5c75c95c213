#pragma once

#include "pages/comparison/comparisonmodel.h"
#include "pages/pane.h"

#include <QWidget>

class QCheckBox;
class QMenu;
class QPushButton;

namespace mailseal {

class ComparisonTree;
class ElidedLabel;
class InspectionList;
class PlainLabel;
struct ListedServer;

/// Two servers side by side, a row a fact, and their transcripts aligned below. It is live: when a side has
/// been inspected again it is compared again, beside the window, which never waits for it.
class ComparisonView : public QWidget
{
    Q_OBJECT
public:
    explicit ComparisonView(const InspectionList &list, QWidget *parent = nullptr);

    void compare(quint64 left, quint64 right);
    quint64 left() const { return m_left; }
    quint64 right() const { return m_right; }
    /// Whether both sides are still listed.
    bool isValid() const;
    const Comparison &comparison() const { return m_comparison; }
    void swapSides() { compare(m_right, m_left); }
    bool onlyDifferences() const { return m_model->onlyDifferences(); }
    void focusRows();
    /// The menu of the button that saves.
    void setReportMenu(QMenu *menu);

Q_SIGNALS:
    void proofRequested(quint64 server, const mailseal::Proof &proof);
    void markdownRequested();
    /// A comparison has come about, or another one.
    void compared();
    void sidesChanged();

private:
    QWidget *header();
    QWidget *tools();
    void recompute();
    void follow(quint64 server);
    void tellSides();
    void tellCounts();
    void copyRow();
    const ListedServer *side(int column) const;

    const InspectionList &m_list;
    quint64 m_left = 0;
    quint64 m_right = 0;
    int m_generation = 0;
    bool m_isNew = true; ///< the page that comes is of other sides
    Comparison m_comparison;
    ComparisonModel *m_model;
    ComparisonTree *m_tree;
    ElidedLabel *m_title;
    ElidedLabel *m_relation;
    PlainLabel *m_count;
    ElidedLabel *m_where;
    QCheckBox *m_only;
    QPushButton *m_save;
};

} // namespace mailseal
