#include "pages/transcriptpane.h"

#include "models/capabilitymodel.h"
#include "models/transcriptmodel.h"
#include "pages/transcriptview.h"
#include "style/theme.h"
#include "widgets/facttable.h"
#include "widgets/findbar.h"
#include "widgets/pagescroll.h"
#include "widgets/plainlabel.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace mailseal {

TranscriptPane::TranscriptPane(QWidget *parent)
    : Pane(parent)
    , m_model(new TranscriptModel(this))
    , m_capabilities(new CapabilityModel(this))
    , m_scroll(new PageScroll)
    , m_empty(new PlainLabel(PlainLabel::Kind::Muted))
    , m_view(new TranscriptView(m_model))
    , m_find(new FindBar(m_model))
    , m_capabilityHeading(new PlainLabel(PlainLabel::Kind::Heading))
    , m_capabilityTable(new FactTable(FactTable::Height::Contents))
{
    m_capabilityHeading->setText(tr("What EHLO said before and after"));
    m_capabilityTable->setModel(m_capabilities);
    m_capabilityTable->setWideColumn(CapabilityModel::Remark);
    m_capabilityTable->setAccessibleName(m_capabilityHeading->text());

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(metrics::aroundPage);
    column->setSpacing(metrics::pad);
    column->addWidget(m_empty);
    column->addWidget(m_view);
    column->addSpacing(metrics::gap);
    column->addWidget(m_capabilityHeading);
    column->addWidget(m_capabilityTable);
    column->addStretch(1);
    m_scroll->setWidget(page);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_find);

    connect(m_find, &FindBar::needleChanged, m_view, &TranscriptView::markText);
    connect(m_find, &FindBar::matchReached, this, &TranscriptPane::showMatch);
    connect(m_find, &FindBar::closed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
}

void TranscriptPane::present(const Inspection &inspection, const Progress &progress)
{
    const bool running = progress.stage != Stage::Done;
    m_model->present(inspection);
    m_capabilities->present(inspection.evidence, running);
    const bool any = m_model->rowCount() > 0;
    m_empty->setVisible(!any);
    m_empty->setText(running                                         ? tr("Nothing has been said yet.")
                     : inspection.evidence.origin == Origin::Offline ? tr("Judged from a file: there was no "
                                                                          "conversation.")
                                                                     : tr("Not a word was exchanged."));
    m_view->setVisible(any);
    const bool capabilities = m_capabilities->rowCount() > 0;
    m_capabilityHeading->setVisible(capabilities);
    m_capabilityTable->setVisible(capabilities);
    m_find->refresh();
    fitTranscript();
}

int TranscriptPane::problemCount() const
{
    int problems = 0;
    for (const CapabilityRow &row : m_capabilities->rows())
        problems += row.badge == Badge::Violated ? 1 : 0;
    return problems;
}

void TranscriptPane::fitTranscript()
{
    // As high as its lines, so that the page reads in one go; a long one scrolls by itself.
    constexpr int least = 240;
    const int most = qMax(least, m_scroll->viewport()->height() - 2 * metrics::pageMargin);
    const int bar = m_view->horizontalOverflow() ? m_view->scrollBarHeight() : 0;
    m_view->setFixedHeight(qMin(m_view->contentHeight() + bar, most));
}

void TranscriptPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    fitTranscript();
}

void TranscriptPane::reveal(int index)
{
    const int row = m_model->rowOf(index);
    if (row >= 0) {
        showMatch(row);
    } else {
        m_scroll->ensureVisible(0, 0);
    }
    m_view->setFocus(Qt::OtherFocusReason);
}

void TranscriptPane::showMatch(int row)
{
    m_view->revealRow(row);
    const QRect line = m_view->visualRect(m_model->index(row));
    const QPoint place = m_view->viewport()->mapTo(m_scroll->widget(), line.center());
    m_scroll->ensureVisible(0, place.y(), 0, 2 * metrics::rowHeight);
}

void TranscriptPane::openFind() { m_find->open(); }

} // namespace mailseal
