#include "shell/inspectionview.h"

#include "files/savedbar.h"
#include "models/headline.h"
#include "pages/pages.h"
#include "shell/progressline.h"
#include "style/theme.h"
#include "widgets/elidedlabel.h"
#include "widgets/linkbutton.h"
#include "widgets/pagetabs.h"
#include "widgets/strip.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mailseal {

InspectionView::InspectionView(QWidget *parent)
    : QWidget(parent)
    , m_host(new ElidedLabel(ElidedLabel::Kind::Title))
    , m_facts(new ElidedLabel(ElidedLabel::Kind::Muted))
    , m_back(new LinkButton)
    , m_progressLine(new ProgressLine)
    , m_saved(new SavedBar)
    , m_tabs(new PageTabs)
    , m_pages(new QStackedWidget)
    , m_made(pages().size())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header());
    column->addWidget(m_saved);
    column->addWidget(m_pages, 1);
    for (const PageRow &row : pages()) {
        m_tabs->addPage(pageTitle(row.page));
        auto *place = new QWidget; // the pane comes later
        auto *inside = new QVBoxLayout(place);
        inside->setContentsMargins(0, 0, 0, 0);
        m_pages->addWidget(place);
    }
    m_tabs->setAccessibleName(tr("Pages"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_hidden.setSingleShot(true);
    connect(m_tabs, &PageTabs::currentChanged, this, &InspectionView::showPage);
    connect(m_saved, &SavedBar::judgeAgainRequested, this, &InspectionView::judgeAgainRequested);
    connect(m_saved, &SavedBar::asSavedRequested, this, &InspectionView::asSavedRequested);
    connect(m_back, &LinkButton::clicked, this, &InspectionView::backRequested);
    connect(m_progressLine, &ProgressLine::stopRequested, this, &InspectionView::stopRequested);
    connect(&m_hidden, &QTimer::timeout, this, &InspectionView::presentHidden);
}

QWidget *InspectionView::header()
{
    auto *strip = new Strip;
    auto *column = new QVBoxLayout(strip);
    column->setContentsMargins(metrics::pageMargin, metrics::pad, metrics::pageMargin, 0);
    column->setSpacing(4);
    auto *title = new QHBoxLayout;
    title->setSpacing(metrics::gap);
    title->addWidget(m_host, 1);
    m_back->setText(tr("Back to the comparison"));
    m_back->hide();
    title->addWidget(m_back);
    column->addLayout(title);
    m_below = new QStackedLayout;
    column->addLayout(m_below); // first: without a parent it would show them as windows
    m_below->addWidget(m_facts);
    m_below->addWidget(m_progressLine);
    column->addSpacing(metrics::gap - 2);
    auto *tabs = new QVBoxLayout;
    tabs->setContentsMargins(-4, 0, 0, 0); // the underline begins a little before the text of the header
    tabs->addWidget(m_tabs);
    column->addLayout(tabs);
    return strip;
}

void InspectionView::present(const ListedServer &server)
{
    m_inspection = server.inspection;
    m_progress = server.progress;
    if (!server.isRunning)
        m_progress.stage = Stage::Done;
    const bool isAnother = m_server != server.id;
    m_server = server.id;
    m_host->setText(titleText(server));
    m_facts->setText(headerText(m_inspection));
    m_saved->present(server);
    m_progressLine->present(endpointText(m_inspection.evidence.target, true), m_progress);
    m_below->setCurrentWidget(server.isRunning ? static_cast<QWidget *>(m_progressLine) : m_facts);
    for (Page &page : m_made)
        page.isStale = true;
    showPage(m_tabs->currentIndex());
    if (isAnother || !server.isRunning)
        m_hidden.start(0);
    else if (!m_hidden.isActive())
        m_hidden.start(std::chrono::milliseconds(200));
}

Pane *InspectionView::pane(Proof::Page which)
{
    const auto place = static_cast<size_t>(which);
    Page &page = m_made.at(place);
    if (!page.pane) {
        page.pane = pages()[place].make();
        connect(page.pane, &Pane::proofRequested, this, &InspectionView::goTo);
        connect(page.pane, &Pane::saveChainRequested, this, &InspectionView::saveChainRequested);
        m_pages->widget(static_cast<int>(which))->layout()->addWidget(page.pane);
        page.isStale = true;
    }
    if (m_server != 0 && std::exchange(page.isStale, false)) {
        page.pane->present(m_inspection, m_progress);
        m_tabs->setProblems(static_cast<int>(which), page.pane->problemCount());
    }
    return page.pane;
}

void InspectionView::showPage(int page)
{
    pane(static_cast<Proof::Page>(page));
    const bool isAnother = m_pages->currentIndex() != page;
    m_pages->setCurrentIndex(page);
    if (isAnother)
        Q_EMIT pageChanged();
}

/// One page a turn of the event loop, so that none of them makes a key or a click wait.
void InspectionView::presentHidden()
{
    for (const PageRow &row : pages()) {
        if (!m_made.at(static_cast<size_t>(row.page)).isStale)
            continue;
        pane(row.page);
        m_hidden.start(0);
        return;
    }
}

void InspectionView::openPage(Proof::Page page) { m_tabs->setCurrentIndex(static_cast<int>(page)); }

Proof::Page InspectionView::currentPage() const { return static_cast<Proof::Page>(m_tabs->currentIndex()); }

void InspectionView::goTo(const Proof &proof)
{
    openPage(proof.page);
    pane(proof.page)->chooseVariant(proof.variant);
    if (proof.index >= 0)
        pane(proof.page)->reveal(proof.index);
    else
        pane(proof.page)->setFocus(Qt::OtherFocusReason);
}

void InspectionView::setBackShown(bool shown) { m_back->setVisible(shown); }

void InspectionView::openFind()
{
    openPage(Proof::Page::Transcript);
    pane(Proof::Page::Transcript)->openFind();
}

} // namespace mailseal
