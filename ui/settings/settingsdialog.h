#pragma once

#include "settings/preferences.h"

#include <QDialog>

#include <memory>

namespace mailseal {

/// EHLO name, proxy, trust anchors, pins, timeout, addresses, SNI; appearance and language. Wrong input is
/// told beside its field and the dialog stays open.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(const Preferences &preferences, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    /// What was entered; valid after accept().
    Preferences preferences() const;

public Q_SLOTS:
    void accept() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mailseal
