#pragma once

#include "list/inspectionlist.h"
#include "pages/pane.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QStackedLayout;
class QStackedWidget;

namespace mailseal {

class ElidedLabel;
class LinkButton;
class PageTabs;
class ProgressLine;
class SavedBar;

/// One server: who it is, what is being waited for, and the pages. A page is made when it is first looked at,
/// or once there is time.
class InspectionView : public QWidget
{
    Q_OBJECT
public:
    explicit InspectionView(QWidget *parent = nullptr);

    void present(const ListedServer &server);
    void openPage(Proof::Page page);
    void goTo(const Proof &proof);
    /// Whether a way back to the comparison is offered, from where a person came to see a proof.
    void setBackShown(bool shown);
    Proof::Page currentPage() const;
    void openFind();
    /// The pane of a page, made where it is not there yet.
    Pane *pane(Proof::Page page);

Q_SIGNALS:
    void stopRequested();
    void saveChainRequested();
    void pageChanged();
    void backRequested();
    void judgeAgainRequested();
    void asSavedRequested();

private:
    QWidget *header();
    void showPage(int page);
    void presentHidden();

    Inspection m_inspection;
    Progress m_progress;
    quint64 m_server = 0;
    ElidedLabel *m_host;
    ElidedLabel *m_facts;
    LinkButton *m_back;
    ProgressLine *m_progressLine;
    QStackedLayout *m_below;
    SavedBar *m_saved;
    PageTabs *m_tabs;
    QStackedWidget *m_pages;
    struct Page
    {
        Pane *pane = nullptr; ///< made when it is first looked at
        bool isStale = false; ///< what it shows is older than what is known
    };
    std::vector<Page> m_made; ///< one each of pages()
    QTimer m_hidden;          ///< pages that are not looked at follow a little later
};

} // namespace mailseal
