#include "shell/welcome.h"

#include "style/theme.h"
#include "widgets/plainlabel.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace mailseal {

namespace {

/// The seal, drawn at the scale of the screen. It comes a moment after the first paint, which does not wait
/// for the SVG library.
class Seal : public QWidget
{
public:
    Seal() { setFixedSize(88, 88); }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        if (m_icon.isNull()) {
            QTimer::singleShot(0, this, [this] {
                m_icon = programIcon();
                update();
            });
            return;
        }
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

Welcome::Welcome(QWidget *parent)
    : QWidget(parent)
{
    constexpr int readable = 520;
    auto *middle = new QWidget;
    middle->setFixedWidth(readable);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    const auto add = [column](PlainLabel::Kind kind, const QString &text) {
        auto *label = new PlainLabel(kind);
        label->setText(text);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        column->addWidget(label);
    };
    column->addWidget(new Seal, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::gap);
    add(PlainLabel::Kind::Heading, tr("Does mail to this server travel encrypted?"));
    add(PlainLabel::Kind::Body, tr("Type a mail domain above, such as example.org, or a server, such as "
                                   "mx.example.org:25, and press Enter."));
    column->addSpacing(metrics::pad);
    auto *examples = new QPushButton(tr("&Try the built-in example servers"));
    column->addWidget(examples, 0, Qt::AlignHCenter);
    add(PlainLabel::Kind::Muted, tr("Six small servers inside this program; no network is needed."));
    column->addSpacing(metrics::pad);
    add(PlainLabel::Kind::Muted, tr("Saved inspections open with Ctrl+O, or drop them here."));

    auto *whole = new QGridLayout(this);
    whole->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                              metrics::pageMargin);
    whole->addWidget(middle, 1, 1);
    whole->setRowStretch(0, 2);
    whole->setRowStretch(2, 3);
    whole->setColumnStretch(0, 1);
    whole->setColumnStretch(2, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    connect(examples, &QPushButton::clicked, this, &Welcome::examplesRequested);
}

} // namespace mailseal
