#include "redact/redact.h"
#include "savedfile/fieldwalk.h"
#include "support/fixtures/everyfield.h"
#include "support/fixtures/filling.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace mailseal;

namespace {

/// What must not be found in a redacted file, and the field it came from.
struct Marker
{
    QByteArray field;
    QByteArrayList written; ///< how it may stand in the JSON
};

/// Puts into every field that is not public something that nothing else holds.
class Marking
{
public:
    template <typename T>
    void operator()(const char *name, T &value, FieldKind kind)
    {
        if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QByteArray>)
            mark(name, value, kind);
        else
            isOtherPublic = isOtherPublic && kind == FieldKind::Public;
    }

    QList<Marker> markers;
    bool isOtherPublic = true; ///< what is no text

private:
    void mark(const char *name, QString &text, FieldKind kind)
    {
        const QByteArray said = next(name, kind);
        text = kind == FieldKind::Public ? QStringLiteral("public") : QString::fromLatin1(said);
    }
    void mark(const char *name, QByteArray &bytes, FieldKind kind)
    {
        bytes = next(name, kind);
        if (kind == FieldKind::Digest)
            bytes = QByteArray::fromHex(bytes);
    }

    /// The value, in the form of its kind.
    QByteArray next(const char *name, FieldKind kind)
    {
        const int number = 1000 + static_cast<int>(markers.size());
        const QByteArray word = "leak" + QByteArray::number(number) + "x";
        const QByteArray host = word + ".marker.test";
        const auto put = [&](const QByteArray &value, const QByteArrayList &written) {
            markers.append({name, written});
            return value;
        };
        switch (kind) {
        case FieldKind::Public:
            return {};
        case FieldKind::Host:
        case FieldKind::HostOrAddress:
        case FieldKind::CommonName:
            return put(host, {word});
        case FieldKind::Address: {
            const QByteArray address =
                "10.77." + QByteArray::number(number / 250) + '.' + QByteArray::number(number % 250 + 1);
            return put(address, {'"' + address + '"'});
        }
        case FieldKind::PresentedName:
            return put("DNS:" + host, {word});
        case FieldKind::DistinguishedName:
            return put("CN=" + host + ",O=" + word + " Inc", {word});
        case FieldKind::Serial:
            return put("abcdef" + QByteArray::number(number), {"abcdef" + QByteArray::number(number)});
        case FieldKind::Fingerprint:
        case FieldKind::Digest: {
            const QByteArray digits = QByteArray::number(number).repeated(16);
            return put(digits, {digits});
        }
        case FieldKind::Text:
            return put("said by " + host, {word});
        case FieldKind::TextOrName:
            return put(number % 2 == 0 ? "said by " + host : "O=" + word + " Inc", {word});
        case FieldKind::CertificateFile:
        case FieldKind::AnchorFile:
            return put("/home/" + word + "/some.pem", {word});
        case FieldKind::Certificate:
        case FieldKind::LeftOut: // as base64 in PEM, or in hexadecimal digits
            return put(word, {word.toBase64(), word.toHex()});
        }
        return {};
    }
};

/// The texts that are public, in their order.
class PublicTexts
{
public:
    template <typename T>
    void operator()(const char * /*name*/, const T &value, FieldKind kind)
    {
        if constexpr (std::is_same_v<T, QString>) {
            if (kind == FieldKind::Public)
                all.append(value);
        }
    }

    QStringList all;
};

} // namespace

/// No field of a saved file can leak for having been forgotten: redact goes by the kind that each description
/// must name, and here every kind is tried on every field.
class EveryFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeaks_data();
    void nothingLeaks();
    void aNameThatStandsAloneIsKnown();
};

void EveryFieldTest::nothingLeaks_data()
{
    QTest::addColumn<Origin>("origin");
    QTest::newRow("seen") << Origin::Session;
    QTest::newRow("judged offline") << Origin::Offline;
}

void EveryFieldTest::nothingLeaks()
{
    QFETCH(Origin, origin);
    Inspection inspection;
    inspection.evidence.origin = origin;
    inspection.evidence.anchors.store = AnchorStore::File;
    Marking marking;
    Filling filling(marking);
    describe(filling, inspection);
    inspection.evidence.dns->tlsa->records = {inspection.dane->records.constFirst().record};
    QVERIFY(marking.isOtherPublic);
    QVERIFY2(marking.markers.size() > 100, qPrintable(QString::number(marking.markers.size())));

    const Inspection redacted = redact(inspection);
    const QByteArray before = writeJsonLine(inspection);
    const QByteArray after = writeJsonLine(redacted);
    QByteArrayList notWritten;
    for (const Marker &marker : marking.markers) {
        const auto isIn = [&](const QByteArray &json) {
            return std::any_of(marker.written.begin(), marker.written.end(),
                               [&](const QByteArray &one) { return json.contains(one); });
        };
        if (!isIn(before))
            notWritten.append(marker.field);
        QVERIFY2(!isIn(after), marker.field + " " + marker.written.join(' '));
    }
    QCOMPARE(notWritten, QByteArrayList{"data"}); // of the TLSA record in whose place its outcome stands
    QVERIFY(!after.contains("leak"));

    PublicTexts was;
    PublicTexts is;
    Inspection copy = inspection;
    copy.tlsaProposals.clear(); // these are left out as a whole
    FieldWalk walkBefore(was);
    describe(walkBefore, copy);
    copy = redacted;
    FieldWalk walkAfter(is);
    describe(walkAfter, copy);
    QCOMPARE(is.all, was.all);
    QVERIFY(everyfield::read(after).value(0) == redacted);
}

void EveryFieldTest::aNameThatStandsAloneIsKnown()
{
    // The policy host's certificate names an organisation, and a server says it.
    Inspection inspection = everyfield::full();
    inspection.sts->chain->sent.first().subject = QStringLiteral("CN=mta-sts.example.org,O=Acme Group");
    inspection.evidence.session.greeting = Reply{220, {}, "welcome to Acme Group"};
    inspection.evidence.assumptions = {
        {AssumptionKind::ExtraRoot, {QStringLiteral("CN=Acme Root,O=Secret Works")}}};
    const QByteArray after = writeJsonLine(redact(inspection));
    QVERIFY(!after.contains("Acme"));
    QVERIFY(!after.contains("Secret Works"));
}

MAILSEAL_TEST(EveryFieldTest)
#include "tst_everyfield.moc"
