#include "list/arrangebutton.h"

#include "style/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QSettings>

#include <array>

namespace mailseal {

namespace {

using Order = ServerArrangement::Order;

/// The word that stands in the store for a value; never changed once released.
template <typename T>
struct Stored
{
    T value;
    const char *word;
};

constexpr std::array aspects{
    Stored<Aspect>{Aspect::Target, "target"}, Stored<Aspect>{Aspect::Verdict, "verdict"},
    Stored<Aspect>{Aspect::Problem, "problem"}, Stored<Aspect>{Aspect::Expiry, "expiry"},
    Stored<Aspect>{Aspect::Issuer, "issuer"}};
constexpr std::array orders{
    Stored<Order>{Order::AsListed, "listed"}, Stored<Order>{Order::Name, "name"},
    Stored<Order>{Order::Verdict, "verdict"}, Stored<Order>{Order::Problem, "problem"},
    Stored<Order>{Order::Expiry, "expiry"},   Stored<Order>{Order::Issuer, "issuer"}};

namespace key {
const auto group = QStringLiteral("list/group");
const auto order = QStringLiteral("list/order");
const auto descending = QStringLiteral("list/descending");
} // namespace key

const auto flat = QStringLiteral("none");
const auto yes = QStringLiteral("true");

template <typename Table, typename T>
T read(const Table &table, const QString &word, T otherwise)
{
    for (const auto &one : table) {
        if (word == QLatin1StringView(one.word))
            return one.value;
    }
    return otherwise;
}

template <typename Table, typename T>
QString written(const Table &table, T value)
{
    for (const auto &one : table) {
        if (one.value == value)
            return QString::fromLatin1(one.word);
    }
    return {};
}

} // namespace

ServerArrangement loadArrangement(const QSettings &store)
{
    ServerArrangement wish;
    const QString group = store.value(key::group).toString();
    wish.isGrouped = group != flat;
    wish.groupBy = read(aspects, group, wish.groupBy);
    wish.order = read(orders, store.value(key::order).toString(), wish.order);
    wish.isDescending = store.value(key::descending).toString() == yes;
    return wish;
}

void saveArrangement(const ServerArrangement &wish, QSettings &store)
{
    store.setValue(key::group, wish.isGrouped ? written(aspects, wish.groupBy) : flat);
    store.setValue(key::order, written(orders, wish.order));
    store.setValue(key::descending, wish.isDescending ? yes : QStringLiteral("false"));
}

ArrangeButton::ArrangeButton(QWidget *parent)
    : QPushButton(parent)
{
    setAccessibleName(tr("Group, sort and choose servers"));
    setToolTip(accessibleName());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, [this] {
        QMenu *menu = menuNow();
        const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - menu->sizeHint().width();
        menu->popup(mapToGlobal(QPoint(x, height() + 2)));
    });
}

void ArrangeButton::setArrangement(const ServerArrangement &wish)
{
    m_wish = wish;
    update();
}

void ArrangeButton::wish(ServerArrangement next)
{
    next.filter = m_wish.filter;
    setArrangement(next);
    Q_EMIT wished(m_wish);
}

QMenu *ArrangeButton::menuNow()
{
    delete m_menu;
    m_menu = new QMenu(this);
    addGroupings(*m_menu);
    addOrders(*m_menu);
    addChoices(*m_menu);
    return m_menu;
}

void ArrangeButton::addGroupings(QMenu &menu)
{
    auto *below = menu.addMenu(tr("&Group by"));
    auto *group = new QActionGroup(below);
    const auto add = [&](const QString &title, bool isGrouped, Aspect aspect) {
        auto *choice = below->addAction(title);
        choice->setCheckable(true);
        choice->setChecked(m_wish.isGrouped == isGrouped && (!isGrouped || m_wish.groupBy == aspect));
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, isGrouped, aspect] {
            ServerArrangement next = m_wish;
            next.isGrouped = isGrouped;
            next.groupBy = aspect;
            wish(next);
        });
    };
    add(tr("&Target"), true, Aspect::Target);
    add(tr("&Verdict"), true, Aspect::Verdict);
    add(tr("&Problem"), true, Aspect::Problem);
    add(tr("&Expiry"), true, Aspect::Expiry);
    add(tr("&Issuer"), true, Aspect::Issuer);
    add(tr("&Not at all"), false, Aspect::Target);
}

void ArrangeButton::addOrders(QMenu &menu)
{
    auto *below = menu.addMenu(tr("&Sort by"));
    auto *group = new QActionGroup(below);
    const auto add = [&](const QString &title, Order order) {
        auto *choice = below->addAction(title);
        choice->setCheckable(true);
        choice->setChecked(m_wish.order == order);
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, order] {
            ServerArrangement next = m_wish;
            next.order = order;
            wish(next);
        });
    };
    add(tr("As &listed"), Order::AsListed);
    add(tr("&Name"), Order::Name);
    add(tr("&Verdict"), Order::Verdict);
    add(tr("&Problem"), Order::Problem);
    add(tr("&Expiry"), Order::Expiry);
    add(tr("&Issuer"), Order::Issuer);
    below->addSeparator();
    auto *reverse = below->addAction(tr("&Reverse"));
    reverse->setCheckable(true);
    reverse->setChecked(m_wish.isDescending);
    connect(reverse, &QAction::triggered, this, [this](bool checked) {
        ServerArrangement next = m_wish;
        next.isDescending = checked;
        wish(next);
    });
}

void ArrangeButton::addChoices(QMenu &menu)
{
    auto *below = menu.addMenu(tr("Show &only"));
    auto *all = below->addAction(tr("&Everything"));
    all->setCheckable(true);
    all->setChecked(!m_wish.only);
    connect(all, &QAction::triggered, this, [this] {
        ServerArrangement next = m_wish;
        next.only.reset();
        wish(next);
    });
    below->addSeparator();
    addChoice(*below, Aspect::Verdict, tr("&Verdict"));
    addChoice(*below, Aspect::Problem, tr("&Problem"));
    addChoice(*below, Aspect::Expiry, tr("E&xpiry"));
    addChoice(*below, Aspect::Issuer, tr("&Issuer"));
}

void ArrangeButton::addChoice(QMenu &menu, Aspect aspect, const QString &title)
{
    constexpr qsizetype mostChoices = 40; // the text filter finds the others
    const QList<Bucket> buckets = m_buckets ? m_buckets(aspect) : QList<Bucket>();
    auto *below = menu.addMenu(title);
    below->setEnabled(!buckets.isEmpty());
    for (const Bucket &bucket : buckets.mid(0, mostChoices)) {
        auto *choice = below->addAction(QString(bucket.title.left(80)).replace(u'&', QStringLiteral("&&")));
        choice->setCheckable(true);
        choice->setChecked(m_wish.only && m_wish.only->aspect == aspect && m_wish.only->bucket == bucket);
        connect(choice, &QAction::triggered, this, [this, aspect, bucket] {
            ServerArrangement next = m_wish;
            next.only = ServerArrangement::Only{aspect, bucket};
            wish(next);
        });
    }
}

QSize ArrangeButton::sizeHint() const
{
    const int side = QPushButton::sizeHint().height();
    return {side + metrics::gap / 2, side};
}

/// Three lines, shorter and shorter; a dot where servers are left out.
void ArrangeButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr qreal thick = 1.6;
    painter.setPen(QPen(palette().color(QPalette::ButtonText), thick, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle = QRectF(rect()).center();
    constexpr qreal apart = 4;
    constexpr std::array<qreal, 3> halves{6.5, 4.2, 1.9};
    for (size_t line = 0; line < halves.size(); ++line) {
        const qreal y = middle.y() + (static_cast<qreal>(line) - 1) * apart;
        painter.drawLine(QPointF(middle.x() - halves.at(line), y), QPointF(middle.x() + halves.at(line), y));
    }
    if (!m_wish.only)
        return;
    constexpr qreal dot = 3.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tints().accent);
    painter.drawEllipse(QPointF(middle.x() + 8, middle.y() - 7), dot, dot);
}

} // namespace mailseal
