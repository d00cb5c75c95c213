#pragma once

#include "settings/preferences.h"
#include "settings/settingspage.h"

#include <QComboBox>

namespace mailseal {

/// A page of the settings dialog: shows some of the preferences and gives back what a person made of them.
class PreferencePage : public SettingsPage
{
public:
    using SettingsPage::SettingsPage;
    /// Tells beside its field what is wrong.
    virtual void check() = 0;
    /// What was entered; all of it is right.
    virtual void read(Preferences &entered) const = 0;

protected:
    static void fill(QComboBox *box, const QStringList &words, int current)
    {
        box->addItems(words);
        box->setCurrentIndex(current);
    }
};

// The pages there are, each with what was set before.
PreferencePage *makeInspectionPage(const Preferences &shown);
PreferencePage *makeTrustPage(const Preferences &shown);
PreferencePage *makeProxyPage(const Preferences &shown);
PreferencePage *makeWindowPage(const Preferences &shown);

} // namespace mailseal
