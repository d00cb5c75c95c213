#include "clirunner.h"
#include "examples/exampleservers.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTest>
#include <QTranslator>

using namespace mailseal;
using namespace clirunner;

namespace {

QByteArray pem(const QByteArray &der)
{
    return "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n";
}

QJsonObject rowNamed(const QByteArray &comparison, const char *id)
{
    const auto groups = QJsonDocument::fromJson(comparison)[QLatin1StringView("groups")].toArray();
    for (const auto &group : groups) {
        const auto rows = group[QLatin1StringView("rows")].toArray();
        for (const auto &row : rows) {
            if (row[QLatin1StringView("id")].toString() == QLatin1StringView(id))
                return row.toObject();
        }
    }
    return {};
}

} // namespace

class CompareVerbTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usage_data();
    void usage();
    void sameFileIsEqual();
    void sameServerTwiceIsEqual();
    void fileAndServer();
    void twoServersDiffer();
    void unreachableSide_data();
    void unreachableSide();
    void standardInputIsASide();
    void surveysArePaired();
    void formats_data();
    void formats();
    void everythingOnRequest();
    void judgedAgainAsOf();
    void rootsJudgeAgain();
    void redactedOnBothSidesAlike();
    void redactedFileIsNotJudgedAgain();
    void outputFileIsWhole();
    void interruptIsUndetermined();
    void speaksGerman();

private:
    QString target(ExampleKind kind) const;
    Outcome compare(const QStringList &sides, const QStringList &more = {},
                    const QByteArray &input = {}) const;
    QByteArray saved(const QStringList &targets) const;

    ExampleServers m_examples;
    QTemporaryDir m_folder;
    QString m_roots;
    QString m_good; ///< saved inspections
    QString m_expired;
};

void CompareVerbTest::initTestCase()
{
    QVERIFY2(m_examples.start(), qPrintable(m_examples.error()));
    QVERIFY(m_folder.isValid());
    m_roots = written(m_folder, "roots.pem", pem(m_examples.root()));
    m_good = written(m_folder, "good.mailseal", saved({target(ExampleKind::Good)}));
    m_expired = written(m_folder, "expired.mailseal", saved({target(ExampleKind::Expired)}));
}

QString CompareVerbTest::target(ExampleKind kind) const
{
    for (const auto &server : m_examples.servers()) {
        if (server.kind == kind)
            return text("127.0.0.1:%1").arg(server.port);
    }
    return {};
}

QByteArray CompareVerbTest::saved(const QStringList &targets) const
{
    return run(QStringList{text("inspect"), text("--roots"), m_roots, text("--ehlo"), text("probe.example"),
                           text("--name"), text("good.example"), text("--format"), text("json")} +
               targets)
        .out;
}

Outcome CompareVerbTest::compare(const QStringList &sides, const QStringList &more,
                                 const QByteArray &input) const
{
    return run(QStringList{text("compare"), text("--ehlo"), text("probe.example")} + sides + more,
               {input, {}, {}, {}});
}

void CompareVerbTest::usage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *line, const char *says) {
        QTest::newRow(name) << text(line) << QByteArray(says);
    };
    row("no side", "compare", "name two sides");
    row("one side", "compare a.example:25", "name two sides");
    row("three sides", "compare a.example:25 b.example:25 c.example:25", "name two sides");
    row("neither file nor server", "compare /nonexistent/x.mailseal a.example:25", "there is no file");
    row("no target", "compare user@a.example a.example:25", "there is no file user");
    row("format", "compare --format csv a.example:25 b.example:25", "unknown format csv");
    row("time", "compare --at soon a.example:25 b.example:25", "soon is no time");
    row("roots missing", "compare --roots /nonexistent a.example:25 b.example:25",
        "cannot read /nonexistent");
    row("connect to a name", "compare --connect-left b.example a.example:25 b.example:25",
        "b.example is no address: --connect-left");
    row("inspect's --connect", "compare --connect 192.0.2.1 a.example:25 b.example:25", "unknown option");
    row("standard input twice", "compare - -", "standard input can be one side only");
    row("empty standard input", "compare - a.example:25", "the file is empty");
    row("output folder missing", "compare --output /nonexistent/x a.example:25 b.example:25",
        "cannot write to");
    row("control characters", "compare a\x1b[2J.example b.example:25", "\\x1b[2J");
}

void CompareVerbTest::usage()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    int started = 0;
    const auto outcome = run(line.split(u' '), {{}, false, {}, &started});
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!outcome.err.contains('\x1b'));
    QCOMPARE(started, 0);
}

void CompareVerbTest::sameFileIsEqual()
{
    const auto outcome = compare({m_good, m_good});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.startsWith("equal: no difference\n"), outcome.out.constData());
    QCOMPARE(outcome.err, QByteArray());
}

void CompareVerbTest::sameServerTwiceIsEqual()
{
    const QString server = target(ExampleKind::Good);
    const auto outcome = compare({server, server}, {text("--roots"), m_roots});
    QVERIFY2(outcome.code == 0, outcome.out + outcome.err);
}

void CompareVerbTest::fileAndServer()
{
    const auto same = compare({m_good, target(ExampleKind::Good)},
                              {text("--roots"), m_roots, text("--name"), text("good.example")});
    QVERIFY2(same.code == 0, same.out + same.err);
    const auto other = compare({m_good, target(ExampleKind::SelfSigned)}, {text("--roots"), m_roots});
    QCOMPARE(other.code, 1);
}

void CompareVerbTest::twoServersDiffer()
{
    const QStringList sides{target(ExampleKind::Good), target(ExampleKind::Expired)};
    const auto outcome = compare(sides, {text("--roots"), m_roots, text("--name"), text("good.example")});
    QCOMPARE(outcome.code, 1);
    const QByteArray first = outcome.out.left(outcome.out.indexOf('\n'));
    QVERIFY2(first.contains(" differences; right is worse for: Trusted CA and name"), first.constData());
    QVERIFY2(outcome.out.contains("worse for: Trusted CA and name"), outcome.out.constData());
    const auto back =
        compare({sides[1], sides[0]}, {text("--roots"), m_roots, text("--name"), text("good.example")});
    QCOMPARE(back.code, 1);
    QVERIFY2(back.out.contains("right is better for: Trusted CA and name"), back.out.constData());
}

void CompareVerbTest::unreachableSide_data()
{
    QTest::addColumn<bool>("both");
    QTest::newRow("one side") << false;
    QTest::newRow("both sides") << true;
}

void CompareVerbTest::unreachableSide()
{
    QFETCH(bool, both);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString nobody = text("127.0.0.1:%1").arg(closed.serverPort());
    closed.close();
    const auto outcome = compare({both ? nobody : m_good, nobody});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.out.contains("The right side could not be told: connection refused."),
             outcome.out.constData());
    QVERIFY(!outcome.out.startsWith("equal"));
    QCOMPARE(outcome.out.contains("The left side could not be told"), both);
}

void CompareVerbTest::standardInputIsASide()
{
    const auto outcome = compare({text("-"), m_expired}, {}, contentOf(m_expired));
    QVERIFY2(outcome.code == 0, outcome.out + outcome.err);
}

void CompareVerbTest::surveysArePaired()
{
    const QString both =
        written(m_folder, "both.mailseal", saved({target(ExampleKind::Good), target(ExampleKind::Expired)}));
    const auto outcome = compare({both, m_expired}, {text("--format"), text("json")});
    QCOMPARE(outcome.code, 1);
    const auto json = QJsonDocument::fromJson(outcome.out);
    const auto pairs = json[QLatin1StringView("pairs")].toArray();
    QCOMPARE(pairs.size(), 2);
    QVERIFY(pairs[0][QLatin1StringView("right")].isNull());
    QVERIFY(pairs[1][QLatin1StringView("equal")].toBool());
    QCOMPARE(json[QLatin1StringView("differences")].toInt(), 1);
    const QByteArray shown = compare({both, m_expired}).out;
    QVERIFY2(shown.startsWith("1 difference\n") && shown.contains("The right side has no such server."),
             shown.constData());
}

void CompareVerbTest::formats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("text") << text("text") << QByteArray() << QByteArray("Who would deliver, ");
    QTest::newRow("markdown") << text("markdown") << QByteArray("# ") << QByteArray("\n| --- |");
    QTest::newRow("html") << text("html") << QByteArray("<!DOCTYPE html>") << QByteArray("</html>");
    QTest::newRow("json") << text("json") << QByteArray("{") << QByteArray("mailseal/comparison/1");
}

void CompareVerbTest::formats()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, beginning);
    QFETCH(QByteArray, holds);
    const auto outcome = compare({m_good, m_expired}, {text("--format"), format});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.out.startsWith(beginning) && outcome.out.contains(holds), outcome.out.constData());
    QVERIFY(!outcome.out.contains('\x1b'));
}

void CompareVerbTest::everythingOnRequest()
{
    const auto brief = compare({m_good, m_good});
    const auto whole = compare({m_good, m_good}, {text("--all")});
    QCOMPARE(whole.code, 0);
    QVERIFY(!brief.out.contains("STARTTLS"));
    for (const char *part :
         {"Cipher suite", "Timings, not counted", "Transcripts, aligned by step", "C: STARTTLS"})
        QVERIFY2(whole.out.contains(part), part);
}

void CompareVerbTest::judgedAgainAsOf()
{
    const auto then =
        compare({m_good, m_good}, {text("--format"), text("json"), text("--at"), text("2150-01-01")});
    QCOMPARE(then.code, 0);
    const auto verdict = [](const Outcome &outcome, const char *side) {
        return rowNamed(outcome.out, "certificates.0.problem.expired")[QLatin1StringView(side)].isObject();
    };
    QVERIFY(verdict(then, "left") && verdict(then, "right"));
    QCOMPARE(rowNamed(then.out, "circumstances.judged-at")[QLatin1StringView("right")].toString(),
             text("2150-01-01T00:00:00.000Z"));
    const auto live = compare({m_good, target(ExampleKind::Good)},
                              {text("--format"), text("json"), text("--roots"), m_roots, text("--name"),
                               text("good.example"), text("--at"), text("2150-01-01T12:00:00+02:00")});
    QVERIFY2(live.code == 0, live.out + live.err);
    QVERIFY(verdict(live, "right"));
    QCOMPARE(rowNamed(live.out, "circumstances.judged-at")[QLatin1StringView("right")].toString(),
             text("2150-01-01T10:00:00.000Z"));
    const auto saved = compare({m_good, m_good}, {text("--format"), text("json")});
    QVERIFY(!verdict(saved, "left"));
}

void CompareVerbTest::rootsJudgeAgain()
{
    const auto trusted = [](const Outcome &outcome) {
        return rowNamed(outcome.out, "certificates.trusted")[QLatin1StringView("left")].toBool();
    };
    const QStringList json{text("--format"), text("json")};
    QVERIFY(trusted(compare({m_good, m_good}, json)));
    // A root that signed none of them.
    const QString other =
        written(m_folder, "other.pem", pem([&] {
                    const auto selfSigned = saved({target(ExampleKind::SelfSigned)});
                    const auto sent = QJsonDocument::fromJson(selfSigned)[QLatin1StringView(
                        "inspections")][0][QLatin1StringView("chain")][QLatin1StringView("sent")];
                    const QByteArray text = sent[0][QLatin1StringView("pem")].toString().toUtf8();
                    return QByteArray::fromBase64(text.mid(text.indexOf('\n')).split('-').first());
                }()));
    const auto judged = compare({m_good, m_good}, json + QStringList{text("--roots"), other});
    QVERIFY2(judged.code == 0, judged.err.constData());
    QVERIFY(!trusted(judged));
}

void CompareVerbTest::redactedOnBothSidesAlike()
{
    const QStringList options{text("--redact"), text("--format"), text("json")};
    const auto same = compare({m_good, m_good}, options);
    QCOMPARE(same.code, 0);
    QVERIFY(!same.out.contains("good.example"));
    const auto plain = compare({m_good, m_expired}, {text("--format"), text("json")});
    const auto hidden = compare({m_good, m_expired}, options);
    const auto count = [](const Outcome &outcome) {
        return QJsonDocument::fromJson(outcome.out)[QLatin1StringView("differences")].toInt(-1);
    };
    QVERIFY(count(plain) > 0);
    QCOMPARE(count(hidden), count(plain));
}

void CompareVerbTest::redactedFileIsNotJudgedAgain()
{
    QByteArray content = contentOf(m_good);
    content.replace("\"redacted\": false", "\"redacted\": true");
    const QString redacted = written(m_folder, "redacted.mailseal", content);
    const auto outcome = compare({redacted, m_good}, {text("--rejudge")});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("cannot be judged again"), outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(compare({redacted, redacted}).code, 0);
}

void CompareVerbTest::outputFileIsWhole()
{
    const QString name = m_folder.filePath(text("report.html"));
    const auto outcome =
        compare({m_good, m_expired}, {text("--format"), text("html"), text("--output"), name});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(contentOf(name).trimmed().endsWith("</html>"));
}

void CompareVerbTest::interruptIsUndetermined()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString server = text("127.0.0.1:%1").arg(silent.serverPort());
    Circumstances circumstances;
    circumstances.onInterrupt = [](const std::function<void()> &action) {
        if (action)
            QMetaObject::invokeMethod(QCoreApplication::instance(), action, Qt::QueuedConnection);
    };
    const auto outcome =
        run({text("compare"), m_good, server, text("--format"), text("json")}, circumstances);
    QCOMPARE(outcome.code, 3);
    QCOMPARE(rowNamed(outcome.out, "dialogue.end")[QLatin1StringView("right")].toString(), text("cancelled"));
}

void CompareVerbTest::speaksGerman()
{
    QTranslator wording;
    QTranslator cli;
    QVERIFY(wording.load(text(":/translations/wording_de.qm")) && cli.load(text(":/translations/cli_de.qm")));
    QCoreApplication::installTranslator(&wording);
    QCoreApplication::installTranslator(&cli);
    const auto shown = compare({m_good, m_expired});
    const auto help = run({text("help"), text("compare")});
    const auto json = compare({m_good, m_expired}, {text("--format"), text("json")});
    QCoreApplication::removeTranslator(&wording);
    QCoreApplication::removeTranslator(&cli);
    QVERIFY2(shown.out.contains("Unterschiede; rechts schlechter für: "), shown.out.constData());
    QVERIFY2(help.out.contains("Jede Seite ist ein Ziel"), help.out.constData());
    QCOMPARE(json.out, compare({m_good, m_expired}, {text("--format"), text("json")}).out);
}

MAILSEAL_TEST(CompareVerbTest)
#include "tst_compareverb.moc"
