#include "report/report.h"
#include "wording/wordingtext.h"

namespace mailseal {

void writeSenders(Page &page, const Inspection &inspection)
{
    if (inspection.senders.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Would a well-known sender deliver?")));
    constexpr int reasonColumn = 2;
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "Sender")),
                       page.word(QT_TRANSLATE_NOOP("report", "Delivery")),
                       page.word(QT_TRANSLATE_NOOP("report", "Because"))},
                      {},
                      reasonColumn};
    QList<Page::Fact> sources;
    for (const SenderVerdict &sender : inspection.senders) {
        table.rows.append({{{sender.name},
                            {page.wording().delivery(sender.delivery)},
                            {page.wording().senderReason(sender, inspection)}},
                           false});
        QStringList named;
        for (const SenderSource &source : sender.sources)
            named.append(QStringLiteral("%1, %2").arg(source.where, source.date.toString(Qt::ISODate)));
        sources.append({sender.name, {named.join(QStringLiteral("; "))}});
    }
    page.table(table);
    page.prose(page.word(QT_TRANSLATE_NOOP("report", "What these senders do is taken from:")));
    page.facts(sources);
}

} // namespace mailseal
