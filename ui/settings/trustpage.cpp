#include "inspector/settingsinput.h"
#include "settings/preferencepage.h"
#include "settings/settingsdialog.h"
#include "style/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace mailseal {

namespace {

QStringList pinsIn(const QPlainTextEdit &field)
{
    static const QRegularExpression breaks(QStringLiteral("[\\n,;]"));
    QStringList typed;
    for (const QString &part : field.toPlainText().split(breaks)) {
        if (!part.trimmed().isEmpty())
            typed.append(part.trimmed());
    }
    return typed;
}

/// A path that can be typed or chosen.
QWidget *fileField(QLineEdit *path, const QString &title, const QStringList &filters)
{
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(path, 1);
    auto *browse = new QPushButton(SettingsDialog::tr("Browse…"));
    browse->setAutoDefault(false); // Enter in the field beside it means OK
    row->addWidget(browse);
    path->setClearButtonEnabled(true);
    field->setFocusProxy(path);
    QObject::connect(browse, &QPushButton::clicked, field, [=] {
        auto *dialog = new QFileDialog(field, title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters(filters);
        QObject::connect(dialog, &QFileDialog::fileSelected, path, &QLineEdit::setText);
        dialog->open();
    });
    return field;
}

/// Whom we trust: certificates, pins, keys of DNSSEC.
class TrustPage : public PreferencePage
{
public:
    explicit TrustPage(const Preferences &shown);
    void check() override;
    void read(Preferences &entered) const override;

private:
    QLineEdit *m_roots = new QLineEdit;
    QPlainTextEdit *m_pins = new QPlainTextEdit;
    QLineEdit *m_dnssecAnchors = new QLineEdit;
};

TrustPage::TrustPage(const Preferences &shown)
{
    m_roots->setText(shown.rootsFile);
    m_roots->setPlaceholderText(SettingsDialog::tr("the system's trust store"));
    addField(SettingsDialog::tr("Trust &anchors"),
             fileField(m_roots, SettingsDialog::tr("File of trust anchors"),
                       {SettingsDialog::tr("Certificates (*.pem *.crt *.cer *.der)"),
                        SettingsDialog::tr("All files (*)")}),
             SettingsDialog::tr(
                 "PEM or DER. These certificates alone are trusted then, not the system's as well."));
    QStringList lines;
    for (const QByteArray &pin : shown.inspection.pins)
        lines.append(QString::fromLatin1(pin));
    m_pins->setPlainText(lines.join(u'\n'));
    m_pins->setTabChangesFocus(true);
    m_pins->setPlaceholderText(SettingsDialog::tr("one SHA-256 a line"));
    m_pins->setMinimumHeight(5 * m_pins->fontMetrics().lineSpacing());
    addField(SettingsDialog::tr("&Pins"), m_pins,
             SettingsDialog::tr("SHA-256 of a certificate or of its public key, in hex. Either counts."));
    m_dnssecAnchors->setText(shown.dnssecAnchorsFile);
    m_dnssecAnchors->setPlaceholderText(SettingsDialog::tr("the root's, as the distribution has it"));
    addField(SettingsDialog::tr("&DNSSEC anchors"),
             fileField(m_dnssecAnchors, SettingsDialog::tr("File of DNSSEC trust anchors"),
                       {SettingsDialog::tr("Keys (*.ds *.key)"), SettingsDialog::tr("All files (*)")}),
             SettingsDialog::tr(
                 "DS or DNSKEY records of zones that are signed in your network only, one a line. The "
                 "root's count as well."));
}

void TrustPage::check()
{
    Preferences files;
    files.rootsFile = m_roots->text();
    files.dnssecAnchorsFile = m_dnssecAnchors->text();
    const PreparedSettings prepared = toSettings(files, PolicyId::WebPki);
    if (!prepared.rootsProblem.isEmpty())
        showProblem(m_roots, prepared.rootsProblem);
    if (!prepared.dnssecProblem.isEmpty())
        showProblem(m_dnssecAnchors, prepared.dnssecProblem);
    for (const QString &typed : pinsIn(*m_pins)) {
        if (!parsePin(typed))
            showProblem(
                m_pins,
                SettingsDialog::tr("“%1” is no SHA-256: it takes 64 hex digits.").arg(typed.left(80)));
    }
}

void TrustPage::read(Preferences &entered) const
{
    entered.rootsFile = m_roots->text();
    entered.dnssecAnchorsFile = m_dnssecAnchors->text();
    entered.inspection.pins.clear();
    for (const QString &typed : pinsIn(*m_pins)) {
        if (const auto pin = parsePin(typed); pin && !entered.inspection.pins.contains(*pin))
            entered.inspection.pins.append(*pin);
    }
}

} // namespace

PreferencePage *makeTrustPage(const Preferences &shown) { return new TrustPage(shown); }

} // namespace mailseal
