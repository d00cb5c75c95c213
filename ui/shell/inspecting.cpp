#include "shell/inspecting.h"

#include "examples/exampleservers.h"
#include "list/inspectionlist.h"
#include "settings/keptpreferences.h"
#include "shell/targetbar.h"
#include "wording/wording.h"

namespace mailseal {

Inspecting::Inspecting(InspectionList &list, const KeptPreferences &preferences, TargetBar &target,
                       QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_preferences(preferences)
    , m_target(target)
{
}

Inspecting::~Inspecting() = default;

/// Where the file of trust anchors cannot be used nothing is inspected: what came of it would be judged by
/// others than the person asked for.
std::optional<Settings> Inspecting::settings()
{
    PreparedSettings prepared = toSettings(m_preferences.now(), m_target.policy());
    if (prepared.problem().isEmpty())
        return std::move(prepared.settings);
    Q_EMIT problemChanged(prepared.problem());
    return std::nullopt;
}

void Inspecting::inspect(const TargetSpec &target)
{
    if (const auto by = settings())
        Q_EMIT listed(m_list.inspect(target, *by));
}

void Inspecting::inspectAll(const QStringList &words)
{
    const auto by = words.isEmpty() ? std::nullopt : settings();
    if (!by)
        return;
    m_target.setTarget(words.constFirst());
    QStringList problems;
    QList<TargetSpec> targets;
    for (const QString &text : words) {
        const auto parsed = parseTarget(text);
        if (const auto *error = std::get_if<TargetError>(&parsed))
            problems.append(Wording(Wording::Speech::Translated).targetError(*error, text));
        else
            targets.append(std::get<TargetSpec>(parsed));
    }
    if (!targets.isEmpty())
        Q_EMIT listed(m_list.inspectAll(targets, *by).constFirst());
    Q_EMIT problemChanged(problems.join(u'\n'));
}

void Inspecting::inspectAgain(quint64 server)
{
    if (const auto by = settings())
        Q_EMIT listed(m_list.inspectAgain(server, *by));
}

void Inspecting::inspectSidesAgain(const QList<quint64> &sides)
{
    const auto by = settings();
    for (const quint64 side : sides) {
        if (by && m_list.server(side)->file.isEmpty())
            m_list.inspectAgain(side, *by);
    }
}

void Inspecting::inspectExamples()
{
    if (!m_examples)
        m_examples = std::make_unique<ExampleServers>();
    if (!m_examples->start()) {
        Q_EMIT problemChanged(tr("The example servers could not be started: %1").arg(m_examples->error()));
        return;
    }
    Settings settings;
    settings.policy = m_target.policy();
    settings.ehloName = m_preferences.now().inspection.ehloName;
    settings.anchors = {AnchorStore::File, tr("built-in examples"), {m_examples->root()}};
    quint64 first = 0;
    for (const ExampleServer &server : m_examples->servers()) {
        TargetSpec spec;
        spec.input = server.host;
        spec.host = server.host;
        settings.connectTo = Endpoint{QStringLiteral("127.0.0.1"), server.port};
        const quint64 id = m_list.inspectExample(spec, settings);
        first = first == 0 ? id : first;
    }
    Q_EMIT listed(first);
}

} // namespace mailseal
