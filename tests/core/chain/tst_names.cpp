#include "chain/chain.h"
#include "chain/names.h"
#include "examples/certificatefactory.h"
#include "support/testprogram.h"

#include <QTest>

#include <openssl/x509v3.h>

#include <memory>

using namespace mailseal;

namespace {

QString spoken(NameReason reason)
{
    switch (reason) {
    case NameReason::Equal:
        return QStringLiteral("equal");
    case NameReason::WildcardCoversLabel:
        return QStringLiteral("wildcard covers label");
    case NameReason::WildcardCoversTopLevel:
        return QStringLiteral("wildcard covers top-level");
    case NameReason::Different:
        return QStringLiteral("different");
    case NameReason::WildcardCoversOneLabelOnly:
        return QStringLiteral("wildcard covers one label only");
    case NameReason::WildcardNotWholeLeftmostLabel:
        return QStringLiteral("wildcard not whole left-most label");
    case NameReason::AddressEqual:
        return QStringLiteral("address equal");
    case NameReason::AddressDiffers:
        return QStringLiteral("address differs");
    case NameReason::CommonNameIgnored:
        return QStringLiteral("common name ignored");
    case NameReason::CommonNameCounts:
        return QStringLiteral("common name counts");
    case NameReason::KindsDiffer:
        return QStringLiteral("kinds differ");
    case NameReason::PresentedIsNoName:
        return QStringLiteral("presented is no name");
    case NameReason::ReferenceIsNoHostName:
        return QStringLiteral("reference is no host name");
    }
    return {};
}

CertificateFacts presenting(PresentedKind kind, const QString &name)
{
    CertificateFacts leaf;
    switch (kind) {
    case PresentedKind::Dns:
        leaf.dnsNames = {name};
        break;
    case PresentedKind::Ip:
        leaf.ipAddresses = {name};
        break;
    case PresentedKind::CommonName:
        leaf.commonNames = {name};
        break;
    }
    return leaf;
}

} // namespace

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparison_data();
    void comparison();
    void everyIdentifierIsShown();
    void firstReferenceDecides();
    void nothingToCompare();
    void whatOpenSslTakes_data();
    void whatOpenSslTakes();

private:
    void wildcardRows();
    void addressRows();
};

void NamesTest::comparison_data()
{
    QTest::addColumn<PresentedKind>("kind");
    QTest::addColumn<QString>("presented");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("matchedBy");
    const auto row = [](const char *name, const char16_t *presented, const char16_t *reference,
                        const char *reason, bool matches = false) {
        const QString text = QString::fromUtf16(presented);
        QTest::newRow(name) << PresentedKind::Dns << text << QString::fromUtf16(reference)
                            << QString::fromLatin1(reason)
                            << (matches ? QLatin1StringView("DNS:") + text : QString());
    };
    row("equal", u"mail.example.org", u"mail.example.org", "equal", true);
    row("case does not matter in the certificate", u"MAIL.Example.ORG", u"mail.example.org", "equal", true);
    row("case does not matter in the reference", u"mail.example.org", u"Mail.EXAMPLE.org", "equal", true);
    row("a trailing dot of the reference is stripped", u"mail.example.org", u"mail.example.org.", "equal",
        true);
    row("a trailing dot in the certificate is no name", u"mail.example.org.", u"mail.example.org",
        "presented is no name");
    row("another host", u"mx.example.org", u"mail.example.org", "different");
    row("the domain does not cover its hosts", u"example.org", u"mail.example.org", "different");
    row("the host does not cover its domain", u"mail.example.org", u"example.org", "different");
    row("longer at the end", u"mail.example.org.evil.net", u"mail.example.org", "different");
    row("a leading dot", u".example.org", u"mail.example.org", "presented is no name");
    row("empty", u"", u"mail.example.org", "presented is no name");
    row("a NUL within", u"mail.example.org\\x00.evil.net", u"mail.example.org", "presented is no name");
    row("spaces", u" mail.example.org", u"mail.example.org", "presented is no name");
    row("equal with an underscore", u"mail_1.example.org", u"mail_1.example.org", "equal", true);
    row("A-label for a U-label reference", u"xn--mnchen-3ya.example", u"m\u00fcnchen.example", "equal", true);
    row("A-label for an A-label reference", u"XN--MNCHEN-3YA.example", u"xn--mnchen-3ya.example", "equal",
        true);
    row("a U-label in the certificate is no name", u"m\u00fcnchen.example", u"m\u00fcnchen.example",
        "presented is no name");
    row("one label", u"localhost", u"localhost", "equal", true);
    row("reference with a space", u"mail.example.org", u"mail example", "reference is no host name");
    row("reference with an empty label", u"mail.example.org", u"mail..example.org",
        "reference is no host name");
    row("empty reference", u"mail.example.org", u"", "reference is no host name");
    row("reference that is an address typed wrong", u"192.0.2", u"192.0.2", "reference is no host name");
    row("reference with a wildcard", u"*.example.org", u"*.example.org", "reference is no host name");
    wildcardRows();
    addressRows();
}

void NamesTest::wildcardRows()
{
    const auto row = [](const char *name, const char16_t *presented, const char16_t *reference,
                        const char *reason, bool matches = false) {
        const QString text = QString::fromUtf16(presented);
        QTest::newRow(name) << PresentedKind::Dns << text << QString::fromUtf16(reference)
                            << QString::fromLatin1(reason)
                            << (matches ? QLatin1StringView("DNS:") + text : QString());
    };
    row("wildcard covers one label", u"*.example.com", u"mail.example.com", "wildcard covers label", true);
    row("wildcard in capitals", u"*.EXAMPLE.com", u"mail.example.COM", "wildcard covers label", true);
    row("wildcard covers an A-label", u"*.example.com", u"m\u00fcnchen.example.com", "wildcard covers label",
        true);
    row("wildcard does not cover two labels", u"*.example.com", u"a.b.example.com",
        "wildcard covers one label only");
    row("wildcard does not cover none", u"*.example.com", u"example.com", "wildcard covers one label only");
    row("wildcard with more behind the reference", u"*.example.com", u"mail.example.com.evil.net",
        "different");
    row("wildcard of another domain", u"*.example.com", u"mail.example.org", "different");
    row("wildcard is no suffix of letters", u"*.example.com", u"mail.badexample.com", "different");
    row("part of a label", u"f*.example.com", u"foo.example.com", "wildcard not whole left-most label");
    row("part of a label at its end", u"*f.example.com", u"oof.example.com",
        "wildcard not whole left-most label");
    row("part of an A-label", u"xn--*.example.com", u"xn--mnchen-3ya.example.com",
        "wildcard not whole left-most label");
    row("second label", u"mail.*.com", u"mail.example.com", "wildcard not whole left-most label");
    row("two wildcards", u"*.*.example.com", u"a.b.example.com", "wildcard not whole left-most label");
    row("wildcard alone", u"*", u"localhost", "presented is no name");
    row("wildcard and a dot", u"*.", u"localhost", "presented is no name");
    row("wildcard over something that is no name", u"*.exa mple.com", u"mail.example.com",
        "presented is no name");
    row("wildcard below a top-level domain", u"*.example", u"mail.example", "wildcard covers top-level",
        true);
    row("wildcard of com", u"*.com", u"example.com", "wildcard covers top-level", true);
    row("wildcard of com does not cover two labels", u"*.com", u"mail.example.com",
        "wildcard covers one label only");
    row("wildcard of a public suffix", u"*.co.uk", u"example.co.uk", "wildcard covers label", true);
    row("wildcard for an address", u"*.0.2.1", u"192.0.2.1", "kinds differ");
}

void NamesTest::addressRows()
{
    const auto row = [](const char *name, PresentedKind kind, const char *presented, const char *reference,
                        const char *reason, const char *matchedBy = "") {
        QTest::newRow(name) << kind << QString::fromLatin1(presented) << QString::fromLatin1(reference)
                            << QString::fromLatin1(reason) << QString::fromLatin1(matchedBy);
    };
    const auto ip = PresentedKind::Ip;
    const auto cn = PresentedKind::CommonName;
    row("IPv4 equal", ip, "192.0.2.1", "192.0.2.1", "address equal", "IP:192.0.2.1");
    row("IPv4 differs", ip, "192.0.2.1", "192.0.2.2", "address differs");
    row("IPv6 written otherwise", ip, "2001:db8::1", "2001:0DB8:0:0:0:0:0:1", "address equal",
        "IP:2001:db8::1");
    row("IPv4 is not its mapped IPv6", ip, "::ffff:192.0.2.1", "192.0.2.1", "address differs");
    row("an address of a wrong length", ip, "#c00002", "192.0.2.1", "presented is no name");
    row("an address for a host name", ip, "192.0.2.1", "mail.example.org", "kinds differ");
    row("an address for no host name", ip, "192.0.2.1", "mail example", "reference is no host name");
    row("a host name for an address", PresentedKind::Dns, "mail.example.org", "192.0.2.1", "kinds differ");
    row("an address written into a dNSName", PresentedKind::Dns, "192.0.2.1", "192.0.2.1", "kinds differ");
    row("an address in a dNSName for a host name", PresentedKind::Dns, "192.0.2.1", "mail.example.org",
        "presented is no name");
    row("common name equal", cn, "mail.example.org", "mail.example.org", "common name counts");
    row("common name in capitals", cn, "MAIL.Example.ORG", "mail.example.org", "common name counts");
    row("common name with a wildcard", cn, "*.example.org", "mail.example.org", "common name counts");
    row("common name with a wildcard of com", cn, "*.com", "example.com", "common name ignored");
    row("common name of another host", cn, "mx.example.org", "mail.example.org", "common name ignored");
    row("common name holds the address", cn, "192.0.2.1", "192.0.2.1", "common name ignored");
    row("common name of a CA", cn, "A company", "mail.example.org", "common name ignored");
}

void NamesTest::comparison()
{
    QFETCH(const PresentedKind, kind);
    QFETCH(const QString, presented);
    QFETCH(const QString, reference);
    QFETCH(const QString, matchedBy);
    const NameCheck check = checkNames(presenting(kind, presented), {{reference, NameSource::Typed, false}});
    QCOMPARE(check.checks.size(), 1);
    const NameComparison &comparison = check.checks.first();
    QTEST(spoken(comparison.reason), "reason");
    QCOMPARE(comparison.matches, !matchedBy.isEmpty());
    QCOMPARE(check.matches, std::optional<bool>(!matchedBy.isEmpty()));
    QCOMPARE(check.matchedBy, matchedBy);
    QCOMPARE(comparison.presented, presented);
    QCOMPARE(comparison.reference, reference);
    QCOMPARE(comparison.kind, kind);
}

void NamesTest::everyIdentifierIsShown()
{
    CertificateFacts leaf;
    leaf.dnsNames = {QStringLiteral("a.example"), QStringLiteral("mail.example"),
                     QStringLiteral("*.example")};
    leaf.ipAddresses = {QStringLiteral("192.0.2.1")};
    leaf.commonNames = {QStringLiteral("mail.example")};
    const NameCheck check = checkNames(leaf, {{QStringLiteral("mail.example"), NameSource::Typed, false}});
    QStringList reasons;
    for (const NameComparison &comparison : check.checks)
        reasons.append(spoken(comparison.reason));
    QCOMPARE(
        reasons.join(QLatin1StringView(", ")),
        QStringLiteral("different, equal, wildcard covers top-level, kinds differ, common name ignored"));
    QCOMPARE(check.matchedBy, QStringLiteral("DNS:mail.example"));
}

void NamesTest::firstReferenceDecides()
{
    CertificateFacts leaf;
    leaf.dnsNames = {QStringLiteral("b.example")};
    const ReferenceName first{QStringLiteral("a.example"), NameSource::Typed, false};
    const ReferenceName second{QStringLiteral("b.example"), NameSource::Typed, false};
    const NameCheck check = checkNames(leaf, {first, second});
    QCOMPARE(check.matches, std::optional<bool>(false));
    QVERIFY(check.matchedBy.isEmpty());
    QCOMPARE(check.checks.size(), 2);
    QVERIFY(check.checks.last().matches);
    QCOMPARE(check.reference, (QList<ReferenceName>{first, second}));
}

void NamesTest::nothingToCompare()
{
    QCOMPARE(checkNames(CertificateFacts(), {}), NameCheck());
    CertificateFacts leaf;
    leaf.dnsNames = {QStringLiteral("a.example")};
    QCOMPARE(checkNames(leaf, {}), NameCheck());
    const NameCheck check =
        checkNames(CertificateFacts(), {{QStringLiteral("a.example"), NameSource::Typed, false}});
    QCOMPARE(check.matches, std::optional<bool>(false)); // a certificate without names is no match
    QVERIFY(check.checks.isEmpty());
}

void NamesTest::whatOpenSslTakes_data()
{
    QTest::addColumn<QStringList>("dnsNames");
    QTest::addColumn<QString>("commonName");
    QTest::addColumn<QStringList>("addresses");
    const auto add = [](const char *row, const QStringList &dnsNames, const char *commonName,
                        const QStringList &addresses = {}) {
        QTest::newRow(row) << dnsNames << QString::fromLatin1(commonName) << addresses;
    };
    const QString mx = QStringLiteral("mx.example.org");
    add("a DNS name", {mx}, "x");
    add("the common name alone", {}, "mx.example.org");
    add("the common name beside an address", {}, "mx.example.org", {QStringLiteral("192.0.2.1")});
    add("the common name beside another DNS name", {QStringLiteral("a.example.net")}, "mx.example.org");
    add("a wildcard", {QStringLiteral("*.example.org")}, "x");
    add("a wildcard in the common name", {}, "*.example.org");
    add("a wildcard of com", {QStringLiteral("*.com")}, "x");
    add("a wildcard of com in the common name", {}, "*.com");
    add("a wildcard of a public suffix", {QStringLiteral("*.co.uk")}, "x");
    add("part of a label", {QStringLiteral("m*.example.org")}, "x");
    add("another company", {}, "A company");
}

/// What we say of OpenSSL is what it does (X509_check_host, as Postfix calls it).
void NamesTest::whatOpenSslTakes()
{
    QFETCH(QStringList, dnsNames);
    QFETCH(QString, commonName);
    QFETCH(QStringList, addresses);
    CertificateRequest request;
    request.commonName = commonName;
    request.dnsNames = dnsNames;
    request.ipAddresses = addresses;
    const QByteArray der = issueCertificate(request).certificateDer();
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(d2i_X509(nullptr, &at, long(der.size())),
                                                                  &X509_free);
    QVERIFY(certificate);
    for (const char *name : {"mx.example.org", "a.example.net", "example.com", "a.example.com",
                             "example.co.uk", "a.b.example.org", "example.org", "MX.EXAMPLE.ORG"}) {
        const NameCheck check =
            checkNames(readCertificate(der), {{QString::fromLatin1(name), NameSource::Typed, false}});
        const bool taken =
            X509_check_host(certificate.get(), name, 0, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS, nullptr) == 1;
        QVERIFY2((takenByOpenSsl(check) != nullptr) == taken, name);
    }
}

MAILSEAL_TEST(NamesTest)
#include "tst_names.moc"
