#include "domainoverview.h"

#include "phrases.h"
#include "values/domainname.h"

namespace mailseal {

namespace {

/// "münchen.example (xn--mnchen-3ya.example)"
QString bothForms(const QString &domain)
{
    const auto name = DomainName::parse(domain);
    const QString unicode = name ? name->unicode() : domain;
    return unicode == domain ? domain : printable(unicode) + QLatin1StringView(" (") + domain + u')';
}

QString lineOf(const Inspection &inspection, const Wording &wording)
{
    const Evidence &evidence = inspection.evidence;
    const QString preference =
        evidence.dns && evidence.dns->preference ? QString::number(*evidence.dns->preference) : QString();
    constexpr int preferenceColumn = 5;
    constexpr int hostColumn = 30;
    constexpr int addressColumn = 18;
    return preference.rightJustified(preferenceColumn) + QLatin1StringView("  ") +
           printable(evidence.target.host).leftJustified(hostColumn) + u' ' +
           evidence.target.address.leftJustified(addressColumn) + u' ' + printable(wording.brief(inspection));
}

} // namespace

QString domainOverview(const QList<Inspection> &inspections, const QString &domain, const Wording &wording)
{
    QStringList lines;
    int satisfied = 0;
    for (const Inspection &inspection : inspections) {
        if (inspection.evidence.target.domain != domain)
            continue;
        const Verdict *acting = actingVerdict(inspection);
        satisfied += acting && acting->standing == Standing::Satisfied ? 1 : 0;
        lines.append(lineOf(inspection, wording));
    }
    lines.prepend(phrase(QT_TRANSLATE_NOOP("cli", "%1: %3 of %2 servers satisfy the policy acted under"))
                      .arg(bothForms(domain))
                      .arg(lines.size())
                      .arg(satisfied));
    return lines.join(u'\n');
}

} // namespace mailseal
