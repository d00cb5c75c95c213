#pragma once

#include <QWidget>

namespace mailseal {

class BadgeMark;
class PlainLabel;

/// A sentence under the target bar: what is wrong, or what was done. Stands in nobody's way and stays until
/// it is closed or out of date.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Problem, Done };
    explicit MessageBar(QWidget *parent = nullptr);

    void say(Kind kind, const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Problem;
    BadgeMark *m_badge;
    PlainLabel *m_text;
};

} // namespace mailseal
