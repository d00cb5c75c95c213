#include "report/report.h"
#include "wording/transcripttext.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

QString whatIsShown(const Page &page, const VariantEvidence &variant)
{
    if (variant.tls)
        return tlsText(*variant.tls);
    const QString failed = page.word(QT_TRANSLATE_NOOP("report", "the handshake fails"));
    return variant.handshake.error.isEmpty() ? failed
                                             : failed + QLatin1StringView(": ") + variant.handshake.error;
}

QList<Page::Cell> certificateCells(const std::optional<ChainFacts> &chain)
{
    if (!chain || chain->sent.isEmpty())
        return {{}, {}, {}};
    const CertificateFacts &leaf = chain->sent.constFirst();
    return {{leaf.subject, Tone::Plain, true},
            {instantText(leaf.notAfter)},
            {QString::fromLatin1(leaf.sha256), Tone::Plain, true}};
}

} // namespace

void writeVariants(Page &page, const Inspection &inspection)
{
    const auto &variants = inspection.evidence.variants;
    if (variants.isEmpty())
        return;
    page.section(page.word(QT_TRANSLATE_NOOP("report", "Further certificates of this server")));
    Page::Table table{{page.word(QT_TRANSLATE_NOOP("report", "Presented")),
                       page.word(QT_TRANSLATE_NOOP("report", "TLS")),
                       page.word(QT_TRANSLATE_NOOP("report", "Subject")),
                       page.word(QT_TRANSLATE_NOOP("report", "Valid until")),
                       page.word(QT_TRANSLATE_NOOP("report", "SHA-256"))},
                      {},
                      -1};
    for (qsizetype i = 0; i < variants.size(); ++i) {
        QList<Page::Cell> cells{{page.wording().variantKind(variants[i])}, {whatIsShown(page, variants[i])}};
        table.rows.append({cells + certificateCells(inspection.variants.value(i).chain), false});
    }
    page.table(table);
}

} // namespace mailseal
