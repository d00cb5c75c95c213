#include "report/report.h"
#include "report/wordingtext.h"

namespace mailseal {

QString Wording::senderReason(const SenderVerdict &sender, const Inspection &inspection) const
{
    if (sender.unstated) {
        return fill(say(m_speech, QT_TRANSLATE_NOOP("wording", "no source says whether it looks at %1, which "
                                                               "would hold the message back")),
                    {policyName(*sender.unstated)});
    }
    const Verdict *verdict = sender.decidedBy ? verdictOf(inspection, *sender.decidedBy) : nullptr;
    if (!verdict || verdict->because.isEmpty())
        return say(m_speech, QT_TRANSLATE_NOOP("wording", "no source says what it does here"));
    return fill(say(m_speech, QT_TRANSLATE_NOOP("wording", "as “%1”: %2")),
                {client(inspection, *verdict), finding(verdict->because.constFirst())});
}

void writeSenders(Page &page, const Inspection &inspection)
{
    if (inspection.senders.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("wording", "Would a well-known sender deliver?")));
    constexpr int reasonColumn = 2;
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("wording", "Sender")),
                       page.word(QT_TRANSLATE_NOOP("wording", "Delivery")),
                       page.word(QT_TRANSLATE_NOOP("wording", "Because"))},
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
    page.prose(page.word(QT_TRANSLATE_NOOP("wording", "What these senders do is taken from:")));
    page.facts(sources);
}

} // namespace mailseal
