#include "settings/settingsdialog.h"

#include "settings/preferencepage.h"
#include "style/theme.h"
#include "widgets/pagetabs.h"
#include "widgets/strip.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace mailseal {

namespace {

struct PageOfSettings
{
    const char *title;
    PreferencePage *(*make)(const Preferences &shown);
};

constexpr std::array pagesOfSettings{
    PageOfSettings{QT_TRANSLATE_NOOP("mailseal::SettingsDialog", "Inspection"), &makeInspectionPage},
    PageOfSettings{QT_TRANSLATE_NOOP("mailseal::SettingsDialog", "Trust"), &makeTrustPage},
    PageOfSettings{QT_TRANSLATE_NOOP("mailseal::SettingsDialog", "Proxy"), &makeProxyPage},
    PageOfSettings{QT_TRANSLATE_NOOP("mailseal::SettingsDialog", "Window"), &makeWindowPage},
};

} // namespace

SettingsDialog::SettingsDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_before(preferences)
    , m_tabs(new PageTabs)
{
    setWindowTitle(tr("Settings"));
    auto *head = new Strip;
    auto *row = new QVBoxLayout(head);
    row->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, 0);
    row->addWidget(m_tabs);
    int labelWidth = 0;
    for (const PageOfSettings &page : pagesOfSettings) {
        m_tabs->addPage(tr(page.title));
        m_pages.append(page.make(preferences));
        labelWidth = qMax(labelWidth, m_pages.constLast()->labelWidth());
    }
    auto *stack = new QStackedWidget;
    for (PreferencePage *page : std::as_const(m_pages)) {
        page->setLabelWidth(labelWidth); // the fields stay where they are from page to page
        stack->addWidget(page);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    buttons->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, metrics::pad);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(head);
    column->addWidget(stack, 1);
    column->addWidget(buttons);
    connect(m_tabs, &PageTabs::currentChanged, stack, &QStackedWidget::setCurrentIndex);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    constexpr QSize shape{640, 560};
    resize(shape);
    m_pages.constFirst()->focusFirst();
}

void SettingsDialog::accept()
{
    for (PreferencePage *page : std::as_const(m_pages)) {
        page->clearProblems();
        page->check();
    }
    for (int page = 0; page < m_pages.size(); ++page) {
        if (QWidget *field = m_pages.at(page)->firstProblem()) {
            m_tabs->setCurrentIndex(page);
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    QDialog::accept();
}

Preferences SettingsDialog::preferences() const
{
    Preferences entered = m_before;
    for (const PreferencePage *page : m_pages)
        page->read(entered);
    return entered;
}

} // namespace mailseal
