#include "compare/alignment.h"
#include "compare/compare.h"
#include "compare/dialoguesteps.h"
#include "dialogue/ehlolist.h"
#include "dialogue/transcriptsteps.h"
#include "support/fixtures/compared.h"
#include "support/testprogram.h"
#include "wire/wire.h"

#include <QTest>

using namespace mailseal;
using namespace compared;

namespace {

/// "S 220 x", "C QUIT", "N remark"; a lower-case letter for what travelled inside TLS.
Transcript spoken(const QStringList &lines)
{
    Transcript transcript;
    for (const QString &each : lines) {
        const QChar who = each.at(0).toUpper();
        const Speaker from = who == u'S' ? Speaker::Server : who == u'C' ? Speaker::Client : Speaker::Note;
        transcript.append({0, from, each.at(0).isLower(), each.mid(2).toUtf8(), 0});
    }
    deriveSteps(transcript);
    return transcript;
}

QStringList stepsOf(const Transcript &transcript)
{
    QStringList steps;
    for (const StepRange &range : dialogueSteps(transcript))
        steps.append(text("%1 %2").arg(toWire(range.step)).arg(range.count));
    return steps;
}

/// "ab-c" beside "-bdc": one column a place.
std::pair<QString, QString> shown(const QString &left, const QString &right)
{
    const auto keys = [](const QString &letters) { return QList<QChar>(letters.begin(), letters.end()); };
    std::pair<QString, QString> lines;
    for (const auto &[l, r] : aligned(keys(left), keys(right))) {
        lines.first += l < 0 ? QChar(u'-') : left.at(l);
        lines.second += r < 0 ? QChar(u'-') : right.at(r);
    }
    return lines;
}

Inspection withTranscript(const Transcript &transcript)
{
    Inspection inspection = good();
    inspection.evidence.session.transcript = transcript;
    return inspection;
}

} // namespace

class AlignmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
    void steps_data();
    void steps();
    void stepsHaveNoGapWhereverItIsCut();
    void ehloLinesStandByKeyword();
    void secondConnectionStandsAlone();
    void handshakeTellsItsFacts();
    void keywords();
};

void AlignmentTest::keys_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("leftLine");
    QTest::addColumn<QString>("rightLine");
    const auto row = [](const char *name, const char *left, const char *right, const char *leftLine,
                        const char *rightLine) {
        QTest::newRow(name) << text(left) << text(right) << text(leftLine) << text(rightLine);
    };
    row("equal", "abc", "abc", "abc", "abc");
    row("nothing", "", "", "", "");
    row("one side empty", "", "abc", "---", "abc");
    row("inserted", "ac", "abc", "a-c", "abc");
    row("lost", "abc", "ac", "abc", "a-c");
    row("first became last", "xabc", "abcx", "xabc-", "-abcx");
    row("replaced", "axc", "abc", "ax-c", "a-bc");
    row("nothing in common", "ab", "cd", "ab--", "--cd");
    row("again and again", "aab", "aaab", "aa-b", "aaab");
}

void AlignmentTest::keys()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QString, leftLine);
    QFETCH(QString, rightLine);
    const auto lines = shown(left, right);
    QCOMPARE(lines.first, leftLine);
    QCOMPARE(lines.second, rightLine);
}

void AlignmentTest::steps_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("steps");
    const auto row = [](const char *name, const char *lines, const char *steps) {
        QTest::newRow(name) << text(lines).split(u'|') << text(steps).split(u'|');
    };
    row("STARTTLS",
        "S 220 a|C EHLO x|S 250-a|S 250 STARTTLS|C STARTTLS|S 220 go|c EHLO x|s 250 a|c QUIT|s 221 bye",
        "greeting 1|ehlo 3|starttls 2|tls-handshake 0|ehlo-inside-tls 2|quit 2");
    row("implicit TLS", "s 220 a|c EHLO x|s 250 a|c QUIT|s 221 bye",
        "tls-handshake 0|greeting 1|ehlo-inside-tls 2|quit 2");
    row("LMTP", "S 220 a|C LHLO x|S 250 a|C QUIT|S 221 b", "greeting 1|ehlo 2|quit 2");
    row("lower case", "S 220 a|C ehlo x|S 250 a|C quit|S 221 b", "greeting 1|ehlo 2|quit 2");
    row("HELO", "S 220 a|C EHLO x|S 502 no|C HELO x|S 250 a|C QUIT|S 221 b",
        "greeting 1|ehlo 2|helo 2|quit 2");
    row("not reached", "N connection refused", "connection 1");
    row("silent", "N no answer in time", "connection 1");
    row("greeting in parts", "S 220-a|S 220 b|C EHLO x", "greeting 2|ehlo 1");
    row("handshake fails", "S 220 a|C EHLO x|S 250 STARTTLS|C STARTTLS|S 220 go|N handshake failed: alert",
        "greeting 1|ehlo 2|starttls 2|tls-handshake 1");
    row("the policy ends it",
        "S 220 a|C STARTTLS|S 220 go|N the policy is not satisfied: QUIT|c QUIT|s 221 bye",
        "greeting 1|starttls 2|tls-handshake 1|quit 2");
    row("clear text behind the 220", "S 220 a|C STARTTLS|S 220 go|N 7 octets were discarded|c EHLO x|s 250 a",
        "greeting 1|starttls 2|tls-handshake 1|ehlo-inside-tls 2");
    row("a second connection",
        "S 220 a|C EHLO x|S 250 a|C QUIT|S 221 b|N asked once more|S 220 a|C EHLO x|S 250 a|C QUIT|S 221 b",
        "greeting 1|ehlo 2|quit 2|note 1|greeting 1|ehlo 2|quit 2");
    row("clear text again behind TLS",
        "S 220 a|C STARTTLS|S 220 go|c EHLO x|s 250 a|S 220 a|C EHLO x|S 250 a",
        "greeting 1|starttls 2|tls-handshake 0|ehlo-inside-tls 2|greeting 1|ehlo 2");
    row("broken off within a reply", "S 220 a|C EHLO x|S 250-a|N the server closed the connection",
        "greeting 1|ehlo 3");
    row("a second connection behind a handshake that failed",
        "S 220 a|C STARTTLS|S 220 go|N handshake failed|N tried again|S 220 a|C EHLO x",
        "greeting 1|starttls 2|tls-handshake 2|greeting 1|ehlo 1");
    row("another command", "S 220 a|C NOOP|S 250 ok", "greeting 1|other 2");
}

void AlignmentTest::steps()
{
    QFETCH(QStringList, lines);
    QFETCH(QStringList, steps);
    QCOMPARE(stepsOf(spoken(lines)), steps);
}

void AlignmentTest::stepsHaveNoGapWhereverItIsCut()
{
    Transcript whole = transcript();
    whole.append(spoken({text("N asked once more"), text("S 220 a"), text("C EHLO x"), text("S 250 a")}));
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        int next = 0;
        for (const StepRange &range : dialogueSteps(whole.first(length))) {
            QCOMPARE(range.first, next);
            next += range.count;
        }
        QCOMPARE(next, length);
        const Comparison comparison = compare(good(), withTranscript(whole.first(length)));
        QCOMPARE(comparison.differences, 0);
        int right = 0;
        for (const AlignedStep &step : comparison.transcript) {
            for (const AlignedLine &line : step.lines) {
                if (line.right)
                    QCOMPARE(*line.right, right++);
            }
        }
        QCOMPARE(right, length);
    }
}

void AlignmentTest::ehloLinesStandByKeyword()
{
    const auto left = spoken({text("S 220 a"), text("C EHLO x"), text("S 250-a"), text("S 250-PIPELINING"),
                              text("S 250-SIZE 1"), text("S 250 DSN")});
    const auto right =
        spoken({text("S 220 b"), text("C EHLO x"), text("S 250-b"), text("S 250-size 2"), text("S 250 DSN")});
    const Comparison comparison = compare(withTranscript(left), withTranscript(right));
    QCOMPARE(comparison.transcript.size(), 2);
    const QList<AlignedLine> &lines = comparison.transcript[1].lines;
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[2].relation, Relation::OnlyLeft);
    QCOMPARE(lines[2].leftEntry.text, QByteArray("250-PIPELINING"));
    QVERIFY(!lines[2].right);
    QCOMPARE(lines[3].relation, Relation::Differs);
    QCOMPARE(lines[3].rightEntry.text, QByteArray("250-size 2"));
    QCOMPARE(lines[4].relation, Relation::Same);
}

void AlignmentTest::secondConnectionStandsAlone()
{
    const QStringList first{text("S 220 a"), text("C EHLO x"), text("S 250 a"), text("C QUIT"),
                            text("S 221 b")};
    const QStringList twice = first + QStringList{text("N asked once more")} + first;
    const Comparison comparison = compare(withTranscript(spoken(first)), withTranscript(spoken(twice)));
    QCOMPARE(comparison.transcript.size(), 7);
    for (qsizetype i = 0; i < comparison.transcript.size(); ++i)
        QCOMPARE(comparison.transcript[i].relation, i < 3 ? Relation::Same : Relation::OnlyRight);
}

void AlignmentTest::handshakeTellsItsFacts()
{
    Inspection other = good();
    other.evidence.session.tls->protocol = TlsProtocol::TlsV1_2;
    const Comparison comparison = compare(good(), other);
    int handshakes = 0;
    for (const AlignedStep &step : comparison.transcript) {
        const bool is = step.step == DialogueStep::TlsHandshake;
        handshakes += is ? 1 : 0;
        QCOMPARE(step.relation, is ? Relation::Differs : Relation::Same);
        QCOMPARE(step.rightTls.has_value(), is);
    }
    QCOMPARE(handshakes, 1);
}

void AlignmentTest::keywords()
{
    QCOMPARE(extensionKeyword("SIZE 1000"), QByteArray("SIZE"));
    QCOMPARE(extensionKeyword("auth=LOGIN"), QByteArray("AUTH"));
    QCOMPARE(extensionKeyword("DSN"), QByteArray("DSN"));
    QCOMPARE(extensionKeyword(""), QByteArray());
    QCOMPARE(extensionKeywordOfReply("250-Size 1"), QByteArray("SIZE"));
    QCOMPARE(extensionKeywordOfReply("25"), QByteArray());
}

MAILSEAL_TEST(AlignmentTest)
#include "tst_alignment.moc"
