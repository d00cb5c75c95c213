#include "shell/progressline.h"

#include "style/theme.h"
#include "widgets/badgemark.h"
#include "widgets/elidedlabel.h"
#include "widgets/linkbutton.h"
#include "wording/wording.h"

#include <QHBoxLayout>

namespace mailseal {

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(ElidedLabel::Kind::Muted))
    , m_stop(new LinkButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    auto *clock = new BadgeMark;
    clock->setBadge(Badge::Running);
    row->addWidget(clock);
    row->addWidget(m_text, 1);
    m_stop->setText(tr("Stop"));
    row->addWidget(m_stop);
    m_everySecond.setInterval(std::chrono::seconds(1));
    connect(&m_everySecond, &QTimer::timeout, this, &ProgressLine::showState);
    connect(m_stop, &LinkButton::clicked, this, &ProgressLine::stopRequested);
}

void ProgressLine::present(const QString &where, const Progress &progress)
{
    m_where = where;
    m_progress = progress;
    showState();
}

QString ProgressLine::text() const { return m_text->text(); }

/// "waiting for the greeting, 54 s left: some servers delay it on purpose"
void ProgressLine::showState()
{
    const QString stage = Wording(Wording::Speech::Translated).stage(m_progress.stage);
    const qsizetype colon = stage.indexOf(u':');
    QString text = stage.left(colon);
    if (!m_progress.deadline.isForever()) {
        constexpr qint64 second = 1000;
        const qint64 left = (m_progress.deadline.remainingTime() + second / 2) / second;
        text = tr("%1, %2 s left").arg(text).arg(qMax<qint64>(0, left));
    }
    if (colon >= 0)
        text += stage.mid(colon);
    m_text->setText(m_where.isEmpty() ? text : m_where + QStringLiteral(" · ") + text);
}

void ProgressLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_everySecond.start();
}

void ProgressLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_everySecond.stop();
}

} // namespace mailseal
