#include "policy/stspolicy.h"
#include "policy/stsrecord.h"
#include "policy/tlsrptrecord.h"
#include "support/testprogram.h"
#include "values/limits.h"

#include <QTest>

using namespace mailseal;

namespace {

using Code = FindingCode;
/// Codes with their lines; line 0: none.
using Problems = QList<std::pair<Code, int>>;

Problems problemsOf(const QList<Finding> &findings)
{
    Problems list;
    for (const Finding &finding : findings)
        list.append({finding.code, finding.line.value_or(0)});
    return list;
}

QList<TxtRecord> records(const QList<QByteArray> &texts)
{
    QList<TxtRecord> list;
    for (const QByteArray &text : texts)
        list.append({text});
    return list;
}

QStringList texts(std::initializer_list<const char *> words)
{
    QStringList list;
    for (const char *word : words)
        list.append(QString::fromUtf8(word));
    return list;
}

const QByteArray good = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\n"
                        "max_age: 2419200\r\n";

} // namespace

class TestSts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void record_data();
    void record();
    void policy_data();
    void policy();
    void goodPolicyIsReadWhole();
    void problemsAreBounded();
    void everyCutAndEveryChangedOctetIsRead();
    void pattern_data();
    void pattern();
    void tlsRpt_data();
    void tlsRpt();
};

void TestSts::record_data()
{
    QTest::addColumn<QList<QByteArray>>("txt");
    QTest::addColumn<QString>("id");
    QTest::addColumn<Problems>("problems");
    const auto add = [](const char *row, const QList<QByteArray> &txt, const char *id,
                        const Problems &problems = {}) {
        QTest::newRow(row) << txt << QString::fromLatin1(id) << problems;
    };
    const Problems invalid{{Code::StsRecordInvalid, 0}};
    add("RFC 8461 3.1, the example", {"v=STSv1; id=20160831085700Z;"}, "20160831085700Z");
    add("no delimiter at the end", {"v=STSv1;id=1"}, "1");
    add("white space around delimiters", {"v=STSv1 ;\t id=a1 \t; "}, "a1");
    add("an extension is ignored", {"v=STSv1; x-y.z_1=!<>~; id=7;"}, "7");
    add("extension in front of id and 32 characters long",
        {"v=STSv1; a2345678901234567890123456789012=1; id=7"}, "7");
    add("id of 32 characters", {"v=STSv1; id=12345678901234567890123456789012"},
        "12345678901234567890123456789012");
    add("id of 33 characters", {"v=STSv1; id=123456789012345678901234567890123"}, "", invalid);
    add("id with a hyphen", {"v=STSv1; id=2019-01-01"}, "", invalid);
    add("empty id", {"v=STSv1; id=;"}, "", invalid);
    add("no id", {"v=STSv1; a=b"}, "", invalid);
    add("version alone", {"v=STSv1;"}, "", invalid);
    add("no semicolon at all", {"v=STSv1"}, "", invalid);
    add("ID in upper case is an extension", {"v=STSv1; ID=1"}, "", invalid);
    add("id repeated: the first counts", {"v=STSv1; id=1; id=2"}, "1", {{Code::StsFieldRepeated, 0}});
    add("empty field", {"v=STSv1;; id=1"}, "", invalid);
    add("two delimiters at the end", {"v=STSv1; id=1;;"}, "", invalid);
    add("field without an equals sign", {"v=STSv1; id=1; x"}, "", invalid);
    add("extension with an equals sign in its value", {"v=STSv1; id=1; x=a=b"}, "", invalid);
    add("extension name of 33 characters", {"v=STSv1; id=1; a23456789012345678901234567890123=1"}, "",
        invalid);
    add("octets beyond ASCII", {"v=STSv1; id=1; x=\xC3\xBC"}, "", invalid);
    add("NUL", {QByteArray("v=STSv1; id=1; x=\0", 18)}, "", invalid);
    add("line end is no white space", {"v=STSv1;\n id=1"}, "", invalid);
    add("no record", {}, "");
    add("version in lower case", {"v=stsv1; id=1"}, "", invalid);
    add("leading space", {" v=STSv1; id=1"}, "", invalid);
    add("another version", {"v=STSv2; id=1"}, "", invalid);
    add("STSv10 is another version", {"v=STSv10; id=1"}, "", invalid);
    add("two records are none (hardenize-public#41)", {"v=STSv1; id=1", "v=STSv1; id=2"}, "",
        {{Code::StsSeveralRecords, 0}});
    add("two equal records are two", {"v=STSv1; id=1", "v=STSv1; id=1"}, "", {{Code::StsSeveralRecords, 0}});
    add("others are discarded", {"v=spf1 -all", "v=STSv1; id=1"}, "1", {{Code::TxtRecordIgnored, 0}});
    add("others alone", {"v=spf1 -all"}, "", {{Code::TxtRecordIgnored, 0}});
    add("an empty record", {""}, "", {{Code::TxtRecordIgnored, 0}});
}

void TestSts::record()
{
    QFETCH(QList<QByteArray>, txt);
    QFETCH(QString, id);
    QFETCH(Problems, problems);
    const StsRecord record = readStsRecord(QStringLiteral("_mta-sts.example.com"), records(txt));
    QCOMPARE(record.id, id);
    QCOMPARE(record.valid, !id.isEmpty());
    QCOMPARE(problemsOf(record.problems), problems);
}

void TestSts::policy_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<Problems>("problems");
    const auto add = [](const char *row, const QByteArray &literal, bool valid,
                        const Problems &problems = {}) {
        QTest::newRow(row) << literal << valid << problems;
    };
    const auto with = [](const QByteArray &line) { return good + line; };
    const auto swapped = [](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
    const Problems line6Breaks{{Code::StsLineInvalid, 6}};

    add("RFC 8461 3.2, CRLF", good, true);
    add("LF alone", QByteArray(good).replace("\r\n", "\n"), true);
    add("no term at the end", good.chopped(2), true);
    add("white space at line ends", QByteArray(good).replace("\r\n", " \t\r\n"), true);
    add("no space behind the colon", QByteArray(good).replace(": ", ":"), true);
    add("a tab behind the colon", QByteArray(good).replace(": ", ":\t"), true);
    add("tabs and spaces behind the colon", QByteArray(good).replace(": ", ": \t \t"), true);
    add("a tab behind the colon of an extension", with("a:\tb"), true, {{Code::StsFieldUnknown, 6}});
    add("a tab in front of the colon", with("a\t: b"), false, {{Code::StsBadOctet, 6}});
    add("version last", "mode: testing\nmx: a.example\nmax_age: 604800\nversion: STSv1\n", true);
    add("mode none needs no mx", "version: STSv1\nmode: none\nmax_age: 2419200\n", true);
    add("max_age at its limit", swapped("2419200", "31557600"), true);
    add("max_age with zeros in front", swapped("2419200", "0002419200"), true);
    add("unknown field", with("x-note: \xC3\xBC ok"), true, {{Code::StsFieldUnknown, 6}});
    add("field repeated", with("mode: none"), true, {{Code::StsFieldRepeated, 6}});
    add("max_age 0", swapped("2419200", "0"), true, {{Code::StsMaxAgeShort, 5}});
    add("max_age of a day", swapped("2419200", "86400"), true, {{Code::StsMaxAgeShort, 5}});
    add("empty line at the end", with("\r\n"), true, {{Code::StsEmptyLine, 6}});
    add("empty line between", swapped("mode", "\r\nmode"), true, {{Code::StsEmptyLine, 2}});

    const Problems allMissing{{Code::StsFieldMissing, 0},
                              {Code::StsFieldMissing, 0},
                              {Code::StsFieldMissing, 0},
                              {Code::StsFieldMissing, 0}};
    add("empty", "", false, allMissing);
    add("no version", swapped("version: STSv1\r\n", ""), false, {{Code::StsFieldMissing, 0}});
    add("no mode", swapped("mode: enforce\r\n", ""), false, {{Code::StsFieldMissing, 0}});
    add("no max_age", swapped("max_age: 2419200\r\n", ""), false, {{Code::StsFieldMissing, 0}});
    add("no mx", "version: STSv1\nmode: testing\nmax_age: 2419200", false, {{Code::StsFieldMissing, 0}});
    add("version STSv2", swapped("STSv1", "STSv2"), false, {{Code::StsFieldInvalid, 1}});
    add("version in lower case", swapped("STSv1", "stsv1"), false, {{Code::StsFieldInvalid, 1}});
    add("key in upper case", swapped("version", "Version"), false,
        {{Code::StsFieldUnknown, 1}, {Code::StsFieldMissing, 0}});
    add("mode Enforce", swapped("enforce", "Enforce"), false, {{Code::StsFieldInvalid, 2}});
    add("mode report, of a draft", swapped("enforce", "report"), false, {{Code::StsFieldInvalid, 2}});
    add("first mode is wrong, second right", "version: STSv1\nmode: on\nmode: none\nmax_age: 2419200", false,
        {{Code::StsFieldInvalid, 2}, {Code::StsFieldRepeated, 3}, {Code::StsFieldMissing, 0}});
    add("max_age beyond its limit", swapped("2419200", "31557601"), false, {{Code::StsFieldInvalid, 5}});
    add("max_age of 11 digits", swapped("2419200", "00000000001"), false, {{Code::StsFieldInvalid, 5}});
    add("max_age negative", swapped("2419200", "-1"), false, {{Code::StsFieldInvalid, 5}});
    add("max_age with a unit", swapped("2419200", "4w"), false, {{Code::StsFieldInvalid, 5}});
    add("max_age empty", swapped("2419200", ""), false, {{Code::StsFieldInvalid, 5}});
    add("space in front of the colon", with("a : b"), false, line6Breaks);
    add("leading space", with(" a: b"), false, line6Breaks);
    add("comment", with("# comment"), false, line6Breaks);
    add("no key", with(": b"), false, line6Breaks);
    add("key of 33 characters", with("a23456789012345678901234567890123: b"), false, line6Breaks);
    add("HTML", "<!DOCTYPE html>", false, Problems{{Code::StsLineInvalid, 1}} + allMissing);
    add("byte order mark", "\xEF\xBB\xBF" + good, false, {{Code::StsByteOrderMark, 1}});
    add("NUL", with(QByteArray("a: b\0c", 6)), false, {{Code::StsBadOctet, 6}});
    add("bare CR", swapped("enforce\r\n", "enforce\r"), false,
        {{Code::StsBadOctet, 2}, {Code::StsFieldMissing, 0}});
    add("tab inside a value", with("a: b\tc"), false, {{Code::StsBadOctet, 6}});
    add("no UTF-8", with("a: \xFF"), false, {{Code::StsBadOctet, 6}});
    add("UTF-8 cut off", with("a: \xC3"), false, {{Code::StsBadOctet, 6}});
    add("UTF-16", QByteArray("\xFF\xFEv\0e\0", 6), false, {{Code::StsUtf16, 1}});
    add("UTF-16, the other order", QByteArray("\xFE\xFF\0v\0e", 6), false, {{Code::StsUtf16, 1}});
    add("UTF-16 without a mark", QByteArray("v\0e\0r\0", 6), false, {{Code::StsUtf16, 1}});
    add("a NUL at its beginning is no UTF-16", QByteArray("\0version", 8), false,
        Problems{{Code::StsBadOctet, 1}} + allMissing);

    add("IPv4 address in mx (postfix-tlspol#70)", with("mx: 192.0.2.1"), true, {{Code::StsMxAddress, 6}});
    add("IPv6 address in mx", with("mx: 2001:db8::1"), true, {{Code::StsMxAddress, 6}});
    add("address literal in mx", with("mx: [192.0.2.1]"), true, {{Code::StsMxAddress, 6}});
    add("U-label in mx (mox#393)", with("mx: m\xC3\xBCnchen.example"), true, {{Code::StsMxNotAscii, 6}});
    add("trailing dot in mx", with("mx: mail.example.com."), true, {{Code::StsMxTrailingDot, 6}});
    for (const char *mx : {"mx: *", "mx: *.", "mx: *example.com", "mx: m*.example.com", "mx: a.*.example.com",
                           "mx: .example.com", "mx: *.*.example.com", "mx: a..b", "mx: a b",
                           "mx:", "mx: a_b.example", "mx: a.example, b.example"})
        add(mx, with(mx), true, {{Code::StsMxInvalid, 6}});
    add("label of 64 octets", with("mx: " + QByteArray(64, 'a') + ".example"), true,
        {{Code::StsMxInvalid, 6}});
    add("an address alone", "version: STSv1\nmode: enforce\nmx: 192.0.2.1\nmax_age: 2419200", false,
        {{Code::StsMxAddress, 3}, {Code::StsFieldMissing, 0}});
}

void TestSts::policy()
{
    QFETCH(QByteArray, literal);
    QFETCH(bool, valid);
    QFETCH(Problems, problems);
    const StsPolicy policy = readStsPolicy(literal);
    QCOMPARE(problemsOf(policy.problems), problems);
    QCOMPARE(policy.valid, valid);
}

void TestSts::goodPolicyIsReadWhole()
{
    const StsPolicy policy = readStsPolicy(good);
    QCOMPARE(policy.mode, std::optional(StsMode::Enforce));
    QCOMPARE(policy.maxAge, std::optional<qint64>(2419200));
    QCOMPARE(policy.mx, texts({"mail.example.com", "*.example.net"}));
    QCOMPARE(readStsPolicy(good + "mode: testing\n").mode, std::optional(StsMode::Enforce));
    QCOMPARE(readStsPolicy(good + "mx: m\xC3\xBCnchen.example\n").problems.first().args,
             texts({"m\xC3\xBCnchen.example", "xn--mnchen-3ya.example"}));
}

void TestSts::problemsAreBounded()
{
    QCOMPARE(readStsPolicy(QByteArray(limits::stsPolicy, '\n')).problems.size(), limits::stsProblems);
    const QByteArray longLine(limits::stsPolicy, 'x');
    QCOMPARE(readStsPolicy(longLine).problems.first().args.first().size(), limits::quotedText);
    const auto record = readStsRecord({}, QList<TxtRecord>(1000, TxtRecord{"x"}));
    QCOMPARE(record.problems.size(), limits::stsProblems);
}

void TestSts::everyCutAndEveryChangedOctetIsRead()
{
    const qsizetype firstDigit = good.indexOf("max_age: ") + 9; // a shorter number is one as well
    for (qsizetype at = 0; at < good.size(); ++at) {
        const bool cutInCrlf = good.first(at).endsWith('\r'); // a bare CR is no term
        QCOMPARE(readStsPolicy(good.first(at)).valid, at > firstDigit && !cutInCrlf);
        for (int octet = 0; octet < 256; octet += 5) {
            QByteArray changed = good;
            changed[at] = char(octet);
            const StsPolicy policy = readStsPolicy(changed);
            QVERIFY(policy.valid || !policy.problems.isEmpty());
        }
    }
}

void TestSts::pattern_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("matches");
    const auto add = [](const char *row, const char *pattern, const char *host, bool matches) {
        QTest::newRow(row) << QString::fromUtf8(pattern) << QString::fromUtf8(host) << matches;
    };
    add("equal", "mail.example.com", "mail.example.com", true);
    add("letter case", "Mail.Example.COM", "mail.example.com", true);
    add("different", "mail.example.com", "mx.example.com", false);
    add("wildcard: one label", "*.example.com", "mail.example.com", true);
    add("wildcard: not the base", "*.example.com", "example.com", false);
    add("wildcard: not two labels", "*.example.com", "a.b.example.com", false);
    add("wildcard: not another zone", "*.example.com", "mail.example.com.evil.net", false);
    add("wildcard: no suffix inside a label", "*.ample.com", "mail.example.com", false);
    add("a name is no wildcard for names below", "example.com", "mail.example.com", false);
    add("trailing dot of the host", "mail.example.com", "mail.example.com.", true);
    add("address", "192.0.2.1", "192.0.2.1", false);
    add("A-label against U-label", "xn--mnchen-3ya.example", "m\xC3\xBCnchen.example", true);
}

void TestSts::pattern()
{
    QFETCH(QString, pattern);
    QFETCH(QString, host);
    QFETCH(bool, matches);
    QCOMPARE(matchesStsPattern(pattern, host), matches);
}

void TestSts::tlsRpt_data()
{
    QTest::addColumn<QList<QByteArray>>("txt");
    QTest::addColumn<QStringList>("rua");
    QTest::addColumn<Problems>("problems");
    const auto add = [](const char *row, const QList<QByteArray> &txt, const QStringList &rua,
                        const Problems &problems = {}) { QTest::newRow(row) << txt << rua << problems; };
    const Problems invalid{{Code::TlsRptRecordInvalid, 0}};
    const Problems badUri{{Code::TlsRptUriInvalid, 0}};
    add("RFC 8460 3.1.1", {"v=TLSRPTv1;rua=mailto:reports@example.com"},
        texts({"mailto:reports@example.com"}));
    add("RFC 8460 3.1.2", {"v=TLSRPTv1; rua=https://reporting.example.com/v1/tlsrpt"},
        texts({"https://reporting.example.com/v1/tlsrpt"}));
    add("two URIs", {"v=TLSRPTv1; rua=mailto:a@example.com , https://b.example/;"},
        texts({"mailto:a@example.com", "https://b.example/"}));
    add("an extension is ignored", {"v=TLSRPTv1; x=1; rua=mailto:a@example.com"},
        texts({"mailto:a@example.com"}));
    add("a query in the URI", {"v=TLSRPTv1; rua=https://b.example/?a=b"}, texts({"https://b.example/?a=b"}));
    add("two records are none", {"v=TLSRPTv1; rua=mailto:a@b.example", "v=TLSRPTv1; rua=mailto:a@c.example"},
        {}, {{Code::TlsRptSeveralRecords, 0}});
    add("several rua", {"v=TLSRPTv1; rua=mailto:a@b.example; rua=https://c.example/"},
        texts({"mailto:a@b.example", "https://c.example/"}));
    add("several rua with a list, an extension between",
        {"v=TLSRPTv1; rua=mailto:a@b.example,mailto:b@b.example; "
         "x=1; rua=mailto:c@b.example"},
        texts({"mailto:a@b.example", "mailto:b@b.example", "mailto:c@b.example"}));
    add("the second rua is wrong", {"v=TLSRPTv1; rua=mailto:a@b.example; rua=ftp://x.example"},
        texts({"mailto:a@b.example"}), badUri);
    add("the same rua twice is one", {"v=TLSRPTv1; rua=mailto:a@b.example; rua=mailto:a@b.example"},
        texts({"mailto:a@b.example"}));
    add("no rua", {"v=TLSRPTv1; x=1"}, {}, invalid);
    add("version alone", {"v=TLSRPTv1;"}, {}, invalid);
    add("version in lower case", {"v=tlsrptv1; rua=mailto:a@b.example"}, {}, invalid);
    add("broken extension", {"v=TLSRPTv1; rua=mailto:a@b.example; x"}, {}, invalid);
    add("http", {"v=TLSRPTv1; rua=http://b.example/"}, {}, badUri);
    add("an address without mailto", {"v=TLSRPTv1; rua=a@b.example"}, {}, badUri);
    add("mailto without an address", {"v=TLSRPTv1; rua=mailto:"}, {}, badUri);
    add("mailto without a domain", {"v=TLSRPTv1; rua=mailto:a@"}, {}, badUri);
    add("exclamation mark, as in DMARC sizes", {"v=TLSRPTv1; rua=mailto:a@b.example!10m"}, {}, badUri);
    add("empty rua", {"v=TLSRPTv1; rua="}, {}, badUri);
    add("one of two is wrong", {"v=TLSRPTv1; rua=mailto:a@b.example,ftp://x.example"},
        texts({"mailto:a@b.example"}), badUri);
    add("others are discarded", {"v=spf1 -all", "v=TLSRPTv1; rua=mailto:a@b.example"},
        texts({"mailto:a@b.example"}), {{Code::TxtRecordIgnored, 0}});
    add("no record", {}, {});
}

void TestSts::tlsRpt()
{
    QFETCH(QList<QByteArray>, txt);
    QFETCH(QStringList, rua);
    QFETCH(Problems, problems);
    const TlsRptFacts facts = readTlsRptRecord(QStringLiteral("_smtp._tls.example.com"), records(txt));
    QCOMPARE(facts.rua, rua);
    QCOMPARE(problemsOf(facts.problems), problems);
}

MAILSEAL_TEST(TestSts)
#include "tst_sts.moc"
