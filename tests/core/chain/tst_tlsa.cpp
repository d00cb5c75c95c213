#include "chain/chain.h"
#include "chain/tlsa.h"
#include "support/testprogram.h"

#include "examples/certificatefactory.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace mailseal;

namespace {

const QString host = QStringLiteral("mx.example.org");
const QDateTime now = QDateTime::currentDateTimeUtc();

/// A chain as sent, and the certificates that records may speak of.
struct Sample
{
    QByteArray name;
    QList<QByteArray> sent;
    bool nameFits = true;
    bool inTime = true;
};

struct World
{
    IssuedCertificate root;
    IssuedCertificate inter;
    IssuedCertificate leaf;
    IssuedCertificate expired;
    IssuedCertificate misnamed;
    IssuedCertificate selfSigned;
    IssuedCertificate other;
};

CertificateRequest authority(const QString &name)
{
    CertificateRequest request;
    request.commonName = name;
    request.isCa = true;
    return request;
}

CertificateRequest server(const QString &name)
{
    CertificateRequest request;
    request.commonName = name;
    request.dnsNames = {name};
    return request;
}

const World &world()
{
    static const World made = [] {
        World w;
        w.root = issueCertificate(authority(QStringLiteral("Root")));
        w.inter = issueCertificate(authority(QStringLiteral("Inter")), w.root);
        w.leaf = issueCertificate(server(host), w.inter);
        CertificateRequest past = server(host);
        past.notBefore = now.addDays(-20);
        past.notAfter = now.addDays(-10);
        w.expired = issueCertificate(past, w.inter);
        w.misnamed = issueCertificate(server(QStringLiteral("other.example")), w.inter);
        past.dnsNames = {QStringLiteral("other.example")};
        w.selfSigned = issueCertificate(past);
        w.other = issueCertificate(authority(QStringLiteral("Other Root")));
        return w;
    }();
    return made;
}

QByteArray der(const IssuedCertificate &certificate) { return certificate.certificateDer(); }

QList<Sample> samples()
{
    const World &w = world();
    return {
        {"leaf, inter", {der(w.leaf), der(w.inter)}},
        {"leaf, inter, root", {der(w.leaf), der(w.inter), der(w.root)}},
        {"leaf alone", {der(w.leaf)}},
        {"misordered", {der(w.leaf), der(w.root), der(w.inter)}},
        {"surplus", {der(w.leaf), der(w.other), der(w.inter)}},
        {"repeated", {der(w.leaf), der(w.leaf), der(w.inter), der(w.inter)}},
        {"expired", {der(w.expired), der(w.inter)}, true, false},
        {"wrong name", {der(w.misnamed), der(w.inter), der(w.root)}, false, true},
        {"self-signed, expired, wrong name", {der(w.selfSigned)}, false, false},
    };
}

QByteArray valueOf(const IssuedCertificate &certificate, int selector, int matchingType)
{
    QByteArray value = der(certificate);
    if (selector == 1)
        value = QSslCertificate(value, QSsl::Der).publicKey().toDer();
    if (matchingType == 0)
        return value;
    return QCryptographicHash::hash(value, matchingType == 2 ? QCryptographicHash::Sha512
                                                             : QCryptographicHash::Sha256);
}

TlsaRecord recordOf(const IssuedCertificate &certificate, int usage, int selector, int matchingType)
{
    return {quint8(usage), quint8(selector), quint8(matchingType),
            valueOf(certificate, selector, matchingType)};
}

bool counts(const DaneFacts &facts, int usage)
{
    return std::any_of(facts.records.begin(), facts.records.end(), [usage](const TlsaOutcome &outcome) {
        return outcome.record.usage == usage && outcome.matches && !outcome.setAside;
    });
}

/// What the table by hand says of the whole: EE ignores name and date, TA needs both (RFC 7671 §5.1, §5.2).
bool authenticates(const DaneFacts &facts, const Sample &sample)
{
    return counts(facts, 3) || (counts(facts, 2) && sample.nameFits && sample.inTime);
}

QString describe(const DaneFacts &facts)
{
    QStringList lines;
    for (const TlsaOutcome &outcome : facts.records) {
        lines.append(QStringLiteral("%1 matches %2 aside %3 why %4")
                         .arg(tlsaText(outcome.record).left(30))
                         .arg(outcome.matches)
                         .arg(outcome.setAside)
                         .arg(int(outcome.why)));
    }
    return QStringLiteral("engine %1: ").arg(facts.authenticated) + lines.join(QStringLiteral("; "));
}

QString digits(int count) { return QString(count, u'a'); }

} // namespace

class TestTlsa : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsText_data();
    void readsText();
    void refusesText_data();
    void refusesText();
    void writesWhatItReads();
    void engineAgreesWithTheTable_data();
    void engineAgreesWithTheTable();
    void engineAgreesForEveryPair();
    void saysWhyNot_data();
    void saysWhyNot();
    void setsWeakerDigestsAside();
    void namesWhatKeepsAnAuthorityFromCounting();
    void anyOfTheNamesDoes();
    void nothingToCompareWith();
    void proposesWhatMatches();
    void leavesNoErrorBehind();
};

void TestTlsa::readsText_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("plain");
    const auto add = [](const char *name, const QString &input, const QString &plain) {
        QTest::newRow(name) << input << plain;
    };
    const QString hash = digits(64);
    add("plain", QStringLiteral("3 1 1 ") + hash, QStringLiteral("3 1 1 ") + hash);
    add("upper case", QStringLiteral("3 1 1 ABCD"), QStringLiteral("3 1 1 abcd"));
    add("spaces in hex", QStringLiteral(" 2  0\t1  ab cd\n ef "), QStringLiteral("2 0 1 abcdef"));
    add("mnemonics", QStringLiteral("DANE-EE SPKI SHA2-256 ab"), QStringLiteral("3 1 1 ab"));
    add("mnemonics in another case", QStringLiteral("dane-ta cert sha2-512 ab"), QStringLiteral("2 0 2 ab"));
    add("more mnemonics", QStringLiteral("PKIX-EE Cert Full ab"), QStringLiteral("1 0 0 ab"));
    add("zone file", QStringLiteral("_25._tcp.mx.example.org. 3600 IN TLSA 3 1 1 ( ab\n cd ) ; key"),
        QStringLiteral("3 1 1 abcd"));
    add("unknown numbers are read", QStringLiteral("7 5 255 ab"), QStringLiteral("7 5 255 ab"));
    add("leading zeroes", QStringLiteral("003 01 1 ab"), QStringLiteral("3 1 1 ab"));
    add("RFC 3597", QStringLiteral("\\# 35 030101") + hash, QStringLiteral("3 1 1 ") + hash);
    add("RFC 3597 with its type", QStringLiteral("TYPE52 \\# 5 02 00 01 ABcd"), QStringLiteral("2 0 1 abcd"));
    add("RFC 3597 in a zone file",
        QStringLiteral("_25._tcp.mx.example.org. 3600 CLASS1 type52 \\# 4 ( 030101\n ab ) ; key"),
        QStringLiteral("3 1 1 ab"));
    add("RFC 3597 under the type's name", QStringLiteral("IN TLSA \\# 4 030101ab"),
        QStringLiteral("3 1 1 ab"));
}

void TestTlsa::readsText()
{
    QFETCH(QString, input);
    QFETCH(QString, plain);
    const auto read = parseTlsa(input);
    QVERIFY(std::holds_alternative<TlsaRecord>(read));
    QCOMPARE(tlsaText(std::get<TlsaRecord>(read)), plain);
}

void TestTlsa::refusesText_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<int>("error");
    const auto add = [](const char *name, const QString &input, TlsaTextError error) {
        QTest::newRow(name) << input << int(error);
    };
    add("empty", {}, TlsaTextError::Empty);
    add("blank", QStringLiteral(" \n"), TlsaTextError::Empty);
    add("comment", QStringLiteral("; 3 1 1 ab"), TlsaTextError::Empty);
    add("too few", QStringLiteral("3 1"), TlsaTextError::FieldMissing);
    add("usage", QStringLiteral("x 1 1 ab"), TlsaTextError::BadUsage);
    add("usage too large", QStringLiteral("256 1 1 ab"), TlsaTextError::BadUsage);
    add("negative usage", QStringLiteral("-1 1 1 ab"), TlsaTextError::BadUsage);
    add("signed usage", QStringLiteral("+3 1 1 ab"), TlsaTextError::BadUsage);
    add("selector", QStringLiteral("3 DANE-EE 1 ab"), TlsaTextError::BadSelector);
    add("matching type", QStringLiteral("3 1 sha256 ab"), TlsaTextError::BadMatchingType);
    add("no data", QStringLiteral("3 1 1"), TlsaTextError::DataMissing);
    add("no hex", QStringLiteral("3 1 1 xyz"), TlsaTextError::BadHex);
    add("colons", QStringLiteral("3 1 1 ab:cd"), TlsaTextError::BadHex);
    add("odd", QStringLiteral("3 1 1 abc"), TlsaTextError::OddHex);
    add("RFC 3597, one octet less", QStringLiteral("\\# 5 030101ab"), TlsaTextError::LengthDiffers);
    add("RFC 3597, one octet more", QStringLiteral("\\# 3 030101ab"), TlsaTextError::LengthDiffers);
    add("RFC 3597, no number", QStringLiteral("\\# x 030101ab"), TlsaTextError::LengthDiffers);
    add("RFC 3597, nothing behind it", QStringLiteral("TYPE52 \\#"), TlsaTextError::FieldMissing);
    add("RFC 3597, too short for a record", QStringLiteral("\\# 2 0301"), TlsaTextError::FieldMissing);
    add("RFC 3597, no value", QStringLiteral("\\# 3 030101"), TlsaTextError::DataMissing);
    add("RFC 3597, no octets", QStringLiteral("\\# 0"), TlsaTextError::DataMissing);
    add("RFC 3597, odd", QStringLiteral("\\# 4 030101abc"), TlsaTextError::OddHex);
    add("endless", QStringLiteral("3 1 1 ") + digits(300'000), TlsaTextError::TooLong);
}

void TestTlsa::refusesText()
{
    QFETCH(QString, input);
    QFETCH(int, error);
    const auto read = parseTlsa(input);
    QVERIFY(std::holds_alternative<TlsaTextError>(read));
    QCOMPARE(int(std::get<TlsaTextError>(read)), error);
}

void TestTlsa::writesWhatItReads()
{
    const TlsaRecord record = recordOf(world().leaf, 3, 1, 2);
    QVERIFY(std::get<TlsaRecord>(parseTlsa(tlsaText(record))) == record);
}

void TestTlsa::engineAgreesWithTheTable_data()
{
    QTest::addColumn<int>("sample");
    for (int i = 0; i < samples().size(); ++i)
        QTest::newRow(samples()[i].name.constData()) << i;
}

void TestTlsa::engineAgreesWithTheTable()
{
    QFETCH(int, sample);
    const Sample chosen = samples().at(sample);
    const World &w = world();
    int authenticated = 0;
    for (int usage = 0; usage <= 4; ++usage) {
        for (int selector = 0; selector <= 2; ++selector) {
            for (int type = 0; type <= 3; ++type) {
                for (const auto *of :
                     {&w.leaf, &w.inter, &w.root, &w.expired, &w.misnamed, &w.selfSigned, &w.other}) {
                    const QList records{recordOf(*of, usage, selector, type)};
                    const DaneFacts facts = matchTlsa(records, chosen.sent, {host}, now);
                    QCOMPARE(facts.usable, int((usage == 2 || usage == 3) && selector <= 1 && type <= 2));
                    QVERIFY2(facts.authenticated == authenticates(facts, chosen),
                             qPrintable(describe(facts)));
                    QCOMPARE(facts.matched, facts.authenticated ? std::optional(0) : std::nullopt);
                    authenticated += facts.authenticated ? 1 : 0;
                    // Why it does not count, where the record speaks of what is there.
                    QCOMPARE(facts.problems.isEmpty(), facts.authenticated || !counts(facts, usage));
                    if (facts.usable == 0)
                        break; // of whatever certificate
                }
            }
        }
    }
    QVERIFY(authenticated >= 6); // at least 3 x x of the leaf
}

void TestTlsa::engineAgreesForEveryPair()
{
    const World &w = world();
    QList<TlsaRecord> records;
    for (int usage = 2; usage <= 3; ++usage) {
        for (int selector = 0; selector <= 1; ++selector) {
            for (int type = 0; type <= 2; ++type) {
                for (const auto *of : {&w.leaf, &w.inter, &w.root})
                    records.append(recordOf(*of, usage, selector, type));
            }
        }
    }
    const Sample sample = samples().constFirst();
    for (qsizetype one = 0; one < records.size(); ++one) {
        for (qsizetype two = one; two < records.size(); ++two) {
            const DaneFacts facts = matchTlsa({records[two], records[one]}, sample.sent, {host}, now);
            QVERIFY2(facts.authenticated == authenticates(facts, sample), qPrintable(describe(facts)));
        }
    }
}

void TestTlsa::saysWhyNot_data()
{
    QTest::addColumn<TlsaRecord>("record");
    QTest::addColumn<int>("why");
    QTest::addColumn<int>("depth");
    const World &w = world();
    const auto add = [](const char *name, const TlsaRecord &record, TlsaReason why, int depth = -1) {
        QTest::newRow(name) << record << int(why) << depth;
    };
    using Why = TlsaReason;
    add("leaf's key", recordOf(w.leaf, 3, 1, 1), Why::Matches, 0);
    add("another key", recordOf(w.other, 3, 1, 1), Why::Differs);
    add("sent authority", recordOf(w.inter, 2, 0, 2), Why::Matches, 1);
    add("authority by digest, not sent", recordOf(w.root, 2, 1, 1), Why::AuthorityNotSent);
    add("whole certificate of the root", recordOf(w.root, 2, 0, 0), Why::Matches);
    add("whole key of the root", recordOf(w.root, 2, 1, 0), Why::Matches);
    add("whole certificate of another root", recordOf(w.other, 2, 0, 0), Why::Differs);
    add("whole key of another root", recordOf(w.other, 2, 1, 0), Why::Differs);
    add("leaf's digest as an authority", recordOf(w.leaf, 2, 0, 1), Why::Differs);
    add("leaf's key as an authority", recordOf(w.leaf, 2, 1, 1), Why::Differs);
    add("usage 0", recordOf(w.inter, 0, 0, 1), Why::UsageUnusable);
    add("usage 1", recordOf(w.leaf, 1, 1, 1), Why::UsageUnusable);
    add("usage 7", recordOf(w.leaf, 7, 1, 1), Why::UsageUnusable);
    add("selector 5", recordOf(w.leaf, 3, 5, 1), Why::SelectorUnknown);
    add("matching type 9", recordOf(w.leaf, 3, 1, 9), Why::MatchingTypeUnknown);
    add("short digest", {3, 1, 1, QByteArray(31, 'x')}, Why::LengthWrong);
    add("SHA-256 as SHA-512", {3, 1, 2, QByteArray(32, 'x')}, Why::LengthWrong);
    add("empty digest", {3, 1, 1, {}}, Why::LengthWrong);
    add("no certificate", {3, 0, 0, "x"}, Why::DataUnreadable);
    add("empty certificate", {3, 0, 0, {}}, Why::DataUnreadable);
    add("no key", {2, 1, 0, "x"}, Why::DataUnreadable);
    add("bytes behind a key", {2, 1, 0, valueOf(w.root, 1, 0) + 'x'}, Why::DataUnreadable);
    add("bytes behind a certificate", {3, 0, 0, der(w.leaf) + 'x'}, Why::DataUnreadable);
}

void TestTlsa::saysWhyNot()
{
    QFETCH(TlsaRecord, record);
    QFETCH(int, why);
    QFETCH(int, depth);
    const DaneFacts facts = matchTlsa({record}, samples().constFirst().sent, {host}, now);
    const TlsaOutcome &outcome = facts.records.constFirst();
    QCOMPARE(int(outcome.why), why);
    QCOMPARE(outcome.depth.value_or(-1), depth);
    QCOMPARE(outcome.matches, outcome.why == TlsaReason::Matches);
    QCOMPARE(facts.authenticated, outcome.matches);
    QVERIFY(outcome.record == record);
}

void TestTlsa::setsWeakerDigestsAside()
{
    const World &w = world();
    const TlsaRecord weak = recordOf(w.leaf, 3, 1, 1);
    const TlsaRecord strongElsewhere = recordOf(w.other, 3, 1, 2);
    DaneFacts facts = matchTlsa({weak, strongElsewhere}, samples().constFirst().sent, {host}, now);
    QVERIFY(facts.records[0].setAside && facts.records[0].matches && facts.records[0].usable);
    QCOMPARE(facts.records[0].why, TlsaReason::WeakerDigest);
    QVERIFY(!facts.records[1].setAside);
    QVERIFY(!facts.authenticated);
    QCOMPARE(facts.usable, 2);

    // Another selector, another usage, a whole value, an unusable record: none of them sets aside.
    const TlsaRecord broken{3, 1, 2, "short"};
    facts = matchTlsa(
        {weak, recordOf(w.other, 3, 0, 2), recordOf(w.other, 2, 1, 2), broken, recordOf(w.other, 3, 1, 0)},
        samples().constFirst().sent, {host}, now);
    for (const TlsaOutcome &outcome : facts.records)
        QVERIFY(!outcome.setAside);
    QCOMPARE(facts.matched, std::optional(0));
    QCOMPARE(facts.usable, 4);
}

void TestTlsa::namesWhatKeepsAnAuthorityFromCounting()
{
    const World &w = world();
    const QList records{recordOf(w.inter, 2, 1, 1)};
    const auto codes = [](const DaneFacts &facts) {
        QList<FindingCode> list;
        for (const Finding &problem : facts.problems)
            list.append(problem.code);
        return list;
    };
    const QList<Sample> all = samples();
    const DaneFacts expired = matchTlsa(records, all[6].sent, {host}, now);
    QCOMPARE(codes(expired), QList{FindingCode::Expired});
    QCOMPARE(expired.problems.constFirst().depth, std::optional(0));
    QVERIFY(!expired.authenticated && !expired.matched && expired.records.constFirst().matches);
    // RFC 5280 §4.1.2.5: the second of notAfter is the last good one.
    const QDateTime last = readCertificate(all[6].sent.constFirst()).notAfter;
    QVERIFY(matchTlsa(records, all[6].sent, {host}, last).authenticated);
    QVERIFY(!matchTlsa(records, all[6].sent, {host}, last.addSecs(1)).authenticated);
    const DaneFacts misnamed = matchTlsa(records, all[7].sent, {host}, now);
    QCOMPARE(codes(misnamed), QList{FindingCode::NameMismatch});
    QCOMPARE(misnamed.problems.constFirst().args, QStringList({host, QStringLiteral("other.example")}));
    QCOMPARE(
        codes(matchTlsa(records, all[0].sent, {host}, now.addDays(-400))).contains(FindingCode::NotYetValid),
        true);
    QCOMPARE(codes(matchTlsa(records, all[0].sent, {}, now)), QList{FindingCode::NoReferenceName});
    // EE looks at neither name nor date, and needs no name.
    QVERIFY(matchTlsa({recordOf(w.selfSigned, 3, 1, 1)}, all[8].sent, {}, now).authenticated);
}

void TestTlsa::anyOfTheNamesDoes()
{
    const World &w = world();
    const QList records{recordOf(w.inter, 2, 1, 1)};
    const QList<QByteArray> sent{der(w.misnamed), der(w.inter)};
    QVERIFY(matchTlsa(records, sent, {host, QStringLiteral("other.example")}, now).authenticated);
    QVERIFY(!matchTlsa(records, sent, {host, QStringLiteral("b.other.example")}, now).authenticated);
    QVERIFY(!matchTlsa(records, sent, {QStringLiteral("not a host name\n")}, now).authenticated);
}

void TestTlsa::nothingToCompareWith()
{
    const World &w = world();
    for (const QList<QByteArray> &sent : {QList<QByteArray>{}, QList<QByteArray>{"junk"}}) {
        const DaneFacts facts =
            matchTlsa({recordOf(w.leaf, 3, 1, 1), recordOf(w.leaf, 1, 1, 1)}, sent, {host}, now);
        QVERIFY(!facts.authenticated);
        QCOMPARE(facts.usable, 1);
        QVERIFY(!facts.records.constFirst().matches);
        QCOMPARE(facts.records.constLast().why, TlsaReason::UsageUnusable);
    }
    QCOMPARE(matchTlsa({recordOf(w.leaf, 3, 1, 1)}, {}, {host}, now).records.constFirst().why,
             TlsaReason::NotCompared);
    QVERIFY(matchTlsa({}, samples().constFirst().sent, {host}, now) == DaneFacts{});
}

void TestTlsa::proposesWhatMatches()
{
    const World &w = world();
    const QList<Sample> all = samples();
    QCOMPARE(tlsaFor(all[0].sent, now),
             (QList<TlsaProposal>{{recordOf(w.leaf, 3, 1, 1), 0}, {recordOf(w.inter, 2, 1, 1), 1}}));
    QCOMPARE(tlsaFor(all[3].sent, now), (QList<TlsaProposal>{{recordOf(w.leaf, 3, 1, 1), 0},
                                                             {recordOf(w.inter, 2, 1, 1), 2},
                                                             {recordOf(w.root, 2, 1, 1), 1}}));
    QCOMPARE(tlsaFor(all[8].sent, now), (QList<TlsaProposal>{{recordOf(w.selfSigned, 3, 1, 1), 0}}));
    QVERIFY(tlsaFor({}, now).isEmpty());
    QVERIFY(tlsaFor({"junk"}, now).isEmpty());
    for (const TlsaProposal &proposal : tlsaFor(all[1].sent, now))
        QVERIFY(matchTlsa({proposal.record}, all[1].sent, {host}, now).authenticated);
}

void TestTlsa::leavesNoErrorBehind()
{
    // A QSslSocket of this thread would take a left error for its own.
    matchTlsa({{2, 0, 0, "junk"}, recordOf(world().leaf, 3, 1, 1)}, {"junk"}, {host}, now);
    const QSslCertificate certificate(der(world().leaf), QSsl::Der);
    QVERIFY(!certificate.isNull());
}

MAILSEAL_TEST(TestTlsa)
#include "tst_tlsa.moc"
