#include "settings/preferencepage.h"
#include "settings/settingsdialog.h"
#include "wording/languages.h"

#include <QComboBox>

namespace mailseal {

namespace {

/// How the program looks, and in which language.
class WindowPage : public PreferencePage
{
public:
    explicit WindowPage(const Preferences &shown);
    void check() override {} // nothing wrong can be chosen
    void read(Preferences &entered) const override;

private:
    QComboBox *m_appearance = new QComboBox;
    QComboBox *m_language = new QComboBox;
};

WindowPage::WindowPage(const Preferences &shown)
{
    fill(m_appearance,
         {SettingsDialog::tr("As the system"), SettingsDialog::tr("Light"), SettingsDialog::tr("Dark")},
         static_cast<int>(shown.appearance));
    addField(SettingsDialog::tr("&Appearance"), m_appearance, {});
    m_language->addItem(SettingsDialog::tr("As the system"), QString());
    for (const SpokenLanguage &one : spokenLanguages)
        m_language->addItem(one.name.toString(), QString(one.code));
    m_language->setCurrentIndex(m_language->findData(shown.language));
    addField(SettingsDialog::tr("&Language"), m_language,
             SettingsDialog::tr("Changes when the program is started again."));
}

void WindowPage::read(Preferences &entered) const
{
    entered.appearance = static_cast<Appearance>(m_appearance->currentIndex());
    entered.language = m_language->currentData().toString();
}

} // namespace

PreferencePage *makeWindowPage(const Preferences &shown) { return new WindowPage(shown); }

} // namespace mailseal
