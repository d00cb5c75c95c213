#include "support/testprogram.h"
#include "values/domainname.h"
#include "values/proxy.h"
#include "values/target.h"

#include <QTest>

using namespace mailseal;

class TestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data();
    void targets();
    void noTargets_data();
    void noTargets();
    void endpoints_data();
    void endpoints();
    void names_data();
    void names();
    void proxies_data();
    void proxies();
    void services();
};

void TestTarget::targets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<Service>("service");
    QTest::addColumn<bool>("isAddress");
    QTest::addColumn<bool>("isDomain");
    const auto row = [](const char *text, const char *host, int port, Service service, bool isAddress,
                        bool isDomain = false) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(host) << port << service
                            << isAddress << isDomain;
    };
    row("mx.example", "mx.example", 25, Service::Smtp, false, true);
    row("  MX.Example. ", "mx.example", 25, Service::Smtp, false, true);
    row("domain:mx.example", "mx.example", 25, Service::Smtp, false, true);
    row("Domain:MX.example.", "mx.example", 25, Service::Smtp, false, true);
    row("domain:münchen.example", "xn--mnchen-3ya.example", 25, Service::Smtp, false, true);
    row("smtp://mx.example:25", "mx.example", 25, Service::Smtp, false);
    row("host:mx.example", "mx.example", 25, Service::Smtp, false);
    row("HOST:mx.example:2525", "mx.example", 2525, Service::Smtp, false);
    row("mx.example:465", "mx.example", 465, Service::Submissions, false);
    row("mx.example:587", "mx.example", 587, Service::Submission, false);
    row("mx.example:24", "mx.example", 24, Service::Lmtp, false);
    row("smtp://mx.example", "mx.example", 25, Service::Smtp, false);
    row("smtp://mx.example:465", "mx.example", 465, Service::Smtp, false);
    row("submission://mx.example/", "mx.example", 587, Service::Submission, false);
    row("Submissions://mx.example", "mx.example", 465, Service::Submissions, false);
    row("lmtp://mx.example:2424", "mx.example", 2424, Service::Lmtp, false);
    row("192.0.2.1", "192.0.2.1", 25, Service::Smtp, true);
    row("192.0.2.1:587", "192.0.2.1", 587, Service::Submission, true);
    row("2001:db8::1", "2001:db8::1", 25, Service::Smtp, true);
    row("[2001:DB8:0::1]:587", "2001:db8::1", 587, Service::Submission, true);
    row("smtp://[::1]", "::1", 25, Service::Smtp, true);
    row("münchen.example", "xn--mnchen-3ya.example", 25, Service::Smtp, false, true);
    row("localhost:2525", "localhost", 2525, Service::Smtp, false);
    row("_mail.example", "_mail.example", 25, Service::Smtp, false, true);
}

void TestTarget::targets()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(Service, service);
    QFETCH(bool, isAddress);
    const auto parsed = parseTarget(text);
    const auto *spec = std::get_if<TargetSpec>(&parsed);
    QVERIFY(spec);
    QCOMPARE(spec->input, text.trimmed());
    QCOMPARE(spec->host, host);
    QCOMPARE(int(spec->port), port);
    QCOMPARE(spec->service, service);
    QCOMPARE(spec->isAddress, isAddress);
    QTEST(spec->isDomain, "isDomain");
}

void TestTarget::noTargets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TargetError>("error");
    const auto row = [](const char *text, TargetError error) {
        QTest::newRow(text) << QString::fromUtf8(text) << error;
    };
    row("", TargetError::Empty);
    row("   ", TargetError::Empty);
    row("mx..example", TargetError::BadName);
    row("-mx.example", TargetError::BadName);
    row("mx example", TargetError::BadName);
    row("300.1.1.1", TargetError::BadName);
    row("1.2.3", TargetError::BadName);
    row("mx.example:", TargetError::BadPort);
    row("mx.example:0", TargetError::BadPort);
    row("mx.example:65536", TargetError::BadPort);
    row("mx.example:+25", TargetError::BadPort);
    row("mx.example:smtp", TargetError::BadPort);
    row("[2001:db8::1", TargetError::BadAddress);
    row("[2001:db8::1]25", TargetError::BadAddress);
    row("[mx.example]", TargetError::BadAddress);
    row("2001:db8::zz", TargetError::BadAddress);
    row("imap://mx.example", TargetError::SchemeNotYet);
    row("https://mx.example", TargetError::UnknownScheme);
    row("domain:", TargetError::BadName);
    row("domain:192.0.2.1", TargetError::BadName);
    row("domain:example.org:25", TargetError::BadPort);
    row("domain:smtp://example.org", TargetError::UnknownScheme);
    row("user@example.org", TargetError::MailAddress);
    row("smtp://user:secret@mx.example", TargetError::MailAddress);
    row("smtp://mx.example/path", TargetError::TrailingText);
    row("mx.example?x", TargetError::TrailingText);
    QTest::newRow("longer than anyone types") << QString(2001, u'a') << TargetError::BadName;
}

void TestTarget::noTargets()
{
    QFETCH(QString, text);
    QFETCH(TargetError, error);
    const auto parsed = parseTarget(text);
    const auto *why = std::get_if<TargetError>(&parsed);
    QVERIFY(why);
    QCOMPARE(*why, error);
}

void TestTarget::endpoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::newRow("IPv4") << "192.0.2.1"
                          << "192.0.2.1" << 0;
    QTest::newRow("IPv4 with a port") << "192.0.2.1:2525"
                                      << "192.0.2.1" << 2525;
    QTest::newRow("IPv6") << "2001:db8::1"
                          << "2001:db8::1" << 0;
    QTest::newRow("IPv6 with a port") << "[2001:db8::1]:25"
                                      << "2001:db8::1" << 25;
    QTest::newRow("a name is none") << "mx.example"
                                    << "" << 0;
    QTest::newRow("port 0 is none") << "192.0.2.1:0"
                                    << "" << 0;
    QTest::newRow("nothing is none") << ""
                                     << "" << 0;
}

void TestTarget::endpoints()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(int, port);
    const auto parsed = parseEndpoint(text);
    QCOMPARE(parsed.has_value(), !address.isEmpty());
    if (parsed)
        QCOMPARE(*parsed, (Endpoint{address, static_cast<quint16>(port)}));
}

void TestTarget::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ascii");
    const QString label(63, u'a');
    QTest::newRow("lower case") << "Mail.Example"
                                << "mail.example";
    QTest::newRow("trailing dot") << "mail.example."
                                  << "mail.example";
    QTest::newRow("U-label") << QStringLiteral("m\u00fcnchen.example") << "xn--mnchen-3ya.example";
    QTest::newRow("A-label") << "xn--mnchen-3ya.example"
                             << "xn--mnchen-3ya.example";
    QTest::newRow("a label of 63") << label + QStringLiteral(".example")
                                   << label + QStringLiteral(".example");
    QTest::newRow("a label of 64") << label + QStringLiteral("a.example") << "";
    QTest::newRow("254 octets") << (label + u'.').repeated(3) + label.left(62) << "";
    QTest::newRow("the root alone") << "."
                                    << "";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("two dots") << "a..b"
                              << "";
    QTest::newRow("a line end") << "a\r\nb.example"
                                << "";
    QTest::newRow("a hyphen first") << "-a.example"
                                    << "";
    QTest::newRow("digits last") << "mail.123"
                                 << "";
}

void TestTarget::names()
{
    QFETCH(QString, text);
    QFETCH(QString, ascii);
    const auto name = DomainName::parse(text);
    QCOMPARE(name ? name->ascii() : QString(), ascii);
    if (!name)
        return;
    QVERIFY(name->isFullyQualified());
    QVERIFY(name->isHostName());
    QCOMPARE(DomainName::parse(name->unicode()), name);
}

void TestTarget::proxies_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<std::optional<Proxy>>("proxy");
    const auto row = [](const char *url, const std::optional<Proxy> &proxy) {
        QTest::newRow(url) << QString::fromLatin1(url) << proxy;
    };
    const QString host = QStringLiteral("proxy.example");
    row("socks5://proxy.example", Proxy{Proxy::Kind::Socks5, host, 1080, {}, {}});
    row("http://proxy.example", Proxy{Proxy::Kind::Http, host, 8080, {}, {}});
    row("http://proxy.example:3128/", Proxy{Proxy::Kind::Http, host, 3128, {}, {}});
    row("socks5://me:p%40ss@proxy.example:9050",
        Proxy{Proxy::Kind::Socks5, host, 9050, QStringLiteral("me"), QStringLiteral("p@ss")});
    row("socks5://[::1]:9050", Proxy{Proxy::Kind::Socks5, QStringLiteral("::1"), 9050, {}, {}});
    row("https://proxy.example", std::nullopt);
    row("proxy.example:1080", std::nullopt);
    row("socks5://", std::nullopt);
    row("http://proxy.example/path", std::nullopt);
    row("http://proxy.example?x", std::nullopt);
    row("", std::nullopt);
}

void TestTarget::proxies()
{
    QFETCH(QString, url);
    QFETCH(std::optional<Proxy>, proxy);
    QVERIFY(parseProxy(url) == proxy);
}

void TestTarget::services()
{
    for (const Service service : {Service::Smtp, Service::Submission, Service::Submissions, Service::Lmtp}) {
        QCOMPARE(serviceOfPort(defaultPort(service)), service);
        QCOMPARE(startOf(service) == Start::Implicit, service == Service::Submissions);
        QCOMPARE(isRelay(service), service == Service::Smtp || service == Service::Lmtp);
    }
    QCOMPARE(serviceOfPort(2525), Service::Smtp);
}

MAILSEAL_TEST(TestTarget)
#include "tst_target.moc"
