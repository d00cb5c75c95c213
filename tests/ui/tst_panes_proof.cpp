#include "fixtures.h"
#include "models/transcriptmodel.h"
#include "paneactions.h"
#include "panes/certificatespane.h"
#include "panes/chainview.h"
#include "panes/conformancepane.h"
#include "panes/facttable.h"
#include "panes/transcriptpane.h"
#include "panes/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace mailseal;
using namespace mailseal::fixtures;

/// The pages that prove: transcript, certificates, conformance.
class TestPanesProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void transcriptCopiesPlainLines();
    void transcriptRevealsALine();
    void findWalksTheMatchesAndCloses();
    void longTranscriptPaintsOnlyWhatIsSeen();
    void certificateIsCopiedAndExported();
    void certificateRevealsItsDepth();
    void conformanceJumpsToTheLine();
};

void TestPanesProof::transcriptCopiesPlainLines()
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

void TestPanesProof::transcriptRevealsALine()
{
    TranscriptPane pane;
    showPane(pane, fixtures::longConversation(2000));
    pane.reveal(1500);
    auto *view = pane.findChild<TranscriptView *>();
    QCOMPARE(view->currentIndex().data(TranscriptModel::EntryRole).toInt(), 1500);
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
    QVERIFY(view->selectionModel()->isSelected(view->currentIndex()));
}

void TestPanesProof::findWalksTheMatchesAndCloses()
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

void TestPanesProof::longTranscriptPaintsOnlyWhatIsSeen()
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

void TestPanesProof::certificateIsCopiedAndExported()
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

void TestPanesProof::certificateRevealsItsDepth()
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

void TestPanesProof::conformanceJumpsToTheLine()
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

QTEST_MAIN(TestPanesProof)
#include "tst_panes_proof.moc"
