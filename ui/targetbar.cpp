#include "targetbar.h"

#include "report/wording.h"
#include "theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace mailseal {

namespace {

constexpr int controlHeight = 34;
constexpr int mostRecent = 20;
constexpr std::array services{Service::Smtp, Service::Submission, Service::Submissions, Service::Lmtp};
constexpr std::array policies{PolicyId::Opportunistic, PolicyId::Encrypt, PolicyId::WebPki, PolicyId::Secure,
                              PolicyId::Fingerprint};

QString serviceText(Service service)
{
    const Wording wording(Wording::Speech::Translated);
    return QStringLiteral("%1 %2 · %3")
        .arg(wording.service(service))
        .arg(defaultPort(service))
        .arg(wording.start(startOf(service)));
}

/// Whether the text itself says port or service: then the box follows and does not decide.
bool saysService(const QString &text, const TargetSpec &spec)
{
    return text.contains(QLatin1StringView("://")) || spec.port != defaultPort(Service::Smtp);
}

} // namespace

TargetBar::TargetBar(QWidget *parent)
    : QWidget(parent)
    , m_target(new QComboBox(this))
    , m_service(new QComboBox(this))
    , m_policy(new QComboBox(this))
    , m_go(new QPushButton(this))
    , m_more(new QToolButton(this))
    , m_problem(new QLabel(this))
{
    m_target->setEditable(true);
    m_target->setInsertPolicy(QComboBox::NoInsert);
    m_target->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_target->setMinimumContentsLength(12);
    m_target->lineEdit()->setMaxLength(2000);
    m_target->lineEdit()->setClearButtonEnabled(true);
    for (const Service service : services)
        m_service->addItem(QString(), static_cast<int>(service));
    for (const PolicyId policy : policies)
        m_policy->addItem(QString(), static_cast<int>(policy));
    for (QComboBox *box : {m_target, m_service, m_policy})
        box->setMinimumHeight(controlHeight);
    m_go->setMinimumHeight(controlHeight);
    m_go->setObjectName(QStringLiteral("primary"));
    m_more->setText(QStringLiteral("⋯"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMinimumSize(controlHeight + metrics::gap, controlHeight);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("targetProblem"));
    m_problem->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    row->addWidget(m_target, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_service, m_policy, m_go, m_more})
        row->addWidget(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pad, metrics::gap + 2, metrics::pad, metrics::gap + 2);
    column->setSpacing(metrics::gap - 2);
    column->addLayout(row);
    column->addWidget(m_problem);

    connect(m_target->lineEdit(), &QLineEdit::returnPressed, this, &TargetBar::submit);
    connect(m_target->lineEdit(), &QLineEdit::textEdited, this, &TargetBar::followText);
    connect(m_target, &QComboBox::textActivated, this, &TargetBar::followText);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT stopRequested();
        else
            submit();
    });
    retranslate();
}

void TargetBar::retranslate()
{
    const Wording wording(Wording::Speech::Translated);
    m_target->lineEdit()->setPlaceholderText(tr("mx.example.org or mx.example.org:587"));
    m_target->setAccessibleName(tr("Server to inspect"));
    m_service->setAccessibleName(tr("Service"));
    m_policy->setAccessibleName(tr("Act as this kind of client"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    for (int i = 0; i < m_service->count(); ++i)
        m_service->setItemText(i, serviceText(services.at(static_cast<size_t>(i))));
    for (int i = 0; i < m_policy->count(); ++i) {
        const PolicyId policy = policies.at(static_cast<size_t>(i));
        m_policy->setItemText(i, tr("Act as: %1").arg(wording.policyName(policy)));
        m_policy->setItemData(i, wording.policyDescription(policy), Qt::ToolTipRole);
    }
    setRunning(m_running);
}

void TargetBar::setRunning(bool running)
{
    m_running = running;
    m_go->setText(running ? tr("&Stop") : tr("&Inspect"));
    m_go->setProperty("stops", running);
    m_go->setToolTip(running ? tr("End what is running (Esc)") : tr("Inspect this server (Enter)"));
}

void TargetBar::setTarget(const QString &text)
{
    m_target->setEditText(text);
    followText(text);
}

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
    showProblem({});
    const auto parsed = parseTarget(text);
    if (const auto *spec = std::get_if<TargetSpec>(&parsed); spec && saysService(text, *spec))
        m_service->setCurrentIndex(m_service->findData(static_cast<int>(spec->service)));
}

void TargetBar::submit()
{
    const QString text = m_target->currentText().trimmed();
    const auto parsed = parseTarget(text);
    if (const auto *error = std::get_if<TargetError>(&parsed)) {
        showProblem(Wording(Wording::Speech::Translated).targetError(*error, text));
        focusTarget();
        return;
    }
    auto spec = std::get<TargetSpec>(parsed);
    if (!saysService(text, spec)) {
        spec.service = static_cast<Service>(m_service->currentData().toInt());
        spec.port = defaultPort(spec.service);
    }
    showProblem({});
    remember(text);
    Q_EMIT inspectRequested(spec, policy());
}

void TargetBar::remember(const QString &text)
{
    QStringList all = recent();
    all.removeAll(text);
    all.prepend(text);
    setRecent(all.mid(0, mostRecent));
    m_target->setEditText(text);
}

void TargetBar::setRecent(const QStringList &recent)
{
    const QString typed = m_target->currentText();
    m_target->clear();
    m_target->addItems(recent);
    m_target->setEditText(typed);
}

QStringList TargetBar::recent() const
{
    QStringList all;
    for (int i = 0; i < m_target->count(); ++i)
        all.append(m_target->itemText(i));
    return all;
}

void TargetBar::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void TargetBar::setMenu(QMenu *menu) { m_more->setMenu(menu); }

void TargetBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace mailseal
