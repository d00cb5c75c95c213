#pragma once

#include "settings/preferences.h"

#include <QDialog>
#include <QList>

namespace mailseal {

class PageTabs;
class PreferencePage;

/// EHLO name, proxy, trust anchors, pins, timeout, addresses, SNI; appearance and language. Wrong input is
/// told beside its field and the dialog stays open.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);

    /// What was entered; valid after accept().
    Preferences preferences() const;

public Q_SLOTS:
    void accept() override;

private:
    Preferences m_before;
    PageTabs *m_tabs;
    QList<PreferencePage *> m_pages;
};

} // namespace mailseal
