#pragma once

#include <QList>
#include <QTabBar>

namespace mailseal {

/// The pages as flat words: the current one bold over a line in the accent, a count beside a word where there
/// is something to look into.
class PageTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit PageTabs(QWidget *parent = nullptr);

    void addPage(const QString &title);
    void setProblems(int page, int count);

    QSize minimumSizeHint() const override;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;

private:
    QRect countRect(int index, const QRect &tab) const;
    void paintTab(QPainter &painter, int index) const;
    int titleWidth(int index) const;

    QList<int> m_problems;
};

} // namespace mailseal
