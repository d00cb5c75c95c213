#include "inspector/lookups.h"
#include "support/httpsserver.h"
#include "support/scriptedresolver.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace mailseal;
using namespace Qt::StringLiterals;

namespace {

using Mx = ScriptedResolver::Mx;

const QString domain = QStringLiteral("example.org");
const QString mx1 = QStringLiteral("mx1.example.org");
const QString mx2 = QStringLiteral("mx2.example.org");
const QByteArray record("\3\1\1abc", 6);

QString tlsaOf(const QString &host) { return QStringLiteral("_25._tcp.") + host; }

/// All lookups for a target, run to their end.
struct Run
{
    explicit Run(const QString &text, const Settings &settings = {})
        : lookups(resolver, std::get<TargetSpec>(parseTarget(text)), settings)
    {
    }
    void untilComplete()
    {
        QSignalSpy grew(&lookups, &Lookups::grew);
        lookups.start();
        const auto isFetching = [this] {
            return lookups.stsFetch() && lookups.stsFetch()->end == StsFetchEnd::NotTried;
        };
        while ((resolver->pending() > 0 || isFetching()) && grew.wait()) {
        }
    }
    QStringList servers() const
    {
        QStringList all;
        for (const FoundServer &server : lookups.servers())
            all.append(server.host + u' ' + (server.end ? server.words : server.address));
        return all;
    }
    DnsEvidence evidence(size_t place = 0) const { return lookups.evidenceOf(place).value_or(DnsEvidence{}); }
    bool hasRemark(FindingCode code, size_t place = 0) const
    {
        const auto remarks = lookups.remarksOn(place);
        return std::any_of(remarks.begin(), remarks.end(),
                           [&](const Finding &one) { return one.code == code; });
    }

    std::shared_ptr<ScriptedResolver> resolver = std::make_shared<ScriptedResolver>();
    Lookups lookups;
};

} // namespace

class TestLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void domains_data();
    void domains();
    void everyAddressOfEveryHostInOrderOfPreference();
    void nullMxBesideOthersIsSaid();
    void familiesKeepTheirStates();
    void bogusAnswersAreRemarked();
    void signaturesBySha1AreRemarked();
    void nullMxIsAResult();
    void failuresOfMxAreNoImplicitMx_data();
    void failuresOfMxAreNoImplicitMx();
    void hostsAndServersAreBounded();
    void atMostThreeQuestionsDeep();
    void tlsaBase_data();
    void tlsaBase();
    void anAliasIntoAnUnsignedZoneIsAskedApart();
    void secureAddressesNeedNoQuestionOfTheAlias();
    void withoutAddressesNoTlsa();
    void stripping();
    void anAddressAsksNothing();
    void connectAsksWhereWantedAndWaitsForNothing();
    void policyIsAskedForByOneValidRecord_data();
    void policyIsAskedForByOneValidRecord();
    void policyHostIsReachedAtItsAddresses_data();
    void policyHostIsReachedAtItsAddresses();
    void policyIsFetchedBesideTheDns();
    void aServerHasNoPolicy();
    void anAliasIsRemarked();
    void goneInTheMiddleNothingIsLeftOpen();
};

void TestLookups::domains_data()
{
    QTest::addColumn<QList<Mx>>("records");
    QTest::addColumn<QStringList>("servers");
    QTest::newRow("no MX: the domain itself") << QList<Mx>{} << QStringList{u"example.org 192.0.2.9"_s};
    QTest::newRow("one") << QList<Mx>{{10, mx1}} << QStringList{u"mx1.example.org 192.0.2.1"_s};
    QTest::newRow("the same host twice is one")
        << QList<Mx>{{20, mx1}, {10, mx1}} << QStringList{u"mx1.example.org 192.0.2.1"_s};
    QTest::newRow("to nothing") << QList<Mx>{{10, QStringLiteral("gone.example.org")}, {20, mx1}}
                                << QStringList{u"gone.example.org gone.example.org does not exist"_s,
                                               u"mx1.example.org 192.0.2.1"_s};
    QTest::newRow("an address literal")
        << QList<Mx>{{10, QStringLiteral("192.0.2.1")}}
        << QStringList{u"192.0.2.1 the MX record holds the address 192.0.2.1 where a host name belongs "
                       "(RFC 5321 §5.1)"_s};
    QTest::newRow("the root among others is no null MX")
        << QList<Mx>{{0, {}}, {10, mx1}} << QStringList{u"mx1.example.org 192.0.2.1"_s};
    QTest::newRow("several roots among others")
        << QList<Mx>{{0, {}}, {5, {}}, {10, mx1}} << QStringList{u"mx1.example.org 192.0.2.1"_s};
}

void TestLookups::domains()
{
    QFETCH(QList<Mx>, records);
    Run run(domain);
    run.resolver->addresses(domain, {QStringLiteral("192.0.2.9")});
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")});
    if (!records.isEmpty())
        run.resolver->mx(domain, records);
    run.untilComplete();
    QTEST(run.servers(), "servers");
    for (const FoundServer &server : run.lookups.servers())
        QVERIFY(run.lookups.isComplete(server.place));
    QVERIFY(run.evidence().mx && run.evidence().sts && run.evidence().tlsRpt);
}

/// RFC 7505 §3
void TestLookups::nullMxBesideOthersIsSaid()
{
    Run run(domain);
    run.resolver->mx(domain, {{0, {}}, {10, mx1}});
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")});
    run.untilComplete();
    QVERIFY(run.hasRemark(FindingCode::NullMxBesideOthers));
    Run alone(domain);
    alone.resolver->mx(domain, {{0, {}}});
    alone.untilComplete();
    QVERIFY(!alone.hasRemark(FindingCode::NullMxBesideOthers));
    QCOMPARE(alone.lookups.servers().first().end, std::optional(EndReason::NullMx));
}

void TestLookups::familiesKeepTheirStates()
{
    for (const LookupEnd end : {LookupEnd::ServFail, LookupEnd::Refused, LookupEnd::Timeout}) {
        Run run(domain);
        run.resolver->mx(domain, {{10, mx1}}, DnssecState::Secure);
        run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")}, DnssecState::Secure);
        run.resolver->fail(mx1, RecordType::Aaaa, end);
        run.untilComplete();
        QCOMPARE(run.evidence().addresses->dnssec, DnssecState::Secure);
        QCOMPARE(run.evidence().addresses->ipv6Dnssec, std::optional(DnssecState::Unknown));
        QCOMPARE(run.evidence().addresses->ipv6, end);
        QVERIFY(run.hasRemark(FindingCode::LookupUnanswered));
    }
}

void TestLookups::bogusAnswersAreRemarked()
{
    Run run(domain);
    run.resolver->mx(domain, {{10, mx1}}, DnssecState::Secure);
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")}, DnssecState::Bogus);
    run.resolver->tlsa(tlsaOf(mx1), {record}, DnssecState::Bogus);
    run.untilComplete();
    QVERIFY(run.hasRemark(FindingCode::AddressBogus));
    QVERIFY(run.hasRemark(FindingCode::TlsaBogus));
    QCOMPARE(run.servers(), QStringList{u"mx1.example.org 192.0.2.1"_s}); // looked at all the same
    Run gone(domain);
    gone.resolver->fail(domain, RecordType::Mx, LookupEnd::NxDomain, DnssecState::Bogus);
    gone.untilComplete();
    QCOMPARE(gone.lookups.servers().first().words, u"the answer for example.org is bogus"_s);
}

void TestLookups::signaturesBySha1AreRemarked()
{
    Run run(domain);
    DnsReply signedMx;
    signedMx.lookup = LookupEnd::NoData;
    signedMx.dnssec = DnssecState::Secure;
    signedMx.algorithms = {QStringLiteral("RSASHA1")};
    run.resolver->reply(domain, RecordType::Mx, signedMx);
    run.untilComplete();
    QCOMPARE(run.evidence().mx->algorithms, signedMx.algorithms);
    QVERIFY(run.hasRemark(FindingCode::DnssecSha1));
}

void TestLookups::everyAddressOfEveryHostInOrderOfPreference()
{
    Run run(QStringLiteral("domain:example.org"));
    run.resolver->mx(domain, {{20, mx2}, {10, mx1}});
    run.resolver->addresses(mx1, {QStringLiteral("2001:db8::1"), QStringLiteral("192.0.2.1")});
    run.resolver->addresses(mx2, {QStringLiteral("192.0.2.1")});
    run.untilComplete();
    QCOMPARE(run.servers(), (QStringList{u"mx1.example.org 192.0.2.1"_s, u"mx1.example.org 2001:db8::1"_s,
                                         u"mx2.example.org 192.0.2.1"_s}));
    QCOMPARE(run.evidence(1).preference, std::optional<quint16>(20));
    Settings settings;
    settings.family = AddressFamily::IPv6;
    Run narrow(domain, settings);
    narrow.resolver->mx(domain, {{10, mx1}, {20, mx2}});
    narrow.resolver->addresses(mx1, {QStringLiteral("2001:db8::1"), QStringLiteral("192.0.2.1")});
    narrow.resolver->addresses(mx2, {QStringLiteral("192.0.2.1")});
    narrow.untilComplete();
    QCOMPARE(narrow.servers(), (QStringList{u"mx1.example.org 2001:db8::1"_s,
                                            u"mx2.example.org the host has no IPv6 address"_s}));
}

void TestLookups::nullMxIsAResult()
{
    Run run(domain);
    run.resolver->mx(domain, {{0, {}}});
    run.untilComplete();
    QCOMPARE(run.lookups.servers().size(), 1);
    QCOMPARE(run.lookups.servers().first().end, std::optional(EndReason::NullMx));
    QVERIFY(run.lookups.isComplete(0));
    QVERIFY(!run.evidence().addresses);
}

void TestLookups::failuresOfMxAreNoImplicitMx_data()
{
    QTest::addColumn<LookupEnd>("end");
    for (const LookupEnd end :
         {LookupEnd::NxDomain, LookupEnd::Timeout, LookupEnd::ServFail, LookupEnd::Refused})
        QTest::addRow("%d", int(end)) << end;
}

void TestLookups::failuresOfMxAreNoImplicitMx()
{
    QFETCH(LookupEnd, end);
    Run run(domain);
    run.resolver->addresses(domain, {QStringLiteral("192.0.2.9")});
    run.resolver->fail(domain, RecordType::Mx, end);
    run.untilComplete();
    QCOMPARE(run.lookups.servers().size(), 1);
    QCOMPARE(run.lookups.servers().first().end, std::optional(EndReason::ResolveFailed));
    QVERIFY(!run.lookups.servers().first().words.isEmpty());
    QCOMPARE(run.evidence().mx->lookup, end);
}

void TestLookups::hostsAndServersAreBounded()
{
    Run run(domain);
    QList<Mx> many;
    QStringList addresses;
    for (int i = 1; i <= 80; ++i)
        addresses.append(QStringLiteral("192.0.2.%1").arg(i));
    for (int i = 0; i < limits::mxHosts + 3; ++i) {
        many.append({10, QStringLiteral("mx%1.example.org").arg(i)});
        run.resolver->addresses(many.last().exchange, addresses);
    }
    run.resolver->mx(domain, many);
    run.untilComplete();
    QCOMPARE(run.lookups.servers().size(), limits::inspections);
    QVERIFY(run.hasRemark(FindingCode::ServersLeftOut));
}

void TestLookups::atMostThreeQuestionsDeep()
{
    Run run(domain);
    run.resolver->mx(domain, {{10, mx1}, {10, mx2}}, DnssecState::Secure);
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")}, DnssecState::Secure);
    run.resolver->addresses(mx2, {QStringLiteral("192.0.2.2")}, DnssecState::Secure);
    run.untilComplete();
    auto asked = run.resolver->asked();
    const QStringList first = asked.mid(0, 3);
    QVERIFY(first.contains(u"MX example.org"_s) && first.contains(u"TXT _mta-sts.example.org"_s) &&
            first.contains(u"TXT _smtp._tls.example.org"_s));
    QCOMPARE(asked.mid(3, 4).filter(QStringLiteral("A ")).size(), 4);
    QCOMPARE(asked.mid(7),
             (QStringList{u"TLSA _25._tcp.mx1.example.org"_s, u"TLSA _25._tcp.mx2.example.org"_s}));
    QCOMPARE(run.lookups.queries(), asked.size());
    QCOMPARE(run.lookups.resolverName(), QStringLiteral("scripted"));
}

void TestLookups::tlsaBase_data()
{
    QTest::addColumn<DnssecState>("addresses");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("recordsAt");
    QTest::addColumn<LookupEnd>("canonicalEnd");
    QTest::addColumn<QString>("base");
    QTest::addColumn<LookupEnd>("end");
    const QString host = QStringLiteral("host.example.net");
    const auto row = [](const char *title, DnssecState addresses, const QString &canonical,
                        const QString &recordsAt, LookupEnd canonicalEnd, const QString &base,
                        LookupEnd end) {
        QTest::newRow(title) << addresses << canonical << recordsAt << canonicalEnd << base << end;
    };
    using enum DnssecState;
    using enum LookupEnd;
    row("at the name itself", Secure, {}, mx1, NoData, mx1, Found);
    row("at the end of a secure alias", Secure, host, host, Found, host, Found);
    row("at the alias where its end has none", Secure, host, mx1, NxDomain, mx1, Found);
    row("a failure at the end of the alias is no absence", Secure, host, mx1, ServFail, host, ServFail);
    row("an insecure alias leads nowhere", Insecure, host, host, Found, mx1, NxDomain);
    row("none anywhere", Secure, {}, {}, NoData, mx1, NxDomain);
    row("insecure addresses: shown all the same", Insecure, {}, mx1, NoData, mx1, Found);
}

void TestLookups::tlsaBase()
{
    QFETCH(DnssecState, addresses);
    QFETCH(QString, canonical);
    QFETCH(QString, recordsAt);
    QFETCH(LookupEnd, canonicalEnd);
    QFETCH(LookupEnd, end);
    Run run(QStringLiteral("host:") + mx1);
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")}, addresses);
    if (!canonical.isEmpty()) {
        run.resolver->alias(mx1, canonical);
        if (canonicalEnd != LookupEnd::Found)
            run.resolver->fail(tlsaOf(canonical), RecordType::Tlsa, canonicalEnd, DnssecState::Secure);
    }
    if (!recordsAt.isEmpty())
        run.resolver->tlsa(tlsaOf(recordsAt), {record}, addresses);
    run.untilComplete();
    QVERIFY(run.lookups.isComplete(0));
    QTEST(run.evidence().tlsaBase, "base");
    QVERIFY(run.evidence().tlsa);
    QCOMPARE(run.evidence().tlsa->name, tlsaOf(run.evidence().tlsaBase));
    QCOMPARE(run.evidence().tlsa->lookup, end);
}

/// RFC 7672 §2.2.2: a signed alias into an unsigned zone has TLSA records that count; only a question of its
/// own tells that it is signed.
void TestLookups::anAliasIntoAnUnsignedZoneIsAskedApart()
{
    Run run(QStringLiteral("host:") + mx1);
    const QString host = QStringLiteral("host.example.net");
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")}, DnssecState::Insecure);
    run.resolver->alias(mx1, host);
    DnsReply reply;
    reply.lookup = LookupEnd::Found;
    reply.dnssec = DnssecState::Secure;
    reply.rdata = {ScriptedResolver::wireName(host)};
    run.resolver->reply(mx1, RecordType::Cname, reply);
    run.resolver->tlsa(tlsaOf(mx1), {record}, DnssecState::Secure);
    run.untilComplete();
    QVERIFY(run.evidence().alias);
    QCOMPARE(run.evidence().alias->dnssec, DnssecState::Secure);
    QCOMPARE(run.evidence().alias->records, QList<AliasRecord>{{host}});
    QCOMPARE(run.evidence().tlsaBase, mx1);
    QCOMPARE(run.evidence().tlsa->dnssec, DnssecState::Secure);
    QCOMPARE(run.lookups.queries(), run.resolver->asked().size());
}

void TestLookups::secureAddressesNeedNoQuestionOfTheAlias()
{
    Run run(QStringLiteral("host:") + mx1);
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")}, DnssecState::Secure);
    run.resolver->alias(mx1, QStringLiteral("host.example.net"));
    run.untilComplete();
    QVERIFY(!run.evidence().alias);
    QVERIFY(run.resolver->asked().filter(QStringLiteral("CNAME")).isEmpty());
}

void TestLookups::withoutAddressesNoTlsa()
{
    Run run(QStringLiteral("host:") + mx1);
    run.resolver->fail(mx1, RecordType::A, LookupEnd::ServFail);
    run.resolver->fail(mx1, RecordType::Aaaa, LookupEnd::ServFail);
    run.untilComplete();
    QVERIFY(run.lookups.isComplete(0));
    QVERIFY(!run.evidence().tlsa);
    QCOMPARE(run.lookups.servers().first().end, std::optional(EndReason::ResolveFailed));
}

void TestLookups::stripping()
{
    Run run(domain);
    run.resolver->mx(domain, {{10, mx1}});
    DnsReply stripped;
    stripped.lookup = LookupEnd::Found;
    stripped.dnssec = DnssecState::Unknown;
    stripped.stripsDnssec = true;
    stripped.rdata = {QByteArray("\xc0\0\2\1", 4)};
    run.resolver->reply(mx1, RecordType::A, stripped);
    run.untilComplete();
    QVERIFY(run.evidence().resolverStripsDnssec);
    QCOMPARE(run.evidence().addresses->dnssec, DnssecState::Unknown);
    QVERIFY(run.hasRemark(FindingCode::ResolverStripsDnssec));
    QVERIFY(!run.hasRemark(FindingCode::MxBogus));
}

void TestLookups::anAddressAsksNothing()
{
    Run run(QStringLiteral("192.0.2.1"));
    run.lookups.start();
    QCOMPARE(run.servers(), QStringList{u"192.0.2.1 192.0.2.1"_s});
    QVERIFY(run.resolver->asked().isEmpty());
    QVERIFY(run.lookups.isComplete(0));
    QVERIFY(!run.lookups.evidenceOf(0));
    QVERIFY(run.lookups.resolverName().isEmpty());
}

void TestLookups::connectAsksWhereWantedAndWaitsForNothing()
{
    Settings settings;
    settings.connectTo = Endpoint{QStringLiteral("192.0.2.7"), 0};
    Run unasked(QStringLiteral("mx1.example.org"), settings);
    unasked.lookups.start();
    QVERIFY(unasked.lookups.isComplete(0) && unasked.resolver->asked().isEmpty());
    settings.resolver.server = Endpoint{QStringLiteral("192.0.2.53"), 0};
    Run run(QStringLiteral("mx1.example.org"), settings);
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")}, DnssecState::Secure);
    run.lookups.start();
    QCOMPARE(run.servers(), QStringList{u"mx1.example.org 192.0.2.7"_s});
    QVERIFY(!run.lookups.isComplete(0));
    QSignalSpy grew(&run.lookups, &Lookups::grew);
    while (run.resolver->pending() > 0 && grew.wait()) {
    }
    QVERIFY(run.lookups.isComplete(0));
    QVERIFY(!run.evidence().mx);
    QCOMPARE(run.evidence().tlsa->name, tlsaOf(mx1));
}

void TestLookups::policyIsAskedForByOneValidRecord_data()
{
    QTest::addColumn<QList<QByteArray>>("records");
    QTest::addColumn<DnssecState>("dnssec");
    QTest::addColumn<bool>("asks");
    using enum DnssecState;
    const QByteArray valid("v=STSv1; id=1;");
    QTest::newRow("one") << QList{valid} << Insecure << true;
    QTest::newRow("one among others") << QList<QByteArray>{"v=spf1 -all", valid} << Insecure << true;
    QTest::newRow("none") << QList<QByteArray>{} << Insecure << false;
    QTest::newRow("two are none") << QList<QByteArray>{valid, "v=STSv1; id=2;"} << Insecure << false;
    QTest::newRow("one that is not valid") << QList<QByteArray>{"v=STSv1;"} << Insecure << false;
    QTest::newRow("another kind of record") << QList<QByteArray>{"v=spf1 -all"} << Insecure << false;
    QTest::newRow("a bogus answer is none") << QList{valid} << Bogus << false;
}

void TestLookups::policyIsAskedForByOneValidRecord()
{
    QFETCH(QList<QByteArray>, records);
    QFETCH(DnssecState, dnssec);
    QFETCH(bool, asks);
    Run run(domain);
    run.resolver->addresses(domain, {QStringLiteral("192.0.2.9")});
    if (!records.isEmpty())
        run.resolver->txt(QStringLiteral("_mta-sts.example.org"), records, dnssec);
    run.untilComplete();
    QVERIFY(run.lookups.isComplete(0));
    const QStringList asked = run.resolver->asked();
    QCOMPARE(asked.filter(QStringLiteral("A mta-sts.example.org")).isEmpty(), !asks);
    QCOMPARE(run.lookups.queries(), asked.size());
    QCOMPARE(run.lookups.stsFetch().has_value(), asks);
    if (asks) {
        QCOMPARE(run.lookups.stsFetch()->host, QStringLiteral("mta-sts.example.org"));
        QCOMPARE(run.lookups.stsFetch()->end, StsFetchEnd::ResolveFailed);
        QCOMPARE(run.lookups.stsFetch()->error, QStringLiteral("mta-sts.example.org does not exist"));
    }
}

void TestLookups::policyHostIsReachedAtItsAddresses_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<DnssecState>("dnssec");
    QTest::addColumn<AddressFamily>("family");
    QTest::addColumn<QString>("tried");
    QTest::addColumn<QString>("error");
    using enum DnssecState;
    const QString v4 = QStringLiteral("127.0.0.9");
    const QString v6 = QStringLiteral("::1");
    QTest::newRow("where the DNS says")
        << QStringList{v4} << Insecure << AddressFamily::Both << v4 << QString();
    QTest::newRow("IPv6 only") << QStringList{v4, v6} << Insecure << AddressFamily::IPv6 << v6 << QString();
    QTest::newRow("none of that family") << QStringList{v4} << Insecure << AddressFamily::IPv6 << QString()
                                         << QStringLiteral("the host has no IPv6 address");
    QTest::newRow("a bogus answer is no address")
        << QStringList{v4} << Bogus << AddressFamily::Both << QString()
        << QStringLiteral("the answer for mta-sts.example.org is bogus");
}

/// Whatever answers at port 443 here: the address that was tried is what counts.
void TestLookups::policyHostIsReachedAtItsAddresses()
{
    QFETCH(QStringList, addresses);
    QFETCH(DnssecState, dnssec);
    QFETCH(AddressFamily, family);
    QFETCH(QString, error);
    Settings settings;
    settings.family = family;
    Run run(domain, settings);
    run.resolver->addresses(domain, {QStringLiteral("192.0.2.9")});
    run.resolver->txt(QStringLiteral("_mta-sts.example.org"), {"v=STSv1; id=1;"});
    run.resolver->addresses(QStringLiteral("mta-sts.example.org"), addresses, dnssec);
    run.untilComplete();
    QVERIFY(run.lookups.stsFetch());
    QTEST(run.lookups.stsFetch()->address, "tried");
    QCOMPARE(run.lookups.stsFetch()->end == StsFetchEnd::ResolveFailed, !error.isEmpty());
    if (!error.isEmpty())
        QCOMPARE(run.lookups.stsFetch()->error, error);
}

void TestLookups::policyIsFetchedBesideTheDns()
{
    CertificateRequest request;
    request.dnsNames = {QStringLiteral("mta-sts.example.org")};
    HttpsServer server({}, issueCertificate(request));
    Settings settings;
    settings.stsConnectTo = server.endpoint();
    Run run(domain, settings);
    run.resolver->mx(domain, {{10, mx1}});
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")});
    run.resolver->txt(QStringLiteral("_mta-sts.example.org"), {"v=STSv1; id=1;"});
    run.lookups.start();
    QTRY_VERIFY(run.lookups.isDnsComplete(0) && server.isAsked());
    QVERIFY(!run.lookups.isComplete(0));
    QCOMPARE(run.lookups.stsFetch()->end, StsFetchEnd::NotTried);
    QVERIFY2(run.resolver->asked().filter(QStringLiteral(" mta-sts.")).isEmpty(), "it is told where to go");
    QSignalSpy grew(&run.lookups, &Lookups::grew);
    server.answerNow(httpPage("200 OK", "version: STSv1\n"));
    QVERIFY(grew.wait());
    QVERIFY(run.lookups.isComplete(0));
    QCOMPARE(run.lookups.stsFetch()->end, StsFetchEnd::Ok);
    QCOMPARE(run.lookups.stsFetch()->body, QByteArray("version: STSv1\n"));
}

void TestLookups::aServerHasNoPolicy()
{
    Run run(QStringLiteral("host:") + mx1);
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")});
    run.resolver->txt(QStringLiteral("_mta-sts.") + mx1, {"v=STSv1; id=1;"});
    run.untilComplete();
    QVERIFY(run.lookups.isComplete(0) && !run.lookups.stsFetch());
    QVERIFY(run.resolver->asked().filter(QStringLiteral("mta-sts")).isEmpty());
}

void TestLookups::anAliasIsRemarked()
{
    Run run(domain);
    run.resolver->mx(domain, {{10, mx1}}, DnssecState::Bogus);
    run.resolver->addresses(mx1, {QStringLiteral("192.0.2.1")});
    run.resolver->alias(mx1, QStringLiteral("host.example.net"));
    run.untilComplete();
    QVERIFY(run.hasRemark(FindingCode::MxIsAlias));
    QVERIFY(run.hasRemark(FindingCode::MxBogus));
}

void TestLookups::goneInTheMiddleNothingIsLeftOpen()
{
    const auto resolver = std::make_shared<ScriptedResolver>();
    resolver->stayMute(domain);
    {
        Lookups lookups(resolver, std::get<TargetSpec>(parseTarget(domain)), {});
        lookups.start();
        QCOMPARE(resolver->pending(), 3);
    }
    QCOMPARE(resolver->pending(), 0);
}

MAILSEAL_TEST(TestLookups)
#include "tst_lookups.moc"
