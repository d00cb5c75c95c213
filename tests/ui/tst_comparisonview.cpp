#include "compare/compare.h"
#include "files/fileactions.h"
#include "list/inspectionlist.h"
#include "list/serverlist.h"
#include "pages/comparison/comparisonmodel.h"
#include "pages/comparison/comparisontree.h"
#include "pages/comparison/comparisonview.h"
#include "shell/inspectionview.h"
#include "shell/mainwindow.h"
#include "style/theme.h"
#include "support/fixtures/servers.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace mailseal;

namespace {

constexpr int patience = 20'000;

QDateTime now() { return QDateTime(QDate(2026, 11, 24), QTime(12, 0)); }

ComparisonModel::Page pageOf(const Inspection &left, const Inspection &right)
{
    return std::make_shared<const ComparisonPage>(comparisonPage(compare(left, right), left, right, now()));
}

struct Model
{
    ComparisonModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    const ComparedSection *section(const char *key) const
    {
        for (const ComparedSection &one : model.page().sections) {
            if (one.key == QLatin1StringView(key))
                return &one;
        }
        return nullptr;
    }
    int shownLines() const
    {
        int lines = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            lines += model.rowCount(model.index(row, 0));
        return lines;
    }
};

/// A window with two servers of a file, shown.
class Shown
{
public:
    explicit Shown(const QList<Inspection> &inspections = {fixtures::good(), fixtures::selfSigned()})
        : window(std::make_unique<QSettings>(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat))
    {
        window.show();
        window.activateWindow();
        isShown = QTest::qWaitForWindowActive(&window);
        ids = list().open(inspections, QStringLiteral("a.mailseal"));
        servers().selectServers(ids.mid(0, 2));
    }
    template <typename T>
    T *the()
    {
        return window.findChild<T *>();
    }
    InspectionList &list() { return *the<InspectionList>(); }
    ServerList &servers() { return *the<ServerList>(); }
    ComparisonView &view() { return *the<ComparisonView>(); }
    ComparisonTree &tree() { return *the<ComparisonTree>(); }
    ComparisonModel &model() { return *the<ComparisonModel>(); }
    bool compare()
    {
        QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
        return the<ComparisonView>() && compared();
    }
    bool compared() { return QSignalSpy(&view(), &ComparisonView::compared).wait(patience); }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : window.findChildren<QPushButton *>()) {
            if (QString(one->text()).remove(u'&') == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    const ComparedLine *currentLine() { return model().line(tree().currentIndex()); }

    QTemporaryDir folder;
    MainWindow window;
    QList<quint64> ids;
    bool isShown = false;
};

} // namespace

class TestComparisonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(*qApp, Appearance::Light); }

    // ——— the model

    void everyPairIsSound_data()
    {
        QTest::addColumn<Inspection>("left");
        QTest::addColumn<Inspection>("right");
        const auto all = fixtures::all();
        for (const auto &left : all) {
            for (const auto &right : all)
                QTest::addRow("%s, %s", left.name, right.name) << left.inspection << right.inspection;
        }
    }
    void everyPairIsSound()
    {
        QFETCH(Inspection, left);
        QFETCH(Inspection, right);
        Model m;
        m.model.present(pageOf(left, right));
        m.model.setOnlyDifferences(true);
        m.model.present(pageOf(right, left));
        m.model.setOnlyDifferences(false);
        m.model.present(pageOf(left, left));
        QCOMPARE(m.model.page().differences, 0);
        QVERIFY(!m.model.firstDifference().isValid());
    }

    void groupsCountTheirDifferences()
    {
        Model m;
        m.model.present(pageOf(fixtures::good(), fixtures::selfSigned()));
        QVERIFY(m.section("verdicts")->differences > 0);
        QVERIFY(m.section("certificates")->differences > 0);
        QCOMPARE(m.section("tls")->differences, 0);
        int all = 0;
        for (const ComparedSection &section : m.model.page().sections)
            all += section.differences;
        QCOMPARE(all, m.model.page().differences);
    }

    void whatGetsWorseSaysSo()
    {
        Model m;
        m.model.present(pageOf(fixtures::good(), fixtures::selfSigned()));
        QVERIFY(m.model.page().worse > 0);
        QCOMPARE(m.model.page().better, 0);
        const ComparedLine *line = m.model.line(m.model.firstDifference());
        QCOMPARE(line->effect, Effect::Worse);
        QVERIFY(!line->effectText.isEmpty());
        m.model.present(pageOf(fixtures::selfSigned(), fixtures::good()));
        QCOMPARE(m.model.line(m.model.firstDifference())->effect, Effect::Better);
    }

    void whatCouldNotBeInspectedIsNotCalledEqual()
    {
        Shown s({fixtures::throttled(), fixtures::throttled()});
        QVERIFY(s.compare());
        QCOMPARE(s.model().page().differences, 0);
        QVERIFY(!s.model().page().isTold);
        for (const QLabel *label : s.view().findChildren<QLabel *>())
            QVERIFY(label->text() != QStringLiteral("No differences"));
    }

    void onlyDifferencesKeepsThem()
    {
        Model m;
        m.model.present(pageOf(fixtures::good(), fixtures::selfSigned()));
        const int all = m.shownLines();
        m.model.setOnlyDifferences(true);
        QVERIFY(m.shownLines() < all);
        for (int row = 0; row < m.model.rowCount(); ++row) {
            const QModelIndex top = m.model.index(row, 0);
            for (int child = 0; child < m.model.rowCount(top); ++child)
                QVERIFY(m.model.line(m.model.index(child, 0, top))->isDifference);
        }
    }

    void theSameRowsChangeInPlace()
    {
        Model m;
        m.model.present(pageOf(fixtures::good(), fixtures::selfSigned()));
        const QSignalSpy resets(&m.model, &QAbstractItemModel::modelReset);
        Inspection later = fixtures::selfSigned();
        later.evidence.session.timings.totalUs = 999'000;
        m.model.present(pageOf(fixtures::good(), later));
        QCOMPARE(resets.count(), 0);
    }

    void manyRowsComeInPortions()
    {
        ComparisonModel model; // the tester would fetch while rows are being fetched
        model.present(pageOf(fixtures::good(), fixtures::manyNames(5000)));
        int names = 0;
        while (model.page().sections.at(names).key != QLatin1StringView("names"))
            ++names;
        const QModelIndex top = model.index(names, 0);
        QVERIFY(model.rowCount(top) < 500);
        QVERIFY(model.canFetchMore(top));
        const QList<ComparedLine> &lines = model.page().sections.at(names).lines;
        QVERIFY(lines.size() > 4000);
        const QModelIndex last = model.find(QStringLiteral("names"), lines.constLast().key);
        QCOMPARE(model.line(last)->key, lines.constLast().key);
    }

    void hostileTextStaysText()
    {
        Model m;
        m.model.present(pageOf(fixtures::good(), fixtures::hostile()));
        for (const ComparedSection &section : m.model.page().sections) {
            for (const ComparedLine &line : section.lines) {
                for (const QString &text : {line.label, line.left.text, line.right.text, line.effectText})
                    QVERIFY2(!text.contains(QChar(0x202e)) && !text.contains(QChar(0x1b)),
                             qUtf8Printable(text));
            }
        }
    }

    void transcriptsStandStepByStep()
    {
        Model m;
        m.model.present(pageOf(fixtures::good(), fixtures::quitAfterHandshake()));
        const ComparedSection *transcript = m.section("transcript");
        QVERIFY(transcript->isTranscript);
        QVERIFY(transcript->lines.constFirst().left.text.startsWith(QStringLiteral("S 220 ")));
        QVERIFY(!transcript->lines.constFirst().label.isEmpty());
        const bool hasAbsent =
            std::any_of(transcript->lines.cbegin(), transcript->lines.cend(),
                        [](const ComparedLine &line) { return line.right.isAbsent && line.left.isTls; });
        QVERIFY2(hasAbsent, "the second EHLO stands on the left alone");
    }

    // ——— the window

    void twoThatAreChosenAreCompared()
    {
        Shown s;
        QVERIFY(s.isShown);
        QVERIFY(s.compare());
        QVERIFY(s.view().isVisible());
        QCOMPARE(s.view().left(), s.ids.at(0));
        QCOMPARE(s.view().right(), s.ids.at(1));
        QVERIFY(s.view().comparison().differences > 0);
        QVERIFY(s.window.windowTitle().contains(u'⇄'));
        QCOMPARE(s.servers().selectedServers(), s.ids);
        QVERIFY2(s.currentLine() && s.currentLine()->isDifference, "the first difference is chosen");
        QVERIFY2(s.tree().viewport()->rect().contains(s.tree().visualRect(s.tree().currentIndex())),
                 "and seen");
    }

    void theButtonComparesToo()
    {
        Shown s;
        QTest::mouseClick(s.button(QStringLiteral("⇄ Compare")), Qt::LeftButton);
        QVERIFY(s.the<ComparisonView>() && s.compared());
    }

    void oneIsComparedWithAPartnerThatIsPicked()
    {
        Shown s({fixtures::selfSigned(), fixtures::throttled(), fixtures::good()});
        s.servers().setCurrentServer(s.ids.constFirst());
        QTest::keyClick(&s.window, Qt::Key_D, Qt::ControlModifier);
        auto *menu = s.window.findChild<QMenu *>(QStringLiteral("partners"));
        QTRY_VERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(s.the<ComparisonView>() && s.view().isVisible());
        QCOMPARE(s.view().left(), s.ids.constFirst());
    }

    void theSameServerReadsFromThenToNow()
    {
        Inspection then = fixtures::good();
        then.evidence.observedAt = then.evidence.observedAt.addDays(-1);
        Shown s({fixtures::good(), then});
        QVERIFY(s.compare());
        QCOMPARE(s.view().left(), s.ids.at(1));
    }

    void swapTurnsItRound()
    {
        Shown s;
        QVERIFY(s.compare());
        const QString left = s.model().headerData(ComparisonModel::Left, Qt::Horizontal).toString();
        const int worse = s.model().page().worse;
        QTest::mouseClick(s.button(QStringLiteral("⇄ Swap")), Qt::LeftButton);
        QVERIFY(s.compared());
        QCOMPARE(s.view().left(), s.ids.at(1));
        QCOMPARE(s.model().headerData(ComparisonModel::Right, Qt::Horizontal).toString(), left);
        QCOMPARE(s.model().page().better, worse);
        QVERIFY(s.view().isVisible());
    }

    void theSwitchLeavesOutWhatIsTheSame()
    {
        Shown s;
        QVERIFY(s.compare());
        auto *only = s.view().findChild<QCheckBox *>();
        QTest::mouseClick(only, Qt::LeftButton, {}, QPoint(8, only->height() / 2));
        QVERIFY(s.model().onlyDifferences());
        QVERIFY(s.currentLine() && s.currentLine()->isDifference);
    }

    void enterGoesToTheProofAndCtrlDBack()
    {
        Shown s;
        QVERIFY(s.compare());
        s.tree().setFocus();
        const ComparedLine *line = s.currentLine();
        QVERIFY(line->right.proof);
        const Proof proof = *line->right.proof;
        QTest::keyClick(&s.tree(), Qt::Key_Return);
        auto *view = s.the<InspectionView>();
        QVERIFY(view->isVisible());
        QCOMPARE(view->currentPage(), proof.page);
        QCOMPARE(s.servers().selectedServers(), QList<quint64>{s.ids.at(1)});
        QVERIFY(s.button(QStringLiteral("Back to the comparison")));
        QTest::keyClick(&s.window, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(s.view().isVisible());
        QCOMPARE(s.servers().selectedServers(), s.ids);
        QTest::keyClick(&s.tree(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(s.servers().selectedServers(), QList<quint64>{s.ids.at(0)});
        QTest::mouseClick(s.button(QStringLiteral("Back to the comparison")), Qt::LeftButton);
        QVERIFY(s.view().isVisible());
    }

    void nAndPStepFromDifferenceToDifference()
    {
        Shown s;
        QVERIFY(s.compare());
        s.tree().setFocus();
        const QModelIndex first = s.tree().currentIndex();
        QTest::keyClick(&s.tree(), Qt::Key_N);
        QVERIFY(s.tree().currentIndex() != first);
        QVERIFY(s.currentLine()->isDifference);
        QTest::keyClick(&s.tree(), Qt::Key_P);
        QCOMPARE(s.tree().currentIndex().row(), first.row());
    }

    void aSideThatChangesIsComparedAgain()
    {
        Shown s;
        QVERIFY(s.compare());
        QVERIFY(s.model().page().differences > 0);
        QSignalSpy again(&s.view(), &ComparisonView::compared);
        s.list().setJudgement(s.ids.at(1), fixtures::good());
        QVERIFY(again.wait(patience));
        QCOMPARE(s.model().page().differences, 0);
        QVERIFY(s.view().isVisible());
    }

    void choosingAnotherServerLeavesTheComparison()
    {
        Shown s({fixtures::good(), fixtures::selfSigned(), fixtures::throttled()});
        QVERIFY(s.compare());
        auto *rows = s.window.findChild<QTreeView *>(QStringLiteral("servers"));
        const QModelIndex group = rows->model()->index(0, 0);
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                          rows->visualRect(rows->model()->index(0, 0, group)).center());
        QVERIFY2(s.the<InspectionView>()->isVisible(), "one of the two alone");
        QVERIFY(s.window.windowTitle().startsWith(QStringLiteral("mx2.example.org")));
        QTest::keyClick(&s.window, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(s.view().isVisible());
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                          rows->visualRect(rows->model()->index(2, 0, group)).center());
        QVERIFY(s.the<InspectionView>()->isVisible());
    }

    void aSideThatIsRemovedEndsTheComparison()
    {
        Shown s;
        QVERIFY(s.compare());
        s.list().remove(s.ids.at(1));
        QVERIFY(!s.view().isVisible());
        QVERIFY(s.the<InspectionView>()->isVisible());
    }

    void threeCannotBeCompared()
    {
        Shown s({fixtures::good(), fixtures::selfSigned(), fixtures::throttled()});
        s.servers().selectServers(s.ids);
        QVERIFY(!s.button(QStringLiteral("⇄ Compare"))->isEnabled());
        s.servers().selectServers(s.ids.mid(0, 2));
        QVERIFY(s.button(QStringLiteral("⇄ Compare"))->isEnabled());
    }

    void itIsSavedAndCopied()
    {
        Shown s;
        QVERIFY(s.compare());
        FileActions &files = s.window.files();
        for (const ResultFile file : {ResultFile::ReportHtml, ResultFile::ReportMarkdown,
                                      ResultFile::ReportText, ResultFile::ReportPdf}) {
            QSignalSpy saved(&files, &FileActions::saved);
            const QString path = s.folder.filePath(QStringLiteral("report"));
            files.save(file, path);
            QVERIFY(saved.wait(patience));
            QVERIFY(saved.constFirst().at(1).toBool());
            QFile report(path);
            QVERIFY(report.open(QIODevice::ReadOnly));
            const QByteArray content = report.readAll();
            QVERIFY(file == ResultFile::ReportPdf ? content.startsWith("%PDF-") : content.contains("differ"));
        }
        QSignalSpy said(&files, &FileActions::said);
        QTest::mouseClick(s.button(QStringLiteral("Copy as Markdown")), Qt::LeftButton);
        QVERIFY(said.wait(patience));
        const QString all = QApplication::clipboard()->text();
        QVERIFY(all.contains(u'|'));
        s.view().findChild<QCheckBox *>()->setChecked(true);
        QTest::mouseClick(s.button(QStringLiteral("Copy as Markdown")), Qt::LeftButton);
        QVERIFY(said.wait(patience));
        QVERIFY2(QApplication::clipboard()->text().size() < all.size(), "only what differs");
    }

    void redactedItNamesNobody()
    {
        Shown s;
        QVERIFY(s.compare());
        s.window.files().action(FileActions::Act::Redact)->trigger();
        QSignalSpy saved(&s.window.files(), &FileActions::saved);
        const QString path = s.folder.filePath(QStringLiteral("report.html"));
        s.window.files().save(ResultFile::ReportHtml, path);
        QVERIFY(saved.wait(patience));
        QFile report(path);
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QByteArray content = report.readAll();
        QVERIFY(!content.isEmpty() && !content.contains("mx2.example.org"));
    }

    void everyControlHasAName()
    {
        Shown s;
        QVERIFY(s.compare());
        QVERIFY(!s.tree().accessibleName().isEmpty());
        for (const QPushButton *one : s.view().findChildren<QPushButton *>())
            QVERIFY(!one->text().isEmpty());
        const QModelIndex first = s.model().firstDifference();
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("differs")));
    }
};

MAILSEAL_TEST(TestComparisonView)
#include "tst_comparisonview.moc"
