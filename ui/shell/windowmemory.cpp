#include "shell/windowmemory.h"

#include "list/arrangebutton.h"
#include "list/serverlist.h"
#include "shell/targetbar.h"
#include "wire/wire.h"

#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace mailseal {

namespace {

constexpr QLatin1StringView geometry("window/geometry");
constexpr QLatin1StringView splitter("window/splitter");
constexpr QLatin1StringView recentTargets("window/recentTargets");
constexpr QLatin1StringView policy("window/policy");

} // namespace

void restoreWindow(const WindowParts &parts, const QSettings &store)
{
    constexpr QSize firstSize{1180, 760};
    constexpr int side = 316;
    parts.window.resize(firstSize);
    parts.splitter.setSizes({side, firstSize.width() - side});
    parts.window.restoreGeometry(store.value(geometry).toByteArray());
    parts.splitter.restoreState(store.value(splitter).toByteArray());
    parts.servers.setArrangement(loadArrangement(store));
    parts.target.setRecent(store.value(recentTargets).toStringList());
    if (const auto known = fromWire<PolicyId>(store.value(policy).toString()))
        parts.target.setPolicy(*known);
}

void rememberWindow(const WindowParts &parts, QSettings &store)
{
    store.setValue(geometry, parts.window.saveGeometry());
    store.setValue(splitter, parts.splitter.saveState());
    store.setValue(recentTargets, parts.target.recent());
    store.setValue(policy, toWire(parts.target.policy()));
}

} // namespace mailseal
