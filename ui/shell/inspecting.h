#pragma once

#include "inspector/settings.h"
#include "values/target.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

namespace mailseal {

class ExampleServers;
class InspectionList;
class KeptPreferences;
class TargetBar;

/// From what a person asks for to what is inspected: by the preferences, and under the policy of the target
/// bar.
class Inspecting : public QObject
{
    Q_OBJECT
public:
    Inspecting(InspectionList &list, const KeptPreferences &preferences, TargetBar &target, QObject *parent);
    ~Inspecting() override;

    void inspect(const TargetSpec &target);
    /// Each that is a target; what is none is said.
    void inspectAll(const QStringList &words);
    void inspectAgain(quint64 server);
    /// Both sides of a comparison, but for what came from a file: that stays what the other is compared with.
    void inspectSidesAgain(const QList<quint64> &sides);
    /// Starts the built-in servers, where they do not run yet, and inspects every one.
    void inspectExamples();

Q_SIGNALS:
    /// This server is worth looking at.
    void listed(quint64 server);
    /// What kept something from being inspected; empty where nothing did.
    void problemChanged(const QString &sentence);

private:
    std::optional<Settings> settings();

    InspectionList &m_list;
    const KeptPreferences &m_preferences;
    TargetBar &m_target;
    std::unique_ptr<ExampleServers> m_examples;
};

} // namespace mailseal
