#include "report/page.h"
#include "report/text.h"
#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/transcripttext.h"

namespace mailseal {

namespace {

/// Always quoted, so that nothing in a cell can be taken for structure (RFC 4180 §2). A spreadsheet runs text
/// that begins like a formula, in full-width forms too; the apostrophe keeps it text.
QByteArray cell(const QString &text)
{
    QString safe = oneLine(text);
    constexpr char16_t dangerous[] = u"=+-@\t\r＝＋－＠";
    if (!safe.isEmpty() && QStringView(dangerous).contains(safe.front()))
        safe.prepend(u'\'');
    return '"' + safe.replace(u'"', QLatin1StringView("\"\"")).toUtf8() + '"';
}

QString instant(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString yesNo(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }

QString joined(const QList<PolicyId> &policies)
{
    QStringList ids;
    for (const PolicyId policy : policies)
        ids.append(toWire(policy));
    return ids.join(u' ');
}

QString codes(const QList<Finding> &findings)
{
    QStringList words;
    for (const Finding &finding : findings)
        words.append(toWire(finding.code));
    return words.join(u' ');
}

QString wholeMilliseconds(const std::optional<qint64> &microseconds)
{
    constexpr qint64 perMillisecond = 1000;
    return microseconds ? QString::number(*microseconds / perMillisecond) : QString();
}

const CertificateFacts *leafOf(const Inspection &inspection)
{
    return inspection.chain && !inspection.chain->sent.isEmpty() ? &inspection.chain->sent.constFirst()
                                                                 : nullptr;
}

QString leafText(const Inspection &inspection, QString CertificateFacts::*field)
{
    const auto *leaf = leafOf(inspection);
    return leaf ? leaf->*field : QString();
}

struct Column
{
    const char *name;
    QString (*value)(const Inspection &);
};

constexpr Column columns[] = {
    {"observedAt", [](const Inspection &i) { return instant(i.evidence.observedAt); }},
    {"input", [](const Inspection &i) { return i.evidence.target.input; }},
    {"host", [](const Inspection &i) { return i.evidence.target.host; }},
    {"address", [](const Inspection &i) { return i.evidence.target.address; }},
    {"port", [](const Inspection &i) { return QString::number(i.evidence.target.port); }},
    {"service", [](const Inspection &i) { return toWire(i.evidence.target.service); }},
    {"policy", [](const Inspection &i) { return toWire(i.evidence.target.policy); }},
    {"standing",
     [](const Inspection &i) {
         const auto *verdict = actingVerdict(i);
         return verdict ? toWire(verdict->standing) : QString();
     }},
    {"delivery",
     [](const Inspection &i) {
         const auto *verdict = actingVerdict(i);
         return verdict ? toWire(verdict->delivery) : QString();
     }},
    {"because",
     [](const Inspection &i) {
         const auto *verdict = actingVerdict(i);
         return verdict && !verdict->because.isEmpty()
                    ? Wording(Wording::Speech::English).finding(verdict->because.constFirst())
                    : QString();
     }},
    {"end", [](const Inspection &i) { return toWire(i.evidence.session.end); }},
    {"endReplyCode",
     [](const Inspection &i) {
         const auto &reply = i.evidence.session.endReply;
         return reply ? QString::number(reply->code) : QString();
     }},
    {"endReplyText",
     [](const Inspection &i) {
         const auto &reply = i.evidence.session.endReply;
         return reply ? escapeBytes(QByteArray(reply->text).replace('\n', ' ')) : QString();
     }},
    {"protocol",
     [](const Inspection &i) {
         const auto &tls = i.evidence.session.tls;
         return tls ? toWire(tls->protocol) : QString();
     }},
    {"cipher",
     [](const Inspection &i) {
         const auto &tls = i.evidence.session.tls;
         return tls ? tls->cipher : QString();
     }},
    {"trusted", [](const Inspection &i) { return i.chain ? yesNo(i.chain->trusted) : QString(); }},
    {"selfSigned", [](const Inspection &i) { return i.chain ? yesNo(i.chain->selfSigned) : QString(); }},
    {"selfSignedKind",
     [](const Inspection &i) {
         return i.chain && i.chain->selfSignedKind ? toWire(*i.chain->selfSignedKind) : QString();
     }},
    {"nameMatches",
     [](const Inspection &i) { return i.names && i.names->matches ? yesNo(*i.names->matches) : QString(); }},
    {"matchedBy", [](const Inspection &i) { return i.names ? i.names->matchedBy : QString(); }},
    {"subject", [](const Inspection &i) { return leafText(i, &CertificateFacts::subject); }},
    {"issuer", [](const Inspection &i) { return leafText(i, &CertificateFacts::issuer); }},
    {"notAfter",
     [](const Inspection &i) {
         const auto *leaf = leafOf(i);
         return leaf ? instant(leaf->notAfter) : QString();
     }},
    {"sha256",
     [](const Inspection &i) {
         const auto *leaf = leafOf(i);
         return leaf ? QString::fromLatin1(leaf->sha256) : QString();
     }},
    {"problems", [](const Inspection &i) { return i.chain ? codes(i.chain->problems) : QString(); }},
    {"remarks", [](const Inspection &i) { return codes(i.evidence.session.remarks + i.evidence.remarks); }},
    {"acceptedBy", [](const Inspection &i) { return joined(acceptedBy(i.verdicts)); }},
    {"refusedBy", [](const Inspection &i) { return joined(refusedBy(i.verdicts)); }},
    {"connections", [](const Inspection &i) { return QString::number(i.evidence.observer.connections); }},
    {"totalMs", [](const Inspection &i) { return wholeMilliseconds(i.evidence.session.timings.totalUs); }},
};

} // namespace

QByteArray csvHeader()
{
    QList<QByteArray> names;
    for (const Column &column : columns)
        names.append(column.name);
    return names.join(',') + "\r\n";
}

QByteArray csvLine(const Inspection &inspection)
{
    QList<QByteArray> cells;
    for (const Column &column : columns)
        cells.append(cell(column.value(inspection)));
    return cells.join(',') + "\r\n";
}

} // namespace mailseal
