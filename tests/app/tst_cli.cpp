#include "cli/exitcode.h"
#include "cli/surveyrun.h"
#include "cli/verbs.h"
#include "examples/exampleservers.h"
#include "inspector/inspector.h"
#include "support/bestgroup.h"
#include "support/testprogram.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <sys/stat.h>

using namespace mailseal;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// Takes nothing: a disk that is full.
class FullDevice : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        setErrorString(QStringLiteral("No space left on device"));
        return -1;
    }
};

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

QByteArray pem(const QByteArray &der)
{
    return "-----BEGIN CERTIFICATE-----\n" + der.toBase64() + "\n-----END CERTIFICATE-----\n";
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QStringList ends(const QByteArray &survey)
{
    QStringList list;
    const auto inspections = QJsonDocument::fromJson(survey)[QLatin1StringView("inspections")].toArray();
    for (const auto &one : inspections)
        list.append(one[QLatin1StringView("end")].toString());
    return list;
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usage_data();
    void usage();
    void malformedTargetsFileStartsNothing();
    void helpGoesToStandardOutput_data();
    void helpGoesToStandardOutput();
    void exitCodes_data();
    void exitCodes();
    void worstCounts();
    void surveyKeepsTheOrderOfTargets();
    void jsonLinesOneAnInspection();
    void jsonLinesAnswerWithTheWorst();
    void jsonLinesAreLetGo();
    void csvOneLineAnInspection();
    void failureIsStillValidJson();
    void targetsFromStandardInput();
    void interruptLeavesWholeJson();
    void outputFileIsWhole();
    void failedOutputLeavesTheOldFile();
    void outputToAPipeIsRefused();
    void fullStandardOutputIsTold();
    void keyExchangeIsNamedAsNegotiated_data();
    void keyExchangeIsNamedAsNegotiated();
    void noColourUnlessWanted();
    void noColourInAFile();
    void textIsShortUnlessFull_data();
    void textIsShortUnlessFull();
    void textKeepsToTheColumns_data();
    void textKeepsToTheColumns();
    void everyChoiceIsTaken();
    void everySentenceHasGerman();

private:
    Outcome run(const QStringList &arguments, const QByteArray &input = {}, QIODevice *out = nullptr);
    QStringList inspect(ExampleKind kind, const QStringList &more = {}) const;
    QString file(const char *name, const QByteArray &content) const;

    ExampleServers m_examples;
    QTemporaryDir m_folder;
    QString m_roots;
    bool m_colour = false;
    int m_columns = 100;
    bool m_interruptAtOnce = false;
    int m_started = 0;
};

void CliTest::initTestCase()
{
    QVERIFY2(m_examples.start(), qPrintable(m_examples.error()));
    QVERIFY(m_folder.isValid());
    m_roots = file("roots.pem", pem(m_examples.root()));
}

QString CliTest::file(const char *name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", name);
    return file.fileName();
}

Outcome CliTest::run(const QStringList &arguments, const QByteArray &input, QIODevice *out)
{
    QByteArray read = input;
    QBuffer in(&read);
    QBuffer standardOutput;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    standardOutput.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    m_started = 0;
    CliEnvironment environment;
    environment.in = &in;
    environment.out = out ? out : &standardOutput;
    environment.err = &err;
    environment.wantsColour = m_colour;
    environment.columns = m_columns;
    environment.makeInspector = [this] {
        ++m_started;
        return std::make_unique<Inspector>();
    };
    if (m_interruptAtOnce) {
        environment.onInterrupt = [this](const std::function<void()> &action) {
            if (action)
                QMetaObject::invokeMethod(this, action, Qt::QueuedConnection);
        };
    }
    const int code = runCli(arguments, environment);
    return {code, standardOutput.data(), err.data()};
}

QStringList CliTest::inspect(ExampleKind kind, const QStringList &more) const
{
    for (const auto &server : m_examples.servers()) {
        if (server.kind == kind) {
            return QStringList{text("inspect"),   text("host:") + server.host,
                               text("--roots"),   m_roots,
                               text("--connect"), text("127.0.0.1:%1").arg(server.port),
                               text("--ehlo"),    text("probe.example")} +
                   more;
        }
    }
    return {};
}

void CliTest::usage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *line, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(line) << QByteArray(says);
    };
    row("no verb", "", "name a verb");
    row("unknown verb", "frobnicate", "unknown verb frobnicate; there is: inspect");
    row("a slip in the verb", "inspct host:a.example", "did you mean inspect?");
    for (const char *later : {"audit", "conform"})
        row(later, later, "unknown verb");
    row("no target", "inspect", "name a domain or a server");
    row("a slip in an option", "inspect --polcy x", "did you mean --policy?");
    row("an STS address without a port", "inspect --sts-connect 192.0.2.1 a.example",
        "192.0.2.1 is no address: --sts-connect takes");
    row("an STS address that is a name", "inspect --sts-connect mta-sts.a.example:443 a.example",
        "mta-sts.a.example:443 is no address: --sts-connect takes");
    row("a resolver by name", "inspect --resolver dns.example a.example:25", "dns.example is no address");
    row("a missing DNSSEC anchor", "inspect --dnssec-anchor /nonexistent a.example:25",
        "cannot read /nonexistent");
    row("a DNSSEC anchor that is none", "inspect --dnssec-anchor /dev/null a.example:25",
        "no DNSSEC trust anchors");
    row("an option without its value", "inspect a.example:25 --port", "--port needs a value");
    row("a value where none is taken", "inspect --ipv4=x a.example:25", "--ipv4 takes no value");
    row("an option twice", "inspect --port 25 --port 26 a.example", "--port is given twice");
    row("unknown policy", "inspect --policy dnae a.example:25", "unknown policy dnae");
    row("unknown service", "inspect --service imap a.example:25", "unknown service imap");
    row("unknown format", "inspect --format pdf a.example:25", "unknown format pdf");
    row("port out of range", "inspect --port 65536 a.example", "65536 is no port");
    row("port in the target", "inspect a.example:0", "a port is a number");
    row("connect to a name", "inspect --connect b.example a.example:25", "b.example is no address");
    row("pin too short", "inspect --pin abcd a.example:25", "64 hex digits");
    row("name that is none", "inspect --name a..b a.example:25", "is neither a host name nor an IP address");
    row("name that is an address typed wrong", "inspect --name 300.1.1.1 a.example:25",
        "is neither a host name nor an IP address");
    row("both families", "inspect --ipv4 --ipv6 a.example:25", "exclude each other");
    row("timeout of nothing", "inspect --timeout 0 a.example:25", "whole seconds");
    row("jobs", "inspect --jobs 0 a.example:25", "--jobs takes a number");
    row("days", "inspect --expires-within soon a.example:25", "a number of days");
    row("proxy", "inspect --proxy ftp://user:secret@h a.example:25", "--proxy takes");
    row("roots missing", "inspect --roots /nonexistent a.example:25", "cannot read /nonexistent");
    row("targets missing", "inspect --targets /nonexistent", "cannot read /nonexistent");
    row("output folder missing", "inspect a.example:25 --output /nonexistent/x", "cannot write to");
    row("scheme of a later issue", "inspect imap://a.example", "not yet");
    row("scheme unknown", "inspect gopher://a.example", "this scheme is not known");
    row("mail address", "inspect user@a.example", "looks like a mail address");
    row("control characters are escaped", "inspect a\x1b[2J.example", "\\x1b[2J");
}

void CliTest::usage()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    const auto outcome = run(line.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QVERIFY2(!outcome.err.contains("secret") && !outcome.err.contains('\x1b'), outcome.err.constData());
    QCOMPARE(m_started, 0);
}

void CliTest::malformedTargetsFileStartsNothing()
{
    const QString targets = file("bad.txt", "127.0.0.1:25 # fine\n\nnot a host\n");
    const auto outcome = run({text("inspect"), text("--targets"), targets});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("line 3"), outcome.err.constData());
    QCOMPARE(m_started, 0);
}

void CliTest::helpGoesToStandardOutput_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("--help") << text("--help") << QByteArray("inspect");
    QTest::newRow("help") << text("help") << QByteArray("Exit codes");
    QTest::newRow("help VERB") << text("help inspect") << QByteArray("--expires-within DAYS");
    QTest::newRow("VERB --help") << text("inspect --help") << QByteArray("--expires-within DAYS");
    QTest::newRow("--version") << text("--version") << QByteArray(MAILSEAL_VERSION);
}

void CliTest::helpGoesToStandardOutput()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    const auto outcome = run(line.split(u' '));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY2(outcome.out.contains(says), outcome.out.constData());
}

void CliTest::exitCodes_data()
{
    QTest::addColumn<ExampleKind>("kind");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("code");
    const QStringList webpki{text("--policy"), text("webpki")};
    const QStringList days{text("--expires-within"), text("3650")};
    QTest::newRow("good is satisfied") << ExampleKind::Good << QStringList() << 0;
    QTest::newRow("good is satisfied under webpki") << ExampleKind::Good << webpki << 0;
    QTest::newRow("self-signed is encrypted") << ExampleKind::SelfSigned << QStringList() << 0;
    QTest::newRow("self-signed violates webpki") << ExampleKind::SelfSigned << webpki << 1;
    QTest::newRow("wrong name violates webpki") << ExampleKind::WrongName << webpki << 1;
    QTest::newRow("expired violates webpki") << ExampleKind::Expired << webpki << 1;
    QTest::newRow("no STARTTLS is violated") << ExampleKind::NoStarttls << QStringList() << 1;
    QTest::newRow("554 after TLS is violated") << ExampleKind::RefusesAfterTls << QStringList() << 1;
    QTest::newRow("expiring within DAYS counts") << ExampleKind::Good << days << 1;
    QTest::newRow("no pin is not applicable")
        << ExampleKind::Good << QStringList{text("--policy"), text("fingerprint")} << 1;
}

void CliTest::exitCodes()
{
    QFETCH(ExampleKind, kind);
    QFETCH(QStringList, more);
    QFETCH(int, code);
    const auto outcome = run(inspect(kind, more));
    QVERIFY2(outcome.code == code, outcome.out + outcome.err);
    QVERIFY(!outcome.out.isEmpty());
    QCOMPARE(outcome.err.contains("expires on"), more.contains(text("--expires-within")));
}

void CliTest::worstCounts()
{
    using enum ExitCode;
    const QList<ExitCode> worstLast{Satisfied, Violated, Undetermined, Usage};
    for (qsizetype i = 0; i < worstLast.size(); ++i) {
        for (qsizetype j = 0; j < worstLast.size(); ++j)
            QCOMPARE(worse(worstLast[i], worstLast[j]), worstLast[qMax(i, j)]);
    }
}

void CliTest::surveyKeepsTheOrderOfTargets()
{
    QString targets;
    QStringList ports;
    for (const auto &server : m_examples.servers()) {
        targets += text("127.0.0.1:%1\n").arg(server.port);
        ports.append(QString::number(server.port));
    }
    const auto outcome = run({text("inspect"), text("--targets"), text("-"), text("--jobs"), text("3"),
                              text("--roots"), m_roots, text("--format"), text("json")},
                             targets.toUtf8());
    QStringList seen;
    const auto inspections = QJsonDocument::fromJson(outcome.out)[QLatin1StringView("inspections")].toArray();
    for (const auto &one : inspections)
        seen.append(QString::number(one[QLatin1StringView("target")][QLatin1StringView("port")].toInt()));
    QCOMPARE(seen, ports);
    QCOMPARE(outcome.code, 1);
}

void CliTest::jsonLinesOneAnInspection()
{
    const auto outcome = run(inspect(ExampleKind::Good, {text("--format"), text("jsonl")}));
    QCOMPARE(outcome.out.count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(outcome.out)[QLatin1StringView("schema")].toString(),
             text("mailseal/inspection/1"));
}

void CliTest::jsonLinesAnswerWithTheWorst()
{
    QString targets;
    for (const auto &server : m_examples.servers())
        targets += text("host:%1:%2\n").arg(server.host).arg(server.port);
    const QStringList jsonl{text("inspect"), text("--targets"), text("-"),         text("--roots"),
                            m_roots,         text("--connect"), text("127.0.0.1"), text("--expires-within"),
                            text("9999"),    text("--format"),  text("jsonl")};
    const auto outcome = run(jsonl, targets.toUtf8());
    QCOMPARE(outcome.code, 1); // one refuses, one has no STARTTLS, certificates expire
    QCOMPARE(outcome.out.count('\n'), m_examples.servers().size());
    QCOMPARE(outcome.err.count("expires on"), outcome.out.count("\"chain\":{"));
}

void CliTest::jsonLinesAreLetGo()
{
    CliEnvironment environment;
    environment.makeInspector = [] { return std::make_unique<Inspector>(); };
    InspectRequest request;
    for (const auto &server : m_examples.servers()) {
        request.targets.append(std::get<TargetSpec>(parseTarget(text("127.0.0.1:%1").arg(server.port))));
    }
    for (const auto mode : {SurveyRun::Results::Gathered, SurveyRun::Results::LetGo}) {
        SurveyRun survey(request, environment, mode);
        qsizetype inspected = 0;
        connect(&survey, &SurveyRun::inspected, this, [&](const Inspection &) { ++inspected; });
        survey.run();
        QCOMPARE(inspected, request.targets.size());
        QCOMPARE(survey.results().size(), mode == SurveyRun::Results::Gathered ? inspected : 0);
    }
}

void CliTest::csvOneLineAnInspection()
{
    const auto outcome = run(inspect(ExampleKind::Good, {text("--format"), text("csv")}));
    QCOMPARE(outcome.out.count("\r\n"), 2);
    QVERIFY(outcome.out.startsWith("observedAt,"));
}

void CliTest::failureIsStillValidJson()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const auto port = closed.serverPort();
    closed.close();
    const auto outcome =
        run({text("inspect"), text("127.0.0.1:%1").arg(port), text("--format"), text("json")});
    QCOMPARE(outcome.code, 3);
    QCOMPARE(ends(outcome.out), QStringList{text("connection-refused")});
}

void CliTest::targetsFromStandardInput()
{
    const auto outcome = run({text("inspect"), text("--targets"), text("-")}, "# nothing but a comment\n");
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains("name a domain or a server"));
}

void CliTest::interruptLeavesWholeJson()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QByteArray line = "127.0.0.1:" + QByteArray::number(silent.serverPort()) + '\n';
    m_interruptAtOnce = true;
    const auto outcome = run({text("inspect"), text("--targets"), text("-"), text("--jobs"), text("1"),
                              text("--format"), text("json")},
                             line + line + line);
    m_interruptAtOnce = false;
    QCOMPARE(outcome.code, 3);
    QCOMPARE(ends(outcome.out), QStringList(3, text("cancelled")));
}

void CliTest::outputFileIsWhole()
{
    const QString name = file("out.json", "old");
    const auto outcome =
        run(inspect(ExampleKind::Good, {text("--format"), text("json"), text("--output"), name}));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(ends(contentOf(name)), QStringList{text("completed")});
}

void CliTest::failedOutputLeavesTheOldFile()
{
    const QString name = file("kept.json", "old");
    const auto outcome = run(
        {text("inspect"), text("--format"), text("nonsense"), text("--output"), name, text("a.example:25")});
    QCOMPARE(outcome.code, 2);
    QCOMPARE(contentOf(name), QByteArray("old"));
}

void CliTest::outputToAPipeIsRefused()
{
    const QString name = m_folder.filePath(text("pipe"));
    QCOMPARE(::mkfifo(qPrintable(name), S_IRUSR | S_IWUSR), 0);
    const auto outcome = run({text("inspect"), text("a.example:25"), text("--output"), name});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("it is no regular file"), outcome.err.constData());
    QCOMPARE(m_started, 0);
    QVERIFY(QFileInfo::exists(name) && !QFileInfo(name).isFile());
}

void CliTest::fullStandardOutputIsTold()
{
    FullDevice full;
    full.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    const auto outcome = run(inspect(ExampleKind::Good), {}, &full);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("No space left on device"), outcome.err.constData());
}

void CliTest::keyExchangeIsNamedAsNegotiated_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"text", "json", "jsonl", "markdown", "html"})
        QTest::newRow(format) << text(format);
}

/// By IANA's name, a hybrid group too where OpenSSL has one.
void CliTest::keyExchangeIsNamedAsNegotiated()
{
    QFETCH(QString, format);
    const QByteArray out = run(inspect(ExampleKind::Good, {text("--format"), format})).out;
    // A word of its own: "X25519" alone is no mention of X25519MLKEM768, nor the other way round.
    const QRegularExpression group(QStringLiteral("\\b%1\\b").arg(bestGroup()));
    QVERIFY2(group.match(QString::fromUtf8(out)).hasMatch(), out.constData());
}

void CliTest::noColourUnlessWanted()
{
    QVERIFY(!run(inspect(ExampleKind::Good)).out.contains('\x1b'));
    m_colour = true;
    QVERIFY(run(inspect(ExampleKind::Good)).out.contains('\x1b'));
    QVERIFY(!run(inspect(ExampleKind::Good, {text("--format"), text("json")})).out.contains('\x1b'));
    m_colour = false;
}

void CliTest::noColourInAFile()
{
    m_colour = true;
    const QString name = m_folder.filePath(text("colour.txt"));
    QCOMPARE(run(inspect(ExampleKind::Good, {text("--output"), name})).code, 0);
    QVERIFY(contentOf(name).contains("Encrypted"));
    QVERIFY(!contentOf(name).contains('\x1b'));
    m_colour = false;
}

void CliTest::textIsShortUnlessFull_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString saved = m_folder.filePath(text("short.mailseal"));
    QCOMPARE(run(inspect(ExampleKind::Good, {text("--format"), text("json"), text("--output"), saved})).code,
             0);
    QTest::newRow("inspect") << inspect(ExampleKind::SelfSigned);
    QTest::newRow("show") << QStringList{text("show"), saved};
    QTest::newRow("verify") << QStringList{text("verify"), m_roots};
}

void CliTest::textIsShortUnlessFull()
{
    QFETCH(QStringList, arguments);
    const QByteArray brief = run(arguments).out;
    const QByteArray full = run(arguments + QStringList{text("--full")}).out;
    QVERIFY2(full.contains("\nCertificates as sent\n") && !full.contains("--full"), full.constData());
    QVERIFY2(!brief.contains("Certificates as sent") && brief.contains("--full"), brief.constData());
    QVERIFY(brief.contains("\nWho would deliver to this server\n"));
    QVERIFY(brief.count('\n') < full.count('\n') * 2 / 3);
}

void CliTest::textKeepsToTheColumns_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {60, 80, 120})
        QTest::addRow("%d columns", columns) << columns;
}

void CliTest::textKeepsToTheColumns()
{
    QFETCH(int, columns);
    m_columns = columns;
    QByteArray pages = run({text("help")}).out;
    for (const ExampleServer &server : m_examples.servers())
        pages += run(inspect(server.kind)).out;
    for (const Verb &verb : verbs()) {
        const QByteArray help = run({text("help"), text(verb.name)}).out;
        pages += help.first(help.indexOf("\nExamples:")); // those are to be copied
    }
    for (const QString &line : QString::fromUtf8(pages).split(u'\n'))
        QVERIFY2(line.size() <= columns, qPrintable(line));
    m_columns = 100;
}

/// Completions offer the choices of the tables: each is told in the help and taken by the verb itself.
void CliTest::everyChoiceIsTaken()
{
    int choices = 0;
    for (const auto &verb : verbs()) {
        const QByteArray help = run({text("help"), text(verb.name)}).out.simplified();
        for (const auto &option : verb.options) {
            const QStringList all = option.choices ? option.choices() : QStringList();
            QVERIFY2(all.isEmpty() || help.contains(all.join(text(", ")).toUtf8()), option.name);
            for (const auto &choice : all) {
                // What is missing then is an operand, nothing else.
                const auto outcome = run({text(verb.name), text(option.name), choice});
                QCOMPARE(outcome.code, 2);
                QVERIFY2(!outcome.err.contains("unknown"), outcome.err.constData());
                ++choices;
            }
        }
    }
    QVERIFY(choices > 0);
}

void CliTest::everySentenceHasGerman()
{
    QFile translations(text(MAILSEAL_SOURCE_DIR "/resources/translations/cli_de.ts"));
    QVERIFY(translations.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&translations);
    int sentences = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement ||
            xml.name() != QLatin1StringView("translation"))
            continue;
        QVERIFY(!xml.attributes().hasAttribute(QLatin1StringView("type")));
        QVERIFY(!xml.readElementText().isEmpty());
        ++sentences;
    }
    QVERIFY(!xml.hasError());
    for (const auto &verb : verbs()) {
        for (const auto &option : verb.options) {
            translations.seek(0);
            const QString source =
                QString::fromUtf8(option.help).toHtmlEscaped().replace(u'\'', text("&apos;"));
            QVERIFY2(QString::fromUtf8(translations.readAll()).contains(text("<source>") + source),
                     option.name);
        }
    }
    QVERIFY(sentences > 0);
}

MAILSEAL_TEST(CliTest)
#include "tst_cli.moc"
