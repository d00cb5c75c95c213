#include "files/fileactions.h"
#include "list/serverlist.h"
#include "models/headline.h"
#include "pages/comparison/comparisonview.h"
#include "shell/inspectionview.h"
#include "shell/mainwindow.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace mailseal {

namespace {

/// What has been inspected can be compared, and what is being inspected again with it.
QList<quint64> comparable(const InspectionList &list, quint64 except)
{
    QList<quint64> ids;
    for (const ListedGroup &group : list.groups()) {
        for (const quint64 id : group.servers) {
            if (id != except && list.server(id)->isInspected)
                ids.append(id);
        }
    }
    return ids;
}

/// How near a server is to what is compared with it: first itself at another time, then its other addresses,
/// then its neighbours.
int distance(const ListedServer &one, const ListedServer &other)
{
    const Target &a = one.inspection.evidence.target;
    const Target &b = other.inspection.evidence.target;
    if (a.host == b.host)
        return a.address == b.address && a.port == b.port ? 0 : 1;
    return one.job == other.job && one.file == other.file ? 2 : 3;
}

QString menuText(const ListedServer &server)
{
    constexpr qsizetype longest = 60;
    QStringList parts{hostText(server).left(longest), endpointText(server.inspection.evidence.target, true),
                      momentText(server.inspection.evidence.observedAt, QDateTime::currentDateTime())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · ")).replace(u'&', QLatin1StringView("&&"));
}

} // namespace

bool MainWindow::canCompare() const
{
    const QList<quint64> chosen = m_servers->selectedServers();
    if (chosen.size() != 1 && chosen.size() != 2)
        return false;
    // A server that is being removed is chosen until its row has gone.
    const bool all = std::all_of(chosen.cbegin(), chosen.cend(), [this](quint64 id) {
        const ListedServer *server = m_list.server(id);
        return server && server->isInspected;
    });
    return all && (chosen.size() == 2 || !comparable(m_list, chosen.constFirst()).isEmpty());
}

bool MainWindow::isComparing() const { return m_comparison && m_stack->currentWidget() == m_comparison; }

/// Two that are chosen are compared; one with the partner it has in the comparison that it was looked at
/// from, else with one that a person picks.
void MainWindow::compareChosen()
{
    const QList<quint64> chosen = m_servers->selectedServers();
    if (!canCompare())
        return;
    if (chosen.size() == 2) {
        compare(chosen.constFirst(), chosen.constLast());
        return;
    }
    const quint64 id = chosen.constFirst();
    const bool isSide = m_comparison && m_comparison->isValid() &&
                        (m_comparison->left() == id || m_comparison->right() == id);
    if (isSide && !isComparing())
        showComparison();
    else
        offerPartners(id);
}

/// One server alone that is chosen is looked at; more leave what is shown as it is.
void MainWindow::followSelection()
{
    const QList<quint64> chosen = m_servers->selectedServers();
    if (isComparing() && chosen.size() == 1)
        showServer(chosen.constFirst());
    updateActions();
}

void MainWindow::offerPartners(quint64 server)
{
    constexpr qsizetype most = 20;
    const ListedServer &one = *m_list.server(server);
    QList<quint64> partners = comparable(m_list, server);
    std::stable_sort(partners.begin(), partners.end(), [&](quint64 a, quint64 b) {
        return distance(one, *m_list.server(a)) < distance(one, *m_list.server(b));
    });
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("partners"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Compare with"))->setEnabled(false); // a heading
    for (const quint64 partner : partners.mid(0, most)) {
        connect(menu->addAction(menuText(*m_list.server(partner))), &QAction::triggered, this,
                [this, server, partner] {
                    if (m_list.server(server) && m_list.server(partner))
                        compare(server, partner);
                });
    }
    if (partners.size() > most) {
        menu->addSeparator();
        menu->addAction(tr("Others: choose two in the list"))->setEnabled(false);
    }
    menu->popup(m_servers->mapToGlobal(QPoint(m_servers->width() / 4, m_servers->height() / 3)));
    if (menu->actions().size() > 1)
        menu->setActiveAction(menu->actions().at(1));
}

/// One server at two times reads from then to now; others stand as in the list.
void MainWindow::compare(quint64 one, quint64 other)
{
    const ListedServer &a = *m_list.server(one);
    const ListedServer &b = *m_list.server(other);
    if (distance(a, b) == 0 && b.inspection.evidence.observedAt < a.inspection.evidence.observedAt)
        std::swap(one, other);
    if (!m_comparison) {
        m_comparison = new ComparisonView(m_list);
        connect(m_comparison, &ComparisonView::proofRequested, this, &MainWindow::showProof);
        connect(m_comparison, &ComparisonView::sidesChanged, this, &MainWindow::showComparison);
        connect(m_comparison, &ComparisonView::compared, this, &MainWindow::updateActions);
        connect(m_comparison, &ComparisonView::markdownRequested, &m_files, &FileActions::copyMarkdown);
        m_comparison->setReportMenu(m_files.reportMenu());
        m_stack->addWidget(m_comparison);
    }
    m_comparison->compare(one, other);
}

void MainWindow::showComparison()
{
    const quint64 left = m_comparison->left();
    const quint64 right = m_comparison->right();
    m_servers->selectServers({left, right});
    m_current = left;
    m_stack->setCurrentWidget(m_comparison);
    m_comparison->focusRows();
    setWindowTitle(
        tr("%1 ⇄ %2 — Mailseal").arg(hostText(*m_list.server(left)), hostText(*m_list.server(right))));
    updateActions();
}

void MainWindow::showProof(quint64 server, const Proof &proof)
{
    m_servers->setCurrentServer(server);
    showServer(server); // also where it was the current one before
    m_view->goTo(proof);
    m_view->setBackShown(true);
}

} // namespace mailseal
