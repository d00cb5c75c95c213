#include "settings/settingsdialog.h"

#include "inspector/settingsinput.h"
#include "settings/settingspage.h"
#include "shell/pagetabs.h"
#include "style/theme.h"
#include "values/domainname.h"
#include "widgets/strip.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mailseal {

namespace {

enum ProxyChoice { NoProxy, Socks5Proxy, HttpProxy };

void fill(QComboBox *box, const QStringList &words, int current)
{
    box->addItems(words);
    box->setCurrentIndex(current);
}

/// A host name in A-labels or an IP address without brackets; nothing else is a host.
std::optional<QString> hostIn(const QString &text)
{
    if (const auto address = parseEndpoint(text))
        return address->port == 0 ? std::optional(address->address) : std::nullopt;
    const auto name = DomainName::parse(text);
    return name ? std::optional(name->ascii()) : std::nullopt;
}

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

} // namespace

class SettingsDialog::Private
{
public:
    explicit Private(const Preferences &preferences)
        : before(preferences)
    {
    }

    SettingsPage *inspectionPage();
    SettingsPage *trustPage();
    SettingsPage *proxyPage();
    SettingsPage *windowPage();
    static QWidget *fileField(QLineEdit *path, const QString &title, const QStringList &filters);
    void followProxy(SettingsPage *page);
    /// Tells what is wrong beside its field; whether all is well.
    bool check();

    Preferences before;
    PageTabs *tabs = new PageTabs;
    QStackedWidget *pages = new QStackedWidget;
    QLineEdit *ehlo = new QLineEdit;
    QSpinBox *timeout = new QSpinBox;
    QComboBox *family = new QComboBox;
    QLineEdit *resolver = new QLineEdit;
    QCheckBox *sni = new QCheckBox;
    QCheckBox *variants = new QCheckBox;
    QLineEdit *roots = new QLineEdit;
    QLineEdit *dnssecAnchors = new QLineEdit;
    QPlainTextEdit *pins = new QPlainTextEdit;
    QComboBox *proxy = new QComboBox;
    QLineEdit *proxyHost = new QLineEdit;
    QSpinBox *proxyPort = new QSpinBox;
    QLineEdit *proxyUser = new QLineEdit;
    QLineEdit *proxyPassword = new QLineEdit;
    QComboBox *appearance = new QComboBox;
    QComboBox *language = new QComboBox;
    QList<SettingsPage *> all;
};

SettingsPage *SettingsDialog::Private::inspectionPage()
{
    auto *page = new SettingsPage;
    ehlo->setText(before.ehloName);
    ehlo->setPlaceholderText(machineName());
    page->addField(
        tr("&EHLO name"), ehlo,
        machineName().contains(u'.')
            ? tr("Empty: the name of this machine, %1.").arg(machineName())
            : tr("Empty: the name of this machine, %1. It is no full domain name, and some servers "
                 "turn such clients away.")
                  .arg(machineName()));
    timeout->setRange(1, 3600);
    timeout->setValue(before.timeoutSeconds);
    timeout->setSuffix(tr(" s"));
    page->addField(tr("&Time for one inspection"), timeout,
                   tr("Some servers delay their greeting on purpose, up to a minute."));
    fill(family, {tr("IPv4 and IPv6"), tr("IPv4 only"), tr("IPv6 only")}, static_cast<int>(before.family));
    page->addField(tr("&Addresses"), family, {});
    resolver->setText(endpointText(before.resolver));
    resolver->setPlaceholderText(tr("the system's"));
    page->addField(
        tr("&Resolver"), resolver,
        tr("An IP address, with its port where that is not 53. It has to pass DNSSEC signatures on."));
    sni->setText(tr("&Send the server's name (SNI)"));
    sni->setChecked(before.sendSni);
    page->addField({}, sni, tr("Without it some servers show another certificate."));
    variants->setText(tr("Look for &further certificates"));
    variants->setChecked(before.variants);
    page->addField(
        {}, variants,
        tr("One or two more short connections, without the name and for another kind of key: other "
           "senders may be shown another certificate."));
    return page;
}

/// A path that can be typed or chosen.
QWidget *SettingsDialog::Private::fileField(QLineEdit *path, const QString &title, const QStringList &filters)
{
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(path, 1);
    auto *browse = new QPushButton(tr("Browse…"));
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

SettingsPage *SettingsDialog::Private::trustPage()
{
    auto *page = new SettingsPage;
    roots->setText(before.rootsFile);
    roots->setPlaceholderText(tr("the system's trust store"));
    page->addField(tr("Trust &anchors"),
                   fileField(roots, tr("File of trust anchors"),
                             {tr("Certificates (*.pem *.crt *.cer *.der)"), tr("All files (*)")}),
                   tr("PEM or DER. These certificates alone are trusted then, not the system's as well."));
    QStringList lines;
    for (const QByteArray &pin : before.pins)
        lines.append(QString::fromLatin1(pin));
    pins->setPlainText(lines.join(u'\n'));
    pins->setTabChangesFocus(true);
    pins->setPlaceholderText(tr("one SHA-256 a line"));
    pins->setMinimumHeight(5 * pins->fontMetrics().lineSpacing());
    page->addField(tr("&Pins"), pins,
                   tr("SHA-256 of a certificate or of its public key, in hex. Either counts."));
    dnssecAnchors->setText(before.dnssecAnchorsFile);
    dnssecAnchors->setPlaceholderText(tr("the root's, as the distribution has it"));
    page->addField(tr("&DNSSEC anchors"),
                   fileField(dnssecAnchors, tr("File of DNSSEC trust anchors"),
                             {tr("Keys (*.ds *.key)"), tr("All files (*)")}),
                   tr("DS or DNSKEY records of zones that are signed in your network only, one a line. The "
                      "root's count as well."));
    return page;
}

SettingsPage *SettingsDialog::Private::proxyPage()
{
    auto *page = new SettingsPage;
    const int kind = !before.proxy                               ? NoProxy
                     : before.proxy->kind == Proxy::Kind::Socks5 ? Socks5Proxy
                                                                 : HttpProxy;
    fill(proxy, {tr("None"), QStringLiteral("SOCKS5"), QStringLiteral("HTTP (CONNECT)")}, kind);
    page->addField(tr("Pro&xy"), proxy,
                   tr("Port 25 is blocked in most offices and homes; a proxy elsewhere helps."));
    proxyPort->setRange(1, 65535);
    proxyPort->setValue(1080);
    if (before.proxy) {
        proxyHost->setText(before.proxy->host);
        proxyPort->setValue(before.proxy->port);
        proxyUser->setText(before.proxy->user);
        proxyPassword->setText(before.proxy->password);
    }
    proxyPassword->setEchoMode(QLineEdit::Password);
    page->addField(tr("&Host"), proxyHost, {});
    page->addField(tr("P&ort"), proxyPort, {});
    page->addField(tr("&User"), proxyUser, {});
    page->addField(tr("Pass&word"), proxyPassword,
                   tr("Forgotten when the program ends: it is never written to disk."));
    QObject::connect(proxy, &QComboBox::currentIndexChanged, page, [this, page](int choice) {
        constexpr int socksPort = 1080;
        constexpr int httpPort = 8080;
        const int old = choice == HttpProxy ? socksPort : httpPort;
        if (proxyPort->value() == old)
            proxyPort->setValue(choice == HttpProxy ? httpPort : socksPort);
        followProxy(page);
    });
    followProxy(page);
    return page;
}

void SettingsDialog::Private::followProxy(SettingsPage *page)
{
    const bool any = proxy->currentIndex() != NoProxy;
    for (QWidget *field : std::initializer_list<QWidget *>{proxyHost, proxyPort, proxyUser, proxyPassword})
        page->setInputEnabled(field, any);
}

SettingsPage *SettingsDialog::Private::windowPage()
{
    auto *page = new SettingsPage;
    fill(appearance, {tr("As the system"), tr("Light"), tr("Dark")}, static_cast<int>(before.appearance));
    page->addField(tr("&Appearance"), appearance, {});
    fill(language, {tr("As the system"), QStringLiteral("English"), QStringLiteral("Deutsch")},
         static_cast<int>(before.language));
    page->addField(tr("&Language"), language, tr("Changes when the program is started again."));
    return page;
}

bool SettingsDialog::Private::check()
{
    for (SettingsPage *page : all)
        page->clearProblems();
    const QString name = ehlo->text().trimmed();
    if (!name.isEmpty() && !canStandBehindEhlo(name))
        all.at(0)->tell(ehlo, tr("This cannot stand behind EHLO: a name without spaces, in ASCII."));
    if (const QString typed = resolver->text().trimmed(); !typed.isEmpty() && !parseEndpoint(typed))
        all.at(0)->tell(resolver,
                        Wording(Wording::Speech::Translated).targetError(TargetError::BadAddress, typed));
    Preferences files;
    files.rootsFile = roots->text();
    files.dnssecAnchorsFile = dnssecAnchors->text();
    const PreparedSettings prepared = toSettings(files, PolicyId::WebPki);
    if (!prepared.rootsProblem.isEmpty())
        all.at(1)->tell(roots, prepared.rootsProblem);
    if (!prepared.dnssecProblem.isEmpty())
        all.at(1)->tell(dnssecAnchors, prepared.dnssecProblem);
    for (const QString &typed : pinsIn(*pins)) {
        if (!parsePin(typed))
            all.at(1)->tell(pins, tr("“%1” is no SHA-256: it takes 64 hex digits.").arg(typed.left(80)));
    }
    if (proxy->currentIndex() != NoProxy) {
        const QString host = proxyHost->text().trimmed();
        if (host.isEmpty())
            all.at(2)->tell(proxyHost, tr("A proxy needs a host."));
        else if (!hostIn(host))
            all.at(2)->tell(proxyHost,
                            Wording(Wording::Speech::Translated).targetError(TargetError::BadName, host));
    }
    for (int page = 0; page < all.size(); ++page) {
        if (QWidget *field = all.at(page)->firstProblem()) {
            tabs->setCurrentIndex(page);
            field->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

SettingsDialog::SettingsDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(preferences))
{
    setWindowTitle(tr("Settings"));
    auto *head = new Strip;
    auto *row = new QVBoxLayout(head);
    row->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, 0);
    row->addWidget(d->tabs);
    for (const QString &title : {tr("Inspection"), tr("Trust"), tr("Proxy"), tr("Window")})
        d->tabs->addPage(title);
    d->all = {d->inspectionPage(), d->trustPage(), d->proxyPage(), d->windowPage()};
    int labelWidth = 0;
    for (const SettingsPage *page : std::as_const(d->all))
        labelWidth = qMax(labelWidth, page->labelWidth());
    for (SettingsPage *page : std::as_const(d->all)) {
        page->setLabelWidth(labelWidth); // the fields stay where they are from page to page
        d->pages->addWidget(page);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    buttons->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, metrics::pad);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(head);
    column->addWidget(d->pages, 1);
    column->addWidget(buttons);
    connect(d->tabs, &PageTabs::currentChanged, d->pages, &QStackedWidget::setCurrentIndex);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    constexpr QSize shape{640, 560};
    resize(shape);
    d->ehlo->setFocus();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::accept()
{
    if (d->check())
        QDialog::accept();
}

Preferences SettingsDialog::preferences() const
{
    Preferences entered = d->before;
    entered.ehloName = d->ehlo->text().trimmed();
    entered.timeoutSeconds = d->timeout->value();
    entered.family = static_cast<AddressFamily>(d->family->currentIndex());
    entered.resolver = parseEndpoint(d->resolver->text());
    entered.sendSni = d->sni->isChecked();
    entered.variants = d->variants->isChecked();
    entered.dnssecAnchorsFile = d->dnssecAnchors->text();
    entered.rootsFile = d->roots->text();
    entered.pins.clear();
    for (const QString &typed : pinsIn(*d->pins)) {
        if (const auto pin = parsePin(typed); pin && !entered.pins.contains(*pin))
            entered.pins.append(*pin);
    }
    entered.proxy.reset();
    if (d->proxy->currentIndex() != NoProxy) {
        entered.proxy = Proxy{
            d->proxy->currentIndex() == Socks5Proxy ? Proxy::Kind::Socks5 : Proxy::Kind::Http,
            hostIn(d->proxyHost->text().trimmed()).value_or(QString()),
            static_cast<quint16>(d->proxyPort->value()), d->proxyUser->text(), d->proxyPassword->text()};
    }
    entered.appearance = static_cast<Appearance>(d->appearance->currentIndex());
    entered.language = static_cast<Language>(d->language->currentIndex());
    return entered;
}

} // namespace mailseal
