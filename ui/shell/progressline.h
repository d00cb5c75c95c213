#pragma once

#include "values/progress.h"

#include <QTimer>
#include <QWidget>

namespace mailseal {

class ElidedLabel;
class LinkButton;

/// What is being waited for, with a countdown, and a way to stop it.
class ProgressLine : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// `where` stands before it: the address that is spoken to, may be empty.
    void present(const QString &where, const Progress &progress);
    QString text() const;

Q_SIGNALS:
    void stopRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showState();

    QString m_where;
    Progress m_progress;
    QTimer m_everySecond;
    ElidedLabel *m_text;
    LinkButton *m_stop;
};

} // namespace mailseal
