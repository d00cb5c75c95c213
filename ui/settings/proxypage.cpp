#include "inspector/settingsinput.h"
#include "settings/preferencepage.h"
#include "settings/settingsdialog.h"
#include "values/domainname.h"
#include "wording/wording.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace mailseal {

namespace {

enum ProxyChoice { NoProxy, Socks5Proxy, HttpProxy };

/// A host name in A-labels or an IP address without brackets; nothing else is a host.
std::optional<QString> hostIn(const QString &text)
{
    if (const auto address = parseEndpoint(text))
        return address->port == 0 ? std::optional(address->address) : std::nullopt;
    const auto name = DomainName::parse(text);
    return name ? std::optional(name->ascii()) : std::nullopt;
}

/// Through whom servers are reached.
class ProxyPage : public PreferencePage
{
public:
    explicit ProxyPage(const Preferences &shown);
    void check() override;
    void read(Preferences &entered) const override;

private:
    void followProxy();

    QComboBox *m_proxy = new QComboBox;
    QLineEdit *m_proxyHost = new QLineEdit;
    QSpinBox *m_proxyPort = new QSpinBox;
    QLineEdit *m_proxyUser = new QLineEdit;
    QLineEdit *m_proxyPassword = new QLineEdit;
};

ProxyPage::ProxyPage(const Preferences &shown)
{
    const int kind = !shown.inspection.proxy                               ? NoProxy
                     : shown.inspection.proxy->kind == Proxy::Kind::Socks5 ? Socks5Proxy
                                                                           : HttpProxy;
    fill(m_proxy, {SettingsDialog::tr("None"), QStringLiteral("SOCKS5"), QStringLiteral("HTTP (CONNECT)")},
         kind);
    addField(SettingsDialog::tr("Pro&xy"), m_proxy,
             SettingsDialog::tr("Port 25 is blocked in most offices and homes; a proxy elsewhere helps."));
    m_proxyPort->setRange(1, 65535);
    m_proxyPort->setValue(1080);
    if (shown.inspection.proxy) {
        m_proxyHost->setText(shown.inspection.proxy->host);
        m_proxyPort->setValue(shown.inspection.proxy->port);
        m_proxyUser->setText(shown.inspection.proxy->user);
        m_proxyPassword->setText(shown.inspection.proxy->password);
    }
    m_proxyPassword->setEchoMode(QLineEdit::Password);
    addField(SettingsDialog::tr("&Host"), m_proxyHost, {});
    addField(SettingsDialog::tr("P&ort"), m_proxyPort, {});
    addField(SettingsDialog::tr("&User"), m_proxyUser, {});
    addField(SettingsDialog::tr("Pass&word"), m_proxyPassword,
             SettingsDialog::tr("Forgotten when the program ends: it is never written to disk."));
    connect(m_proxy, &QComboBox::currentIndexChanged, this, [this](int choice) {
        constexpr int socksPort = 1080;
        constexpr int httpPort = 8080;
        const int old = choice == HttpProxy ? socksPort : httpPort;
        if (m_proxyPort->value() == old)
            m_proxyPort->setValue(choice == HttpProxy ? httpPort : socksPort);
        followProxy();
    });
    followProxy();
}

void ProxyPage::check()
{
    if (m_proxy->currentIndex() == NoProxy)
        return;
    const QString host = m_proxyHost->text().trimmed();
    if (host.isEmpty())
        showProblem(m_proxyHost, SettingsDialog::tr("A proxy needs a host."));
    else if (!hostIn(host))
        showProblem(m_proxyHost,
                    Wording(Wording::Speech::Translated).targetError(TargetError::BadName, host));
}

void ProxyPage::read(Preferences &entered) const
{
    entered.inspection.proxy.reset();
    if (m_proxy->currentIndex() == NoProxy)
        return;
    entered.inspection.proxy =
        Proxy{m_proxy->currentIndex() == Socks5Proxy ? Proxy::Kind::Socks5 : Proxy::Kind::Http,
              hostIn(m_proxyHost->text().trimmed()).value_or(QString()),
              static_cast<quint16>(m_proxyPort->value()), m_proxyUser->text(), m_proxyPassword->text()};
}

void ProxyPage::followProxy()
{
    const bool any = m_proxy->currentIndex() != NoProxy;
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_proxyHost, m_proxyPort, m_proxyUser, m_proxyPassword})
        setInputEnabled(field, any);
}

} // namespace

PreferencePage *makeProxyPage(const Preferences &shown) { return new ProxyPage(shown); }

} // namespace mailseal
