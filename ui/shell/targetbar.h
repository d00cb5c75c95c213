#pragma once

#include "values/policyid.h"
#include "values/target.h"
#include "widgets/strip.h"

#include <QStringList>

class QComboBox;
class QMenu;
class QPushButton;

namespace mailseal {

/// What to inspect, as what service, under which policy. A port or a scheme in the text wins over the service
/// box, which then follows the text.
class TargetBar : public Strip
{
    Q_OBJECT
public:
    explicit TargetBar(QWidget *parent = nullptr);

    void setTarget(const QString &text);
    QString text() const;
    PolicyId policy() const;
    void setPolicy(PolicyId policy);
    void focusTarget();
    /// The button says Stop while something runs.
    void setRunning(bool running);
    void setRecent(const QStringList &recent);
    QStringList recent() const;
    /// The menu behind ⋯.
    void setMenu(QMenu *menu);

Q_SIGNALS:
    void inspectRequested(const mailseal::TargetSpec &target);
    /// What was typed is no target; a sentence for the person, empty once the text has changed.
    void problemChanged(const QString &sentence);
    void stopRequested();
    void policyChanged();

private:
    void fillBoxes();
    void submit();
    void followText(const QString &text);
    void showService(const TargetSpec *said);
    void remember(const QString &text);

    QComboBox *m_target;
    QComboBox *m_service;
    QComboBox *m_policy;
    QPushButton *m_go;
    QPushButton *m_more;
    bool m_running = false;
};

} // namespace mailseal
