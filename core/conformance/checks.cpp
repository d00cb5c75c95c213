#include "conformance/checks.h"

#include "conformance/transcriptlines.h"
#include "dialogue/ehlolist.h"
#include "values/endtraits.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

constexpr int accepted = 250;
constexpr int refused = 554; // RFC 3207 §4.1
constexpr int tooBusy = 421; // RFC 5321 §3.8: may answer any command, and says nothing about TLS

/// What every check looks at.
struct Seen
{
    const SessionFacts &session;
    bool implicit;
    TranscriptLines lines;
};

struct Finished
{
    Standing standing;
    ConformanceNote note;
    QStringList args = {};
    QList<int> evidence = {};
};

QString textOf(const QByteArray &text)
{
    QString line = QString::fromUtf8(text).simplified();
    for (QChar &c : line) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return line;
}

QStringList codeAndText(const Reply &reply) { return {QString::number(reply.code), textOf(reply.text)}; }

/// Under implicit TLS the only EHLO is the one inside TLS, in whichever list the session kept it.
const std::optional<Capabilities> &offeredInsideTls(const Seen &seen)
{
    const bool onlyOne = seen.implicit && !seen.session.capabilitiesAfterTls;
    return onlyOne ? seen.session.capabilitiesBeforeTls : seen.session.capabilitiesAfterTls;
}

/// TLS came up, and neither side took it back with an alert before the first reply.
bool hasTls(const Seen &seen)
{
    return seen.session.tls.has_value() && seen.session.end != EndReason::HandshakeFailed;
}

ConformanceNote noTls(const Seen &seen)
{
    return seen.session.tls ? ConformanceNote::TlsTakenBack : ConformanceNote::NoTls;
}

/// Why nothing follows about the time after the handshake.
Finished notReached(const Seen &seen)
{
    if (!hasTls(seen))
        return {Standing::Undetermined, noTls(seen)};
    const bool byUs = traitsOf(seen.session.end).by == EndedBy::Us;
    return {Standing::Undetermined,
            byUs ? ConformanceNote::WeEndedTheSession : ConformanceNote::NoSecondEhlo};
}

Finished checkReadvertised(const Seen &seen)
{
    const auto &offered = offeredInsideTls(seen);
    if (!hasTls(seen) || !offered) {
        const auto &reply = seen.session.endReply;
        if (hasTls(seen) && seen.session.end == EndReason::RefusedAfterTls && reply) {
            return {Standing::Undetermined,
                    ConformanceNote::RefusedInsideTls,
                    {QString::number(reply->code)},
                    seen.lines.ehlo(true)};
        }
        return notReached(seen);
    }
    const QList<int> lines = seen.lines.ehlo(true);
    const bool again = std::any_of(offered->begin(), offered->end(), [](const QByteArray &line) {
        return extensionKeyword(line) == QByteArrayLiteral("STARTTLS");
    });
    if (!again)
        return {Standing::Satisfied, ConformanceNote::NotOfferedAgain, {}, lines};
    return {Standing::Violated,
            ConformanceNote::OfferedAgain,
            {},
            seen.lines.withKeyword(lines, {QByteArrayLiteral("STARTTLS")})};
}

Finished checkInjection(const Seen &seen)
{
    if (seen.implicit)
        return {Standing::NotApplicable, ConformanceNote::ImplicitTlsHasNo220};
    const QList<int> lines = seen.lines.starttls();
    if (!seen.session.sawStarttls220)
        return {Standing::Undetermined, ConformanceNote::No220, {}, lines};
    if (const auto &early = seen.session.earlyPlaintext) {
        return {Standing::Violated, ConformanceNote::TextBehind220, {QString::number(early->bytes)}, lines};
    }
    return {Standing::Satisfied, ConformanceNote::NothingBehind220, {}, lines};
}

Finished checkEhloAfterTls(const Seen &seen)
{
    const SessionFacts &session = seen.session;
    const QList<int> lines = seen.lines.ehlo(true);
    if (!hasTls(seen))
        return notReached(seen);
    std::optional<Reply> reply = session.ehloAfterTlsReply;
    if (!reply && session.end == EndReason::RefusedAfterTls)
        reply = session.endReply;
    if (!reply && offeredInsideTls(seen))
        reply = Reply{accepted, {}, {}};
    if (reply && reply->code == accepted)
        return {Standing::Satisfied, ConformanceNote::AnsweredWith250, {}, lines};
    if (reply && reply->code == refused) {
        return {Standing::NotApplicable,
                ConformanceNote::RefusedInsideTls,
                {QString::number(reply->code)},
                lines};
    }
    if (reply)
        return {reply->code == tooBusy ? Standing::Undetermined : Standing::Violated,
                ConformanceNote::AnsweredOtherwise, codeAndText(*reply), lines};
    Finished unknown = notReached(seen);
    if (unknown.note == ConformanceNote::WeEndedTheSession || lines.isEmpty())
        return unknown;
    return {Standing::Violated, ConformanceNote::NotAnswered, {}, lines};
}

Finished checkRefusalForm(const Seen &seen)
{
    const SessionFacts &session = seen.session;
    const QList<int> lines = seen.lines.ehlo(true);
    if (!hasTls(seen))
        return notReached(seen);
    if (session.end == EndReason::RefusedAfterTls && session.endReply) {
        const Reply &reply = *session.endReply;
        if (reply.code == refused)
            return {Standing::Satisfied, ConformanceNote::RefusedWith554, {}, lines};
        if (reply.code == tooBusy)
            return {Standing::Undetermined, ConformanceNote::AnsweredOtherwise, codeAndText(reply), lines};
        return {Standing::Violated, ConformanceNote::RefusedInAnotherForm, codeAndText(reply), lines};
    }
    if (offeredInsideTls(seen) || session.ehloAfterTlsReply)
        return {Standing::NotApplicable, ConformanceNote::DoesNotRefuse, {}, lines};
    Finished unknown = notReached(seen);
    if (unknown.note == ConformanceNote::WeEndedTheSession || lines.isEmpty())
        return unknown;
    return {Standing::Undetermined, ConformanceNote::NotAnswered, {}, lines};
}

/// The mechanisms of every AUTH line (RFC 4954 §3), and of "AUTH=" as servers wrote it before it.
QStringList authMechanisms(const Capabilities &offered)
{
    QStringList mechanisms;
    for (const QByteArray &line : offered) {
        if (extensionKeyword(line) != QByteArrayLiteral("AUTH"))
            continue;
        QByteArray rest = line.mid(4);
        rest.replace('=', ' ');
        for (const QByteArray &word : rest.simplified().split(' ')) {
            const QString mechanism = textOf(word).toUpper();
            if (!mechanism.isEmpty() && !mechanisms.contains(mechanism))
                mechanisms.append(mechanism);
        }
    }
    return mechanisms;
}

Finished checkAuth(const Seen &seen)
{
    const auto &before = seen.session.capabilitiesBeforeTls;
    if (seen.implicit)
        return {Standing::NotApplicable, ConformanceNote::ImplicitTlsHasNoClearText};
    if (!before)
        return {Standing::Undetermined, ConformanceNote::NoEhloReply};
    const QList<int> lines = seen.lines.ehlo(false);
    const QList<int> authLines = seen.lines.withKeyword(lines, {QByteArrayLiteral("AUTH")});
    const QStringList mechanisms = authMechanisms(*before);
    QStringList plaintext;
    std::copy_if(mechanisms.begin(), mechanisms.end(), std::back_inserter(plaintext),
                 [](const QString &name) {
                     return name == QLatin1StringView("PLAIN") || name == QLatin1StringView("LOGIN");
                 });
    if (!plaintext.isEmpty()) {
        return {Standing::Violated,
                ConformanceNote::PlaintextAuthBeforeTls,
                {plaintext.join(QStringLiteral(", "))},
                authLines};
    }
    if (!mechanisms.isEmpty()) {
        return {Standing::Satisfied,
                ConformanceNote::OtherAuthBeforeTls,
                {mechanisms.join(QStringLiteral(", "))},
                authLines};
    }
    // "No AUTH at all" takes both lists; where TLS came up and its list was not seen, only the first is
    // known.
    const auto &after = seen.session.capabilitiesAfterTls;
    const bool noneAtAll = after ? authMechanisms(*after).isEmpty() : !seen.session.sawStarttls220;
    if (noneAtAll)
        return {Standing::NotApplicable, ConformanceNote::NoAuthAtAll, {}, lines};
    if (!after) // what is offered inside TLS was not seen
        return {Standing::Satisfied, ConformanceNote::NoAuthInClear, {}, lines};
    return {Standing::Satisfied, ConformanceNote::NoAuthBeforeTls, {}, lines};
}

Finished checkKeywordCase(const Seen &seen)
{
    const SessionFacts &session = seen.session;
    if (!session.capabilitiesBeforeTls && !session.capabilitiesAfterTls)
        return {Standing::Undetermined, ConformanceNote::NoEhloReply};
    QStringList shown;
    QList<QByteArray> odd;
    for (const auto *offered : {&session.capabilitiesBeforeTls, &session.capabilitiesAfterTls}) {
        for (const QByteArray &line : offered->value_or(Capabilities{})) {
            const QByteArray keyword = keywordOf(line);
            const QByteArray upper = keyword.toUpper();
            if (keyword != upper && !odd.contains(upper)) {
                odd.append(upper);
                shown.append(textOf(keyword));
            }
        }
    }
    const QList<int> lines = seen.lines.ehlo(false) + seen.lines.ehlo(true);
    if (odd.isEmpty())
        return {Standing::Satisfied, ConformanceNote::KeywordsUpperCase, {}, lines};
    return {Standing::Satisfied,
            ConformanceNote::KeywordsOtherCase,
            {shown.join(QStringLiteral(", "))},
            seen.lines.withKeyword(lines, odd)};
}

Finished checkCloseNotify(const Seen &seen)
{
    if (!hasTls(seen))
        return {Standing::Undetermined, noTls(seen)};
    const QList<int> lines = seen.lines.quitInsideTls();
    switch (seen.session.closure) {
    case TlsClosure::CloseNotify:
        return {Standing::Satisfied, ConformanceNote::ClosedByCloseNotify, {}, lines};
    case TlsClosure::Truncated:
        return {Standing::Violated, ConformanceNote::ClosedWithoutCloseNotify, {}, lines};
    case TlsClosure::NotSeen:
    case TlsClosure::ByUs:
        break;
    }
    return {Standing::Undetermined, ConformanceNote::WeClosedFirst, {}, lines};
}

struct Check
{
    ConformanceId id;
    const char *clause;
    Finished (*run)(const Seen &);
};
constexpr std::array checks{
    Check{ConformanceId::StarttlsReadvertised, "RFC 3207 §4.2", &checkReadvertised},
    Check{ConformanceId::ResponseInjection, "RFC 3207 §4", &checkInjection},
    Check{ConformanceId::EhloAfterTls, "RFC 3207 §4.2", &checkEhloAfterTls},
    Check{ConformanceId::RefusalAfterTlsReply, "RFC 3207 §4.1", &checkRefusalForm},
    Check{ConformanceId::AuthBeforeTls, "RFC 4954 §4", &checkAuth},
    Check{ConformanceId::EhloKeywordCase, "RFC 5321 §4.1.1.1", &checkKeywordCase},
    Check{ConformanceId::CloseNotify, "RFC 8446 §6.1", &checkCloseNotify},
};

/// Whether there was a server at all: a line of it, a handshake, or at least a connection that was not the
/// proxy's own.
bool wasReached(const SessionFacts &session)
{
    if (session.end == EndReason::ProxyFailed)
        return false;
    const bool spoke =
        std::any_of(session.transcript.begin(), session.transcript.end(),
                    [](const TranscriptEntry &entry) { return entry.from == Speaker::Server; });
    return spoke || session.greeting || session.handshake || session.timings.connectUs;
}

} // namespace

QList<ConformanceRow> checkConformance(const Evidence &evidence)
{
    if (evidence.origin == Origin::Offline || !wasReached(evidence.session))
        return {};
    const Seen seen{evidence.session, evidence.target.start == Start::Implicit,
                    TranscriptLines(evidence.session.transcript)};
    QList<ConformanceRow> rows;
    for (const Check &check : checks) {
        const Finished finished = check.run(seen);
        rows.append({check.id, finished.standing, QString::fromUtf8(check.clause), finished.evidence,
                     finished.note, finished.args});
    }
    return rows;
}

} // namespace mailseal
