#pragma once

#include "inspector/settings.h"
#include "style/theme.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

class QSettings;

namespace mailseal {

enum class Language { System, English, German };

/// What the settings dialog keeps. The proxy's password lives in memory only and is never written to disk.
struct Preferences
{
    QString ehloName; ///< empty: the machine's name
    std::optional<Proxy> proxy;
    QString rootsFile; ///< empty: the system's store
    QList<QByteArray> pins;
    int timeoutSeconds = 120;
    AddressFamily family = AddressFamily::Both;
    std::optional<Endpoint> resolver; ///< port 0: 53; null: the system's
    QString dnssecAnchorsFile;        ///< beside the distribution's for the root; empty: those alone
    bool sendSni = true;
    bool variants = true; ///< further short connections as Settings::variants
    Appearance appearance = Appearance::System;
    Language language = Language::System;
    bool operator==(const Preferences &) const = default;
};

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
