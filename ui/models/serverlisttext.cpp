#include "models/serverlisttext.h"

#include "answers/badge.h"
#include "models/answers.h"
#include "values/domainname.h"
#include "values/endtraits.h"
#include "wire/escape.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace mailseal {

namespace {

struct ServerListText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::ServerListText)
};

bool hasProblem(const Inspection &inspection, FindingCode code)
{
    return std::any_of(inspection.chain->problems.cbegin(), inspection.chain->problems.cend(),
                       [code](const Finding &problem) { return problem.code == code; });
}

/// The one thing about the certificate that a person should know.
QString certificateProblem(const Inspection &inspection)
{
    if (!inspection.chain)
        return {};
    const auto has = [&](FindingCode code) { return hasProblem(inspection, code); };
    if (inspection.chain->sent.isEmpty())
        return ServerListText::tr("no certificate");
    if (inspection.chain->selfSigned && !inspection.chain->trusted)
        return ServerListText::tr("self-signed");
    if (has(FindingCode::Expired))
        return ServerListText::tr("expired");
    if (has(FindingCode::NotYetValid))
        return ServerListText::tr("not valid yet");
    if (has(FindingCode::IncompleteChain))
        return ServerListText::tr("incomplete chain");
    if (has(FindingCode::UntrustedRoot))
        return ServerListText::tr("untrusted root");
    if (inspection.names && inspection.names->matches == false)
        return ServerListText::tr("wrong name");
    return inspection.chain->trusted ? QString() : ServerListText::tr("not trusted");
}

/// What stands behind the version of TLS: the same, and how long ago.
QString certificateWord(const Inspection &inspection)
{
    QString problem = certificateProblem(inspection);
    if (inspection.chain && problem == ServerListText::tr("expired")) {
        const auto days = inspection.chain->sent.constFirst().notAfter.daysTo(inspection.judgedAt);
        if (days > 0)
            return ServerListText::tr("expired %n day(s) ago", nullptr, static_cast<int>(days));
    }
    return problem;
}

/// How it ended as a few words that are the same for the same end.
QString endProblem(EndReason end)
{
    if (!traitsOf(end).fault)
        return {};
    return end == EndReason::StarttlsNotOffered ? ServerListText::tr("clear text only")
                                                : say(Wording::Speech::Translated, endWords(end));
}

/// How it ended, where it did not end well: the server's own words, else ours.
QString endWord(const SessionFacts &session)
{
    const QString problem = endProblem(session.end);
    if (problem.isEmpty() || session.end == EndReason::StarttlsNotOffered || !session.endReply)
        return problem;
    constexpr qsizetype enough = 60;
    const QString words =
        escapeUnprintable(QString::fromUtf8(session.endReply->text.left(4 * enough)).simplified());
    return QStringLiteral("%1 %2").arg(session.endReply->code).arg(words.left(enough)).trimmed();
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
        return ServerListText::tr("satisfied");
    case Badge::Warned:
        return ServerListText::tr("with a warning");
    case Badge::Violated:
        return ServerListText::tr("violated");
    case Badge::NotApplicable:
        return ServerListText::tr("not applicable");
    case Badge::Undetermined:
        return ServerListText::tr("undetermined");
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
    const QString end = endProblem(inspection.evidence.session.end);
    return end.isEmpty() ? certificateProblem(inspection) : end;
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
        if (session.tls)
            parts.append(protocolName(session.tls->protocol));
        const QString end = endWord(session);
        parts.append(end.isEmpty() ? certificateWord(server.inspection) : end);
        if (session.timings.totalUs)
            text.duration = durationText(*session.timings.totalUs);
    }
    parts.removeAll(QString());
    text.detail = parts.join(QStringLiteral(" · "));
    return text;
}

} // namespace mailseal
