#include "net/dnsrecords.h"
#include "net/hostsfile.h"
#include "net/resolversettings.h"
#include "support/scriptedresolver.h"
#include "support/testprogram.h"

#include <QTest>

using namespace mailseal;

class TestDnsRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void exchanges();
    void addresses();
    void associations();
    void texts();
    void cutAnywhereNothingIsRead();
    void unreadableRecordsAreNoAbsence();
    void bothFamilies_data();
    void bothFamilies();
    void statesOfBothFamilies_data();
    void statesOfBothFamilies();
    void algorithms_data();
    void algorithms();
    void hostsFile();
    void signatures();
    void anchors_data();
    void anchors();
};

void TestDnsRecords::names_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<std::optional<QString>>("name");
    using Text = std::optional<QString>;
    const auto row = [](const char *title, const QByteArray &wire, const Text &name) {
        QTest::newRow(title) << wire << name;
    };
    const QByteArray label = '\x3f' + QByteArray(63, 'a');
    row("two labels", QByteArray("\2MX\7example\0", 12), Text(QStringLiteral("mx.example")));
    row("the root", QByteArray("\0", 1), Text(QString()));
    row("an octet that no host name holds", QByteArray("\3a.b\0", 5), Text(QStringLiteral("a\\046b")));
    row("a line end", QByteArray("\2\r\n\0", 4), Text(QStringLiteral("\\013\\010")));
    row("255 octets", label.repeated(3) + '\x3d' + QByteArray(61, 'a') + '\0',
        Text((QString(63, u'a') + u'.').repeated(3) + QString(61, u'a')));
    row("256 octets", label.repeated(3) + '\x3e' + QByteArray(62, 'a') + '\0', std::nullopt);
    row("a pointer", QByteArray("\xc0\x0c", 2), std::nullopt);
    row("a label of 64", '\x40' + QByteArray(64, 'a') + '\0', std::nullopt);
    row("something behind it", QByteArray("\1a\0x", 4), std::nullopt);
    row("nothing", {}, std::nullopt);
}

void TestDnsRecords::names()
{
    QFETCH(QByteArray, wire);
    QFETCH(std::optional<QString>, name);
    QCOMPARE(readName(wire), name);
}

void TestDnsRecords::exchanges()
{
    const QByteArray wire = QByteArray("\1\0", 2) + ScriptedResolver::wireName(QStringLiteral("mx.example"));
    QCOMPARE(readMx(wire), (MxRecord{256, QStringLiteral("mx.example")}));
    QCOMPARE(readMx(QByteArray("\0\0\0", 3)), (MxRecord{0, {}}));
    QVERIFY(!readMx(wire + 'x'));
}

void TestDnsRecords::addresses()
{
    QCOMPARE(readAddress(QByteArray("\xc0\0\2\1", 4)), (AddressRecord{QStringLiteral("192.0.2.1")}));
    QCOMPARE(readAddress(QByteArray::fromHex("20010db8000000000000000000000001")),
             (AddressRecord{QStringLiteral("2001:db8::1")}));
    for (const qsizetype size : {0, 3, 5, 15, 17})
        QVERIFY(!readAddress(QByteArray(size, 'x')));
}

void TestDnsRecords::associations()
{
    QCOMPARE(readTlsa(QByteArray("\3\1\1abc", 6)), (TlsaRecord{3, 1, 1, "abc"}));
    QCOMPARE(readTlsa(QByteArray("\xff\xff\xff", 3)), (TlsaRecord{255, 255, 255, {}}));
    QVERIFY(!readTlsa(QByteArray("\3\1", 2)));
}

void TestDnsRecords::texts()
{
    QCOMPARE(readTxt(QByteArray("\7v=STSv1\4; id")), (TxtRecord{"v=STSv1; id"}));
    QCOMPARE(readTxt(QByteArray("\0", 1)), (TxtRecord{}));
    QCOMPARE(readTxt(QByteArray("\1\0\1\xff", 4)), (TxtRecord{QByteArray("\0\xff", 2)}));
    QVERIFY(!readTxt({}));
    QVERIFY(!readTxt(QByteArray("\5abc", 4)));
}

void TestDnsRecords::cutAnywhereNothingIsRead()
{
    const QByteArray mx =
        QByteArray("\0\x0a", 2) + ScriptedResolver::wireName(QStringLiteral("mx.lab.example"));
    for (qsizetype size = 0; size < mx.size(); ++size)
        QVERIFY2(!readMx(mx.left(size)), qPrintable(QString::number(size)));
}

void TestDnsRecords::unreadableRecordsAreNoAbsence()
{
    DnsReply reply;
    reply.lookup = LookupEnd::Found;
    reply.dnssec = DnssecState::Secure;
    reply.rdata = {QByteArray("\3"), QByteArray("\3\1\1abc", 6), QByteArray("\3\1\1abc", 6)};
    const auto some = answerOf(QStringLiteral("_25._tcp.mx.example"), reply, &readTlsa);
    QCOMPARE(some.records, (QList<TlsaRecord>{{3, 1, 1, "abc"}}));
    QCOMPARE(some.lookup, LookupEnd::Found);
    reply.rdata = {QByteArray("\3")};
    QCOMPARE(answerOf(QStringLiteral("x"), reply, &readTlsa).lookup, LookupEnd::ServFail);
}

void TestDnsRecords::bothFamilies_data()
{
    QTest::addColumn<LookupEnd>("ipv4");
    QTest::addColumn<LookupEnd>("ipv6");
    QTest::addColumn<LookupEnd>("both");
    QTest::newRow("either is enough") << LookupEnd::NoData << LookupEnd::Found << LookupEnd::Found;
    QTest::newRow("a failure beside it too") << LookupEnd::Found << LookupEnd::Timeout << LookupEnd::Found;
    QTest::newRow("a failure is no absence")
        << LookupEnd::NoData << LookupEnd::ServFail << LookupEnd::ServFail;
    QTest::newRow("a timeout is no absence") << LookupEnd::Timeout << LookupEnd::NoData << LookupEnd::Timeout;
    QTest::newRow("no such name") << LookupEnd::NxDomain << LookupEnd::NxDomain << LookupEnd::NxDomain;
    QTest::newRow("a name without one kind of address is there")
        << LookupEnd::NoData << LookupEnd::NxDomain << LookupEnd::NoData;
    QTest::newRow("a refusal is no absence")
        << LookupEnd::Refused << LookupEnd::NxDomain << LookupEnd::Refused;
    QTest::newRow("no address") << LookupEnd::NoData << LookupEnd::NoData << LookupEnd::NoData;
}

void TestDnsRecords::bothFamilies()
{
    QFETCH(LookupEnd, ipv4);
    QFETCH(LookupEnd, ipv6);
    DnsReply a;
    a.lookup = ipv4;
    a.dnssec = DnssecState::Secure;
    if (ipv4 == LookupEnd::Found)
        a.rdata = {QByteArray("\x7f\0\0\1", 4)};
    DnsReply aaaa;
    aaaa.lookup = ipv6;
    aaaa.dnssec = DnssecState::Insecure;
    if (ipv6 == LookupEnd::Found)
        aaaa.rdata = {QByteArray(15, '\0') + '\1'};
    const AddressAnswer both = addressesOf(QStringLiteral("mx.example"), a, aaaa);
    QTEST(both.lookup, "both");
    QCOMPARE(both.ipv4, ipv4);
    QCOMPARE(both.ipv6, ipv6);
    QCOMPARE(both.ipv4Dnssec, std::optional(a.dnssec));
    QCOMPARE(both.ipv6Dnssec, std::optional(aaaa.dnssec));
    QCOMPARE(both.records.size(), int(ipv4 == LookupEnd::Found) + int(ipv6 == LookupEnd::Found));
}

void TestDnsRecords::statesOfBothFamilies_data()
{
    QTest::addColumn<LookupEnd>("ipv4");
    QTest::addColumn<DnssecState>("ipv4State");
    QTest::addColumn<LookupEnd>("ipv6");
    QTest::addColumn<DnssecState>("ipv6State");
    QTest::addColumn<DnssecState>("both");
    using enum DnssecState;
    const auto add = [](const char *row, LookupEnd ipv4, DnssecState one, LookupEnd ipv6, DnssecState other,
                        DnssecState both) { QTest::newRow(row) << ipv4 << one << ipv6 << other << both; };
    constexpr auto found = LookupEnd::Found;
    constexpr auto noData = LookupEnd::NoData;
    add("both secure", found, Secure, found, Secure, Secure);
    add("the worse of two that were found", found, Secure, found, Insecure, Insecure);
    add("one that failed says nothing", found, Secure, LookupEnd::ServFail, Unknown, Secure);
    add("one that was refused says nothing", LookupEnd::Refused, Unknown, found, Secure, Secure);
    add("one that timed out says nothing", found, Insecure, LookupEnd::Timeout, Unknown, Insecure);
    add("one that is bogus says nothing of the other", found, Secure, found, Bogus, Secure);
    add("addresses that are bogus, and none of the other family", found, Bogus, noData, Secure, Bogus);
    add("bogus and failed", found, Bogus, LookupEnd::Timeout, Unknown, Bogus);
    add("neither answered", LookupEnd::ServFail, Unknown, LookupEnd::ServFail, Unknown, Unknown);
    add("none there, none told", noData, Secure, LookupEnd::ServFail, Unknown, Unknown);
    add("none at all", noData, Secure, noData, Secure, Secure);
    add("nobody could tell", found, Unknown, noData, Insecure, Unknown);
}

void TestDnsRecords::statesOfBothFamilies()
{
    QFETCH(LookupEnd, ipv4);
    QFETCH(DnssecState, ipv4State);
    QFETCH(LookupEnd, ipv6);
    QFETCH(DnssecState, ipv6State);
    DnsReply a;
    a.lookup = ipv4;
    a.dnssec = ipv4State;
    if (ipv4 == LookupEnd::Found)
        a.rdata = {QByteArray("\x7f\0\0\1", 4)};
    DnsReply aaaa;
    aaaa.lookup = ipv6;
    aaaa.dnssec = ipv6State;
    if (ipv6 == LookupEnd::Found)
        aaaa.rdata = {QByteArray(15, '\0') + '\1'};
    const AddressAnswer both = addressesOf(QStringLiteral("mx.example"), a, aaaa);
    QTEST(both.dnssec, "both");
    if (ipv4 == LookupEnd::Found)
        QCOMPARE(dnssecOf(both, QStringLiteral("127.0.0.1")), ipv4State);
    if (ipv6 == LookupEnd::Found)
        QCOMPARE(dnssecOf(both, QStringLiteral("::1")), ipv6State);
}

void TestDnsRecords::algorithms_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSha1");
    QTest::newRow("5") << 5 << "RSASHA1" << true;
    QTest::newRow("7") << 7 << "RSASHA1-NSEC3-SHA1" << true;
    QTest::newRow("8") << 8 << "RSASHA256" << false;
    QTest::newRow("13") << 13 << "ECDSAP256SHA256" << false;
    QTest::newRow("one that nobody knows") << 250 << "algorithm 250" << false;
}

/// RFC 4034 §3.1: the algorithm of an RRSIG; of a denial those of the authority section.
void TestDnsRecords::algorithms()
{
    QFETCH(int, number);
    QFETCH(QString, name);
    const QByteArray question = QByteArray::fromHex("00000f0001");
    QByteArray signature = QByteArray::fromHex("00002e000100000e100004000f0002");
    signature[signature.size() - 2] = static_cast<char>(number);
    const QByteArray answered =
        QByteArray::fromHex("000081a00001000200000000") + question + signature + signature;
    QCOMPARE(signatureAlgorithms(answered), QStringList{name});
    QVERIFY(holdsSignature(answered));
    const QByteArray denied = QByteArray::fromHex("000081a00001000000010000") + question + signature;
    QCOMPARE(signatureAlgorithms(denied), QStringList{name});
    QVERIFY(!holdsSignature(denied));
    QTEST(isSha1Algorithm(name), "isSha1");
    for (qsizetype size = 0; size < answered.size() - signature.size(); ++size)
        QVERIFY(signatureAlgorithms(answered.left(size)).isEmpty());
}

void TestDnsRecords::hostsFile()
{
    const HostsFile hosts =
        readHosts("127.0.0.1 localhost\n192.0.2.5\tmx.example  MX # mine\n#192.0.2.9 no.example\n"
                  "2001:db8::5 mx.example\nnonsense x\n\n192.0.2.6 mx.example");
    const auto a = hosts.reply(QStringLiteral("MX.example"), RecordType::A);
    QVERIFY(a);
    QCOMPARE(a->lookup, LookupEnd::Found);
    QCOMPARE(a->dnssec, DnssecState::Insecure);
    QCOMPARE(a->rdata.size(), 2);
    QCOMPARE(hosts.reply(QStringLiteral("mx.example"), RecordType::Aaaa)->rdata.size(), 1);
    QCOMPARE(hosts.reply(QStringLiteral("mx"), RecordType::Aaaa)->lookup, LookupEnd::NoData);
    // Of its mail exchangers the file says nothing, and nobody else may say so for it.
    QVERIFY(!hosts.reply(QStringLiteral("mx.example"), RecordType::Mx));
    QVERIFY(!hosts.reply(QStringLiteral("no.example"), RecordType::A));
}

void TestDnsRecords::signatures()
{
    const QByteArray header = QByteArray::fromHex("000081a00001000200000000");
    const QByteArray question = QByteArray::fromHex("00"
                                                    "0030"
                                                    "0001");
    const QByteArray key = QByteArray::fromHex("00"
                                               "0030"
                                               "0001"
                                               "00000e10"
                                               "0004"
                                               "01000305");
    const QByteArray signature = QByteArray::fromHex("c00c"
                                                     "002e"
                                                     "0001"
                                                     "00000e10"
                                                     "0002"
                                                     "abcd");
    const QByteArray message = header + question + key + signature;
    QVERIFY(holdsSignature(message));
    QVERIFY(!holdsSignature(header + question + key + key));
    for (qsizetype size = 0; size < message.size(); ++size)
        QVERIFY(!holdsSignature(message.left(size)));
}

void TestDnsRecords::anchors_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("zones");
    const QStringList none;
    QTest::newRow("a DS as ldns-key2ds writes it")
        << QByteArray("; made today\nexample.zz.\t3600\tIN\tDS\t467 13 2 aBcD 0123\n")
        << QStringList{QStringLiteral("example.zz")};
    QTest::newRow("a key behind class and TTL")
        << QByteArray(". IN 172800 DNSKEY 257 3 8 AwEAAQ== ; keytag 1\n") << QStringList{QString()};
    QTest::newRow("several") << QByteArray("a.zz. DS 1 13 2 00\r\nb.zz. IN DS 2 13 2 00\n")
                             << QStringList{QStringLiteral("a.zz"), QStringLiteral("b.zz")};
    QTest::newRow("nothing") << QByteArray("; nothing\n") << none;
    QTest::newRow("another record") << QByteArray("a.zz. IN A 192.0.2.1\n") << none;
    QTest::newRow("no number") << QByteArray("a.zz. IN DS x 13 2 00\n") << none;
    QTest::newRow("no digits") << QByteArray("a.zz. IN DS 1 13 2 zz\n") << none;
    QTest::newRow("a certificate") << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n") << none;
    QTest::newRow("a key of private kind") << QByteArray("Private-key-format: v1.2\n") << none;
}

void TestDnsRecords::anchors()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, zones);
    const auto read = readDnssecAnchors(content);
    QCOMPARE(read.has_value(), !zones.isEmpty());
    QStringList seen;
    for (const DnssecAnchor &anchor : read.value_or(QList<DnssecAnchor>{}))
        seen.append(anchor.zone);
    QCOMPARE(seen, zones);
}

MAILSEAL_TEST(TestDnsRecords)
#include "tst_dnsrecords.moc"
