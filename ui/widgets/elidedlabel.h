#pragma once

#include <QWidget>

namespace mailseal {

/// One line of plain text that never makes the window wider: what does not fit is cut with an ellipsis and
/// shown whole in the tooltip.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Title, Muted };
    explicit ElidedLabel(Kind kind, QWidget *parent = nullptr);

    void setText(const QString &text);
    const QString &text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont face() const;
    void showRest();

    Kind m_kind;
    QString m_text;
};

} // namespace mailseal
