#include "list/inspectionlist.h"
#include "list/serverlist.h"
#include "pages/comparison/comparisonview.h"
#include "savedfile/json.h"
#include "style/theme.h"

#include "support/fixtures/servers.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <vector>

/// How smooth the window is where there is much to show: prints "name milliseconds" a line for bench.py.

using namespace mailseal;

namespace {

double median(std::vector<double> figures)
{
    std::sort(figures.begin(), figures.end());
    return figures.at(figures.size() / 2);
}

double milliseconds(const QElapsedTimer &timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

/// Medians of painting the list after a step of scrolling, of so many servers.
double scrollStep(int servers)
{
    InspectionList list;
    ServerList side(list);
    side.resize(316, 760);
    side.show();
    const auto kinds = fixtures::all();
    QList<Inspection> inspections;
    for (int i = 0; i < servers; ++i)
        inspections.append(kinds.at(i % 6).inspection);
    list.open(inspections, QStringLiteral("many.mailseal"));
    QCoreApplication::processEvents();
    auto *view = side.findChild<QTreeView *>(QStringLiteral("servers"));
    QScrollBar *bar = view->verticalScrollBar();
    std::vector<double> steps;
    constexpr int measured = 200;
    for (int step = 0; step < measured; ++step) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->maximum() == 0 ? 0 : (step * 97) % bar->maximum());
        view->viewport()->repaint();
        steps.push_back(milliseconds(timer));
    }
    return median(steps);
}

/// As large as a chain and a certificate may be.
Inspection large()
{
    Inspection inspection = fixtures::manyNames(5000);
    constexpr int chain = 60;
    while (inspection.chain->sent.size() < chain)
        inspection.chain->sent.append(fixtures::certificate(
            QStringLiteral("CA %1").arg(inspection.chain->sent.size()), QStringLiteral("CN=Root"), 'd'));
    return inspection;
}

/// The longest time in which the event loop did not turn while a comparison came about.
struct Watch
{
    QTimer ticking;
    QElapsedTimer since;
    double longest = 0;

    Watch()
    {
        QObject::connect(&ticking, &QTimer::timeout, [this] {
            longest = std::max(longest, milliseconds(since));
            since.restart();
        });
        since.start();
        ticking.start(0);
    }
};

void compareLarge()
{
    Inspection other = large();
    other.chain->sent.first().dnsNames.removeLast();
    InspectionList list;
    const QList<quint64> ids = list.open({large(), other}, QStringLiteral("large.mailseal"));
    std::vector<double> whole;
    std::vector<double> blocked;
    constexpr int measured = 11;
    for (int i = 0; i < measured; ++i) {
        ComparisonView view(list);
        view.resize(960, 700);
        view.show();
        QCoreApplication::processEvents();
        QEventLoop loop;
        QObject::connect(&view, &ComparisonView::compared, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        QElapsedTimer timer;
        Watch watch;
        timer.start();
        view.compare(ids.constFirst(), ids.constLast());
        loop.exec();
        QCoreApplication::processEvents();
        whole.push_back(milliseconds(timer));
        blocked.push_back(watch.longest);
    }
    std::printf("compare %.3f\nblocked %.3f\n", median(whole), median(blocked));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyAppearance(application, Appearance::Light);
    std::printf("scroll-20 %.4f\n", scrollStep(20));
    std::printf("scroll-1000 %.4f\n", scrollStep(1000));
    compareLarge();
    return 0;
}
