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
    void waysOfItsOwn_data();
    void waysOfItsOwn();
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
    QCOMPARE(profile("exchange-online").mtaSts, Stated::Yes);
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
    QTest::newRow("a way that nobody takes")
        << QByteArray("\"sources\"") << QByteArray("\"ways\": [{\"seen\": \"blank-line\"}], \"sources\"")
        << "a way lacks what is seen, or what is done then";
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
    row("exchange: a match, and STS fails", "exchange-online", goodDane, badSts, D::Deferred,
        PolicyId::MtaSts, none);
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

/// Each proved by tests/lab/sender_lab.py.
void SendersTest::waysOfItsOwn_data()
{
    QTest::addColumn<QString>("sender");
    QTest::addColumn<Finding>("seen");
    QTest::addColumn<bool>("decides"); // else it is a remark of the session
    QTest::addColumn<Verdict>("plain");
    QTest::addColumn<Verdict>("dane");
    QTest::addColumn<Delivery>("delivery");
    using Code = FindingCode;
    using D = Delivery;
    using S = Standing;
    const auto row = [](const char *name, Code code, const QStringList &args, bool decides,
                        const std::pair<S, D> &plain, const std::pair<S, D> &dane, D delivery,
                        const char *sender = "exim") {
        QTest::newRow(name) << QString::fromLatin1(sender)
                            << Finding{code, Severity::Warning, std::nullopt, args} << decides
                            << verdict(PolicyId::Opportunistic, plain.first, plain.second)
                            << verdict(PolicyId::Dane, dane.first, dane.second) << delivery;
    };
    const std::pair encrypted{S::Satisfied, D::Encrypted};
    const std::pair clear{S::Violated, D::Cleartext};
    const std::pair kept{S::Undetermined, D::Deferred};
    const std::pair noDane{S::NotApplicable, D::Encrypted};
    const std::pair match{S::Satisfied, D::Authenticated};
    const std::pair mismatch{S::Violated, D::Deferred};
    row("a blank line", Code::BlankLine, {}, false, encrypted, noDane, D::Deferred);
    row("Postfix reads on", Code::BlankLine, {}, false, encrypted, noDane, D::Encrypted, "postfix-may");
    row("a keyword in lower case", Code::CapabilityCase, {}, false, encrypted, noDane, D::Cleartext);
    row("there is no clear text where DANE counts", Code::CapabilityCase, {}, false, encrypted, match,
        D::Deferred);
    row("what is kept anyway stays kept", Code::CapabilityCase, {}, false, kept, kept, D::Deferred);
    row("554 at the greeting", Code::GreetingRefused, {text("554")}, true, kept, kept, D::Refused);
    row("450 at the greeting", Code::GreetingRefused, {text("450")}, true, kept, kept, D::Deferred);
    row("no RFC 5746", Code::NoSecureRenegotiation, {}, true, clear, noDane, D::Encrypted);
    row("no RFC 5746, and DANE", Code::NoSecureRenegotiation, {}, true, clear, mismatch, D::Unknown);
    row("records at an alias", Code::TlsaAtAlias, {}, true, encrypted, mismatch, D::Encrypted);
    row("no digest agility", Code::TlsaWeakerMatches, {}, true, encrypted, mismatch, D::Authenticated);
    row("RSA is asked for first", Code::VariantDiffers, {text("RSA"), text("deferred")}, true, encrypted,
        match, D::Deferred);
    row("another certificate without SNI", Code::VariantDiffers, {text("no-sni"), text("deferred")}, true,
        encrypted, match, D::Authenticated);
    row("more records than it copes with", Code::ManyTlsaRecords, {}, true, encrypted, match, D::Unknown,
        "exchange-online");
}

void SendersTest::waysOfItsOwn()
{
    QFETCH(QString, sender);
    QFETCH(Finding, seen);
    QFETCH(bool, decides);
    QFETCH(Verdict, plain);
    QFETCH(Verdict, dane);
    QFETCH(Delivery, delivery);
    Evidence evidence = domainWith(DnssecState::Secure);
    if (decides)
        plain.because = dane.because = {seen};
    else
        evidence.session.remarks = {seen};
    const SenderVerdict answer = judgeSender(profile(qPrintable(sender)), {plain, dane}, evidence);
    QCOMPARE(answer.delivery, delivery);
    if (!answer.because.isEmpty())
        QCOMPARE(answer.because, QList<Finding>{seen});
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
