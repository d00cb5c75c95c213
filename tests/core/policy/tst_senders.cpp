#include "policy/senders.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace mailseal;

namespace {

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

Verdict verdict(PolicyId policy, Standing standing, Delivery delivery)
{
    Verdict made;
    made.policy = policy;
    made.standing = standing;
    made.delivery = delivery;
    return made;
}

const SenderProfile &profile(const char *id)
{
    const auto &all = senderProfiles();
    const auto found = std::find_if(
        all.begin(), all.end(), [id](const SenderProfile &one) { return one.id == QLatin1StringView(id); });
    if (found == all.end())
        qFatal("no profile %s", id);
    return *found;
}

Evidence domainWith(DnssecState mx)
{
    Evidence evidence;
    evidence.target.domain = text("example.org");
    evidence.dns = DnsEvidence{};
    evidence.dns->mx = Answer<MxRecord>{};
    evidence.dns->mx->dnssec = mx;
    return evidence;
}

} // namespace

class SendersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profilesAreReadAndSourced();
    void profilesThatAreNone_data();
    void profilesThatAreNone();
    void wouldItDeliver_data();
    void wouldItDeliver();
    void whatNobodyCanReach();
    void insecureMx_data();
    void insecureMx();
    void relaysAloneHaveSenders();
};

void SendersTest::profilesAreReadAndSourced()
{
    QStringList ids;
    for (const SenderProfile &one : senderProfiles()) {
        ids.append(one.id);
        QVERIFY(!one.sources.isEmpty());
        for (const SenderSource &source : one.sources) {
            QVERIFY(!source.where.isEmpty());
            QVERIFY(!source.says.isEmpty());
            QVERIFY(source.date.isValid());
        }
    }
    QCOMPARE(ids, QStringList({text("postfix-may"), text("postfix-dane"), text("exim"), text("gmail"),
                               text("exchange-online")}));
    // what no source says stays unsaid
    QCOMPARE(profile("gmail").dane, Stated::NotStated);
    QCOMPARE(profile("exchange-online").mtaSts, Stated::NotStated);
    QVERIFY(!profile("exchange-online").without);
}

void SendersTest::profilesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("error");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("[[") << "";
    QTest::newRow("no source") << QByteArray("\"sources\"") << QByteArray("\"origins\"")
                               << "no source is named";
    QTest::newRow("a source without a date")
        << QByteArray("\"date\"") << QByteArray("\"day\"") << "a source lacks where, date or says";
    QTest::newRow("an unknown policy") << QByteArray("\"opportunistic\"") << QByteArray("\"sometimes\"")
                                       << "without is no policy and not null";
    QTest::newRow("no word on DANE") << QByteArray("\"dane\"") << QByteArray("\"dene\"")
                                     << "dane and mta-sts are yes, no or not-stated";
    QTest::newRow("no name") << QByteArray("\"name\"") << QByteArray("\"title\"") << "id or name is missing";
}

void SendersTest::profilesThatAreNone()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, error);
    QFile file(text(MAILSEAL_SOURCE_DIR "/resources/senders/gmail.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray json = file.readAll();
    QVERIFY(std::holds_alternative<SenderProfile>(readSenderProfile(json)));
    const auto read = readSenderProfile(json.replace(from, to));
    QVERIFY(std::holds_alternative<QString>(read));
    if (!error.isEmpty())
        QCOMPARE(std::get<QString>(read), error);
}

void SendersTest::wouldItDeliver_data()
{
    QTest::addColumn<QString>("sender");
    QTest::addColumn<Verdict>("dane");
    QTest::addColumn<Verdict>("sts");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<std::optional<PolicyId>>("decidedBy");
    QTest::addColumn<std::optional<PolicyId>>("unstated");
    using D = Delivery;
    using S = Standing;
    using Decided = std::optional<PolicyId>;
    const auto dane = [](S standing, D delivery) { return verdict(PolicyId::Dane, standing, delivery); };
    const auto sts = [](S standing, D delivery) { return verdict(PolicyId::MtaSts, standing, delivery); };
    const Verdict noDane = dane(S::NotApplicable, D::Encrypted);
    const Verdict goodDane = dane(S::Satisfied, D::Authenticated);
    const Verdict badDane = dane(S::Violated, D::Deferred);
    const Verdict bogusDane = dane(S::Undetermined, D::Deferred);
    const Verdict untoldDane = dane(S::Undetermined, D::Unknown);
    const Verdict noSts = sts(S::NotApplicable, D::Encrypted);
    const Verdict goodSts = sts(S::Satisfied, D::Authenticated);
    const Verdict badSts = sts(S::Violated, D::Deferred);
    const Verdict testingSts = sts(S::Violated, D::Encrypted);
    const Decided none;
    const auto row = [](const char *name, const char *sender, const Verdict &first, const Verdict &second,
                        D delivery, const Decided &by, const Decided &unstated) {
        QTest::newRow(name) << QString::fromLatin1(sender) << first << second << delivery << by << unstated;
    };
    row("may: neither counts", "postfix-may", badDane, badSts, D::Encrypted, PolicyId::Opportunistic, none);
    row("dane: a match", "postfix-dane", goodDane, noSts, D::Authenticated, PolicyId::Dane, none);
    row("dane: a mismatch", "postfix-dane", badDane, goodSts, D::Deferred, PolicyId::Dane, none);
    row("dane: bogus", "postfix-dane", bogusDane, noSts, D::Deferred, PolicyId::Dane, none);
    row("dane: could not be told", "postfix-dane", untoldDane, noSts, D::Unknown, PolicyId::Dane, none);
    row("dane: no records", "postfix-dane", noDane, badSts, D::Encrypted, PolicyId::Opportunistic, none);
    row("exim: a mismatch", "exim", badDane, noSts, D::Deferred, PolicyId::Dane, none);
    row("gmail: neither", "gmail", noDane, noSts, D::Encrypted, PolicyId::Opportunistic, none);
    row("gmail: STS is met", "gmail", noDane, goodSts, D::Authenticated, PolicyId::MtaSts, none);
    row("gmail: STS fails", "gmail", noDane, badSts, D::Deferred, PolicyId::MtaSts, none);
    row("gmail: STS is being tested", "gmail", noDane, testingSts, D::Encrypted, PolicyId::MtaSts, none);
    row("gmail: DANE fails, and no source speaks of it", "gmail", badDane, goodSts, D::Unknown,
        PolicyId::MtaSts, PolicyId::Dane);
    row("gmail: DANE passes, which changes nothing", "gmail", goodDane, noSts, D::Encrypted,
        PolicyId::Opportunistic, none);
    row("gmail: STS fails, DANE cannot make it better", "gmail", goodDane, badSts, D::Deferred,
        PolicyId::MtaSts, none);
    row("exchange: a match", "exchange-online", goodDane, noSts, D::Authenticated, PolicyId::Dane, none);
    row("exchange: a mismatch", "exchange-online", badDane, goodSts, D::Deferred, PolicyId::Dane, none);
    row("exchange: nothing that a source speaks of", "exchange-online", noDane, noSts, D::Unknown, none,
        none);
    row("exchange: a match, and STS fails", "exchange-online", goodDane, badSts, D::Unknown, PolicyId::Dane,
        PolicyId::MtaSts);
}

void SendersTest::wouldItDeliver()
{
    QFETCH(QString, sender);
    QFETCH(Verdict, dane);
    QFETCH(Verdict, sts);
    QFETCH(Delivery, delivery);
    QFETCH(std::optional<PolicyId>, decidedBy);
    QFETCH(std::optional<PolicyId>, unstated);
    const QList<Verdict> verdicts{verdict(PolicyId::Opportunistic, Standing::Satisfied, Delivery::Encrypted),
                                  dane, sts};
    const SenderVerdict answer =
        judgeSender(profile(qPrintable(sender)), verdicts, domainWith(DnssecState::Secure));
    QCOMPARE(answer.sender, sender);
    QCOMPARE(answer.delivery, delivery);
    QCOMPARE(answer.decidedBy, decidedBy);
    QCOMPARE(answer.unstated, unstated);
}

void SendersTest::whatNobodyCanReach()
{
    for (const SenderProfile &one : senderProfiles()) {
        for (const Delivery delivery : {Delivery::Deferred, Delivery::Refused}) {
            const QList<Verdict> verdicts{verdict(PolicyId::Opportunistic, Standing::Undetermined, delivery)};
            QCOMPARE(judgeSender(one, verdicts, domainWith(DnssecState::Secure)).delivery, delivery);
        }
    }
}

void SendersTest::insecureMx_data()
{
    QTest::addColumn<QString>("sender");
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("Postfix goes on with DANE") << "postfix-dane" << Delivery::Deferred;
    QTest::newRow("Exim forgets it") << "exim" << Delivery::Encrypted;
}

void SendersTest::insecureMx()
{
    QFETCH(QString, sender);
    QFETCH(Delivery, delivery);
    const QList<Verdict> verdicts{verdict(PolicyId::Opportunistic, Standing::Satisfied, Delivery::Encrypted),
                                  verdict(PolicyId::Dane, Standing::Violated, Delivery::Deferred)};
    QCOMPARE(judgeSender(profile(qPrintable(sender)), verdicts, domainWith(DnssecState::Insecure)).delivery,
             delivery);
}

void SendersTest::relaysAloneHaveSenders()
{
    Evidence evidence = domainWith(DnssecState::Secure);
    QCOMPARE(judgeSenders({}, evidence).size(), senderProfiles().size());
    evidence.target.service = Service::Submission;
    QVERIFY(judgeSenders({}, evidence).isEmpty());
}

MAILSEAL_TEST(SendersTest)
#include "tst_senders.moc"
