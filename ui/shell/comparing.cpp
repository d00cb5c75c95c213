#include "shell/comparing.h"

#include "files/fileactions.h"
#include "list/inspectionlist.h"
#include "list/serverlist.h"
#include "models/headline.h"
#include "pages/comparison/comparisonview.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace mailseal {

namespace {

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

Comparing::Comparing(const InspectionList &list, ServerList &servers, FileActions &files,
                     QStackedWidget &stack, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_servers(servers)
    , m_files(files)
    , m_stack(stack)
{
}

bool Comparing::isShown() const { return m_view && m_stack.currentWidget() == m_view; }

bool Comparing::isValid() const { return m_view && m_view->isValid(); }

QList<quint64> Comparing::sides() const { return {m_view->left(), m_view->right()}; }

ComparisonDetail Comparing::detail() const
{
    return m_view->onlyDifferences() ? ComparisonDetail::Differences : ComparisonDetail::Everything;
}

/// What has been inspected can be compared, and what is being inspected again with it.
QList<quint64> Comparing::partnersOf(quint64 server) const
{
    QList<quint64> ids;
    for (const ListedGroup &group : m_list.groups()) {
        for (const quint64 id : group.servers) {
            if (id != server && m_list.server(id)->isInspected)
                ids.append(id);
        }
    }
    return ids;
}

bool Comparing::canCompare() const
{
    const QList<quint64> chosen = m_servers.selectedServers();
    if (chosen.size() != 1 && chosen.size() != 2)
        return false;
    // A server that is being removed is chosen until its row has gone.
    const bool all = std::all_of(chosen.cbegin(), chosen.cend(), [this](quint64 id) {
        const ListedServer *server = m_list.server(id);
        return server && server->isInspected;
    });
    return all && (chosen.size() == 2 || !partnersOf(chosen.constFirst()).isEmpty());
}

void Comparing::compareChosen()
{
    if (!canCompare())
        return;
    const QList<quint64> chosen = m_servers.selectedServers();
    if (chosen.size() == 2)
        compare(chosen.constFirst(), chosen.constLast());
    else if (isValid() && !isShown() && sides().contains(chosen.constFirst()))
        show();
    else
        offerPartners(chosen.constFirst());
}

void Comparing::offerPartners(quint64 server)
{
    constexpr qsizetype most = 20;
    const ListedServer &one = *m_list.server(server);
    QList<quint64> partners = partnersOf(server);
    std::stable_sort(partners.begin(), partners.end(), [&](quint64 a, quint64 b) {
        return distance(one, *m_list.server(a)) < distance(one, *m_list.server(b));
    });
    auto *menu = new QMenu(&m_servers);
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
    menu->popup(m_servers.mapToGlobal(QPoint(m_servers.width() / 4, m_servers.height() / 3)));
    if (menu->actions().size() > 1)
        menu->setActiveAction(menu->actions().at(1));
}

ComparisonView &Comparing::view()
{
    if (!m_view) {
        m_view = new ComparisonView(m_list);
        connect(m_view, &ComparisonView::proofRequested, this, &Comparing::proofRequested);
        connect(m_view, &ComparisonView::sidesChanged, this, &Comparing::show);
        connect(m_view, &ComparisonView::compared, this, &Comparing::compared);
        connect(m_view, &ComparisonView::markdownRequested, &m_files, &FileActions::copyMarkdown);
        m_view->setReportMenu(m_files.reportMenu());
        m_stack.addWidget(m_view);
    }
    return *m_view;
}

/// One server at two times reads from then to now; others stand as in the list.
void Comparing::compare(quint64 one, quint64 other)
{
    const ListedServer &a = *m_list.server(one);
    const ListedServer &b = *m_list.server(other);
    if (distance(a, b) == 0 && b.inspection.evidence.observedAt < a.inspection.evidence.observedAt)
        std::swap(one, other);
    view().compare(one, other);
}

void Comparing::show()
{
    m_servers.selectServers(sides());
    m_stack.setCurrentWidget(m_view);
    m_view->focusRows();
    Q_EMIT shown();
}

} // namespace mailseal
