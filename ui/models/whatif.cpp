#include "models/whatif.h"

#include "values/domainname.h"
#include "values/limits.h"
#include "values/target.h"
#include "wire/escape.h"
#include "wire/recordtext.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace mailseal {

namespace {

struct WhatIf
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::WhatIf)
};

void readTlsa(const QString &typed, WhatIfReading &reading)
{
    const auto read = readTlsaList(typed);
    if (const auto *records = std::get_if<QList<TlsaRecord>>(&read)) {
        reading.assumed.tlsa = *records;
        return;
    }
    const auto &error = std::get<TlsaListError>(read);
    reading.problems.insert(
        WhatIfField::Tlsa,
        error.record > limits::assumedTlsa
            ? WhatIf::tr("More than %1 records are not read.").arg(limits::assumedTlsa)
            : Wording(Wording::Speech::Translated).tlsaTextError(error.error, escapeUnprintable(error.text)));
}

void readRootsOf(const QString &typed, WhatIfReading &reading)
{
    const auto read = readRoots(typed);
    if (const auto *roots = std::get_if<QList<QByteArray>>(&read)) {
        reading.assumed.roots = *roots;
        return;
    }
    reading.problems.insert(WhatIfField::Roots,
                            WhatIf::tr("This is no certificate in PEM: %1.")
                                .arg(Wording(Wording::Speech::Translated).reason(std::get<QString>(read))));
}

void readName(const QString &typed, WhatIfReading &reading)
{
    const auto name = DomainName::parse(typed);
    if (const auto address = canonicalAddress(typed)) // RFC 9525 §6.2
        reading.assumed.name = *address;
    else if (name && name->isHostName())
        reading.assumed.name = name->ascii();
    else
        reading.problems.insert(WhatIfField::Name,
                                WhatIf::tr("“%1” is no host name.").arg(escapeUnprintable(typed.left(80))));
}

} // namespace

WhatIfEntry entryOf(const Inspection &real)
{
    WhatIfEntry entry;
    QStringList lines;
    if (real.evidence.dns && real.evidence.dns->tlsa) {
        for (const TlsaRecord &record : real.evidence.dns->tlsa->records)
            lines.append(recordText(record));
    }
    entry.tlsa = lines.join(u'\n');
    return entry;
}

WhatIfReading readEntry(const WhatIfEntry &entry, const WhatIfEntry &untouched)
{
    WhatIfReading reading;
    if (entry.tlsa.trimmed() != untouched.tlsa.trimmed())
        readTlsa(entry.tlsa, reading);
    reading.assumed.stsMode = entry.mode;
    reading.assumed.at = entry.at;
    if (!entry.roots.trimmed().isEmpty())
        readRootsOf(entry.roots, reading);
    if (!entry.name.trimmed().isEmpty())
        readName(entry.name.trimmed(), reading);
    return reading;
}

QString supposedText(const Inspection &hypothetical, const Inspection &real)
{
    const Wording wording(Wording::Speech::Translated);
    QStringList texts;
    for (Assumption assumption : hypothetical.evidence.assumptions.mid(real.evidence.assumptions.size())) {
        if (assumption.kind == AssumptionKind::AtTime) {
            const QDateTime at = QDateTime::fromString(assumption.args.value(0), Qt::ISODate).toLocalTime();
            assumption.args = {localDay(at.date()) + u' ' +
                               QLocale().toString(at.time(), QLocale::ShortFormat)};
        }
        if (assumption.kind == AssumptionKind::TlsaSecure &&
            assumption.args.value(0) == QLatin1StringView("0"))
            texts.append(WhatIf::tr("there are no TLSA records"));
        else
            texts.append(wording.assumption(assumption));
    }
    return texts.join(QStringLiteral("; "));
}

} // namespace mailseal
