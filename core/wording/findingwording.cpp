#include "findings/findingrow.h"
#include "findings/starttlsadvice.h"
#include "wire/wire.h"
#include "wording/dnswording.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

#include <QLocale>

namespace mailseal {

namespace {

/// ISO 8601 from the args as people read a date: the local one where we speak to people, the ISO day
/// elsewhere.
QString day(const QString &iso, Wording::Speech speech)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    if (!time.isValid())
        return iso;
    return speech == Wording::Speech::English ? time.date().toString(Qt::ISODate) : localDay(time.date());
}

/// How many the sentence speaks of; a text that is no number, which only a file can hold, is said as many.
int countOf(const FindingSentence &sentence, const QStringList &args)
{
    constexpr int many = 100;
    const QString counted = args.value(sentence.counted - 1);
    if (sentence.isList)
        return static_cast<int>(counted.count(u',')) + 1;
    bool isNumber = false;
    const int number = counted.toInt(&isNumber);
    return isNumber && number >= 0 ? number : many;
}

} // namespace

QString Wording::finding(const Finding &finding) const
{
    const FindingRow &row = findingRow(finding.code);
    QStringList args = finding.args;
    for (std::size_t i = 0; i < row.args.size() && static_cast<qsizetype>(i) < args.size(); ++i)
        args[static_cast<qsizetype>(i)] = argument(row.args[i], args.at(static_cast<qsizetype>(i)));
    const FindingSentence &sentence = row.sentence;
    return withArguments(sentence.ofOne
                             ? sayCounted(m_speech, sentence.text, sentence.ofOne, countOf(sentence, args))
                             : inLanguage(m_speech, sentence.text),
                         args);
}

QString Wording::argument(FindingArg kind, const QString &text) const
{
    switch (kind) {
    case FindingArg::Text:
        return text;
    case FindingArg::Day:
        return day(text, m_speech);
    case FindingArg::Protocol: {
        const auto used = fromWire<TlsProtocol>(text);
        return used ? protocol(*used) : text;
    }
    case FindingArg::End: {
        const auto end = fromWire<EndReason>(text);
        return end ? inLanguage(m_speech, endWords(*end)) : text;
    }
    case FindingArg::Fetch: {
        const auto end = fromWire<StsFetchEnd>(text);
        return end ? inLanguage(m_speech, fetchWords(*end)) : text;
    }
    case FindingArg::Lookup: {
        const auto end = fromWire<LookupEnd>(text);
        return end ? inLanguage(m_speech, lookupWords(*end)) : text;
    }
    case FindingArg::Variant:
        return variantKind(text);
    case FindingArg::Outcome: {
        const auto how = fromWire<Delivery>(text);
        return how ? delivery(*how) : argument(FindingArg::End, text);
    }
    case FindingArg::Alert:
        return text.isEmpty()
                   ? inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "no alert was sent"))
                   : withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "alert %1")), {text});
    case FindingArg::Pinned:
        return text == QLatin1StringView("spki")
                   ? inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "public key"))
                   : inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "certificate"));
    case FindingArg::Reason:
        return reason(text);
    case FindingArg::Copy:
        return text == QLatin1StringView("store")
                   ? inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "the copy in the trust store"))
                   : inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "the copy that the server sends"));
    }
    return text;
}

QString Wording::variantKind(const QString &kind) const
{
    if (kind == QLatin1StringView("no-sni"))
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "without SNI"));
    if (kind == QLatin1StringView("sni"))
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "with SNI"));
    return withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "with %1 keys only")), {kind});
}

QString Wording::client(const Inspection &inspection, const Verdict &verdict) const
{
    QString name = policyName(verdict.policy);
    const auto &variants = inspection.evidence.variants;
    if (!verdict.variant || *verdict.variant >= variants.size())
        return name;
    return withArguments(inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "%1 (%2)")),
                         {name, variantKind(variants[*verdict.variant])});
}

QString Wording::variantKind(const VariantEvidence &variant) const { return variantKind(kindOf(variant)); }

QString Wording::advice(const Finding &finding) const
{
    const char *source = findingRow(finding.code).advice;
    if (finding.code == FindingCode::StarttlsRefused)
        source = refusedStarttlsAdvice(finding.args.value(0).toInt());
    const auto end = fromWire<EndReason>(finding.args.value(0));
    if (end && finding.code == FindingCode::Unreachable && *nextStep(*end) != '\0')
        source = nextStep(*end); // the same step as beside the end itself
    return withArguments(inLanguage(m_speech, source), finding.args);
}

} // namespace mailseal
