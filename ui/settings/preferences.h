#pragma once

#include "inspector/settings.h"
#include "style/theme.h"

#include <QString>

#include <optional>

class QSettings;

namespace mailseal {

/// As the window inspects until a person says otherwise.
inline Settings asInstalled()
{
    Settings settings;
    settings.variants = true;
    return settings;
}

/// What the settings dialog keeps. The proxy's password lives in memory only and is never written to disk.
struct Preferences
{
    /// All that is kept as it is used; policy and trust anchors are not: they follow from the target bar and
    /// from the files below.
    Settings inspection = asInstalled();
    QString rootsFile;         ///< empty: the system's store
    QString dnssecAnchorsFile; ///< beside the distribution's for the root; empty: those alone
    Appearance appearance = Appearance::System;
    QString language; ///< the code of a spoken language; empty: the system's
    bool operator==(const Preferences &) const = default;
};

/// As a person enters it, and as it is stored.
int secondsIn(std::chrono::milliseconds time);
/// As parseEndpoint reads it; empty where there is none.
QString endpointText(const std::optional<Endpoint> &endpoint);

Preferences loadPreferences(const QSettings &store);
void savePreferences(const Preferences &preferences, QSettings &store);

/// The inspector's settings for these preferences. Each problem says in words why a file cannot be used; then
/// the system's anchors stand in, and the caller shows the problem.
struct PreparedSettings
{
    Settings settings;
    QString rootsProblem;
    QString dnssecProblem;

    QString problem() const { return rootsProblem.isEmpty() ? dnssecProblem : rootsProblem; }
};
PreparedSettings toSettings(const Preferences &preferences, PolicyId policy);

} // namespace mailseal
