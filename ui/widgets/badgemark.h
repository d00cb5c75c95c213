#pragma once

#include "style/theme.h"

#include <QWidget>

namespace mailseal {

/// The badge itself, always beside its word, so it has no name of its own.
class BadgeMark : public QWidget
{
    Q_OBJECT
public:
    explicit BadgeMark(QWidget *parent = nullptr);

    void setBadge(Badge badge);
    Badge badge() const { return m_badge; }

    QSize sizeHint() const override;
    /// The side of a badge that goes with text in `metrics`.
    static int sideFor(const QFontMetrics &fontMetrics);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Badge m_badge = Badge::Running;
};

} // namespace mailseal
