#include "pages/comparison/comparisonview.h"

#include "compare/compare.h"
#include "list/inspectionlist.h"
#include "models/headline.h"
#include "pages/comparison/comparisontree.h"
#include "style/theme.h"
#include "widgets/background.h"
#include "widgets/elidedlabel.h"
#include "widgets/plainlabel.h"
#include "widgets/strip.h"
#include "wire/escape.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace mailseal {

namespace {

/// What a comparison made beside the window hands back.
struct Compared
{
    Comparison comparison;
    ComparisonModel::Page page;
};

/// "2 seconds", "3 days".
QString spanText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const auto count = [](qint64 number) { return static_cast<int>(number); };
    if (seconds < 2 * minute)
        return ComparisonView::tr("%n second(s)", nullptr, count(seconds));
    if (seconds < 2 * hour)
        return ComparisonView::tr("%n minute(s)", nullptr, count(seconds / minute));
    if (seconds < 2 * day)
        return ComparisonView::tr("%n hour(s)", nullptr, count(seconds / hour));
    return ComparisonView::tr("%n day(s)", nullptr, count(seconds / day));
}

/// What the two have to do with each other, and how far apart they were seen.
QString relationText(const ListedServer &left, const ListedServer &right)
{
    const Target &one = left.inspection.evidence.target;
    const Target &other = right.inspection.evidence.target;
    const qint64 apart =
        qAbs(left.inspection.evidence.observedAt.secsTo(right.inspection.evidence.observedAt));
    const bool sameHost = one.host == other.host;
    const QString what = sameHost && one.address == other.address && one.port == other.port
                             ? ComparisonView::tr("The same server")
                         : sameHost && one.address == other.address
                             ? ComparisonView::tr("Two ports of one server")
                         : sameHost ? ComparisonView::tr("Two addresses of one host")
                                    : ComparisonView::tr("Two servers");
    return apart == 0 ? ComparisonView::tr("%1, inspected at the same time").arg(what)
                      : ComparisonView::tr("%1, inspected %2 apart").arg(what, spanText(apart));
}

} // namespace

ComparisonView::ComparisonView(const InspectionList &list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_model(new ComparisonModel(this))
    , m_tree(new ComparisonTree(m_model))
    , m_title(new ElidedLabel(ElidedLabel::Kind::Title))
    , m_relation(new ElidedLabel(ElidedLabel::Kind::Muted))
    , m_count(new PlainLabel(PlainLabel::Kind::Strong))
    , m_where(new ElidedLabel(ElidedLabel::Kind::Muted))
    , m_only(new QCheckBox(tr("O&nly differences")))
    , m_save(new QPushButton(tr("Save &report…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header());
    auto *page = new QVBoxLayout;
    page->setContentsMargins(metrics::pageMargin, metrics::pad, metrics::pageMargin, metrics::pageMargin);
    page->setSpacing(metrics::pad);
    page->addWidget(tools());
    page->addWidget(m_tree, 1);
    column->addLayout(page, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);

    connect(m_only, &QCheckBox::toggled, m_model, &ComparisonModel::setOnlyDifferences);
    connect(m_tree, &ComparisonTree::proofRequested, this, [this](int at, const Proof &proof) {
        Q_EMIT proofRequested(at == ComparisonModel::Left ? m_left : m_right, proof);
    });
    connect(m_tree, &ComparisonTree::copyRequested, this, &ComparisonView::copyRow);
    connect(&m_list, &InspectionList::serverChanged, this, &ComparisonView::follow);
}

QWidget *ComparisonView::header()
{
    auto *strip = new Strip;
    auto *column = new QVBoxLayout(strip);
    column->setContentsMargins(metrics::pageMargin, metrics::pad, metrics::pageMargin, metrics::pad);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_relation);
    return strip;
}

QWidget *ComparisonView::tools()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::gap);
    m_count->setWordWrap(false);
    line->addWidget(m_count);
    line->addWidget(m_where, 1);
    line->addWidget(m_only);
    auto *swap = new QPushButton(tr("⇄ S&wap"));
    swap->setToolTip(tr("Left becomes right"));
    auto *copy = new QPushButton(tr("Copy as &Markdown"));
    for (QWidget *button : {swap, copy, m_save})
        line->addWidget(button);
    connect(swap, &QPushButton::clicked, this, &ComparisonView::swapSides);
    connect(copy, &QPushButton::clicked, this, &ComparisonView::markdownRequested);
    return row;
}

const ListedServer *ComparisonView::side(int column) const
{
    return m_list.server(column == ComparisonModel::Left ? m_left : m_right);
}

bool ComparisonView::isValid() const { return side(ComparisonModel::Left) && side(ComparisonModel::Right); }

void ComparisonView::compare(quint64 left, quint64 right)
{
    m_isNew = true;
    m_left = left;
    m_right = right;
    tellSides();
    recompute();
    Q_EMIT sidesChanged();
}

void ComparisonView::follow(quint64 server)
{
    if ((server != m_left && server != m_right) || !isValid())
        return;
    tellSides();
    // What is still running says nothing final: the last whole answer stays until the next is there.
    if (!m_list.server(server)->isRunning)
        recompute();
}

void ComparisonView::recompute()
{
    const ListedServer *left = side(ComparisonModel::Left);
    const ListedServer *right = side(ComparisonModel::Right);
    if (!left || !right)
        return;
    const int generation = ++m_generation;
    const auto work = [one = left->inspection, other = right->inspection] {
        Compared made;
        made.comparison = mailseal::compare(one, other);
        made.page = std::make_shared<const ComparisonPage>(
            comparisonPage(made.comparison, one, other, QDateTime::currentDateTime()));
        return made;
    };
    inBackground(this, work, [this, generation](const Compared &made) {
        if (generation != m_generation)
            return; // a later one is on its way
        m_comparison = made.comparison;
        m_model->present(made.page);
        tellCounts();
        if (std::exchange(m_isNew, false))
            m_tree->revealFirstDifference();
        Q_EMIT compared();
    });
}

void ComparisonView::tellSides()
{
    const ListedServer *left = side(ComparisonModel::Left);
    const ListedServer *right = side(ComparisonModel::Right);
    if (!left || !right)
        return;
    m_title->setText(hostText(*left) + QStringLiteral(" ⇄ ") + hostText(*right));
    m_relation->setText(left->isRunning || right->isRunning
                            ? tr("Being inspected again; the comparison follows when it is done")
                            : relationText(*left, *right));
}

void ComparisonView::tellCounts()
{
    const ComparisonPage &page = m_model->page();
    // Of a server that could not be inspected it is not known whether it differs.
    m_count->setText(page.differences > 0 ? tr("%n difference(s)", nullptr, page.differences)
                     : page.isTold        ? tr("No differences")
                                          : tr("Not to be told"));
    QStringList parts;
    if (!page.isTold)
        parts.append(tr("a side could not be inspected"));
    if (page.differences > 0)
        parts.append(tr("in %1 of %n group(s)", nullptr, page.countedGroups).arg(page.unequalGroups));
    if (page.worse > 0)
        parts.append(tr("%n verdict(s) worse on the right", nullptr, page.worse));
    if (page.better > 0)
        parts.append(tr("%n verdict(s) better on the right", nullptr, page.better));
    m_where->setText(parts.join(QStringLiteral(" · ")));
}

void ComparisonView::setReportMenu(QMenu *menu)
{
    connect(m_save, &QPushButton::clicked, this, [this, menu] {
        const int x = layoutDirection() == Qt::RightToLeft ? 0 : m_save->width() - menu->sizeHint().width();
        menu->popup(m_save->mapToGlobal(QPoint(x, m_save->height() + 2)));
    });
}

void ComparisonView::focusRows() { m_tree->setFocus(Qt::OtherFocusReason); }

void ComparisonView::copyRow()
{
    const ComparedLine *line = m_model->line(m_tree->currentIndex());
    if (!line)
        return;
    QApplication::clipboard()->setText(
        QStringList{line->label, line->left.text, line->right.text}.join(u'\t'));
}

} // namespace mailseal
