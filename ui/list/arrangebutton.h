#pragma once

#include "models/serverarrangement.h"

#include <QPushButton>

class QMenu;
class QSettings;

namespace mailseal {

/// Beside the filter: how the list is grouped and sorted, and which servers alone are shown.
class ArrangeButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ArrangeButton(QWidget *parent = nullptr);

    /// What stands to choose in "Show only" is asked for each time the menu opens.
    using Buckets = std::function<QList<Bucket>(Aspect)>;
    void setBuckets(Buckets buckets) { m_buckets = std::move(buckets); }
    void setArrangement(const ServerArrangement &wish);
    /// The menu, filled for what is in force now; owned by the button.
    QMenu *menuNow();

    QSize sizeHint() const override;

Q_SIGNALS:
    void wished(const mailseal::ServerArrangement &wish);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addGroupings(QMenu &menu);
    void addOrders(QMenu &menu);
    void addChoices(QMenu &menu);
    void addChoice(QMenu &menu, Aspect aspect, const QString &title);
    void wish(ServerArrangement next);

    ServerArrangement m_wish;
    Buckets m_buckets;
    QMenu *m_menu = nullptr;
};

/// Grouping and order are remembered, what is narrowed down is not.
ServerArrangement loadArrangement(const QSettings &store);
void saveArrangement(const ServerArrangement &wish, QSettings &store);

} // namespace mailseal
