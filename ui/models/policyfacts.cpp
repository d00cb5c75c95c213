#include "models/policyfacts.h"

#include "models/serverlisttext.h"
#include "wire/escape.h"
#include "wording/dnswording.h"
#include "wording/wordingtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace mailseal {

namespace {

struct PolicyFacts
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::PolicyFacts)
};

/// "604,800 s (7 days)": whole days where it is days, else hours.
QString ageText(qint64 seconds)
{
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    const QString plain = PolicyFacts::tr("%1 s").arg(QLocale().toString(seconds));
    if (seconds >= day)
        return PolicyFacts::tr("%1 (%n day(s))", nullptr, static_cast<int>(seconds / day)).arg(plain);
    if (seconds >= hour)
        return PolicyFacts::tr("%1 (%n hour(s))", nullptr, static_cast<int>(seconds / hour)).arg(plain);
    return plain;
}

QString fetchText(const StsFacts &sts, const StsFetch &fetch)
{
    const Wording wording(Wording::Speech::Translated);
    QStringList parts{inLanguage(wording.speech(), fetchWords(sts.fetch))};
    if (fetch.status != 0)
        parts.append(PolicyFacts::tr("HTTP status %1").arg(fetch.status));
    parts.append(escapeUnprintable(fetch.contentType.simplified()));
    if (!fetch.location.isEmpty())
        parts.append(PolicyFacts::tr("to %1").arg(escapeUnprintable(fetch.location.simplified().left(300))));
    parts.append(escapeUnprintable(wording.reason(fetch.error).simplified()));
    if (!fetch.address.isEmpty())
        parts.append(PolicyFacts::tr("from %1").arg(escapeUnprintable(fetch.address)));
    if (fetch.tookMs > 0)
        parts.append(durationText(fetch.tookMs * 1000));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString patternsText(const StsFacts &sts)
{
    constexpr qsizetype most = 40;
    QStringList patterns;
    for (const QString &pattern : sts.mx.first(qMin(sts.mx.size(), most)))
        patterns.append(escapeUnprintable(pattern));
    if (sts.mx.size() > most)
        patterns.append(QStringLiteral("…"));
    return patterns.join(u'\n');
}

QString matchText(const Inspection &inspection)
{
    const StsFacts &sts = *inspection.sts;
    const QString host = escapeUnprintable(inspection.evidence.target.host);
    QString text = *sts.matches ? PolicyFacts::tr("%1 matches").arg(host)
                                : PolicyFacts::tr("%1 matches none of them").arg(host);
    if (sts.matchesAnyPattern && *sts.matchesAnyPattern != *sts.matches)
        text += u'\n' + (*sts.matchesAnyPattern
                             ? PolicyFacts::tr("Older Postfix set-ups take it, by a name in its certificate.")
                             : PolicyFacts::tr("Older Postfix set-ups do not take it: no name in its "
                                               "certificate matches."));
    return text;
}

} // namespace

QList<DnsFact> policyFacts(const Inspection &inspection)
{
    if (!inspection.sts)
        return {};
    const StsFacts &sts = *inspection.sts;
    QList<DnsFact> facts;
    if (!sts.id.isEmpty())
        facts.append({PolicyFacts::tr("Id"), escapeUnprintable(sts.id), true});
    if (const auto &fetch = inspection.evidence.stsFetch; fetch && fetch->end != StsFetchEnd::NotTried) {
        facts.append(
            {PolicyFacts::tr("Policy at"),
             QStringLiteral("https://%1/.well-known/mta-sts.txt").arg(escapeUnprintable(fetch->host)), true});
        facts.append({PolicyFacts::tr("Fetch"), fetchText(sts, *fetch)});
    }
    if (sts.mode)
        facts.append(
            {PolicyFacts::tr("Mode"), inLanguage(Wording::Speech::Translated, modeWords(*sts.mode))});
    if (sts.maxAge)
        facts.append({PolicyFacts::tr("Kept for"), ageText(*sts.maxAge)});
    if (!sts.mx.isEmpty())
        facts.append({PolicyFacts::tr("MX patterns"), patternsText(sts), true});
    if (sts.matches)
        facts.append({PolicyFacts::tr("This server"), matchText(inspection)});
    return facts;
}

} // namespace mailseal
