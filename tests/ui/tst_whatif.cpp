#include "examples/certificatefactory.h"
#include "inspector/inspector.h"
#include "models/roles.h"
#include "models/sendermodel.h"
#include "models/verdictmodel.h"
#include "models/whatif.h"
#include "pages/sendersection.h"
#include "pages/summarypane.h"
#include "pages/whatifpanel.h"
#include "paneactions.h"
#include "settings/settingspage.h"
#include "support/fixtures/domain.h"
#include "support/testprogram.h"
#include "values/utc.h"
#include "widgets/facttable.h"
#include "widgets/findinglist.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace mailseal;
using fixtures::showPane;

namespace {

const QDateTime day0 = utc({2026, 6, 1}, {12, 0});

IssuedCertificate authority()
{
    CertificateRequest request;
    request.commonName = QStringLiteral("Root");
    request.isCa = true;
    request.notBefore = day0.addYears(-1);
    request.notAfter = day0.addYears(20);
    return issueCertificate(request);
}

const IssuedCertificate &root()
{
    static const IssuedCertificate made = authority();
    return made;
}

/// A server of example.org by a CA that nobody knows, its MTA-STS policy in testing mode.
Inspection judged()
{
    CertificateRequest request;
    request.commonName = QStringLiteral("mx1.example.org");
    request.dnsNames = {request.commonName};
    request.notBefore = day0.addDays(-30);
    request.notAfter = day0.addDays(30);
    static const QByteArray leaf = issueCertificate(request, root()).certificateDer();
    Inspection inspection = fixtures::atDomain(fixtures::good());
    Evidence evidence = inspection.evidence;
    evidence.session.sentChain = QList{leaf};
    evidence.stsFetch->body = "version: STSv1\nmode: testing\nmx: mx1.example.org\nmax_age: 604800\n";
    evidence.stsFetch->contentType = QStringLiteral("text/plain");
    evidence.dns->tlsa->records.clear();
    evidence.dns->tlsa->lookup = LookupEnd::NoData;
    return judgeEvidence(evidence, TrustAnchors{AnchorStore::File, {}, {}}, day0);
}

struct Scene
{
    SummaryPane pane;
    Inspection real = judged();

    Scene() { showPane(pane, real, fixtures::done(), {968, 1400}); }
    LinkButton *link(const QString &text) const
    {
        for (LinkButton *one : pane.findChildren<LinkButton *>()) {
            if (one->isVisible() && QString(one->text()).remove(u'&') == text)
                return one;
        }
        return nullptr;
    }
    void ask() { QTest::mouseClick(link(QStringLiteral("What if…")), Qt::LeftButton); }
    WhatIfPanel *panel() const { return pane.findChild<WhatIfPanel *>(); }
    template <typename Field>
    Field *field(const QString &name) const
    {
        for (Field *one : panel()->findChildren<Field *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    bool says(const QString &part) const
    {
        for (const PlainLabel *label : pane.findChildren<PlainLabel *>()) {
            if (label->isVisible() && label->text().contains(part))
                return true;
        }
        return false;
    }
    QString problem() const
    {
        for (const ProblemLine *line : panel()->findChildren<ProblemLine *>()) {
            if (line->isVisible())
                return line->text();
        }
        return {};
    }
    QAbstractItemModel *table() const { return pane.findChild<FactTable *>()->model(); }
    QString cell(PolicyId policy, int column) const
    {
        const auto *model = qobject_cast<VerdictModel *>(table());
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->rows().at(row).policy == policy)
                return model->index(row, column).data().toString();
        }
        return {};
    }
    FactTable *senders() const { return pane.findChild<SenderSection *>()->findChild<FactTable *>(); }
    /// Whether that sender delivers, as it is shown.
    QString sender(const QString &name) const
    {
        const QAbstractItemModel *model = senders()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, SenderModel::Sender).data().toString() == name)
                return model->index(row, SenderModel::Delivery).data().toString();
        }
        return {};
    }
    bool isHypothetical() const { return says(QStringLiteral("Hypothetical")); }
};

} // namespace

/// "What if" on the summary.
class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormStartsWithWhatWasFound();
    void onlyWhatDiffersIsAssumed();
    void aChangedVerdictSaysBoth();
    void theFormIsClosedAtFirst();
    void anExtraRootChangesTheVerdictsAtOnce();
    void enforceChangesTheVerdictsAtOnce();
    void aDateChangesTheVerdictsAtOnce();
    void aNameChangesTheVerdictsAtOnce();
    void brokenInputSaysSoAndLosesNothing_data();
    void brokenInputSaysSoAndLosesNothing();
    void theOwnRecordIsAdded();
    void resetAndCloseLeadBack();
    void escapeClosesTheForm();
    void anotherServerStartsAnew();
    void theSameServerAgainKeepsTheForm();
    void whileItRunsNothingIsSupposed();
    void aRedactedFileCannotBeAsked();
    void aSentenceSaysThatItIsSupposed();
    void theFormIsReachedByKeyboard();
    void hypotheticalFactsHaveNoCommand();
    void knownSendersAreNamedWithTheirSources();
    void knownSendersFollowWhatIsSupposed();
};

void TestWhatIf::theFormStartsWithWhatWasFound()
{
    const Inspection found = fixtures::atDomain(fixtures::good());
    const WhatIfEntry entry = entryOf(found);
    QCOMPARE(entry.tlsa.count(u'\n'), 4);
    QVERIFY(entry.tlsa.startsWith(QStringLiteral("3 1 1 aaaa")));
    QVERIFY(readEntry(entry, entry).assumed == Assumptions{});
    QVERIFY(readEntry(entry, entry).problems.isEmpty());
}

void TestWhatIf::onlyWhatDiffersIsAssumed()
{
    const WhatIfEntry untouched = entryOf(fixtures::atDomain(fixtures::good()));
    WhatIfEntry entry = untouched;
    entry.tlsa += QStringLiteral("\n \n");
    QVERIFY(readEntry(entry, untouched).assumed == Assumptions{});
    entry.tlsa = QStringLiteral("3 1 1 ") + QString(64, u'e');
    QCOMPARE(readEntry(entry, untouched).assumed.tlsa->size(), 1);
    entry.tlsa.clear();
    QCOMPARE(readEntry(entry, untouched).assumed.tlsa->size(), 0);
    entry = untouched;
    entry.name = QStringLiteral(" MAIL.example.org ");
    QCOMPARE(readEntry(entry, untouched).assumed.name, QStringLiteral("mail.example.org"));
    entry.name = QStringLiteral("no name");
    QVERIFY(readEntry(entry, untouched).assumed.name.isEmpty());
    QVERIFY(readEntry(entry, untouched).problems.contains(WhatIfField::Name));
}

void TestWhatIf::aChangedVerdictSaysBoth()
{
    const Inspection real = judged();
    Assumptions assumed;
    assumed.roots = {root().certificateDer()};
    VerdictModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.present(real, false);
    model.presentHypothetical(*assume(real, assumed), real);
    int changed = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const VerdictRow &shown = model.rows().at(row);
        changed += shown.isChanged ? 1 : 0;
        if (shown.policy != PolicyId::WebPki)
            continue;
        QVERIFY(shown.isChanged);
        const QModelIndex delivery = model.index(row, VerdictModel::Delivery);
        QCOMPARE(delivery.data().toString(), QStringLiteral("deferred → authenticated"));
        QCOMPARE(delivery.data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("deferred, would be authenticated"));
        QCOMPARE(delivery.data(BadgeRole).toInt(), static_cast<int>(Badge::Satisfied));
        QVERIFY(delivery.data(StrongRole).toBool());
        const QModelIndex fact = model.index(row, VerdictModel::Fact);
        QVERIFY(fact.data(SuffixRole).toString().startsWith(QLatin1StringView("(before: ")));
        QVERIFY(!model.index(row, VerdictModel::ProofLink).data(LinkRole).toBool());
    }
    QVERIFY(changed >= 1 && changed < model.rowCount());
    model.present(real, false);
    for (const VerdictRow &row : model.rows())
        QVERIFY(!row.isChanged && row.wasDelivery.isEmpty() && row.wasFact.isEmpty());
}

void TestWhatIf::theFormIsClosedAtFirst()
{
    const Scene s;
    QVERIFY(!s.panel()->isVisible());
    QVERIFY(!s.isHypothetical());
    QVERIFY(s.says(QStringLiteral("Who would deliver to this server")));
}

void TestWhatIf::anExtraRootChangesTheVerdictsAtOnce()
{
    Scene s;
    const QString before = s.cell(PolicyId::WebPki, VerdictModel::Delivery);
    s.ask();
    QVERIFY(s.panel()->isVisible());
    QVERIFY(!s.isHypothetical()); // nothing is supposed yet
    s.field<QPlainTextEdit>(QStringLiteral("Trust as well"))
        ->setPlainText(QString::fromLatin1(root().certificatePem()));
    QVERIFY(s.isHypothetical());
    QVERIFY(s.says(QStringLiteral("CN=Root is a trust anchor")));
    QVERIFY(s.says(QStringLiteral("Who would deliver, if it were so")));
    QCOMPARE(s.cell(PolicyId::WebPki, VerdictModel::Delivery), QStringLiteral("deferred → authenticated"));
    QCOMPARE(before, QStringLiteral("deferred"));
}

void TestWhatIf::enforceChangesTheVerdictsAtOnce()
{
    Scene s;
    s.ask();
    auto *mode = s.field<QComboBox>(QStringLiteral("MTA-STS"));
    QVERIFY(mode->isEnabled());
    mode->setCurrentIndex(mode->findText(QStringLiteral("enforce")));
    QVERIFY(s.says(QStringLiteral("the MTA-STS policy is in mode enforce")));
    QVERIFY(s.cell(PolicyId::MtaSts, VerdictModel::Delivery).endsWith(QStringLiteral("→ deferred")));
}

void TestWhatIf::aDateChangesTheVerdictsAtOnce()
{
    Scene s;
    s.ask();
    auto *at = s.field<QDateTimeEdit>(QStringLiteral("Date of the judgement"));
    QVERIFY(!at->isEnabled());
    s.field<QPlainTextEdit>(QStringLiteral("Trust as well"))
        ->setPlainText(QString::fromLatin1(root().certificatePem()));
    QVERIFY(s.cell(PolicyId::WebPki, VerdictModel::Delivery).endsWith(QStringLiteral("→ authenticated")));
    s.panel()->findChild<QCheckBox *>()->setChecked(true);
    at->setDateTime(day0.addDays(31).toLocalTime());
    QVERIFY(s.isHypothetical());
    QVERIFY(s.cell(PolicyId::WebPki, VerdictModel::Fact).contains(QStringLiteral("expired")));
}

void TestWhatIf::aNameChangesTheVerdictsAtOnce()
{
    Scene s;
    s.ask();
    s.field<QLineEdit>(QStringLiteral("Server's name"))->setText(QStringLiteral("smtp.example.org"));
    QVERIFY(s.says(QStringLiteral("the name to be found is smtp.example.org")));
}

void TestWhatIf::brokenInputSaysSoAndLosesNothing_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::newRow("TLSA prose") << QStringLiteral("TLSA records") << QStringLiteral("publish one")
                                << QStringLiteral("“publish one”: a TLSA record begins with");
    QTest::newRow("TLSA, the second")
        << QStringLiteral("TLSA records") << QStringLiteral("3 1 1 ab\n3 1 1 abc")
        << QStringLiteral("“3 1 1 abc”");
    QTest::newRow("no PEM") << QStringLiteral("Trust as well") << QStringLiteral("my root")
                            << QStringLiteral("no certificate in PEM");
    QTest::newRow("a cut PEM") << QStringLiteral("Trust as well")
                               << QString::fromLatin1(root().certificatePem().left(200))
                               << QStringLiteral("no certificate in PEM");
    QTest::newRow("no name") << QStringLiteral("Server's name") << QStringLiteral("<b>a b</b>")
                             << QStringLiteral("“<b>a b</b>” is no host name");
}

void TestWhatIf::brokenInputSaysSoAndLosesNothing()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, says);
    Scene s;
    s.ask();
    auto *text = s.field<QPlainTextEdit>(field);
    auto *line = s.field<QLineEdit>(field);
    if (text)
        text->setPlainText(typed);
    else
        line->setText(typed);
    QVERIFY2(s.problem().contains(says), qUtf8Printable(s.problem()));
    QCOMPARE(text ? text->toPlainText() : line->text(), typed);
    QVERIFY(!s.isHypothetical());
    // Another field counts all the same.
    s.panel()->findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(s.isHypothetical());
    QVERIFY(!s.problem().isEmpty());
}

void TestWhatIf::theOwnRecordIsAdded()
{
    Scene s;
    s.ask();
    QTest::mouseClick(s.link(QStringLiteral("Add the record of this certificate (3 1 1)")), Qt::LeftButton);
    const QString typed = s.field<QPlainTextEdit>(QStringLiteral("TLSA records"))->toPlainText();
    QCOMPARE(typed,
             QStringLiteral("3 1 1 ") + QString::fromLatin1(s.real.chain->sent.constFirst().spkiSha256));
    QVERIFY(s.says(QStringLiteral("the given TLSA records (1) are DNSSEC-secure")));
}

void TestWhatIf::resetAndCloseLeadBack()
{
    Scene s;
    s.ask();
    auto *name = s.field<QLineEdit>(QStringLiteral("Server's name"));
    name->setText(QStringLiteral("smtp.example.org"));
    QVERIFY(s.isHypothetical());
    QTest::mouseClick(s.link(QStringLiteral("Reset")), Qt::LeftButton);
    QVERIFY(name->text().isEmpty());
    QVERIFY(!s.isHypothetical());
    name->setText(QStringLiteral("smtp.example.org"));
    QTest::mouseClick(s.link(QStringLiteral("Close")), Qt::LeftButton);
    QVERIFY(!s.panel()->isVisible());
    QVERIFY(!s.isHypothetical());
    QCOMPARE(s.cell(PolicyId::WebPki, VerdictModel::Delivery), QStringLiteral("deferred"));
    s.ask(); // what was typed is still there
    QCOMPARE(name->text(), QStringLiteral("smtp.example.org"));
    QVERIFY(s.isHypothetical());
}

void TestWhatIf::escapeClosesTheForm()
{
    Scene s;
    s.ask();
    QTest::keyClick(s.field<QPlainTextEdit>(QStringLiteral("TLSA records")), Qt::Key_Escape);
    QVERIFY(!s.panel()->isVisible());
}

void TestWhatIf::anotherServerStartsAnew()
{
    Scene s;
    s.ask();
    s.field<QLineEdit>(QStringLiteral("Server's name"))->setText(QStringLiteral("smtp.example.org"));
    Inspection other = s.real;
    other.evidence.target.address = QStringLiteral("192.0.2.77");
    s.pane.present(other, fixtures::done());
    QVERIFY(!s.isHypothetical());
    QVERIFY(!s.panel()->isVisible());
    s.ask();
    QVERIFY(s.field<QLineEdit>(QStringLiteral("Server's name"))->text().isEmpty());
}

void TestWhatIf::theSameServerAgainKeepsTheForm()
{
    Scene s;
    s.ask();
    s.field<QLineEdit>(QStringLiteral("Server's name"))->setText(QStringLiteral("smtp.example.org"));
    Inspection again = s.real;
    again.evidence.observedAt = day0.addSecs(60);
    s.pane.present(again, fixtures::done());
    QVERIFY(s.panel()->isVisible());
    QVERIFY(s.isHypothetical());
}

void TestWhatIf::whileItRunsNothingIsSupposed()
{
    Scene s;
    s.ask();
    s.field<QLineEdit>(QStringLiteral("Server's name"))->setText(QStringLiteral("smtp.example.org"));
    s.pane.present(s.real, fixtures::waitingFor(Stage::Greeting));
    QVERIFY(!s.isHypothetical());
    QVERIFY(!s.panel()->isVisible());
    s.pane.present(s.real, fixtures::done());
    QVERIFY(s.isHypothetical());
}

void TestWhatIf::aRedactedFileCannotBeAsked()
{
    SummaryPane pane;
    Inspection redacted = fixtures::good();
    redacted.evidence.redacted = true;
    showPane(pane, redacted);
    for (const LinkButton *link : pane.findChildren<LinkButton *>()) {
        if (link->text().contains(QLatin1StringView("What if"))) {
            QVERIFY(!link->isEnabled());
            QVERIFY(!link->toolTip().isEmpty());
        }
    }
}

void TestWhatIf::aSentenceSaysThatItIsSupposed()
{
    Scene s;
    auto *table = s.pane.findChild<FactTable *>();
    QTest::mouseClick(s.link(QStringLiteral("Copy as a sentence")), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1StringView("A sender with the policy")));
    s.ask();
    s.field<QLineEdit>(QStringLiteral("Server's name"))->setText(QStringLiteral("smtp.example.org"));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QGuiApplication::clipboard()->text().startsWith(
                 QLatin1StringView("Supposing that the name to be found is smtp.example.org: A sender")),
             qUtf8Printable(QGuiApplication::clipboard()->text()));
}

void TestWhatIf::theFormIsReachedByKeyboard()
{
    Scene s;
    LinkButton *ask = s.link(QStringLiteral("What if…"));
    QVERIFY(ask->focusPolicy() & Qt::TabFocus);
    ask->setFocus();
    QTest::keyClick(ask, Qt::Key_Space);
    QVERIFY(s.panel()->isVisible());
    QTRY_VERIFY(s.field<QPlainTextEdit>(QStringLiteral("TLSA records"))->hasFocus());
    for (const QString &name : {QStringLiteral("TLSA records"), QStringLiteral("Trust as well")})
        QVERIFY(s.field<QPlainTextEdit>(name)->tabChangesFocus());
}

void TestWhatIf::hypotheticalFactsHaveNoCommand()
{
    Scene s;
    QVERIFY(s.link(QStringLiteral("Copy command")));
    s.ask();
    s.field<QLineEdit>(QStringLiteral("Server's name"))->setText(QStringLiteral("smtp.example.org"));
    for (const FindingList *list : s.pane.findChildren<FindingList *>()) {
        for (const LinkButton *link : list->findChildren<LinkButton *>())
            QVERIFY(!link->isVisible() || link->text() != QLatin1StringView("Copy command"));
    }
}

void TestWhatIf::knownSendersAreNamedWithTheirSources()
{
    const Scene s;
    QVERIFY(s.senders()->isVisible());
    QCOMPARE(s.senders()->model()->rowCount(), s.real.senders.size());
    QVERIFY(s.says(QStringLiteral("Would a well-known sender deliver?")));
    for (int row = 0; row < s.real.senders.size(); ++row) {
        const SenderVerdict &sender = s.real.senders.at(row);
        s.senders()->setCurrentIndex(s.senders()->model()->index(row, 0));
        QVERIFY(s.says(QStringLiteral("What is known of %1:").arg(sender.name)));
        QVERIFY(!sender.sources.isEmpty());
        for (const SenderSource &source : sender.sources) {
            QVERIFY(s.says(source.says));
            QVERIFY(s.says(source.where));
        }
    }
}

void TestWhatIf::knownSendersFollowWhatIsSupposed()
{
    Scene s;
    QCOMPARE(s.sender(QStringLiteral("Gmail")), QStringLiteral("encrypted"));
    s.ask();
    auto *mode = s.field<QComboBox>(QStringLiteral("MTA-STS"));
    mode->setCurrentIndex(mode->findText(QStringLiteral("enforce")));
    QCOMPARE(s.sender(QStringLiteral("Gmail")), QStringLiteral("encrypted → deferred"));
    QCOMPARE(s.sender(QStringLiteral("Postfix, level may")), QStringLiteral("encrypted"));
    QVERIFY(s.says(QStringLiteral("Would a well-known sender deliver, if it were so?")));
    s.pane.present(s.real, fixtures::waitingFor(Stage::Greeting));
    QVERIFY(!s.senders()->isVisible()); // the next line may change everything
    s.pane.present(fixtures::good(), fixtures::done());
    QVERIFY(!s.senders()->isVisible()); // a file of an earlier version tells of none
}

MAILSEAL_TEST(TestWhatIf)
#include "tst_whatif.moc"
