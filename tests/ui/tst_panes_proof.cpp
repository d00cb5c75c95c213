#include "models/proofs.h"
#include "models/transcriptmodel.h"
#include "models/verdictmodel.h"
#include "pages/certificatespane.h"
#include "pages/chainview.h"
#include "pages/conformancepane.h"
#include "pages/namespane.h"
#include "pages/summarypane.h"
#include "pages/transcriptpane.h"
#include "pages/transcriptview.h"
#include "pages/variantchoice.h"
#include "paneactions.h"
#include "support/fixtures/servers.h"
#include "support/testprogram.h"
#include "widgets/facttable.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
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
    void oneCertificateHasNothingToChoose();
    void theCertificateOfAVariantIsShown();
    void aVerdictLeadsToTheCertificateThatItJudged();
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
    QSignalSpy wish(&pane, &Pane::saveChainRequested);
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

namespace {

/// What is shown, and the names compared, by the choice at the top of a page.
template <typename Shown>
QComboBox *choiceOf(const Shown &pane)
{
    return pane.template findChild<VariantChoice *>()->template findChild<QComboBox *>();
}

QString firstCertificate(const CertificatesPane &pane)
{
    const QAbstractItemModel *model = pane.findChild<ChainView *>()->model();
    return model->index(0, 0).data(Qt::AccessibleTextRole).toString(); // the issuer as well
}

bool says(const QWidget &pane, const QString &part)
{
    for (const QLabel *label : pane.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(part))
            return true;
    }
    return false;
}

} // namespace

void TestPanesProof::oneCertificateHasNothingToChoose()
{
    CertificatesPane certificates;
    showPane(certificates, fixtures::good());
    QVERIFY(!certificates.findChild<VariantChoice *>()->isVisible());
    NamesPane names;
    showPane(names, fixtures::good());
    QVERIFY(!names.findChild<VariantChoice *>()->isVisible());
}

void TestPanesProof::theCertificateOfAVariantIsShown()
{
    const Inspection inspection = fixtures::otherWithoutSni();
    CertificatesPane pane;
    showPane(pane, inspection);
    QComboBox *choice = choiceOf(pane);
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 3);
    auto *save = buttonWith(pane, QStringLiteral("E&xport chain as PEM…"));
    const QString main = firstCertificate(pane);
    QVERIFY(save->isEnabled());
    choice->setCurrentIndex(1);
    QVERIFY(firstCertificate(pane) != main);
    QVERIFY(firstCertificate(pane).endsWith(QLatin1StringView("its own issuer")));
    QVERIFY(!save->isEnabled()); // it would save another chain than is shown
    pane.present(inspection, done());
    QCOMPARE(choice->currentIndex(), 1); // a new snapshot keeps the choice
    choice->setCurrentIndex(2);
    QVERIFY(says(pane, QStringLiteral("no shared cipher")));
    pane.present(fixtures::good(), done());
    QVERIFY(!choice->isVisible());
    QCOMPARE(firstCertificate(pane), main);

    NamesPane names;
    showPane(names, inspection);
    Proofs proofs(&names);
    choiceOf(names)->setCurrentIndex(1);
    names.reveal(0);
    QTest::keyClick(names.focusWidget(), Qt::Key_Return);
    QCOMPARE(proofs.all, QList<Proof>({{Proof::Page::Certificates, 0, 0}}));
}

void TestPanesProof::aVerdictLeadsToTheCertificateThatItJudged()
{
    const Inspection inspection = fixtures::otherWithoutSni();
    SummaryPane summary;
    Proofs proofs(&summary);
    showPane(summary, inspection, done(), {968, 1400});
    const VerdictModel *model = summary.findChild<VerdictModel *>();
    int secure = -1;
    for (int row = 0; row < model->rowCount(); ++row)
        secure = model->rows().at(row).policy == PolicyId::Secure ? row : secure;
    QVERIFY(secure >= 0);
    summary.reveal(secure);
    QTest::keyClick(summary.findChild<FactTable *>(), Qt::Key_Return);
    QCOMPARE(proofs.all, QList<Proof>({{Proof::Page::Certificates, 0, 0}}));
    CertificatesPane pane;
    showPane(pane, inspection);
    pane.chooseVariant(proofs.all.constFirst().variant);
    QCOMPARE(choiceOf(pane)->currentIndex(), 1);
    pane.chooseVariant(std::nullopt);
    QCOMPARE(choiceOf(pane)->currentIndex(), 0);
    // The finding that another certificate does better leads to that one.
    const Verdict *verdict = verdictOf(inspection, PolicyId::Secure);
    const Proof other = proofOf(verdict->because.constLast(), inspection, verdict->variant);
    QCOMPARE(other, Proof({Proof::Page::Certificates, 0, std::nullopt}));
}

MAILSEAL_TEST(TestPanesProof)
#include "tst_panes_proof.moc"
