#include "inspector/settingsinput.h"
#include "settings/preferencepage.h"
#include "settings/settingsdialog.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace mailseal {

namespace {

/// Who we are to servers, and how they are found and asked.
class InspectionPage : public PreferencePage
{
public:
    explicit InspectionPage(const Preferences &shown);
    void check() override;
    void read(Preferences &entered) const override;

private:
    QLineEdit *m_ehlo = new QLineEdit;
    QSpinBox *m_timeout = new QSpinBox;
    QComboBox *m_family = new QComboBox;
    QLineEdit *m_resolver = new QLineEdit;
    QCheckBox *m_sni = new QCheckBox;
    QCheckBox *m_variants = new QCheckBox;
};

InspectionPage::InspectionPage(const Preferences &shown)
{
    m_ehlo->setText(shown.inspection.ehloName);
    m_ehlo->setPlaceholderText(machineName());
    addField(SettingsDialog::tr("&EHLO name"), m_ehlo,
             machineName().contains(u'.')
                 ? SettingsDialog::tr("Empty: the name of this machine, %1.").arg(machineName())
                 : SettingsDialog::tr(
                       "Empty: the name of this machine, %1. It is no full domain name, and some servers "
                       "turn such clients away.")
                       .arg(machineName()));
    m_timeout->setRange(1, 3600);
    m_timeout->setValue(secondsIn(shown.inspection.timeout));
    m_timeout->setSuffix(SettingsDialog::tr(" s"));
    addField(SettingsDialog::tr("&Time for one inspection"), m_timeout,
             SettingsDialog::tr("Some servers delay their greeting on purpose, up to a minute."));
    fill(m_family,
         {SettingsDialog::tr("IPv4 and IPv6"), SettingsDialog::tr("IPv4 only"),
          SettingsDialog::tr("IPv6 only")},
         static_cast<int>(shown.inspection.family));
    addField(SettingsDialog::tr("&Addresses"), m_family, {});
    m_resolver->setText(endpointText(shown.inspection.resolver.server));
    m_resolver->setPlaceholderText(SettingsDialog::tr("the system's"));
    addField(SettingsDialog::tr("&Resolver"), m_resolver,
             SettingsDialog::tr(
                 "An IP address, with its port where that is not 53. It has to pass DNSSEC signatures on."));
    m_sni->setText(SettingsDialog::tr("&Send the server's name (SNI)"));
    m_sni->setChecked(shown.inspection.sendSni);
    addField({}, m_sni, SettingsDialog::tr("Without it some servers show another certificate."));
    m_variants->setText(SettingsDialog::tr("Look for &further certificates"));
    m_variants->setChecked(shown.inspection.variants);
    addField({}, m_variants,
             SettingsDialog::tr(
                 "One or two more short connections, without the name and for another kind of key: other "
                 "senders may be shown another certificate."));
}

void InspectionPage::check()
{
    const QString name = m_ehlo->text().trimmed();
    if (!name.isEmpty() && !canStandBehindEhlo(name))
        showProblem(m_ehlo,
                    SettingsDialog::tr("This cannot stand behind EHLO: a name without spaces, in ASCII."));
    if (const QString typed = m_resolver->text().trimmed(); !typed.isEmpty() && !parseEndpoint(typed))
        showProblem(m_resolver,
                    Wording(Wording::Speech::Translated).targetError(TargetError::BadAddress, typed));
}

void InspectionPage::read(Preferences &entered) const
{
    Settings &inspection = entered.inspection;
    inspection.ehloName = m_ehlo->text().trimmed();
    inspection.timeout = std::chrono::seconds(m_timeout->value());
    inspection.family = static_cast<AddressFamily>(m_family->currentIndex());
    inspection.resolver.server = parseEndpoint(m_resolver->text());
    inspection.sendSni = m_sni->isChecked();
    inspection.variants = m_variants->isChecked();
}

} // namespace

PreferencePage *makeInspectionPage(const Preferences &shown) { return new InspectionPage(shown); }

} // namespace mailseal
