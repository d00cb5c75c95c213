#include "answers/answers.h"
#include "list/inspectionlist.h"
#include "models/answers.h"
#include "models/verdictmodel.h"
#include "paneactions.h"
#include "report/html.h"
#include "report/htmlpage.h"
#include "report/markdown.h"
#include "report/markdownpage.h"
#include "report/page.h"
#include "report/text.h"
#include "shell/mainwindow.h"
#include "support/fixtures/domain.h"
#include "support/testprogram.h"
#include "values/endtraits.h"
#include "wire/escape.h"

#include <QHash>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace mailseal;

namespace {

const Wording spoken(Wording::Speech::Translated);

/// One answer as a reader finds it, wherever he reads.
struct Told
{
    QString mark;
    QString label;
    QString words; ///< word and detail, on one line
    bool operator==(const Told &) const = default;
};

QString described(const QList<Told> &answers)
{
    QStringList lines;
    for (const Told &told : answers)
        lines.append(told.mark + u'|' + told.label + u'|' + told.words);
    return lines.join(u'\n');
}

QString markOf(Badge badge)
{
    for (const Tone tone : {Tone::Good, Tone::Warned, Tone::Bad, Tone::NotApplicable, Tone::Unknown}) {
        if (badgeOf(tone) == badge)
            return markOf(tone).trimmed();
    }
    return QStringLiteral("running");
}

QString together(const QString &word, const QString &detail)
{
    return (detail.isEmpty() ? word : word + QStringLiteral(": ") + detail).simplified();
}

QList<Told> inWindow(const Inspection &inspection)
{
    QList<Told> answers;
    for (const AnswerRow &row : answersOf(inspection, false)) {
        const QString detail = QString(row.detail).replace(u'\n', QStringLiteral(" · "));
        answers.append({markOf(row.badge), row.title, oneLine(together(row.word, detail))});
    }
    return answers;
}

/// The answers of a report but for the last, which is that of the client acted as.
QList<Told> found(const QString &page, const QRegularExpression &answer)
{
    QList<Told> answers;
    for (auto it = answer.globalMatch(page); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        answers.append({match.captured(1), match.captured(2), match.captured(3).simplified()});
    }
    return answers;
}

QList<Told> inText(const Inspection &inspection)
{
    constexpr int unwrapped = 2000;
    const QString page = inspectionText(inspection, spoken, {false, unwrapped});
    const QString head = page.section(QStringLiteral("\n\n"), 1, 1); // the answers follow the head
    QList<Told> answers;
    static const QRegularExpression line(QStringLiteral("^(.+?) {2,}(✔|▲|✖|–|\\?) (.*)$"));
    for (const QString &each : head.split(u'\n')) {
        const QRegularExpressionMatch match = line.match(each);
        if (match.hasMatch())
            answers.append({match.captured(2), match.captured(1), match.captured(3).simplified()});
    }
    return answers;
}

/// What a text becomes in Markdown or HTML, so that like is compared with like.
QList<Told> escaped(QList<Told> answers, QString (*escape)(const QString &))
{
    for (Told &told : answers) {
        told.label = escape(told.label).simplified();
        told.words = escape(told.words).simplified();
    }
    return answers;
}

QList<Told> inMarkdown(const Inspection &inspection)
{
    static const QRegularExpression line(QStringLiteral("^- (✔|▲|✖|–|\\?) \\*\\*(.*?):\\*\\* (.*)$"),
                                         QRegularExpression::MultilineOption);
    const QString page = inspectionMarkdown(inspection, spoken);
    return found(page.section(QStringLiteral("\n## "), 0, 0), line);
}

QList<Told> inHtml(const Inspection &inspection)
{
    static const QRegularExpression cell(
        QStringLiteral("<td class=\"(\\w+)\"><p class=\"label\">.*?</span> (.*?)</p>\n"
                       "<p class=\"brief\">(.*?)</p>\n(?:<p class=\"detail\">(.*?)</p>\n)?</td>"));
    const QHash<QString, QString> marks{{QStringLiteral("good"), QStringLiteral("✔")},
                                        {QStringLiteral("warned"), QStringLiteral("▲")},
                                        {QStringLiteral("bad"), QStringLiteral("✖")},
                                        {QStringLiteral("none"), QStringLiteral("–")},
                                        {QStringLiteral("unknown"), QStringLiteral("?")}};
    QList<Told> answers;
    const QString page = inspectionHtml(inspection, spoken);
    for (auto it = cell.globalMatch(page); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        answers.append({marks.value(match.captured(1)), match.captured(2),
                        together(match.captured(3), match.captured(4))});
    }
    return answers;
}

/// The client acted as: the window has it as a row of its table.
void compareActing(const Inspection &inspection, const Told &told)
{
    if (!actingVerdict(inspection)) {
        QCOMPARE(told.mark, QStringLiteral("?"));
        return;
    }
    VerdictModel model;
    model.present(inspection, false);
    for (const VerdictRow &row : model.rows()) {
        if (row.policy != inspection.evidence.target.policy)
            continue;
        QCOMPARE(told.mark, markOf(row.badge));
        QCOMPARE(told.label, row.client);
        QVERIFY2(told.words.contains(oneLine(row.fact).simplified()), qPrintable(told.words));
    }
}

void compareEverywhere(const Inspection &inspection)
{
    const QList<Told> window = inWindow(inspection);
    QVERIFY(window.size() >= 4);
    for (const Told &told : window)
        QVERIFY2(told.mark != QStringLiteral("running") && !told.words.isEmpty(), qPrintable(told.label));
    QList<Told> text = inText(inspection);
    QCOMPARE(text.size(), window.size() + 1);
    compareActing(inspection, text.takeLast());
    QCOMPARE(described(text), described(window));
    QList<Told> markdown = inMarkdown(inspection);
    QCOMPARE(markdown.size(), window.size() + 1);
    markdown.removeLast();
    QCOMPARE(described(markdown), described(escaped(window, markdownText)));
    QList<Told> html = inHtml(inspection);
    QCOMPARE(html.size(), window.size() + 1);
    html.removeLast();
    QCOMPARE(described(html), described(escaped(window, htmlText)));
}

} // namespace

/// Window and reports answer the same questions with the same mark and the same words.
class TestSameAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howeverItEnded_data()
    {
        QTest::addColumn<Inspection>("inspection");
        for (const EndTraits &traits : endTraits) {
            for (int bits = 0; bits < 16; ++bits) {
                Inspection inspection = bits & 1 ? fixtures::selfSigned() : fixtures::good();
                SessionFacts &session = inspection.evidence.session;
                session.end = traits.end;
                if (bits & 1)
                    session.endReply = Reply{554, "5.7.1", "No mail for you"};
                if (bits & 2)
                    session.tls->anonymous = true;
                if (bits & 4)
                    inspection.chain.reset();
                if (bits & 8)
                    session.tls.reset();
                QTest::addRow("%d, %s%s%s%s", static_cast<int>(traits.end),
                              bits & 8 ? "no handshake" : "handshake", bits & 4 ? ", no chain" : "",
                              bits & 2 ? ", anonymous" : "", bits & 1 ? ", 554" : "")
                    << inspection;
            }
        }
    }
    void howeverItEnded()
    {
        QFETCH(Inspection, inspection);
        compareEverywhere(inspection);
    }

    void forEveryFixture_data()
    {
        QTest::addColumn<Inspection>("inspection");
        for (const fixtures::Named &named : fixtures::all()) {
            QTest::newRow(named.name) << named.inspection;
            QTest::addRow("%s, of a domain", named.name) << fixtures::atDomain(named.inspection);
        }
        QTest::newRow("null MX") << fixtures::wholeDomain(EndReason::NullMx);
        QTest::newRow("nothing at all") << Inspection{};
    }
    void forEveryFixture()
    {
        QFETCH(Inspection, inspection);
        compareEverywhere(inspection);
    }

    void whereTheyDisagreedOnce()
    {
        Inspection inspection = fixtures::refusesAfterTls();
        QVERIFY2(described(inText(inspection)).startsWith(QStringLiteral("▲|Encrypted|Yes, TLS 1.3")),
                 "554 after TLS is no plain yes");
        inspection = fixtures::good();
        inspection.evidence.session.tls->anonymous = true;
        QVERIFY(described(inText(inspection)).startsWith(QStringLiteral("▲|Encrypted|")));
        inspection.chain.reset();
        inspection.names.reset();
        for (const Told &told : inWindow(inspection).mid(1))
            QCOMPARE(told.mark, QStringLiteral("?"));
    }

    void forEachSeverity()
    {
        for (const Severity severity : {Severity::Info, Severity::Notice, Severity::Warning, Severity::Error})
            QCOMPARE(markOf(badgeOf(severity)), markOf(toneOf(severity)).trimmed());
        QCOMPARE(badgeOf(Severity::Info), Badge::NotApplicable); // a remark: nothing was tested, so no tick
    }

    void forTheBuiltInExamples()
    {
        const QTemporaryDir folder;
        MainWindow window(
            std::make_unique<QSettings>(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat));
        window.startExamples();
        auto *list = window.findChild<InspectionList *>();
        QVERIFY(list);
        QList<quint64> ids;
        for (const ListedGroup &group : list->groups()) {
            if (group.kind == ListedGroup::Kind::Examples)
                ids = group.servers;
        }
        QVERIFY(ids.size() > 4);
        for (const quint64 id : ids) {
            QTRY_VERIFY_WITH_TIMEOUT(!list->server(id)->isRunning, 20'000);
            compareEverywhere(list->server(id)->inspection);
        }
    }
};

MAILSEAL_TEST(TestSameAnswers)
#include "tst_sameanswers.moc"
