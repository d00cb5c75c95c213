#include "report/text.h"
#include "report/textpage.h"
#include "wire/escape.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

namespace mailseal {

QString transcriptText(const Inspection &inspection, const Wording &wording)
{
    const Target &target = inspection.evidence.target;
    const auto &observer = inspection.evidence.observer;
    TextPage page({}, wording);
    const auto header = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            page.line(QLatin1StringView("# ") + page.word(name) + QLatin1StringView(": ") + oneLine(value));
    };
    page.line(QLatin1StringView("# ") + page.word(QT_TRANSLATE_NOOP("report", "Mailseal transcript")));
    header(QT_TRANSLATE_NOOP("report", "Server"), titleOf(target));
    header(QT_TRANSLATE_NOOP("report", "Address"), endpointText(target.address, target.port));
    if (target.connectedTo != Endpoint{target.address, target.port}) {
        header(QT_TRANSLATE_NOOP("report", "Connected to"),
               endpointText(target.connectedTo.address, target.connectedTo.port));
    }
    header(QT_TRANSLATE_NOOP("report", "Service"),
           wording.service(target.service) + QLatin1StringView(", ") + wording.start(target.start));
    header(QT_TRANSLATE_NOOP("report", "Inspected"), instantText(inspection.evidence.observedAt));
    header(QT_TRANSLATE_NOOP("report", "Source address"), observer.localAddress);
    header(QT_TRANSLATE_NOOP("report", "EHLO name"), observer.ehloName);
    header(QT_TRANSLATE_NOOP("report", "Acting as"), wording.policyName(target.policy));
    header(QT_TRANSLATE_NOOP("report", "Outcome"), wording.headline(inspection));
    page.line(QLatin1StringView("# ") +
              page.word(QT_TRANSLATE_NOOP("report", "Seconds, TLS where it was up, C: client, S: server, --: "
                                                    "remark; unprintable octets as \\xNN")));
    page.line(QString());
    for (const TranscriptLine &line : transcriptLines(inspection.evidence.session, wording))
        page.line(line.margin + line.said);
    return page.take();
}

} // namespace mailseal
