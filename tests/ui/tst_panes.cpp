#include "models/roles.h"
#include "models/transcriptmodel.h"
#include "models/verdictmodel.h"
#include "pages/certificatespane.h"
#include "pages/chainview.h"
#include "pages/conformancepane.h"
#include "pages/namespane.h"
#include "pages/summarypane.h"
#include "pages/transcriptpane.h"
#include "pages/transcriptview.h"
#include "paneactions.h"
#include "support/fixtures/servers.h"
#include "support/testprogram.h"
#include "widgets/answercard.h"
#include "widgets/facttable.h"
#include "widgets/leadbanner.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"
#include "wording/wording.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace mailseal;
using namespace mailseal::fixtures;

namespace {

QList<std::shared_ptr<Pane>> panes()
{
    return {std::make_shared<SummaryPane>(), std::make_shared<TranscriptPane>(),
            std::make_shared<CertificatesPane>(), std::make_shared<NamesPane>(),
            std::make_shared<ConformancePane>()};
}

} // namespace

class TestPanes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPaneShowsEveryInspection();
    void nothingFromAServerIsRichText();
    void clickingAProofGoesThere();
    void enterGoesToTheProof();
    void waitingRowsGoNowhere();
    void cardsGoToTheirProof();
    void theLeadIsOnTop_data();
    void theLeadIsOnTop();
    void bogusStandsOnTop();
    void sentenceIsCopied();
    void selectionSurvivesASnapshot();
    void problemsAreCounted();
    void everyControlHasAName();
    void coloursFollowTheAppearance();
};

void TestPanes::everyPaneShowsEveryInspection()
{
    for (const std::shared_ptr<Pane> &pane : panes()) {
        for (const QSize size : {QSize(968, 700), QSize(420, 500)}) {
            for (const fixtures::Named &fixture : fixtures::all()) {
                showPane(*pane, fixture.inspection, fixture.progress, size);
                pane->reveal(-1);
                pane->reveal(0);
                pane->reveal(100'000);
                QVERIFY2(!pane->grab().isNull(), fixture.name);
                QVERIFY(pane->problemCount() >= 0);
            }
        }
    }
}

void TestPanes::nothingFromAServerIsRichText()
{
    for (const std::shared_ptr<Pane> &pane : panes()) {
        showPane(*pane, fixtures::hostile());
        for (const QLabel *label : pane->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->openExternalLinks());
            QVERIFY(!label->textInteractionFlags().testFlag(Qt::LinksAccessibleByMouse));
            QVERIFY2(!label->text().contains(QChar(0x202e)), qPrintable(label->text()));
            QVERIFY(!label->text().contains(QChar(0x1b)));
        }
        for (const QAbstractItemView *view : pane->findChildren<QAbstractItemView *>()) {
            const QAbstractItemModel *model = view->model();
            for (int row = 0; model && row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    const QModelIndex cell = model->index(row, column);
                    QVERIFY(!cell.data().toString().contains(QChar(0x202e)));
                    const QString tip = cell.data(Qt::ToolTipRole).toString();
                    QVERIFY2(!tip.contains(QLatin1StringView("<a ")) &&
                                 !tip.contains(QLatin1StringView("<img")) &&
                                 !tip.contains(QLatin1StringView("<b>")),
                             qPrintable(tip));
                }
            }
        }
    }
}

void TestPanes::clickingAProofGoesThere()
{
    SummaryPane pane;
    Proofs proofs(&pane);
    showPane(pane, fixtures::selfSigned());
    auto *table = pane.findChild<FactTable *>();
    QVERIFY(table);
    clickCell(table, table->model()->index(0, VerdictModel::Client));
    QVERIFY(proofs.all.isEmpty());
    clickCell(table, table->model()->index(0, VerdictModel::ProofLink));
    QCOMPARE(proofs.all.size(), 1);
    QCOMPARE(proofs.all.last().page, Proof::Page::Transcript);
    QCOMPARE(proofs.all.last().index, 8);
    clickCell(table, table->model()->index(2, VerdictModel::ProofLink));
    QCOMPARE(proofs.all.size(), 2);
    QCOMPARE(proofs.all.last().page, Proof::Page::Certificates);
    QCOMPARE(proofs.all.last().index, 0);
    // No pin was asked about, so there is nothing to see.
    clickCell(table, table->model()->index(4, VerdictModel::ProofLink));
    QCOMPARE(proofs.all.size(), 2);
}

void TestPanes::enterGoesToTheProof()
{
    SummaryPane pane;
    Proofs proofs(&pane);
    showPane(pane, fixtures::wrongName());
    pane.reveal(2);
    auto *table = pane.findChild<FactTable *>();
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(proofs.all.size(), 1);
    QCOMPARE(proofs.all.last().page, Proof::Page::Names);
    QTest::keyClick(table, Qt::Key_Up);
    QTest::keyClick(table, Qt::Key_Enter);
    QCOMPARE(proofs.all.size(), 2);
    QCOMPARE(proofs.all.last().page, Proof::Page::Transcript);
}

void TestPanes::waitingRowsGoNowhere()
{
    SummaryPane pane;
    Proofs proofs(&pane);
    showPane(pane, fixtures::running(), fixtures::waitingFor(Stage::Ehlo));
    auto *table = pane.findChild<FactTable *>();
    pane.reveal(0);
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(proofs.all.isEmpty());
    QVERIFY(pane.findChild<LeadBanner *>()->isHidden());
}

void TestPanes::cardsGoToTheirProof()
{
    SummaryPane pane;
    Proofs proofs(&pane);
    showPane(pane, fixtures::good());
    const QList<AnswerCard *> cards = pane.findChildren<AnswerCard *>();
    QCOMPARE(cards.size(), 5);
    QList<Proof::Page> pages;
    for (AnswerCard *card : cards.first(4)) // the last one is a domain's
        QTest::mouseClick(card->findChild<LinkButton *>(), Qt::LeftButton);
    QVERIFY(!cards.constLast()->isVisible());
    for (const Proof &proof : proofs.all)
        pages.append(proof.page);
    QCOMPARE(pages, (QList<Proof::Page>{Proof::Page::Transcript, Proof::Page::Certificates,
                                        Proof::Page::Names, Proof::Page::Certificates}));
}

void TestPanes::theLeadIsOnTop_data()
{
    QTest::addColumn<qsizetype>("fixture");
    QTest::addColumn<bool>("shown");
    const QStringList quiet{QStringLiteral("running")};
    const QList<fixtures::Named> all = fixtures::all();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i << !quiet.contains(QString::fromLatin1(all.at(i).name));
}

void TestPanes::theLeadIsOnTop()
{
    QFETCH(qsizetype, fixture);
    QFETCH(bool, shown);
    const fixtures::Named named = fixtures::all().at(fixture);
    SummaryPane pane;
    showPane(pane, named.inspection, named.progress);
    const auto *banner = pane.findChild<LeadBanner *>();
    QCOMPARE(banner->isVisible(), shown);
    if (!shown)
        return;
    const QString headline = Wording(Wording::Speech::Translated).headline(named.inspection);
    bool found = false;
    for (const QLabel *label : banner->findChildren<QLabel *>())
        found = found || label->text() == headline;
    QVERIFY(found);
}

/// The alarm is the banner, and what was seen all the same stands under a heading of its own.
void TestPanes::bogusStandsOnTop()
{
    const QString heading = QStringLiteral("As a sender whose resolver does not validate sees it");
    const auto hasHeading = [&heading](const SummaryPane &pane) {
        const auto labels = pane.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&heading](const QLabel *label) {
            return label->isVisible() && label->text() == heading;
        });
    };
    const auto isLead = [](const SummaryPane &pane) {
        const auto labels = pane.findChild<LeadBanner *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(QStringLiteral("fails DNSSEC validation"));
        });
    };
    SummaryPane pane;
    Inspection inspection = fixtures::good();
    inspection.evidence.target.domain = QStringLiteral("example.org");
    DnsEvidence dns;
    dns.mx = Answer<MxRecord>{};
    dns.mx->lookup = LookupEnd::Found;
    dns.mx->dnssec = DnssecState::Bogus;
    dns.mx->whyBogus = QStringLiteral("signature expired");
    inspection.evidence.dns = dns;
    showPane(pane, inspection);
    QVERIFY(isLead(pane) && hasHeading(pane));
    inspection.evidence.dns->mx->dnssec = DnssecState::Secure;
    showPane(pane, inspection);
    QVERIFY(!isLead(pane) && !hasHeading(pane));
    inspection.evidence.dns->tlsa = Answer<TlsaRecord>{};
    inspection.evidence.dns->tlsa->dnssec = DnssecState::Bogus;
    showPane(pane, inspection);
    QVERIFY(isLead(pane) && !hasHeading(pane)); // others see the server all the same
}

void TestPanes::sentenceIsCopied()
{
    SummaryPane pane;
    showPane(pane, fixtures::selfSigned());
    QPushButton *copy = buttonWith(pane, QStringLiteral("Copy sentence"));
    QVERIFY(copy);
    copy->click();
    QCOMPARE(QApplication::clipboard()->text(),
             Wording(Wording::Speech::Translated).summary(fixtures::selfSigned()));
}

void TestPanes::selectionSurvivesASnapshot()
{
    SummaryPane summary;
    showPane(summary, fixtures::running(), fixtures::waitingFor(Stage::Ehlo));
    auto *table = summary.findChild<FactTable *>();
    clickCell(table, table->model()->index(3, 0));
    summary.present(fixtures::selfSigned(), fixtures::done());
    QCOMPARE(table->currentIndex().row(), 3);

    CertificatesPane certificates;
    showPane(certificates, fixtures::good());
    auto *tree = certificates.findChild<ChainView *>();
    certificates.reveal(1);
    certificates.present(fixtures::expired(), fixtures::done());
    QCOMPARE(tree->currentIndex().row(), 1);
    QVERIFY(!tree->currentIndex().parent().isValid());

    TranscriptPane transcript;
    showPane(transcript, fixtures::longConversation(500));
    auto *view = transcript.findChild<TranscriptView *>();
    transcript.reveal(300);
    const int scrolled = view->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    Inspection longer = fixtures::longConversation(500);
    longer.evidence.session.transcript.append(longer.evidence.session.transcript.last());
    transcript.present(longer, fixtures::done());
    QCoreApplication::processEvents();
    QCOMPARE(view->verticalScrollBar()->value(), scrolled);
    QCOMPARE(view->currentIndex().data(TranscriptModel::EntryRole).toInt(), 300);
}

void TestPanes::problemsAreCounted()
{
    CertificatesPane certificates;
    certificates.present(fixtures::good(), fixtures::done());
    QCOMPARE(certificates.problemCount(), 0);
    certificates.present(fixtures::expired(), fixtures::done());
    QCOMPARE(certificates.problemCount(), 1);
    NamesPane names;
    names.present(fixtures::wrongName(), fixtures::done());
    QCOMPARE(names.problemCount(), 1);
    TranscriptPane transcript;
    transcript.present(fixtures::noStarttls(), fixtures::done());
    QCOMPARE(transcript.problemCount(), 1); // AUTH PLAIN in clear text
}

void TestPanes::everyControlHasAName()
{
    for (const std::shared_ptr<Pane> &pane : panes()) {
        showPane(*pane, fixtures::selfSigned());
        for (QWidget *widget : pane->findChildren<QWidget *>()) {
            const bool control =
                qobject_cast<QPushButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                (qobject_cast<QAbstractItemView *>(widget) && !qobject_cast<QHeaderView *>(widget));
            if (!control || !widget->isVisibleTo(pane.get()))
                continue;
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(face);
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
}

void TestPanes::coloursFollowTheAppearance()
{
    PlainLabel muted(PlainLabel::Kind::Muted);
    PlainLabel body(PlainLabel::Kind::Body);
    muted.show();
    body.show();
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        applyAppearance(*application, appearance);
        QTRY_COMPARE(muted.palette().color(QPalette::WindowText), tints().mutedText);
        QTRY_COMPARE(body.palette().color(QPalette::WindowText),
                     QApplication::palette().color(QPalette::WindowText));
    }
}

MAILSEAL_TEST(TestPanes)
#include "tst_panes.moc"
