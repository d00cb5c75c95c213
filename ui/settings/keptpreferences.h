#pragma once

#include "settings/preferences.h"

#include <QObject>

class QSettings;
class QWidget;

namespace mailseal {

/// The preferences in force: read from the store once, written to it with every change.
class KeptPreferences : public QObject
{
    Q_OBJECT
public:
    /// `store` outlives this.
    KeptPreferences(QSettings &store, QObject *parent);

    const Preferences &now() const { return m_now; }
    /// Of the whole program, at once.
    void setAppearance(Appearance appearance);
    /// Asks a person in a dialog, which does not hold `window` up.
    void openDialog(QWidget *window);

Q_SIGNALS:
    void appearanceChanged(mailseal::Appearance appearance);
    /// Another one was chosen; texts are those of the language that the program was started in.
    void languageChanged();

private:
    void take(const Preferences &chosen);

    QSettings &m_store;
    Preferences m_now;
};

} // namespace mailseal
