#include "wording/comparisonwording.h"

#include "values/tone.h"
#include "wire/escape.h"
#include "wire/wire.h"
#include "wording/dnswording.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

#include <QSet>

#include <algorithm>

namespace mailseal {

namespace {

constexpr qsizetype longestItem = 200;
constexpr qsizetype longestValue = 400;
constexpr qsizetype mostItems = 12;

/// One of the items of a list that are shown, then how many more there are.
QString joinedItems(const QStringList &items, const QString &more)
{
    QStringList shown;
    for (const QString &item : items.first(qMin(items.size(), mostItems)))
        shown.append(shortened(item, longestItem));
    if (items.size() > mostItems)
        shown.append(withArguments(more, {QString::number(items.size() - mostItems)}));
    return shown.join(QStringLiteral(", "));
}

/// A reply on one line, "421 4.7.0 try again later".
QString replyText(const Reply &reply)
{
    QStringList parts{QString::number(reply.code), escapeBytes(reply.enhanced)};
    for (const QByteArray &line : reply.text.split('\n'))
        parts.append(escapeBytes(line));
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString milliseconds(std::chrono::microseconds duration)
{
    return QString::number(std::chrono::duration_cast<std::chrono::milliseconds>(duration).count()) +
           QLatin1StringView(" ms");
}

/// The members of a value that is a set; nullopt where it is none.
std::optional<QStringList> membersOf(const ComparedValue &value)
{
    if (const auto *texts = std::get_if<QStringList>(&value)) {
        QStringList members;
        members.reserve(texts->size());
        for (const QString &each : *texts)
            members.append(oneLine(each));
        return members;
    }
    if (const auto *lines = std::get_if<Capabilities>(&value)) {
        QStringList members;
        members.reserve(lines->size());
        for (const QByteArray &line : *lines)
            members.append(escapeBytes(line));
        return members;
    }
    return std::nullopt;
}

} // namespace

QString spokenLine(const TranscriptEntry &entry, const Wording &wording)
{
    const QString line = entry.from == Speaker::Server   ? QStringLiteral("S: ")
                         : entry.from == Speaker::Client ? QStringLiteral("C: ")
                                                         : QStringLiteral("-- ");
    return line + entryText(entry, wording);
}

QString shortened(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const qsizetype end = most - 1;
    return text.first(text.at(end - 1).isHighSurrogate() ? end - 1 : end) + QStringLiteral("…");
}

/// One overload a type of value: all but sets, which need the other side as well.
class ValueWords
{
public:
    ValueWords(const Wording &wording, Fact fact)
        : m_wording(wording)
        , m_fact(fact)
    {
    }

    QString operator()(std::monostate) const { return {}; }
    QString operator()(bool is) const
    {
        if (m_fact == Fact::NameMatches && !is)
            return word(QT_TRANSLATE_NOOP("wording", "no, the certificate does not name it"));
        return is ? word(QT_TRANSLATE_NOOP("wording", "yes")) : word(QT_TRANSLATE_NOOP("wording", "no"));
    }
    QString operator()(qint64 number) const
    {
        if (m_fact == Fact::StsMaxAge)
            return withArguments(word(QT_TRANSLATE_NOOP("wording", "%1 seconds")), {QString::number(number)});
        if (m_fact != Fact::Chain)
            return QString::number(number);
        return number == 1 ? word(QT_TRANSLATE_NOOP("wording", "1 certificate"))
                           : withArguments(word(QT_TRANSLATE_NOOP("wording", "%1 certificates")),
                                           {QString::number(number)});
    }
    QString operator()(const QString &text) const { return text; }
    QString operator()(const QStringList &texts) const { return texts.join(QLatin1StringView(", ")); }
    QString operator()(const QDateTime &time) const { return instantText(time); }
    QString operator()(std::chrono::microseconds duration) const { return milliseconds(duration); }
    QString operator()(const Verdict &verdict) const
    {
        return withArguments(
            word(QT_TRANSLATE_NOOP("wording", "%1, %2: %3")),
            {m_wording.standing(verdict.standing), m_wording.delivery(verdict.delivery),
             verdict.because.isEmpty() ? QString() : m_wording.finding(verdict.because.constFirst())});
    }
    QString operator()(const CertificateFacts &certificate) const { return certificate.subject; }
    QString operator()(const Finding &finding) const { return m_wording.finding(finding); }
    QString operator()(SelfSignedKind kind) const
    {
        const QString yes = word(QT_TRANSLATE_NOOP("wording", "yes"));
        const QString no = word(QT_TRANSLATE_NOOP("wording", "no"));
        switch (kind) {
        case SelfSignedKind::Leaf:
            return yes + QLatin1StringView(", ") +
                   word(QT_TRANSLATE_NOOP("wording", "the certificate is its own issuer"));
        case SelfSignedKind::UntrustedRoot:
            return no + QLatin1StringView(", ") +
                   word(QT_TRANSLATE_NOOP("wording",
                                          "but the root of its chain is, and it is no trust anchor here"));
        case SelfSignedKind::Anchored:
            return yes + QLatin1StringView(", ") +
                   word(QT_TRANSLATE_NOOP("wording", "and made a trust anchor here"));
        }
        return {};
    }
    QString operator()(const KeyStrength &key) const
    {
        return withArguments(word(QT_TRANSLATE_NOOP("wording", "%1, %2 bits")),
                             {key.type, QString::number(key.bits)});
    }
    QString operator()(const NameComparison &check) const
    {
        return withArguments(check.matches ? word(QT_TRANSLATE_NOOP("wording", "matches: %1"))
                                           : word(QT_TRANSLATE_NOOP("wording", "does not match: %1")),
                             {m_wording.nameReason(check)});
    }
    QString operator()(const TlsFacts &tls) const { return tlsText(tls); }
    QString operator()(TlsProtocol protocol) const { return m_wording.protocol(protocol); }
    QString operator()(const TlsAlert &alert) const
    {
        return QStringLiteral("%1 (%2)").arg(alert.name, QString::number(alert.number));
    }
    QString operator()(EndReason end) const { return word(endWords(end)); }
    QString operator()(const Reply &reply) const { return replyText(reply); }
    QString operator()(const Capabilities &lines) const { return escapeBytes(lines.join(", ")); }
    QString operator()(const ConformanceRow &row) const
    {
        return withArguments(word(QT_TRANSLATE_NOOP("wording", "%1: %2")),
                             {m_wording.standing(row.standing), m_wording.conformanceText(row)});
    }
    QString operator()(const Endpoint &endpoint) const
    {
        return endpointText(endpoint.address, endpoint.port);
    }
    QString operator()(Service service) const { return m_wording.service(service); }
    QString operator()(Start start) const { return m_wording.start(start); }
    QString operator()(PolicyId policy) const { return m_wording.policyName(policy); }
    QString operator()(const LookupResult &result) const
    {
        QStringList parts{word(dnssecWords(result.dnssec))};
        if (result.lookup != LookupEnd::Found)
            parts.append(word(lookupWords(result.lookup)));
        return parts.join(QStringLiteral(", "));
    }
    QString operator()(StsMode mode) const { return toWire(mode); }
    QString operator()(StsFetchEnd end) const { return word(fetchWords(end)); }
    QString operator()(OcspStatus status) const { return word(stapleWords(status)); }

private:
    QString word(const char *source) const { return inLanguage(m_wording.speech(), source); }

    const Wording &m_wording;
    Fact m_fact;
};

QString ComparisonWording::value(const ComparedRow &row, ComparedSideOf side) const
{
    const bool isLeft = side == ComparedSideOf::Left;
    const ComparedValue &own = isLeft ? row.left : row.right;
    const ComparedValue &other = isLeft ? row.right : row.left;
    if (std::holds_alternative<std::monostate>(own)) {
        return row.relation == Relation::NotComparable ? inLanguage(QT_TRANSLATE_NOOP("wording", "not known"))
                                                       : QStringLiteral("—");
    }
    const QString more = inLanguage(QT_TRANSLATE_NOOP("wording", "%1 more"));
    const auto members = membersOf(own);
    if (!members)
        return shortened(oneLine(std::visit(ValueWords(m_wording, row.topic.fact), own)), longestValue);
    const auto others = membersOf(other);
    if (!others || row.relation == Relation::Same || members->size() + others->size() <= mostItems)
        return shortened(joinedItems(*members, more), longestValue);
    const QSet<QString> known(others->begin(), others->end());
    QStringList onlyHere;
    std::copy_if(members->begin(), members->end(), std::back_inserter(onlyHere),
                 [&](const QString &member) { return !known.contains(member); });
    const qsizetype shared = members->size() - onlyHere.size();
    QStringList parts;
    if (!onlyHere.isEmpty())
        parts.append(shortened(joinedItems(onlyHere, more), longestValue));
    if (shared > 0)
        parts.append(withArguments(inLanguage(QT_TRANSLATE_NOOP("wording", "%1 on both sides")),
                                   {QString::number(shared)}));
    return parts.join(QStringLiteral("; "));
}

namespace {

/// The policies whose verdict the step from left to right makes better or worse, each once.
QStringList policiesWith(Effect effect, const Comparison &comparison, const Wording &wording)
{
    QStringList policies;
    for (const ComparedRows &group : comparison.groups) {
        if (group.group != ComparedGroup::Verdicts)
            continue;
        for (const ComparedRow &row : group.rows) {
            if (row.effect == effect && !row.affects.isEmpty())
                policies.append(wording.policyName(row.affects.constFirst()));
        }
    }
    return policies;
}

} // namespace

std::pair<QString, QString> ComparisonWording::sideNames(const Comparison &comparison) const
{
    const ComparedSide left = comparison.left.value_or(ComparedSide());
    const ComparedSide right = comparison.right.value_or(ComparedSide());
    const auto names = [](const QString &one, const QString &other) {
        return std::pair(oneLine(one), oneLine(other));
    };
    if (left.host != right.host)
        return names(left.host, right.host);
    if (left.address != right.address || left.port != right.port)
        return names(endpointText(left.address, left.port), endpointText(right.address, right.port));
    if (left.observedAt != right.observedAt)
        return names(instantText(left.observedAt), instantText(right.observedAt));
    return {inLanguage(QT_TRANSLATE_NOOP("wording", "Left")),
            inLanguage(QT_TRANSLATE_NOOP("wording", "Right"))};
}

QString ComparisonWording::headline(const Comparison &comparison) const
{
    return headline(SurveyComparison{{comparison}, comparison.differences});
}

QString ComparisonWording::headline(const SurveyComparison &survey) const
{
    if (survey.isEqual()) {
        return survey.isTold() ? inLanguage(QT_TRANSLATE_NOOP("wording", "equal: no difference"))
                               : inLanguage(QT_TRANSLATE_NOOP(
                                     "wording", "no difference found, but not everything could be told"));
    }
    QStringList worse;
    QStringList better;
    for (const Comparison &pair : survey.pairs) {
        worse += policiesWith(Effect::Worse, pair, m_wording);
        better += policiesWith(Effect::Better, pair, m_wording);
    }
    worse.removeDuplicates();
    better.removeDuplicates();
    const auto list = [](const QStringList &names) { return names.join(QStringLiteral(", ")); };
    QString line = differences(survey.differences);
    if (!worse.isEmpty())
        line += withArguments(inLanguage(QT_TRANSLATE_NOOP("wording", "; right is worse for: %1")),
                              {list(worse)});
    if (!better.isEmpty())
        line += withArguments(inLanguage(QT_TRANSLATE_NOOP("wording", "; right is better for: %1")),
                              {list(better)});
    return line;
}

} // namespace mailseal
