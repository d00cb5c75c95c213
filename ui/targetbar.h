#pragma once

#include "values/policyid.h"
#include "values/target.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace mailseal {

/// What to inspect, as what service, under which policy. A port or a scheme in the text wins over the service
/// box, which then follows the text.
class TargetBar : public QWidget
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
    /// A sentence below the bar; empty takes it away.
    void showProblem(const QString &sentence);
    void setRecent(const QStringList &recent);
    QStringList recent() const;
    /// The menu behind ⋯.
    void setMenu(class QMenu *menu);

Q_SIGNALS:
    void inspectRequested(const mailseal::TargetSpec &target, mailseal::PolicyId policy);
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void followText(const QString &text);
    void remember(const QString &text);
    void retranslate();

    QComboBox *m_target;
    QComboBox *m_service;
    QComboBox *m_policy;
    QPushButton *m_go;
    QToolButton *m_more;
    QLabel *m_problem;
    bool m_running = false;
};

} // namespace mailseal
