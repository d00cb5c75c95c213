#include "models/capabilitymodel.h"
#include "models/chainmodel.h"
#include "models/conformancemodel.h"
#include "models/namesmodel.h"
#include "models/roles.h"
#include "models/transcriptmodel.h"
#include "models/transcriptplaces.h"
#include "models/verdictmodel.h"
#include "support/fixtures/servers.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace mailseal;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// The session as its first `lines` lines showed it.
Inspection cutAfter(const Inspection &whole, qsizetype lines)
{
    Inspection cut = whole;
    SessionFacts &session = cut.evidence.session;
    session.transcript = whole.evidence.session.transcript.first(lines);
    const int handshake = places::handshake(whole.evidence.session);
    if (lines < handshake) {
        session.tls.reset();
        session.handshake.reset();
    }
    return cut;
}

QString columnText(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyModelTakesEverySnapshot();
    void transcriptGrowsLineByLine();
    void transcriptBandStandsAtTheHandshake();
    void transcriptTimeOnlyWhereATurnBegins();
    void transcriptEscapesEverything();
    void transcriptFindsText();
    void capabilities_data();
    void capabilities();
    void verdictsSayNothingWhileNothingIsKnown();
    void rowsKeepTheirPlace();
    void chainHasProblemsAtTheirCertificate();
    void chainShowsPathAndAnchor();
    void commonNameIsNeverLookedAt();
};

void TestModels::everyModelTakesEverySnapshot()
{
    TranscriptModel transcript;
    CapabilityModel capabilities;
    VerdictModel verdicts;
    NamesModel names;
    ReferenceModel references;
    ChainModel chain;
    ConformanceModel conformance;
    QList<QAbstractItemModel *> models{&transcript, &capabilities, &verdicts,   &names,
                                       &references, &chain,        &conformance};
    for (QAbstractItemModel *model : models)
        new QAbstractItemModelTester(model, Mode::QtTest, model);
    for (const fixtures::Named &fixture : fixtures::all()) {
        const Inspection &inspection = fixture.inspection;
        const bool running = fixture.progress.stage != Stage::Done;
        transcript.present(inspection);
        capabilities.present(inspection.evidence, running);
        verdicts.present(inspection, running);
        names.present(inspection.names.value_or(NameCheck()));
        references.present(inspection.names.value_or(NameCheck()));
        chain.present(inspection.chain.value_or(ChainFacts()), inspection.evidence.anchors,
                      inspection.judgedAt);
        conformance.present(inspection.conformance, running);
        QCOMPARE(verdicts.rowCount(), static_cast<int>(inspection.verdicts.size()));
        QCOMPARE(conformance.rowCount(), static_cast<int>(inspection.conformance.size()));
        QVERIFY(transcript.rowCount() >= inspection.evidence.session.transcript.size());
    }
}

void TestModels::transcriptGrowsLineByLine()
{
    const Inspection whole = fixtures::selfSigned();
    TranscriptModel model;
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.present(cutAfter(whole, 1));
    const QPersistentModelIndex greeting = model.index(0);
    for (qsizetype lines = 2; lines <= whole.evidence.session.transcript.size(); ++lines)
        model.present(cutAfter(whole, lines));
    QCOMPARE(model.rowCount(), static_cast<int>(whole.evidence.session.transcript.size()) + 1);
    QVERIFY(greeting.isValid());
    QCOMPARE(greeting.row(), 0);
    QCOMPARE(resets.count(), 0);
    model.present(fixtures::noStarttls());
    QCOMPARE(resets.count(), 1);
}

void TestModels::transcriptBandStandsAtTheHandshake()
{
    TranscriptModel model;
    model.present(fixtures::selfSigned());
    QCOMPARE(model.handshakeRow(), 9);
    const QModelIndex band = model.index(9);
    QCOMPARE(band.data(TranscriptModel::KindRole).toInt(),
             static_cast<int>(TranscriptModel::Kind::Handshake));
    QCOMPARE(band.data(TranscriptModel::EntryRole).toInt(), -1);
    const QString text = band.data().toString();
    for (const char *part : {"TLS 1.3", "TLS_AES_256_GCM_SHA384", "X25519", "self-signed", "57", "RFC 3207"})
        QVERIFY2(text.contains(QLatin1StringView(part)), part);
    QVERIFY(!model.index(8).data(TranscriptModel::TlsRole).toBool());
    QVERIFY(model.index(10).data(TranscriptModel::TlsRole).toBool());
    QCOMPARE(model.rowOf(8), 8);
    QCOMPARE(model.rowOf(9), 10);

    Inspection failed = fixtures::noStarttls();
    failed.evidence.session.transcript = fixtures::spoken().lines();
    failed.evidence.session.handshake =
        HandshakeFacts{false, {}, TlsAlert{2, 40, QStringLiteral("handshake_failure")}, {}};
    model.present(failed);
    QCOMPARE(model.handshakeRow(), 9);
    QCOMPARE(model.index(9).data(TranscriptModel::KindRole).toInt(),
             static_cast<int>(TranscriptModel::Kind::FailedHandshake));
    QVERIFY(model.index(9).data().toString().contains(QLatin1StringView("handshake_failure")));
    model.present(fixtures::noStarttls());
    QCOMPARE(model.handshakeRow(), -1);
}

void TestModels::transcriptTimeOnlyWhereATurnBegins()
{
    TranscriptModel model;
    model.present(fixtures::good());
    QCOMPARE(model.index(0).data(TranscriptModel::TimeRole).toString(), QLocale().toString(0.051, 'f', 3));
    QVERIFY(!model.index(2).data(TranscriptModel::TimeRole).toString().isEmpty());
    for (int row = 3; row <= 6; ++row)
        QVERIFY(model.index(row).data(TranscriptModel::TimeRole).toString().isEmpty());
}

void TestModels::transcriptEscapesEverything()
{
    TranscriptModel model;
    model.present(fixtures::hostile());
    for (const int role :
         {int(Qt::DisplayRole), int(TranscriptModel::CopyRole), int(Qt::AccessibleTextRole)}) {
        const QString text = model.index(0).data(role).toString();
        QVERIFY(text.contains(QLatin1StringView("<b>bold</b>")));
        QVERIFY(text.contains(QLatin1StringView("\\x1b[31mred")));
        QVERIFY(text.contains(QLatin1StringView("\\xe2\\x80\\xae")));
        QVERIFY(text.contains(QLatin1StringView("\\x00 \\xff")));
        QVERIFY(!text.contains(QChar(0x202e)));
    }
    constexpr qsizetype longLine = 65'536;
    Inspection cut = fixtures::good();
    cut.evidence.session.transcript[0].text = QByteArray(longLine, 'x');
    cut.evidence.session.transcript[0].cutBytes = 17;
    model.present(cut);
    QVERIFY(model.index(0).data().toString().size() < 3000);
    QVERIFY(model.index(0).data(TranscriptModel::CopyRole).toString().size() > longLine);
    QVERIFY(model.index(0).data(TranscriptModel::CopyRole).toString().contains(QLatin1StringView("17")));
}

void TestModels::transcriptFindsText()
{
    TranscriptModel model;
    model.present(fixtures::longConversation(32'000));
    QCOMPARE(model.rowsContaining(QStringLiteral("x-line31999")), QList<int>{4 + 31'999});
    QCOMPARE(model.rowsContaining({}), QList<int>());
    QCOMPARE(model.rowsContaining(QStringLiteral("no such text")), QList<int>());
}

void TestModels::capabilities_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<QList<QByteArray>>("after");
    QTest::addColumn<bool>("second");
    QTest::addColumn<QString>("capability");
    QTest::addColumn<int>("badge");
    const auto row = [](const char *name, QList<QByteArray> before, QList<QByteArray> after, bool second,
                        const char *capability, Badge badge) {
        QTest::newRow(name) << before << after << second << QString::fromLatin1(capability)
                            << static_cast<int>(badge);
    };
    row("AUTH only under TLS is as it should be", {"STARTTLS"}, {"AUTH PLAIN"}, true, "AUTH PLAIN",
        Badge::Satisfied);
    row("AUTH PLAIN in clear text is wrong", {"AUTH PLAIN"}, {"AUTH PLAIN"}, true, "AUTH PLAIN",
        Badge::Violated);
    row("the old form AUTH=LOGIN counts too", {"AUTH=LOGIN"}, {}, true, "AUTH=LOGIN", Badge::Violated);
    row("other mechanisms in clear text are remarked", {"AUTH CRAM-MD5"}, {}, true, "AUTH CRAM-MD5",
        Badge::Warned);
    row("STARTTLS is gone after TLS", {"STARTTLS"}, {"SIZE"}, true, "STARTTLS", Badge::Satisfied);
    row("STARTTLS again after TLS is forbidden", {"starttls"}, {"STARTTLS"}, true, "STARTTLS",
        Badge::Violated);
    row("without a second list nothing can be told", {"STARTTLS"}, {}, false, "STARTTLS",
        Badge::Undetermined);
    row("a masked keyword is recognised", {"XXXXXXXA"}, {}, false, "XXXXXXXA", Badge::Warned);
}

void TestModels::capabilities()
{
    QFETCH(QList<QByteArray>, before);
    QFETCH(QList<QByteArray>, after);
    QFETCH(bool, second);
    QFETCH(QString, capability);
    QFETCH(int, badge);
    Evidence evidence;
    evidence.session.capabilitiesBeforeTls = before;
    if (second)
        evidence.session.capabilitiesAfterTls = after;
    bool found = false;
    for (const CapabilityRow &row : capabilityRows(evidence, false)) {
        if (row.capability != capability)
            continue;
        found = true;
        QVERIFY(row.badge.has_value());
        QCOMPARE(static_cast<int>(*row.badge), badge);
    }
    QVERIFY(found);
}

void TestModels::verdictsSayNothingWhileNothingIsKnown()
{
    VerdictModel model;
    model.present(fixtures::running(), true);
    QVERIFY(model.rowCount() > 0);
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(columnText(model, row, VerdictModel::Delivery), QStringLiteral("…"));
        QCOMPARE(columnText(model, row, VerdictModel::Fact), QStringLiteral("…"));
        QCOMPARE(model.index(row, VerdictModel::Delivery).data(BadgeRole).toInt(),
                 static_cast<int>(Badge::Running));
    }
    // The greeting alone must not be read as "no STARTTLS" either.
    Inspection premature = fixtures::noStarttls();
    model.present(premature, true);
    QCOMPARE(columnText(model, 0, VerdictModel::Delivery), QStringLiteral("…"));
    model.present(premature, false);
    QVERIFY(columnText(model, 0, VerdictModel::Delivery) != QStringLiteral("…"));
}

void TestModels::rowsKeepTheirPlace()
{
    VerdictModel model;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.present(fixtures::running(), true);
    const QPersistentModelIndex third = model.index(2, 0);
    model.present(fixtures::selfSigned(), false);
    QVERIFY(third.isValid());
    QCOMPARE(third.row(), 2);
    QCOMPARE(resets.count(), 0);
    QVERIFY(changes.count() > 0);
    changes.clear();
    model.present(fixtures::selfSigned(), false);
    QCOMPARE(changes.count(), 0);
}

void TestModels::chainHasProblemsAtTheirCertificate()
{
    const Inspection inspection = fixtures::expired();
    ChainModel model;
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.present(*inspection.chain, inspection.evidence.anchors, inspection.judgedAt);
    const QModelIndex leaf = model.indexOfDepth(0);
    QCOMPARE(model.rowCount(leaf), 1);
    QCOMPARE(model.rowCount(model.indexOfDepth(1)), 0);
    const QModelIndex problem = model.index(0, 0, leaf);
    QCOMPARE(model.nodeAt(problem)->kind, ChainNode::Kind::Problem);
    QCOMPARE(model.certificateAt(problem), model.certificateAt(leaf));
    QCOMPARE(leaf.data(BadgeRole).toInt(), static_cast<int>(Badge::Violated));
    QVERIFY(!model.indexOfDepth(2).isValid());
}

void TestModels::chainShowsPathAndAnchor()
{
    Inspection inspection = fixtures::good();
    ChainModel model;
    model.present(*inspection.chain, inspection.evidence.anchors, inspection.judgedAt);
    const QModelIndex path = model.index(model.rowCount() - 1, 0);
    QCOMPARE(model.nodeAt(path)->kind, ChainNode::Kind::Path);
    QCOMPARE(model.rowCount(path), 3);
    const QModelIndex anchor = model.index(2, 0, path);
    QVERIFY(model.certificateAt(anchor));
    QCOMPARE(model.certificateAt(anchor)->sha256, inspection.chain->anchor->sha256);
    QCOMPARE(path.data(BadgeRole).toInt(), static_cast<int>(Badge::Satisfied));

    inspection = fixtures::selfSigned();
    model.present(*inspection.chain, inspection.evidence.anchors, inspection.judgedAt);
    const QModelIndex none = model.index(model.rowCount() - 1, 0);
    QCOMPARE(none.data(BadgeRole).toInt(), static_cast<int>(Badge::Violated));
    QCOMPARE(model.rowCount(none), 0);
}

void TestModels::commonNameIsNeverLookedAt()
{
    NamesModel model;
    model.present(*fixtures::good().names);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, NamesModel::Outcome).data(BadgeRole).toInt(), static_cast<int>(Badge::Satisfied));
    QCOMPARE(model.index(1, NamesModel::Outcome).data(BadgeRole).toInt(), static_cast<int>(Badge::Violated));
    QCOMPARE(model.index(2, NamesModel::Outcome).data(BadgeRole).toInt(),
             static_cast<int>(Badge::NotApplicable));
    QVERIFY(model.index(2, NamesModel::Presented).data(MutedRole).toBool());
}

MAILSEAL_TEST(TestModels)
#include "tst_models.moc"
