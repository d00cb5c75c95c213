#include "widgets/findbar.h"

#include "models/transcriptmodel.h"
#include "style/theme.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace mailseal {

FindBar::FindBar(TranscriptModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_edit(new QLineEdit)
    , m_count(new PlainLabel(PlainLabel::Kind::Muted))
{
    auto *next = new QPushButton(tr("&Next"));
    auto *previous = new QPushButton(tr("&Previous"));
    auto *done = new QPushButton(tr("&Close"));
    m_edit->setPlaceholderText(tr("Find in the transcript"));
    m_edit->setAccessibleName(tr("Find in the transcript"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaxLength(200);
    m_count->setWordWrap(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pageMargin, metrics::gap, metrics::pageMargin, metrics::gap);
    row->setSpacing(metrics::gap);
    row->addWidget(m_edit, 1);
    row->addWidget(m_count);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(done);

    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::search);
    connect(next, &QPushButton::clicked, this, [this] { step(1); });
    connect(previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(done, &QPushButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    search();
}

void FindBar::refresh()
{
    if (isHidden())
        return;
    m_rows = m_model->rowsContaining(m_edit->text());
    m_at = qBound<qsizetype>(0, m_at, qMax<qsizetype>(0, m_rows.size() - 1));
    showCount();
}

void FindBar::search()
{
    m_at = 0;
    m_rows = m_model->rowsContaining(m_edit->text());
    Q_EMIT needleChanged(m_edit->text());
    showCount();
    if (!m_rows.isEmpty())
        Q_EMIT matchReached(m_rows.first());
}

void FindBar::step(int by)
{
    if (m_rows.isEmpty())
        return;
    m_at = (m_at + by + m_rows.size()) % m_rows.size();
    showCount();
    Q_EMIT matchReached(m_rows.at(m_at));
}

void FindBar::showCount()
{
    if (m_edit->text().isEmpty()) {
        m_count->clear();
    } else if (m_rows.isEmpty()) {
        m_count->setText(tr("not found"));
    } else {
        m_count->setText(tr("%1 of %2 lines").arg(m_at + 1).arg(m_rows.size()));
    }
}

void FindBar::close()
{
    hide();
    Q_EMIT needleChanged({});
    Q_EMIT closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace mailseal
