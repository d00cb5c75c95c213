#include "report/text.h"

#include "answers/badge.h"
#include "report/report.h"
#include "report/shortreport.h"
#include "report/textpage.h"
#include "values/domainname.h"
#include "wording/transcripttext.h"

namespace mailseal {

namespace {

/// "münchen.example (xn--mnchen-3ya.example)"
QString bothForms(const QString &domain)
{
    const auto name = DomainName::parse(domain);
    const QString unicode = name ? name->unicode() : domain;
    return unicode == domain ? domain : unicode + QLatin1StringView(" (") + domain + u')';
}

/// What stands above several servers: a line each with its answer.
void writeOverview(TextPage &page, const QList<Inspection> &servers)
{
    const QString &domain = servers.constFirst().evidence.target.domain;
    const QString satisfied = satisfiedText(page, servers);
    page.title(domain.isEmpty() ? satisfied : bothForms(domain) + QLatin1StringView(": ") + satisfied);
    QList<TextPage::Line> lines;
    for (const Inspection &server : servers) {
        const Target &target = server.evidence.target;
        const auto &dns = server.evidence.dns;
        lines.append({{{dns && dns->preference ? QString::number(*dns->preference) : QString()},
                       {titleOf(target)},
                       {connectedText(target)},
                       {page.wording().brief(server), toneOf(server)}},
                      {}});
    }
    page.lines(lines);
}

/// The servers of one mail domain, or those that were named themselves.
QList<QList<Inspection>> grouped(const QList<Inspection> &inspections)
{
    QList<QList<Inspection>> groups;
    for (const Inspection &inspection : inspections) {
        const QString &domain = inspection.evidence.target.domain;
        if (groups.isEmpty() || groups.constLast().constFirst().evidence.target.domain != domain)
            groups.append(QList<Inspection>{});
        groups.last().append(inspection);
    }
    return groups;
}

} // namespace

QString inspectionText(const Inspection &inspection, const Wording &wording, const TextStyle &style)
{
    TextPage page(style, wording);
    if (style.detail == TextDetail::Short)
        ShortReport(page).write(inspection);
    else
        writeInspection(page, inspection);
    return page.take();
}

QString surveyText(const QList<Inspection> &inspections, const Wording &wording, const TextStyle &style)
{
    TextPage page(style, wording);
    ShortReport brief(page);
    for (const QList<Inspection> &servers : grouped(inspections)) {
        if (servers.size() > 1 || !servers.constFirst().evidence.target.domain.isEmpty())
            writeOverview(page, servers);
        for (const Inspection &server : servers) {
            if (style.detail == TextDetail::Short)
                brief.write(server);
            else
                writeInspection(page, server);
        }
    }
    return page.take();
}

} // namespace mailseal
