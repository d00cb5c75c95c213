#include "shell/targetbar.h"

#include "style/theme.h"
#include "wire/wire.h"
#include "wording/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>

namespace mailseal {

namespace {

constexpr int mostRecent = 20;
constexpr int longestTarget = 2000;
QString serviceText(Service service, quint16 port)
{
    const Wording wording(Wording::Speech::Translated);
    return QStringLiteral("%1 %2 · %3")
        .arg(wording.service(service))
        .arg(port)
        .arg(wording.start(startOf(service)));
}

/// Whether the text itself says port or scheme: then the box follows and does not decide.
bool saysService(const QString &text)
{
    static const QRegularExpression said(QStringLiteral("://|^[^:]+:\\d+$|^host:[^:]+:\\d+$|\\]:\\d+$"));
    return said.match(text.trimmed()).hasMatch();
}

} // namespace

TargetBar::TargetBar(QWidget *parent)
    : Strip(parent)
    , m_target(new QComboBox(this))
    , m_service(new QComboBox(this))
    , m_policy(new QComboBox(this))
    , m_go(new QPushButton(this))
    , m_more(new QPushButton(QStringLiteral("⋯"), this))
{
    constexpr int leastTarget = 18;
    m_target->setEditable(true);
    m_target->setInsertPolicy(QComboBox::NoInsert);
    m_target->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_target->setMinimumContentsLength(leastTarget);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->lineEdit()->setMaxLength(longestTarget);
    m_target->lineEdit()->setPlaceholderText(tr("example.org or mx.example.org:25"));
    m_target->setAccessibleName(tr("Server to inspect"));
    m_target->lineEdit()->setAccessibleName(tr("Server to inspect"));
    m_service->setAccessibleName(tr("Service"));
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_policy->setAccessibleName(tr("Act as this kind of client"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    m_more->setFixedWidth(m_more->fontMetrics().horizontalAdvance(m_more->text()) + 4 * metrics::gap);
    m_go->setDefault(true);
    fillBoxes();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pad, metrics::gap + 2, metrics::pad, metrics::gap + 3);
    row->setSpacing(metrics::gap);
    row->addWidget(m_target, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_service, m_policy, m_go, m_more})
        row->addWidget(widget);
    setRunning(true); // as wide as its longer word, so that nothing moves
    const int stop = m_go->sizeHint().width();
    setRunning(false);
    m_go->setMinimumWidth(qMax(stop, m_go->sizeHint().width()));

    connect(m_target->lineEdit(), &QLineEdit::returnPressed, this, &TargetBar::submit);
    connect(m_target, &QComboBox::editTextChanged, this, &TargetBar::followText);
    connect(m_policy, &QComboBox::activated, this, &TargetBar::policyChanged);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT stopRequested();
        else
            submit();
    });
}

void TargetBar::fillBoxes()
{
    const Wording wording(Wording::Speech::Translated);
    for (const Service service : allServices())
        m_service->addItem(serviceText(service, defaultPort(service)), static_cast<int>(service));
    for (const QString &name : wireNames<PolicyId>()) {
        const PolicyId policy = *fromWire<PolicyId>(name);
        m_policy->addItem(tr("Act as: %1").arg(wording.policyName(policy)), static_cast<int>(policy));
        m_policy->setItemData(m_policy->count() - 1, wording.policyDescription(policy), Qt::ToolTipRole);
    }
    const auto describe = [this] { m_policy->setToolTip(m_policy->currentData(Qt::ToolTipRole).toString()); };
    connect(m_policy, &QComboBox::currentIndexChanged, this, describe);
    describe();
}

void TargetBar::setRunning(bool running)
{
    m_running = running;
    m_go->setText(running ? tr("&Stop") : tr("&Inspect"));
    m_go->setToolTip(running ? tr("End what is running (Esc)") : tr("Inspect this server (Enter)"));
}

void TargetBar::setTarget(const QString &text) { m_target->setEditText(text); }

QString TargetBar::text() const { return m_target->currentText(); }

PolicyId TargetBar::policy() const { return static_cast<PolicyId>(m_policy->currentData().toInt()); }

void TargetBar::setPolicy(PolicyId policy)
{
    m_policy->setCurrentIndex(m_policy->findData(static_cast<int>(policy)));
}

void TargetBar::focusTarget()
{
    m_target->setFocus(Qt::ShortcutFocusReason);
    m_target->lineEdit()->selectAll();
}

void TargetBar::followText(const QString &text)
{
    Q_EMIT problemChanged({});
    const auto parsed = parseTarget(text);
    showService(saysService(text) ? std::get_if<TargetSpec>(&parsed) : nullptr);
}

/// Shows what the text says, port included, and lets nobody contradict it; else the box is free.
void TargetBar::showService(const TargetSpec *said)
{
    const bool wasSaid = !m_service->isEnabled();
    for (int i = 0; i < m_service->count(); ++i) {
        const Service service = allServices().at(i);
        const bool isSaid = said && said->service == service;
        m_service->setItemText(i, serviceText(service, isSaid ? said->port : defaultPort(service)));
    }
    if (said)
        m_service->setCurrentIndex(m_service->findData(static_cast<int>(said->service)));
    else if (wasSaid)
        m_service->setCurrentIndex(0);
    m_service->setEnabled(!said);
    m_service->setToolTip(said ? tr("The target itself says so") : QString());
}

void TargetBar::submit()
{
    const QString text = m_target->currentText().trimmed();
    const auto parsed = parseTarget(text);
    if (const auto *error = std::get_if<TargetError>(&parsed)) {
        Q_EMIT problemChanged(Wording(Wording::Speech::Translated).targetError(*error, text));
        focusTarget();
        return;
    }
    auto spec = std::get<TargetSpec>(parsed);
    if (!saysService(text)) {
        spec.service = static_cast<Service>(m_service->currentData().toInt());
        spec.port = defaultPort(spec.service);
    }
    remember(text);
    Q_EMIT problemChanged({});
    Q_EMIT inspectRequested(spec);
}

void TargetBar::remember(const QString &text)
{
    QStringList all = recent();
    all.removeAll(text);
    all.prepend(text);
    setRecent(all);
}

void TargetBar::setRecent(const QStringList &recent)
{
    const QString typed = m_target->currentText();
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    m_target->addItems(recent.mid(0, mostRecent));
    m_target->setCurrentIndex(-1);
    m_target->setEditText(typed);
}

QStringList TargetBar::recent() const
{
    QStringList all;
    for (int i = 0; i < m_target->count(); ++i)
        all.append(m_target->itemText(i));
    return all;
}

void TargetBar::setMenu(QMenu *menu)
{
    connect(m_more, &QPushButton::clicked, this, [this, menu] {
        const QSize size = menu->sizeHint();
        const int x = layoutDirection() == Qt::RightToLeft ? 0 : m_more->width() - size.width();
        menu->popup(m_more->mapToGlobal(QPoint(x, m_more->height() + 2)));
    });
}

} // namespace mailseal
