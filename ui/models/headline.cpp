#include "models/headline.h"

#include "models/answers.h"
#include "values/domainname.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace mailseal {

namespace {

struct HeadlineText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::HeadlineText)
};

/// The local short time with seconds, which most short formats leave out.
QString timeText(const QTime &time)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (!format.contains(u's'))
        format.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return locale.toString(time, format);
}

} // namespace

QString hostText(const ListedServer &server) { return serverText(server).host; }

QString titleText(const ListedServer &server)
{
    const ServerText text = serverText(server);
    return text.ascii.isEmpty() ? text.host : QStringLiteral("%1 (%2)").arg(text.host, text.ascii);
}

namespace {

/// What the server is to the mail domain that was asked for; empty where a server was.
QString roleText(const Evidence &evidence)
{
    const Target &target = evidence.target;
    const auto domain = DomainName::parse(target.domain);
    if (!domain || !evidence.dns || !evidence.dns->mx || target.address.isEmpty())
        return {};
    return evidence.dns->preference
               ? HeadlineText::tr("MX %1 of %2").arg(*evidence.dns->preference).arg(domain->unicode())
               : HeadlineText::tr("implicit MX of %1").arg(domain->unicode());
}

QString withDay(const QDateTime &local, const QString &time, const QDateTime &now)
{
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return HeadlineText::tr("today %1").arg(time);
    if (days == 1)
        return HeadlineText::tr("yesterday %1").arg(time);
    return localDay(local.date()) + u' ' + time;
}

} // namespace

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    return withDay(local, timeText(local.time()), now);
}

QString minuteText(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    return withDay(local, QLocale().toString(local.time(), QLocale::ShortFormat), now);
}

QString headerText(const Inspection &inspection)
{
    const Evidence &evidence = inspection.evidence;
    const Wording wording(Wording::Speech::Translated);
    QStringList parts{endpointText(evidence.target, true), roleText(evidence),
                      QStringLiteral("%1, %2").arg(wording.service(evidence.target.service),
                                                   wording.start(evidence.target.start))};
    if (evidence.session.tls)
        parts.append(protocolName(evidence.session.tls->protocol));
    if (evidence.observedAt.isValid()) {
        parts.append(HeadlineText::tr("inspected %1")
                         .arg(momentText(evidence.observedAt, QDateTime::currentDateTime())));
    }
    if (evidence.session.timings.totalUs)
        parts.append(durationText(*evidence.session.timings.totalUs));
    parts.append(HeadlineText::tr("acting as “%1”").arg(wording.policyName(evidence.target.policy)));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString tallyText(int servers, int connections)
{
    return QStringLiteral("%1 · %2").arg(HeadlineText::tr("%n server(s) inspected", nullptr, servers),
                                         HeadlineText::tr("%n connection(s)", nullptr, connections));
}

} // namespace mailseal
