#include "support/testprogram.h"
#include "wire/reasonwire.h"
#include "wire/wire.h"

#include <QSet>
#include <QTest>

using namespace mailseal;

namespace {

/// Every value up to `last` has a name that no other has, and the name leads back to it.
template <typename E>
void checkAll(E last)
{
    QSet<QString> seen;
    for (int i = 0; i <= int(last); ++i) {
        const QString name = toWire(E(i));
        QVERIFY2(!name.isEmpty(), qPrintable(QString::number(i)));
        QVERIFY2(!seen.contains(name), qPrintable(name));
        seen.insert(name);
        QCOMPARE(fromWire<E>(name), std::optional(E(i)));
    }
    QVERIFY(!fromWire<E>(u"no such name"));
    QVERIFY(!fromWire<E>(u""));
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsUniqueAndLeadsBack();
    void namesOfTheContract_data();
    void namesOfTheContract();
    void everyReasonLeadsBack();
    void wordsOfOthersAreNoReason_data();
    void wordsOfOthersAreNoReason();
};

void TestWire::everyNameIsUniqueAndLeadsBack()
{
    checkAll(PolicyId::RequireTls);
    checkAll(Standing::Undetermined);
    checkAll(Delivery::Unknown);
    checkAll(EndReason::FromNewerVersion);
    checkAll(Service::Lmtp);
    checkAll(Start::Implicit);
    checkAll(Severity::Error);
    checkAll(FindingCode::FromNewerVersion);
    checkAll(ConformanceId::CloseNotify);
    checkAll(ConformanceNote::FromNewerVersion);
    checkAll(TlsProtocol::TlsV1_3);
    checkAll(SelfSignedKind::Anchored);
    checkAll(AnchorStore::Saved);
    checkAll(NameSource::Typed);
    checkAll(NameReason::ReferenceIsNoHostName);
    checkAll(PresentedKind::CommonName);
    checkAll(Speaker::Note);
    checkAll(Origin::Offline);
    checkAll(TlsClosure::ByUs);
    checkAll(DialogueStep::Note);
    checkAll(NoteCode::VariantNotSeen);
}

void TestWire::namesOfTheContract_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("known");
    const auto wires = [](auto last) {
        QStringList all;
        for (int i = 0; i <= int(last); ++i)
            all.append(toWire(decltype(last)(i)));
        return all.join(u' ');
    };
    const auto add = [](const char *row, const QString &known, const char *names) {
        QTest::newRow(row) << QString::fromLatin1(names) << known;
    };
    add("end", wires(EndReason::Offline),
        "completed quit-after-handshake starttls-not-offered starttls-masked starttls-refused "
        "handshake-failed ehlo-refused refused-after-tls resolve-failed null-mx connection-refused "
        "unreachable connect-timeout greeting-timeout greeting-refused reply-timeout handshake-timeout "
        "reply-too-long protocol-error closed-early proxy-failed cancelled deadline-exceeded offline");
    add("policies", wires(PolicyId::RequireTls),
        "opportunistic encrypt webpki secure mta-sts dane dane-only fingerprint mua requiretls");
    add("standings", wires(Standing::Undetermined), "satisfied violated not-applicable undetermined");
    add("deliveries", wires(Delivery::Unknown), "authenticated encrypted cleartext deferred refused unknown");
    add("protocols", wires(TlsProtocol::TlsV1_3), "TLSv1 TLSv1.1 TLSv1.2 TLSv1.3");
    add("conformance ids", wires(ConformanceId::CloseNotify),
        "starttls-readvertised response-injection ehlo-after-tls refusal-after-tls-reply auth-before-tls "
        "ehlo-keyword-case close-notify");
    add("services", wires(Service::Lmtp), "smtp submission submissions lmtp");
    add("finding codes", wires(FindingCode::FromNewerVersion),
        "session-ended-by-policy certificates-not-checked encrypted chain-and-name-fine pin-match "
        "self-signed-leaf untrusted-root incomplete-chain expired not-yet-valid expires-soon name-mismatch "
        "cn-only no-reference-name weak-key weak-signature misordered-chain surplus-certificate "
        "duplicate-certificate root-sent wrong-purpose invalid-ca no-certificate anonymous-suite "
        "pin-mismatch legacy-protocol revocation-not-checked starttls-not-offered starttls-masked "
        "starttls-refused handshake-failed refused-after-tls unreachable throttled greeting-slow "
        "early-plaintext bare-lf ehlo-name-not-fqdn sts-no-policy sts-mx-mismatch sts-policy-invalid "
        "sts-fetch-failed");
}

void TestWire::namesOfTheContract()
{
    QFETCH(QString, names);
    QFETCH(QString, known);
    const auto list = known.split(u' ');
    for (const QString &name : names.split(u' '))
        QVERIFY2(list.contains(name), qPrintable(name));
}

void TestWire::everyReasonLeadsBack()
{
    QSet<QString> seen;
    for (int i = 0; i <= int(ReasonCode::FileNotDnssecAnchors); ++i) {
        const QString named = QStringLiteral("mx.example.org");
        const bool hasPlace = toWire(ReasonCode(i), named) != toWire(ReasonCode(i));
        const Reason reason{ReasonCode(i), hasPlace ? named : QString()};
        QVERIFY2(!toWire(reason).contains(u'%'), qPrintable(toWire(reason)));
        QVERIFY2(!seen.contains(toWire(reason)), qPrintable(toWire(reason)));
        seen.insert(toWire(reason));
        QCOMPARE(reasonOf(toWire(reason)), std::optional(reason));
    }
    const Reason block{ReasonCode::PemBlockUnreadable, QStringLiteral("2"), QStringLiteral("bad: base64")};
    QCOMPARE(toWire(block), QStringLiteral("PEM block 2 cannot be read: bad: base64"));
    QCOMPARE(reasonOf(toWire(block)), std::optional(block));
}

void TestWire::wordsOfOthersAreNoReason_data()
{
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(words);
    };
    row("nothing", "");
    row("of the system", "Connection refused");
    row("of OpenSSL", "error:0A000410:SSL routines::ssl/tls alert handshake failure");
    row("a sentence that ends like one of ours", "The remote file does not exist");
    row("one that begins like one of ours", "the answer for all is bogus, said the server");
    row("the place left empty", " does not exist");
    row("of a library behind what takes none", "it is empty: bad base64");
}

void TestWire::wordsOfOthersAreNoReason()
{
    QFETCH(QString, words);
    QVERIFY(!reasonOf(words));
}

MAILSEAL_TEST(TestWire)
#include "tst_wire.moc"
