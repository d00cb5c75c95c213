#include "report/html.h"
#include "report/htmlpage.h"
#include "report/markdown.h"
#include "report/markdownpage.h"
#include "support/fixtures/everyfield.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <functional>

using namespace mailseal;
using everyfield::text;

namespace {

const Wording english(Wording::Speech::English);

/// What a hostile server puts wherever it may write.
const QString hostile =
    QStringLiteral("\x1b[2J</code></td></script><script>alert(1)</script><img src=x onerror=\"a\">&amp;'\n"
                   "# FAKE\n| a | b |\n```\n[x](http://evil.example) www.evil.example a@evil.example "
                   "@someone *b* _i_ ~~s~~ <!-- \u202e `c` ``d``");

/// Closes what HTML leaves open, so that an XML reader can vouch for the rest.
QString asXml(const QString &html)
{
    QString xml = html;
    xml.remove(QStringLiteral("<!DOCTYPE html>\n"));
    xml.replace(QRegularExpression(QStringLiteral("<meta ([^>]*)>")), QStringLiteral("<meta \\1/>"));
    xml.remove(QRegularExpression(QStringLiteral("<style>.*</style>"),
                                  QRegularExpression::DotMatchesEverythingOption));
    return xml;
}

struct Shape
{
    QStringList elements;   ///< names in their order
    QStringList attributes; ///< every name=value
    QString text;
    QString error;
};

Shape shapeOf(const QString &html)
{
    Shape shape;
    QXmlStreamReader xml(asXml(html));
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            shape.elements.append(xml.name().toString());
            for (const auto &attribute : xml.attributes())
                shape.attributes.append(attribute.name().toString() + u'=' + attribute.value().toString());
        } else if (xml.isCharacters()) {
            shape.text += xml.text();
        }
    }
    shape.error = xml.hasError() ? xml.errorString() : QString();
    return shape;
}

bool isPrintable(const QString &page)
{
    return std::all_of(page.begin(), page.end(), [](QChar c) {
        return c == u'\n' || (c.unicode() >= 0x20 && c.unicode() != 0x7F && c.unicode() != 0x202E);
    });
}

using Plant = std::function<void(Inspection &)>;

void plants()
{
    QTest::addColumn<Plant>("plant");
    const QByteArray bytes = hostile.toUtf8();
    const auto row = [](const char *name, const Plant &plant) { QTest::newRow(name) << plant; };
    row("nothing", [](Inspection &) {});
    row("a reply that ended it", [=](Inspection &i) {
        i.evidence.session.end = EndReason::GreetingRefused;
        i.evidence.session.endReply = Reply{554, bytes, bytes};
    });
    row("a transcript line", [=](Inspection &i) { i.evidence.session.transcript[1].text = bytes; });
    row("an extension",
        [=](Inspection &i) { i.evidence.session.capabilitiesAfterTls = Capabilities{bytes}; });
    row("a subject", [](Inspection &i) { i.chain->sent[0].subject = hostile; });
    row("an issuer", [](Inspection &i) { i.chain->sent[0].issuer = hostile; });
    row("an anchor", [](Inspection &i) { i.chain->anchor->subject = hostile; });
    row("a SAN", [](Inspection &i) { i.chain->sent[0].dnsNames = {hostile}; });
    row("a key type", [](Inspection &i) { i.chain->sent[0].keyType = hostile; });
    row("a serial number", [](Inspection &i) { i.chain->sent[0].serial = hostile; });
    row("a presented name", [](Inspection &i) { i.names->checks[0].presented = hostile; });
    row("a matching name", [](Inspection &i) { i.names->matchedBy = hostile; });
    row("a reference name", [](Inspection &i) { i.names->reference[0].name = hostile; });
    row("a remark", [](Inspection &i) { i.evidence.session.remarks[0].args = {hostile}; });
    row("a reason", [](Inspection &i) { i.verdicts[1].because[0].args = {hostile, hostile}; });
    row("a foreign finding", [](Inspection &i) {
        i.evidence.remarks = {
            {FindingCode::FromNewerVersion, Severity::Info, {}, {hostile, hostile, hostile}}};
    });
    row("a conformance text", [](Inspection &i) { i.conformance[0].args = {hostile, hostile}; });
    row("a clause", [](Inspection &i) { i.conformance[0].clause = hostile; });
    row("a source", [](Inspection &i) { i.verdicts[0].source = hostile; });
    row("OpenSSL's text", [](Inspection &i) {
        i.evidence.session.end = EndReason::HandshakeFailed;
        i.evidence.session.endReply.reset();
        i.evidence.session.handshake = HandshakeFacts{false, {}, {}, hostile};
    });
    row("a cipher", [](Inspection &i) { i.evidence.session.tls->cipher = hostile; });
    row("a host", [](Inspection &i) { i.evidence.target.host = hostile; });
    row("an address", [](Inspection &i) { i.evidence.target.address = hostile; });
    row("an EHLO name", [](Inspection &i) { i.evidence.observer.ehloName = hostile; });
    row("a store", [](Inspection &i) { i.evidence.anchors.label = hostile; });
}

/// Everything outside fenced blocks and code spans (CommonMark §6.1), where markup would be markup.
QString outsideCode(const QString &markdown)
{
    QString rest;
    QString fence;
    for (const QString &line : markdown.split(u'\n')) {
        static const QRegularExpression opening(QStringLiteral("^(`{3,})[a-z]*$"));
        const auto match = opening.match(line);
        if (match.hasMatch() && (fence.isEmpty() || match.captured(1) == fence)) {
            fence = fence.isEmpty() ? match.captured(1) : QString();
            continue;
        }
        if (fence.isEmpty())
            rest += line + u'\n';
    }
    static const QRegularExpression span(QStringLiteral("(?<![`\\\\])(`+)(?!`).*?(?<!`)\\1(?!`)"));
    return rest.remove(span);
}

} // namespace

class HtmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsForItself_data();
    void standsForItself();
    void holdsEverySection();
    void saysEachToneBySignAndWord();
    void htmlEscapesWhatServersSend_data() { plants(); }
    void htmlEscapesWhatServersSend();
    void markdownEscapesWhatServersSend_data() { plants(); }
    void markdownEscapesWhatServersSend();
    void markdownWords_data();
    void markdownWords();
    void markdownCodeSpans_data();
    void markdownCodeSpans();
    void markdownTablesKeepTheirColumns();
    void severalServersBeginWithATable();
    void everyEndIsAReport();
    void notesWhatWasDoneToIt();
};

void HtmlTest::standsForItself_data()
{
    QTest::addColumn<HtmlReader>("reader");
    QTest::newRow("browser") << HtmlReader::Browser;
    QTest::newRow("rich text") << HtmlReader::RichText;
}

void HtmlTest::standsForItself()
{
    QFETCH(HtmlReader, reader);
    const QString html = inspectionHtml(everyfield::full(), english, reader);
    QVERIFY(html.startsWith(text("<!DOCTYPE html>\n<html lang=\"en\">")));
    const Shape shape = shapeOf(html);
    QCOMPARE(shape.error, QString());
    const QStringList fetched{text("script"), text("link"),   text("img"),  text("iframe"), text("object"),
                              text("embed"),  text("source"), text("base"), text("a"),      text("form")};
    for (const QString &name : fetched)
        QVERIFY2(!shape.elements.contains(name), qPrintable(name));
    QVERIFY(!html.contains(text("url(")) && !html.contains(text("@import")));
    for (const QString &attribute : shape.attributes) {
        QVERIFY2(!attribute.startsWith(text("on")) && !attribute.startsWith(text("style=")) &&
                     !attribute.startsWith(text("src=")) && !attribute.startsWith(text("href=")),
                 qPrintable(attribute));
    }
    QVERIFY(html.contains(text("prefers-color-scheme: dark")) == (reader == HtmlReader::Browser));
    QVERIFY(html.contains(text("@media print")) == (reader == HtmlReader::Browser));
}

void HtmlTest::holdsEverySection()
{
    const QString html = inspectionHtml(everyfield::full(), english);
    const QString markdown = inspectionMarkdown(everyfield::full(), english);
    for (const char *heading :
         {"Who would deliver to this server", "Remarks", "Session", "Certificates as sent", "Names",
          "Conformance to RFC 3207", "EHLO lists", "Transcript", "What has changed since it was judged"}) {
        QVERIFY2(html.contains(QRegularExpression(text("<h2[^>]*>") + text(heading) + u'<')), heading);
        QVERIFY2(markdown.contains(text("\n## ") + text(heading) + u'\n'), heading);
    }
    for (const char *fact : {"violated", "deferred", "RFC 3207 §4.1", "ecdsa-with-SHA256", "EC, 256 bits",
                             "DNS:*.example.org", "[2001:db8::9]:2525"}) {
        QVERIFY2(shapeOf(html).text.contains(text(fact)), fact);
        QVERIFY2(markdown.contains(text(fact)), fact);
    }
}

void HtmlTest::saysEachToneBySignAndWord()
{
    HtmlPage page(english, HtmlReader::Browser);
    for (const Tone tone : {Tone::Good, Tone::Warned, Tone::Bad, Tone::NotApplicable, Tone::Unknown})
        page.facts({{text("label"), {text("word"), tone}}});
    const QString html = page.document({});
    for (const char *sign : {">✓</span> ", ">!</span> ", ">×</span> ", ">–</span> ", ">?</span> "})
        QCOMPARE(html.count(text(sign)), 1);
    QCOMPARE(html.count(text(">word</span>")), 5);
}

void HtmlTest::htmlEscapesWhatServersSend()
{
    QFETCH(Plant, plant);
    const Shape clean = shapeOf(inspectionHtml(everyfield::full(), english));
    Inspection inspection = everyfield::full();
    plant(inspection);
    const QString html = inspectionHtml(inspection, english);
    QVERIFY(isPrintable(html));
    const Shape shape = shapeOf(html);
    QCOMPARE(shape.error, QString());
    for (const char *name : {"script", "img"})
        QVERIFY(!shape.elements.contains(text(name)));
    for (const QString &attribute : shape.attributes)
        QVERIFY2(clean.attributes.contains(attribute) || attribute.startsWith(text("class=")),
                 qPrintable(attribute));
}

void HtmlTest::markdownEscapesWhatServersSend()
{
    QFETCH(Plant, plant);
    Inspection inspection = everyfield::full();
    plant(inspection);
    const QString markdown = inspectionMarkdown(inspection, english);
    QVERIFY(isPrintable(markdown));
    const QString outside = outsideCode(markdown);
    static const QRegularExpression live(
        QStringLiteral("(?<!\\\\)<|(?<!\\\\)\\]\\(|https?://|www\\.|@|\n# FAKE|(?<!\\\\)~~|(?<!\\\\)`"));
    QVERIFY2(!outside.contains(live), qPrintable(live.match(outside).captured() + u'\n' + outside));
}

void HtmlTest::markdownWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *word, const char *markdown) {
        QTest::newRow(word) << text(word) << text(markdown);
    };
    row("plain words, and more.", "plain words, and more.");
    row("mx.example.org", "mx.example.org");
    row("*a* _b_ [c](d) <e> &f; g|h", "\\*a\\* \\_b\\_ \\[c\\]\\(d\\) \\<e\\> \\&f; g\\|h");
    row("# no heading", "\\# no heading");
    row("- no list", "\\- no list");
    row("1. no list", "1\\. no list");
    row("12) no list", "12\\) no list");
    row("421 4.7.0 too many", "421 4.7.0 too many");
    row("see #12 and ~~x~~", "see \\#12 and \\~\\~x\\~\\~");
    row("write to me@example.org", "write to `me@example.org`");
    row("ping @someone", "ping `@someone`");
    row("at https://example.org/", "at `https://example.org/`");
    row("at WWW.example.org", "at `WWW.example.org`");
    row("a`b", "a\\`b");
    row("two\nlines", "two\\\\x0Alines");
}

void HtmlTest::markdownWords()
{
    QFETCH(QString, word);
    QFETCH(QString, markdown);
    QCOMPARE(markdownText(word), markdown);
}

void HtmlTest::markdownCodeSpans_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *code, const char *markdown) {
        QTest::newRow(code) << text(code) << text(markdown);
    };
    row("", "");
    row("  ", "");
    row("CN=a,O=b", "`CN=a,O=b`");
    row("a`b", "``a`b``");
    row("`a``", "``` `a`` ```");
    row("a|b", "`a\\x7Cb`");
}

void HtmlTest::markdownCodeSpans()
{
    QFETCH(QString, code);
    QFETCH(QString, markdown);
    QCOMPARE(markdownCode(code), markdown);
}

void HtmlTest::markdownTablesKeepTheirColumns()
{
    Inspection inspection = everyfield::full();
    inspection.names->checks[0].presented = text("a|b");
    inspection.verdicts[0].source = text("RFC | 7435");
    static const QRegularExpression bar(QStringLiteral("(?<!\\\\)\\|"));
    qsizetype columns = 0;
    for (const QString &line : inspectionMarkdown(inspection, english).split(u'\n')) {
        const qsizetype count = line.startsWith(u'|') ? line.count(bar) : 0;
        if (columns != 0 && count != 0)
            QVERIFY2(count == columns, qPrintable(line));
        columns = count;
    }
}

void HtmlTest::severalServersBeginWithATable()
{
    Inspection other = everyfield::full();
    other.evidence.target.host = text("mx2.example.org");
    const QList<Inspection> two{everyfield::full(), other};
    const QString html = surveyHtml(two, english);
    QCOMPARE(shapeOf(html).error, QString());
    QVERIFY(html.contains(text("<title>mx.example.org and mx2.example.org – Mailseal</title>")));
    QCOMPARE(html.count(text("<h1 ")), 1);
    QCOMPARE(html.count(text("<h2 class=\"level1\"")), 2);
    const QString markdown = surveyMarkdown(two, english);
    QVERIFY(markdown.startsWith(text("# mx.example.org and mx2.example.org\n")));
    QVERIFY(markdown.contains(text("\n## mx2.example.org\n")));
    QVERIFY(markdown.indexOf(text("| Server |")) < markdown.indexOf(text("\n## ")));
}

void HtmlTest::everyEndIsAReport()
{
    for (int end = 0; end <= int(EndReason::FromNewerVersion); ++end) {
        Inspection inspection;
        inspection.evidence.session.end = EndReason(end);
        QCOMPARE(shapeOf(inspectionHtml(inspection, english)).error, QString());
        QVERIFY(!inspectionMarkdown(inspection, english).isEmpty());
        inspection = everyfield::full();
        inspection.evidence.session.end = EndReason(end);
        QCOMPARE(shapeOf(inspectionHtml(inspection, english)).error, QString());
    }
}

void HtmlTest::notesWhatWasDoneToIt()
{
    Inspection inspection = everyfield::full();
    QVERIFY(inspectionMarkdown(inspection, english)
                .contains(text("> Judged again as of 2026-11-25 00:00:00 UTC, without a connection; judged "
                               "before as of 2026-11-24 01:02:04 UTC.")));
    QVERIFY(!inspectionHtml(inspection, english).contains(text("Redacted")));
    inspection.evidence.redacted = true;
    inspection.rejudged->changes.clear();
    const QString markdown = inspectionMarkdown(inspection, english);
    QVERIFY(markdown.contains(text("> Redacted: ")));
    QVERIFY(markdown.contains(text("No verdict is another one now.")));
    inspection.rejudged.reset();
    QVERIFY(!inspectionMarkdown(inspection, english).contains(text("Judged again")));
}

MAILSEAL_TEST(HtmlTest)
#include "tst_html.moc"
