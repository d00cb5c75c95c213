#include "pages/whatifpanel.h"

#include "settings/settingspage.h"
#include "style/theme.h"
#include "values/limits.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"
#include "wire/recordtext.h"
#include "wire/wire.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mailseal {

namespace {

QPlainTextEdit *bytesField(int lines)
{
    auto *field = new QPlainTextEdit;
    field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    field->setTabChangesFocus(true);
    field->setWordWrapMode(QTextOption::WrapAnywhere);
    const int frame = 2 * field->frameWidth() + 2 * static_cast<int>(field->document()->documentMargin());
    field->setFixedHeight(lines * field->fontMetrics().lineSpacing() + frame);
    return field;
}

SettingsPage *pageOf()
{
    auto *page = new SettingsPage;
    page->layout()->setContentsMargins(0, 0, 0, 0);
    return page;
}

/// A field with a link below or beside it.
QWidget *withLink(QWidget *input, LinkButton *link)
{
    auto *field = new QWidget;
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(input);
    column->addWidget(link, 0, Qt::AlignLeading);
    field->setFocusProxy(input);
    return field;
}

} // namespace

WhatIfPanel::WhatIfPanel(QWidget *parent)
    : Card(parent)
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_tlsa(bytesField(4))
    , m_own(new LinkButton)
    , m_mode(new QComboBox)
    , m_dated(new QCheckBox)
    , m_at(new QDateTimeEdit)
    , m_roots(bytesField(3))
    , m_name(new QLineEdit)
{
    auto *title = new PlainLabel(PlainLabel::Kind::Strong);
    title->setText(tr("What if …"));
    auto *note = new PlainLabel(PlainLabel::Kind::Muted);
    note->setText(tr("All verdicts follow at once, without a connection. Nothing of it is saved."));
    auto *reset = new LinkButton;
    reset->setText(tr("Reset"));
    auto *close = new LinkButton;
    close->setText(tr("Close"));
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::pad);
    top->addWidget(title);
    top->addWidget(note, 1);
    top->addWidget(reset);
    top->addWidget(close);
    m_dnsPage = dnsFields();
    m_otherPage = otherFields();
    m_halves->setSpacing(metrics::pageMargin);
    m_halves->addWidget(m_dnsPage, 1);
    m_halves->addWidget(m_otherPage, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pad + 2, metrics::pad, metrics::pad + 2, metrics::gap);
    column->setSpacing(metrics::pad);
    column->addLayout(top);
    column->addLayout(m_halves);
    setFocusProxy(m_tlsa);

    connect(reset, &LinkButton::clicked, this, &WhatIfPanel::reset);
    connect(close, &LinkButton::clicked, this, &WhatIfPanel::closed);
    connect(m_own, &LinkButton::clicked, this, &WhatIfPanel::addOwnRecord);
    connect(m_tlsa, &QPlainTextEdit::textChanged, this, &WhatIfPanel::read);
    connect(m_roots, &QPlainTextEdit::textChanged, this, &WhatIfPanel::read);
    connect(m_name, &QLineEdit::textChanged, this, &WhatIfPanel::read);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &WhatIfPanel::read);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &WhatIfPanel::read);
    connect(m_dated, &QCheckBox::toggled, this, [this](bool on) {
        m_at->setEnabled(on);
        read();
    });
}

SettingsPage *WhatIfPanel::dnsFields()
{
    auto *page = pageOf();
    m_tlsa->setPlaceholderText(tr("none"));
    m_own->setText(tr("Add the record of this certificate (3 1 1)"));
    page->addField(tr("TLS&A records"), withLink(m_tlsa, m_own),
                   tr("All that there would be, one a line; taken as signed."));
    page->addField(QStringLiteral("&MTA-STS"), m_mode, {});
    return page;
}

SettingsPage *WhatIfPanel::otherFields()
{
    auto *page = pageOf();
    page->addField(tr("T&rust as well"), rootsField(), {});
    page->addField(tr("&Date"), dateField(), {});
    page->addField(tr("Server's &name"), m_name, {});
    return page;
}

QWidget *WhatIfPanel::rootsField()
{
    m_roots->setPlaceholderText(QStringLiteral("-----BEGIN CERTIFICATE-----"));
    auto *browse = new LinkButton;
    browse->setText(tr("From a file…"));
    connect(browse, &LinkButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Certificate to be trusted as well"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, this, &WhatIfPanel::openRoots);
        dialog->open();
    });
    return withLink(m_roots, browse);
}

QWidget *WhatIfPanel::dateField()
{
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    m_dated->setText(tr("As of"));
    m_at->setCalendarPopup(true);
    m_at->setEnabled(false);
    m_at->setAccessibleName(tr("Date of the judgement"));
    for (QLineEdit *inside : m_at->findChildren<QLineEdit *>())
        inside->setAccessibleName(m_at->accessibleName());
    row->addWidget(m_dated);
    row->addWidget(m_at, 1);
    field->setFocusProxy(m_dated);
    return field;
}

void WhatIfPanel::openRoots(const QString &path)
{
    QFile file(path);
    const bool isReadable = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly);
    const QByteArray content = isReadable ? file.read(limits::assumedRoots) : QByteArray();
    if (content.isEmpty()) {
        m_otherPage->clearProblems();
        m_otherPage->showProblem(m_roots, tr("The file cannot be read: %1.").arg(file.errorString()));
        return;
    }
    m_roots->setPlainText(QString::fromLatin1(content));
}

void WhatIfPanel::addOwnRecord()
{
    const auto own = ownTlsa(m_real);
    if (!own)
        return;
    const QString typed = m_tlsa->toPlainText().trimmed();
    m_tlsa->setPlainText(typed + (typed.isEmpty() ? QString() : QStringLiteral("\n")) + recordText(*own));
    m_tlsa->setFocus();
}

void WhatIfPanel::present(const Inspection &real)
{
    const bool isTouched = m_tlsa->toPlainText().trimmed() != m_untouched.tlsa.trimmed();
    m_real = real;
    m_untouched = entryOf(real);
    m_own->setEnabled(ownTlsa(real).has_value());
    m_filling = true;
    if (!isTouched && m_tlsa->toPlainText() != m_untouched.tlsa)
        m_tlsa->setPlainText(m_untouched.tlsa);
    fillModes();
    if (!m_dated->isChecked())
        m_at->setDateTime(real.judgedAt.toLocalTime());
    m_name->setPlaceholderText(real.evidence.target.serverName);
    m_filling = false;
    read();
}

void WhatIfPanel::fillModes()
{
    const int chosen = m_mode->currentIndex();
    const bool can = canAssumeStsMode(m_real);
    m_mode->clear();
    m_mode->addItem(can ? tr("as published") : tr("no policy was read"));
    if (can) {
        for (const StsMode mode : {StsMode::Enforce, StsMode::Testing, StsMode::None})
            m_mode->addItem(toWire(mode), static_cast<int>(mode));
    }
    m_mode->setCurrentIndex(can ? qMax(0, chosen) : 0);
    m_dnsPage->setInputEnabled(m_mode, can);
}

void WhatIfPanel::reset()
{
    m_filling = true;
    m_tlsa->setPlainText(m_untouched.tlsa);
    m_roots->clear();
    m_name->clear();
    m_mode->setCurrentIndex(0);
    m_dated->setChecked(false);
    m_at->setDateTime(m_real.judgedAt.toLocalTime());
    m_filling = false;
    read();
}

void WhatIfPanel::read()
{
    if (m_filling)
        return;
    WhatIfEntry entry;
    entry.tlsa = m_tlsa->toPlainText();
    entry.roots = m_roots->toPlainText();
    entry.name = m_name->text();
    if (const QVariant mode = m_mode->currentData(); mode.isValid())
        entry.mode = static_cast<StsMode>(mode.toInt());
    if (m_dated->isChecked())
        entry.at = m_at->dateTime().toUTC();
    m_reading = readEntry(entry, m_untouched);
    m_dnsPage->clearProblems();
    m_otherPage->clearProblems();
    const auto showProblem = [this](SettingsPage *page, QWidget *input, WhatIfField field) {
        if (const QString problem = m_reading.problems.value(field); !problem.isEmpty())
            page->showProblem(input, problem);
    };
    showProblem(m_dnsPage, m_tlsa, WhatIfField::Tlsa);
    showProblem(m_otherPage, m_roots, WhatIfField::Roots);
    showProblem(m_otherPage, m_name, WhatIfField::Name);
    Q_EMIT changed();
}

QSize WhatIfPanel::minimumSizeHint() const
{
    constexpr int letters = 45;
    return {fontMetrics().averageCharWidth() * letters, Card::minimumSizeHint().height()};
}

void WhatIfPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    constexpr int letters = 115; // below that one half stands below the other
    const bool isWide = width() > fontMetrics().averageCharWidth() * letters;
    m_halves->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void WhatIfPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Card::keyPressEvent(event);
        return;
    }
    Q_EMIT closed();
    event->accept();
}

} // namespace mailseal
