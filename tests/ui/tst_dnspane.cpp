#include "answers/dnsanswers.h"
#include "models/dnsmodel.h"
#include "models/policymodel.h"
#include "models/roles.h"
#include "models/tlsamodel.h"
#include "pages/dnspane.h"
#include "pages/summarypane.h"
#include "paneactions.h"
#include "support/fixtures/domain.h"
#include "support/testprogram.h"
#include "widgets/answercard.h"
#include "widgets/answerline.h"
#include "widgets/facttable.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace mailseal;
using fixtures::Proofs;
using fixtures::showPane;

namespace {

template <typename Model>
struct Shown
{
    Model model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    explicit Shown(const Inspection &inspection) { model.present(inspection); }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    int badge(int row, int column) const { return model.index(row, column).data(BadgeRole).toInt(); }
};

Inspection served(const QByteArray &policy)
{
    Inspection inspection = fixtures::atDomain(fixtures::good());
    inspection.evidence.stsFetch->body = policy;
    return inspection;
}

bool shows(const Pane &pane, const QString &part)
{
    for (const PlainLabel *label : pane.findChildren<PlainLabel *>()) {
        if (label->isVisibleTo(&pane) && label->text().contains(part))
            return true;
    }
    return false;
}

} // namespace

/// The DNS page: answers, TLSA records, the policy, and what they come to.
class TestDnsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyQuestionHasARow()
    {
        const Shown<DnsModel> s(fixtures::atDomain(fixtures::good()));
        QCOMPARE(s.text(0, DnsModel::Name), QStringLiteral("example.org"));
        QCOMPARE(s.text(0, DnsModel::Record), QStringLiteral("10 mx1.example.org."));
        QVERIFY(s.model.index(0, DnsModel::Record).data(StrongRole).toBool());
        QVERIFY(s.text(1, DnsModel::Name).isEmpty()); // the same answer
        QCOMPARE(s.badge(0, DnsModel::Dnssec), static_cast<int>(Badge::Satisfied));
        QStringList types;
        for (int row = 0; row < s.model.rowCount(); ++row) {
            if (!s.text(row, DnsModel::Type).isEmpty() && !types.contains(s.text(row, DnsModel::Type)))
                types.append(s.text(row, DnsModel::Type));
        }
        QCOMPARE(types.constFirst(), QStringLiteral("MX"));
        QVERIFY(types.contains(QStringLiteral("TLSA")));
        QVERIFY(types.contains(QStringLiteral("TXT")));
    }

    void anAnswerIsMarkedByItsState_data()
    {
        QTest::addColumn<DnssecState>("state");
        QTest::addColumn<Badge>("badge");
        QTest::newRow("secure") << DnssecState::Secure << Badge::Satisfied;
        QTest::newRow("insecure is no fault") << DnssecState::Insecure << Badge::NotApplicable;
        QTest::newRow("bogus") << DnssecState::Bogus << Badge::Violated;
        QTest::newRow("unknown is not bogus") << DnssecState::Unknown << Badge::Undetermined;
    }
    void anAnswerIsMarkedByItsState()
    {
        QFETCH(DnssecState, state);
        QFETCH(Badge, badge);
        Inspection inspection = fixtures::atDomain(fixtures::good());
        inspection.evidence.dns->mx->dnssec = state;
        const Shown<DnsModel> s(inspection);
        QCOMPARE(s.badge(0, DnsModel::Dnssec), static_cast<int>(badge));
    }

    void aFailedLookupIsNoEmptyAnswer()
    {
        Inspection inspection = fixtures::atDomain(fixtures::good());
        inspection.evidence.dns->tlsa = fixtures::answer<TlsaRecord>(
            QStringLiteral("_25._tcp.mx1.example.org"), DnssecState::Unknown, {}, LookupEnd::ServFail);
        inspection.dane.reset();
        const Shown<DnsModel> s(inspection);
        const int row = s.model.rowOf(DnsPlace::Tlsa);
        QVERIFY(row >= 0);
        QCOMPARE(s.badge(row, DnsModel::Record), static_cast<int>(Badge::Undetermined));
        QCOMPARE(badgeOf(tlsaAnswer(inspection)->tone), Badge::Undetermined);
    }

    void everyTlsaRecordSaysWhatBecameOfIt()
    {
        const Shown<TlsaModel> s(fixtures::atDomain(fixtures::good()));
        QCOMPARE(s.model.rowCount(), 5);
        QCOMPARE(s.text(0, TlsaModel::Outcome), QStringLiteral("matches"));
        QCOMPARE(s.badge(0, TlsaModel::Outcome), static_cast<int>(Badge::Satisfied));
        QCOMPARE(s.model.proofAt(0), (Proof{Proof::Page::Certificates, 0}));
        // Another one matches: this may be the next key, published beforehand.
        QCOMPARE(s.badge(1, TlsaModel::Outcome), static_cast<int>(Badge::NotApplicable));
        QCOMPARE(s.text(3, TlsaModel::Outcome), QStringLiteral("not usable"));
        QCOMPARE(s.text(3, TlsaModel::Meaning), QStringLiteral("PKIX-TA Cert SHA2-256"));
        QVERIFY(s.text(3, TlsaModel::Reason).contains(QLatin1StringView("RFC 7672")));
    }

    void noneMatchingIsAFault()
    {
        Inspection inspection = fixtures::atDomain(fixtures::good());
        inspection.dane->records.removeFirst();
        inspection.dane->authenticated = false;
        inspection.dane->matched.reset();
        inspection.dane->usable = 2;
        const Shown<TlsaModel> s(inspection);
        QCOMPARE(s.badge(0, TlsaModel::Outcome), static_cast<int>(Badge::Violated));
        QCOMPARE(badgeOf(tlsaAnswer(inspection)->tone), Badge::Violated);
        QCOMPARE(dnsProblemCount(inspection), 1);
    }

    void unsignedRecordsCountForNobody()
    {
        Inspection inspection = fixtures::atDomain(fixtures::good());
        inspection.evidence.dns->tlsa->dnssec = DnssecState::Insecure;
        QCOMPARE(badgeOf(tlsaAnswer(inspection)->tone), Badge::Warned);
    }

    void aProblemStandsAtItsLine()
    {
        const Shown<PolicyModel> s(fixtures::atDomain(fixtures::good()));
        QCOMPARE(s.model.rowCount(), 6);
        QCOMPARE(s.text(4, PolicyModel::Text), QStringLiteral("max-age: 604800"));
        QVERIFY(s.text(4, PolicyModel::Problem).contains(QLatin1StringView("max-age")));
        QCOMPARE(s.badge(4, PolicyModel::Problem), static_cast<int>(Badge::NotApplicable)); // a notice
        QVERIFY(s.text(3, PolicyModel::Problem).isEmpty());
    }

    void whatIsServedIsNeverMarkup_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("shown");
        QTest::newRow("markup") << QByteArray("<b>mx</b>") << QStringLiteral("<b>mx</b>");
        QTest::newRow("control") << QByteArray("a\x1b[31mb\0c", 9) << QStringLiteral("a\\x1b[31mb\\x00c");
        QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                            "b")
                              << QStringLiteral("a\\xe2\\x80\\xaeb");
    }
    void whatIsServedIsNeverMarkup()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, shown);
        const Shown<PolicyModel> s(served(line + "\r\nmode: none\r\n"));
        QCOMPARE(s.text(0, PolicyModel::Text).toLower(), shown.toLower());
        const QString tip = s.model.index(0, PolicyModel::Text).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QLatin1StringView("<b>")));
    }

    void aModeIsSaidWithWhatFollows_data()
    {
        QTest::addColumn<StsMode>("mode");
        QTest::addColumn<bool>("matches");
        QTest::addColumn<Badge>("badge");
        QTest::newRow("enforce, named") << StsMode::Enforce << true << Badge::Satisfied;
        QTest::newRow("enforce, not named") << StsMode::Enforce << false << Badge::Violated;
        QTest::newRow("testing, not named") << StsMode::Testing << false << Badge::Warned;
        QTest::newRow("none") << StsMode::None << true << Badge::NotApplicable;
    }
    void aModeIsSaidWithWhatFollows()
    {
        QFETCH(StsMode, mode);
        QFETCH(bool, matches);
        QFETCH(Badge, badge);
        Inspection inspection = fixtures::atDomain(fixtures::good());
        inspection.sts->mode = mode;
        inspection.sts->matches = matches;
        QCOMPARE(badgeOf(stsAnswer(inspection)->tone), badge);
    }

    void aServerHasNoDomainAndSaysSo()
    {
        DnsPane pane;
        showPane(pane, fixtures::good());
        QVERIFY(shows(pane, QStringLiteral("No domain was asked for")));
        QVERIFY(!dnsAnswer(fixtures::good()));
    }

    void thePageShowsAllOfIt()
    {
        DnsPane pane;
        showPane(pane, fixtures::atDomain(fixtures::good()));
        QVERIFY(shows(pane, QStringLiteral("Looked up through 127.0.0.53")));
        QVERIFY(shows(pane, QStringLiteral("mailto:tls@example.org")));
        QVERIFY(shows(pane, QStringLiteral("https://mta-sts.example.org/.well-known/mta-sts.txt")));
        QVERIFY(!shows(pane, QStringLiteral("No domain was asked for")));
        QCOMPARE(pane.problemCount(), 0);
    }

    void aProofIsRevealedInItsTable()
    {
        DnsPane pane;
        showPane(pane, fixtures::atDomain(fixtures::good()));
        pane.reveal(indexOf(DnsSpot{DnsPlace::StsPolicy, 5}));
        FactTable *policy = nullptr;
        for (FactTable *table : pane.findChildren<FactTable *>()) {
            if (qobject_cast<PolicyModel *>(table->model()))
                policy = table;
        }
        QVERIFY(policy);
        QCOMPARE(policy->currentIndex().row(), 4);
        QVERIFY(!policy->visibleRegion().isEmpty());
    }

    void aMatchLeadsToItsCertificate()
    {
        DnsPane pane;
        Proofs proofs(&pane);
        showPane(pane, fixtures::atDomain(fixtures::good()));
        for (FactTable *table : pane.findChildren<FactTable *>()) {
            if (!qobject_cast<TlsaModel *>(table->model()))
                continue;
            table->setCurrentIndex(table->model()->index(0, TlsaModel::Certificate));
            QTest::keyClick(table, Qt::Key_Return);
        }
        QCOMPARE(proofs.all, (QList<Proof>{{Proof::Page::Certificates, 0}}));
    }

    void theSummaryHasACardOfTheDomain()
    {
        SummaryPane pane;
        Proofs proofs(&pane);
        showPane(pane, fixtures::atDomain(fixtures::good()));
        AnswerCard *last = pane.findChildren<AnswerCard *>().constLast();
        QVERIFY(last->isVisible());
        QVERIFY(last->findChildren<PlainLabel *>().size() > 1);
        QTest::mouseClick(last->findChild<LinkButton *>(), Qt::LeftButton);
        QCOMPARE(proofs.all, (QList<Proof>{{Proof::Page::Dns, -1}}));
        pane.present(fixtures::good(), fixtures::done());
        QVERIFY(!last->isVisible());
    }
};

MAILSEAL_TEST(TestDnsPane)
#include "tst_dnspane.moc"
