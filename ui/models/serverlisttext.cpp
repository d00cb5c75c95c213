#include "models/serverlisttext.h"

#include "answers/badge.h"
#include "answers/problem.h"
#include "models/answers.h"
#include "models/certificatetext.h"
#include "values/domainname.h"
#include "wire/escape.h"
#include "wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <optional>

namespace mailseal {

namespace {

struct ServerListText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::ServerListText)
};

/// The server's own words where they ended it.
QString quoted(const Reply &reply)
{
    constexpr qsizetype enough = 60;
    const QString words = escapeUnprintable(QString::fromUtf8(reply.text.left(4 * enough)).simplified());
    return QStringLiteral("%1 %2").arg(reply.code).arg(words.left(enough)).trimmed();
}

/// The problem, with what a line has room for: the server's own words, how long ago.
QString problemWord(const Inspection &inspection)
{
    const auto problem = problemOf(inspection);
    const SessionFacts &session = inspection.evidence.session;
    if (problem == ServerProblem::AsTheBadge && session.endReply)
        return quoted(*session.endReply);
    if (problem == ServerProblem::Expired &&
        inspection.chain->sent.constFirst().notAfter < inspection.judgedAt)
        return validityText(inspection.chain->sent.constFirst(), inspection.judgedAt);
    return problemText(inspection);
}

/// The policy acted under, where it is not satisfied: a mark of its own beside the badge.
void addActing(ServerText &text, const Inspection &inspection)
{
    const Verdict *verdict = actingVerdict(inspection);
    if (!verdict || verdict->standing == Standing::Satisfied)
        return;
    const Wording wording(Wording::Speech::Translated);
    text.acting = QStringLiteral("%1: %2").arg(wording.policyName(verdict->policy),
                                               wording.standing(verdict->standing));
    if (const Badge badge = badgeOf(verdict->standing);
        badge != text.badge) // else the badge shows it already
        text.actingBadge = badge;
}

} // namespace

QString endpointText(const Target &target, bool always)
{
    const QString &address =
        target.connectedTo.address.isEmpty() ? target.address : target.connectedTo.address;
    const quint16 port = target.connectedTo.port == 0 ? target.port : target.connectedTo.port;
    if (address.isEmpty() || (!always && port == defaultPort(target.service)))
        return address;
    return (address.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(address, QString::number(port));
}

QString durationText(qint64 microseconds)
{
    constexpr qint64 millisecond = 1000;
    constexpr qint64 longer = 10'000'000;
    const QLocale locale;
    if (microseconds >= longer)
        return ServerListText::tr("%1 s").arg(
            locale.toString(static_cast<double>(microseconds) / 1e6, 'f', 1));
    return ServerListText::tr("%1 ms").arg(locale.toString((microseconds + millisecond / 2) / millisecond));
}

QString badgeWord(Badge badge)
{
    switch (badge) {
    case Badge::Satisfied:
        return ServerListText::tr("sound");
    case Badge::Warned:
        return ServerListText::tr("needs attention");
    case Badge::Violated:
        return ServerListText::tr("broken");
    case Badge::NotApplicable:
        return ServerListText::tr("takes no mail");
    case Badge::Undetermined:
        return ServerListText::tr("could not be told");
    case Badge::Running:
        return ServerListText::tr("running");
    }
    return {};
}

namespace {

/// Nothing where it still runs.
std::optional<Tone> toneOf(Badge badge)
{
    switch (badge) {
    case Badge::Satisfied:
        return Tone::Good;
    case Badge::Warned:
        return Tone::Warned;
    case Badge::Violated:
        return Tone::Bad;
    case Badge::NotApplicable:
        return Tone::NotApplicable;
    case Badge::Undetermined:
        return Tone::Unknown;
    case Badge::Running:
        break;
    }
    return std::nullopt;
}

} // namespace

Badge worse(Badge one, Badge other)
{
    const std::optional<Tone> first = toneOf(one);
    const std::optional<Tone> second = toneOf(other);
    if (first && second)
        return badgeOf(worse(*first, *second));
    // What still runs may yet be anything but is no trouble; trouble that is known comes before it.
    const Badge known = first ? one : second ? other : Badge::Running;
    return known == Badge::Satisfied || known == Badge::NotApplicable ? Badge::Running : known;
}

QString problemText(const Inspection &inspection)
{
    return Wording(Wording::Speech::Translated).problem(inspection);
}

ServerText serverText(const ListedServer &server)
{
    const Evidence &evidence = server.inspection.evidence;
    const SessionFacts &session = evidence.session;
    ServerText text;
    const auto name = DomainName::parse(server.host);
    text.host = escapeUnprintable(name ? name->unicode() : server.host);
    if (name && name->unicode() != name->ascii())
        text.ascii = name->ascii();
    QStringList parts{endpointText(evidence.target, false)};
    if (server.isRunning) {
        parts.append(Wording(Wording::Speech::Translated).stage(server.progress.stage).section(u':', 0, 0));
    } else {
        text.badge = badgeOf(server.inspection);
        text.reason = Wording(Wording::Speech::Translated).headline(server.inspection);
        addActing(text, server.inspection);
        if (session.tls)
            parts.append(protocolName(session.tls->protocol));
        parts.append(problemWord(server.inspection));
        if (session.timings.totalUs)
            text.duration = durationText(*session.timings.totalUs);
    }
    parts.removeAll(QString());
    text.detail = parts.join(QStringLiteral(" · "));
    return text;
}

} // namespace mailseal
