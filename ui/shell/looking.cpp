#include "shell/looking.h"

#include "files/fileactions.h"
#include "list/inspectionlist.h"
#include "shell/inspectionview.h"

#include <QAction>
#include <QStackedWidget>

namespace mailseal {

Looking::Looking(InspectionList &list, const FileActions &files, QStackedWidget &stack, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_files(files)
    , m_stack(stack)
{
}

InspectionView &Looking::view()
{
    if (!m_view) {
        m_view = new InspectionView;
        connect(m_view, &InspectionView::stopRequested, &m_list, &InspectionList::stop);
        connect(m_view, &InspectionView::saveChainRequested, m_files.action(FileActions::Act::SaveChain),
                &QAction::trigger);
        connect(m_view, &InspectionView::pageChanged, this, &Looking::pageChanged);
        connect(m_view, &InspectionView::backRequested, this, &Looking::backRequested);
        connect(m_view, &InspectionView::judgeAgainRequested, m_files.action(FileActions::Act::JudgeAgain),
                &QAction::trigger);
        connect(m_view, &InspectionView::asSavedRequested, this,
                [this] { m_list.setJudgement(m_server, std::nullopt); });
        m_stack.addWidget(m_view);
    }
    return *m_view;
}

std::optional<Proof::Page> Looking::page() const
{
    return m_view ? std::optional(m_view->currentPage()) : std::nullopt;
}

void Looking::show(quint64 server)
{
    const ListedServer *listed = m_list.server(server);
    if (!listed && m_list.server(m_server))
        return; // a group was chosen, or the filter hides it: the page stays
    m_server = listed ? server : 0;
    if (listed) {
        view().present(*listed);
        m_stack.setCurrentWidget(m_view);
        m_view->setBackShown(false);
    } else {
        m_stack.setCurrentIndex(0);
    }
    Q_EMIT shown();
}

void Looking::showProof(quint64 server, const Proof &proof)
{
    show(server);
    m_view->goTo(proof);
    m_view->setBackShown(true);
}

void Looking::refresh(quint64 server)
{
    const ListedServer *listed = m_list.server(server);
    if (server == m_server && m_view && listed)
        m_view->present(*listed);
}

void Looking::openPage(Proof::Page page)
{
    if (m_view)
        m_view->openPage(page);
}

void Looking::openFind()
{
    if (m_view && m_server != 0)
        m_view->openFind();
}

void Looking::focusPage()
{
    if (m_view)
        m_view->pane(m_view->currentPage())->setFocus(Qt::OtherFocusReason);
}

} // namespace mailseal
