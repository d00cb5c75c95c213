#include "fixtures.h"
#include "models/roles.h"
#include "models/transcriptmodel.h"
#include "models/verdictmodel.h"
#include "panes/answercard.h"
#include "panes/certificatespane.h"
#include "panes/chainview.h"
#include "panes/conformancepane.h"
#include "panes/facttable.h"
#include "panes/failurebanner.h"
#include "panes/linkbutton.h"
#include "panes/namespane.h"
#include "panes/summarypane.h"
#include "panes/transcriptpane.h"
#include "panes/transcriptview.h"
#include "report/wording.h"

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

#include <memory>

using namespace mailseal;

namespace {

/// Collects the proofs a pane asks for.
struct Proofs
{
    explicit Proofs(Pane *pane)
    {
        QObject::connect(pane, &Pane::proofRequested, pane,
                         [this](const Proof &proof) { all.append(proof); });
    }
    QList<Proof> all;
};

QList<std::shared_ptr<Pane>> panes()
{
    return {std::make_shared<SummaryPane>(), std::make_shared<TranscriptPane>(),
            std::make_shared<CertificatesPane>(), std::make_shared<NamesPane>(),
            std::make_shared<ConformancePane>()};
}

void showPane(Pane &pane, const Inspection &inspection, const Progress &progress = fixtures::done(),
              QSize size = {968, 700})
{
    pane.resize(size);
    pane.present(inspection, progress);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QCoreApplication::processEvents();
}

void clickCell(QAbstractItemView *view, const QModelIndex &cell)
{
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(cell).center());
}

QPushButton *buttonWith(QWidget &inside, const QString &text)
{
    for (QPushButton *button : inside.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
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
    void bannerOnlyWhereItFailed_data();
    void bannerOnlyWhereItFailed();
    void sentenceIsCopied();
    void selectionSurvivesASnapshot();
    void transcriptCopiesPlainLines();
    void transcriptRevealsALine();
    void findWalksTheMatchesAndCloses();
    void longTranscriptPaintsOnlyWhatIsSeen();
    void certificateIsCopiedAndExported();
    void certificateRevealsItsDepth();
    void conformanceJumpsToTheLine();
    void problemsAreCounted();
    void everyControlHasAName();
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
    QVERIFY(pane.findChild<FailureBanner *>()->isHidden());
}

void TestPanes::cardsGoToTheirProof()
{
    SummaryPane pane;
    Proofs proofs(&pane);
    showPane(pane, fixtures::good());
    const QList<AnswerCard *> cards = pane.findChildren<AnswerCard *>();
    QCOMPARE(cards.size(), 4);
    QList<Proof::Page> pages;
    for (AnswerCard *card : cards)
        QTest::mouseClick(card->findChild<LinkButton *>(), Qt::LeftButton);
    for (const Proof &proof : proofs.all)
        pages.append(proof.page);
    QCOMPARE(pages, (QList<Proof::Page>{Proof::Page::Transcript, Proof::Page::Certificates,
                                        Proof::Page::Names, Proof::Page::Certificates}));
}

void TestPanes::bannerOnlyWhereItFailed_data()
{
    QTest::addColumn<qsizetype>("fixture");
    QTest::addColumn<bool>("shown");
    const QStringList quiet{QStringLiteral("good"),    QStringLiteral("self-signed"),
                            QStringLiteral("expired"), QStringLiteral("wrong name"),
                            QStringLiteral("running"), QStringLiteral("quit after handshake")};
    const QList<fixtures::Named> all = fixtures::all();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i << !quiet.contains(QString::fromLatin1(all.at(i).name));
}

void TestPanes::bannerOnlyWhereItFailed()
{
    QFETCH(qsizetype, fixture);
    QFETCH(bool, shown);
    const fixtures::Named named = fixtures::all().at(fixture);
    SummaryPane pane;
    showPane(pane, named.inspection, named.progress);
    const auto *banner = pane.findChild<FailureBanner *>();
    QCOMPARE(banner->isVisible(), shown);
    if (!shown)
        return;
    const QString headline = Wording(Wording::Speech::Translated).headline(named.inspection);
    bool found = false;
    for (const QLabel *label : banner->findChildren<QLabel *>())
        found = found || label->text() == headline;
    QVERIFY(found);
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

void TestPanes::transcriptCopiesPlainLines()
{
    TranscriptPane pane;
    showPane(pane, fixtures::good());
    auto *view = pane.findChild<TranscriptView *>();
    clickCell(view, view->model()->index(0, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      view->visualRect(view->model()->index(2, 0)).center());
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(
        QApplication::clipboard()->text(),
        QStringLiteral("220 mx2.example.org ESMTP Postfix\nEHLO inspector.example.net\n250-mx2.example.org"));
    QVERIFY(view->selectedText(true).contains(QLatin1StringView("C EHLO inspector.example.net")));
}

void TestPanes::transcriptRevealsALine()
{
    TranscriptPane pane;
    showPane(pane, fixtures::longConversation(2000));
    pane.reveal(1500);
    auto *view = pane.findChild<TranscriptView *>();
    QCOMPARE(view->currentIndex().data(TranscriptModel::EntryRole).toInt(), 1500);
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
    QVERIFY(view->selectionModel()->isSelected(view->currentIndex()));
}

void TestPanes::findWalksTheMatchesAndCloses()
{
    TranscriptPane pane;
    showPane(pane, fixtures::good());
    auto *view = pane.findChild<TranscriptView *>();
    pane.openFind();
    auto *edit = pane.findChild<QLineEdit *>();
    QVERIFY(edit->isVisible());
    QTest::keyClicks(edit, QStringLiteral("8bitmime"));
    const int first = view->currentIndex().row();
    QTest::keyClick(edit, Qt::Key_Return);
    const int second = view->currentIndex().row();
    QVERIFY(second > first);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(view->currentIndex().row(), first);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(view->currentIndex().row(), second);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
}

void TestPanes::longTranscriptPaintsOnlyWhatIsSeen()
{
    TranscriptPane pane;
    showPane(pane, fixtures::longConversation(32'000));
    auto *view = pane.findChild<TranscriptView *>();
    QVERIFY(view->height() <= pane.height());
    QVERIFY(view->findChildren<QLabel *>().isEmpty());
    view->scrollToBottom();
    const QModelIndex last = view->model()->index(view->model()->rowCount() - 1, 0);
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(last)));
}

void TestPanes::certificateIsCopiedAndExported()
{
    CertificatesPane pane;
    showPane(pane, fixtures::good());
    QSignalSpy wish(&pane, &CertificatesPane::exportChainRequested);
    buttonWith(pane, QStringLiteral("E&xport chain as PEM…"))->click();
    QCOMPARE(wish.count(), 1);
    buttonWith(pane, QStringLiteral("Copy &PEM"))->click();
    const QString pem = QApplication::clipboard()->text();
    QVERIFY(pem.startsWith(QLatin1StringView("-----BEGIN CERTIFICATE-----\n")));
    QVERIFY(pem.endsWith(QLatin1StringView("-----END CERTIFICATE-----\n")));
    QString body = pem;
    body.remove(QStringLiteral("-----BEGIN CERTIFICATE-----"))
        .remove(QStringLiteral("-----END CERTIFICATE-----"));
    QCOMPARE(QByteArray::fromBase64(body.toLatin1()), fixtures::good().chain->sent.first().der);
    buttonWith(pane, QStringLiteral("Copy &fingerprint"))->click();
    QCOMPARE(QApplication::clipboard()->text().toLower().remove(u':').toLatin1(),
             fixtures::good().chain->sent.first().sha256);
}

void TestPanes::certificateRevealsItsDepth()
{
    CertificatesPane pane;
    showPane(pane, fixtures::good());
    pane.reveal(1);
    auto *tree = pane.findChild<ChainView *>();
    QCOMPARE(tree->currentIndex().row(), 1);
    bool issuerShown = false;
    for (const QLabel *label : pane.findChildren<QLabel *>())
        issuerShown = issuerShown || label->text() == fixtures::good().chain->sent.at(1).issuer;
    QVERIFY(issuerShown);
}

void TestPanes::conformanceJumpsToTheLine()
{
    ConformancePane pane;
    Proofs proofs(&pane);
    showPane(pane, fixtures::good());
    pane.reveal(1);
    auto *table = pane.findChild<FactTable *>();
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(proofs.all.size(), 1);
    QCOMPARE(proofs.all.last().page, Proof::Page::Transcript);
    QCOMPARE(proofs.all.last().index, 8);
    pane.reveal(3); // not applicable: there is no line to show
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(proofs.all.size(), 1);
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

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
