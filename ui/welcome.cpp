#include "welcome.h"

#include "panes/plainlabel.h"
#include "theme.h"

#include <QIcon>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace mailseal {

namespace {

/// The seal, drawn at the scale of the screen.
class Seal : public QWidget
{
public:
    Seal() { setFixedSize(88, 88); }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        QIcon(QStringLiteral(":/icons/mailseal.svg")).paint(&painter, rect());
    }
};

} // namespace

Welcome::Welcome(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    column->setSpacing(metrics::gap);
    column->addStretch(2);
    column->addWidget(new Seal, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::gap);
    const auto add = [column](PlainLabel::Kind kind, const QString &text) {
        constexpr int readable = 460;
        auto *label = new PlainLabel(kind);
        label->setText(text);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setFixedWidth(readable);
        column->addWidget(label, 0, Qt::AlignHCenter);
    };
    add(PlainLabel::Kind::Heading, tr("Does mail to this server travel encrypted?"));
    add(PlainLabel::Kind::Body,
        tr("Type a mail server above, such as mx.example.org or 192.0.2.9:587, and press Enter."));
    column->addSpacing(metrics::pad);
    auto *examples = new QPushButton(tr("&Try the built-in example servers"));
    column->addWidget(examples, 0, Qt::AlignHCenter);
    add(PlainLabel::Kind::Muted, tr("Six small servers inside this program; no network is needed."));
    column->addStretch(3);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    connect(examples, &QPushButton::clicked, this, &Welcome::examplesRequested);
}

} // namespace mailseal
