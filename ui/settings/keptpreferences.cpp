#include "settings/keptpreferences.h"

#include "settings/settingsdialog.h"
#include "style/theme.h"

#include <QApplication>
#include <QSettings>

namespace mailseal {

KeptPreferences::KeptPreferences(QSettings &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_now(loadPreferences(store))
{
}

void KeptPreferences::setAppearance(Appearance appearance)
{
    Preferences chosen = m_now;
    chosen.appearance = appearance;
    take(chosen);
}

void KeptPreferences::openDialog(QWidget *window)
{
    auto *dialog = new SettingsDialog(m_now, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { take(dialog->preferences()); });
    dialog->open();
}

void KeptPreferences::take(const Preferences &chosen)
{
    const bool isOtherLanguage = chosen.language != m_now.language;
    m_now = chosen;
    savePreferences(m_now, m_store);
    applyAppearance(*qobject_cast<QApplication *>(QCoreApplication::instance()), m_now.appearance);
    Q_EMIT appearanceChanged(m_now.appearance);
    if (isOtherLanguage)
        Q_EMIT languageChanged();
}

} // namespace mailseal
