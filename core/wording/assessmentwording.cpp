#include "wording/assessmentwording.h"

#include "answers/dnsanswers.h"
#include "wire/wire.h"
#include "wording/certificatewording.h"
#include "wording/dnswording.h"
#include "wording/wordingtext.h"

#include <algorithm>
#include <iterator>

namespace mailseal {

namespace {

using Code = AssessmentCode;
using Speech = Wording::Speech;

/// The word for what is wrong with a chain.
struct FaultWord
{
    FindingCode code;
    const char *word;
};

constexpr FaultWord faultWords[] = {
    {FindingCode::UnreadableCertificate, QT_TRANSLATE_NOOP("wording", "Cannot be read")},
    {FindingCode::Expired, QT_TRANSLATE_NOOP("wording", "Expired")},
    {FindingCode::NotYetValid, QT_TRANSLATE_NOOP("wording", "Not yet valid")},
    {FindingCode::WrongPurpose, QT_TRANSLATE_NOOP("wording", "Not made for servers")},
    {FindingCode::InvalidCa, QT_TRANSLATE_NOOP("wording", "Issued by no real CA")},
    {FindingCode::IncompleteChain, QT_TRANSLATE_NOOP("wording", "Chain incomplete")},
    {FindingCode::ChainInvalid, QT_TRANSLATE_NOOP("wording", "Chain not valid")},
    {FindingCode::WeakKey, QT_TRANSLATE_NOOP("wording", "Weak key")},
    {FindingCode::WeakSignature, QT_TRANSLATE_NOOP("wording", "Weak signature")},
    {FindingCode::ExpiresSoon, QT_TRANSLATE_NOOP("wording", "Expires soon")},
    {FindingCode::CaFirst, QT_TRANSLATE_NOOP("wording", "A CA comes first")},
    {FindingCode::IssuerExpired, QT_TRANSLATE_NOOP("wording", "Chain expired")},
    {FindingCode::AnchorExpired, QT_TRANSLATE_NOOP("wording", "Root in the store expired")},
    {FindingCode::NameExcluded, QT_TRANSLATE_NOOP("wording", "Name excluded by its CA")},
    {FindingCode::NameNotPermitted, QT_TRANSLATE_NOOP("wording", "Name not permitted by its CA")},
    {FindingCode::CriticalExtension, QT_TRANSLATE_NOOP("wording", "Unknown critical extension")},
    {FindingCode::PathMissed, QT_TRANSLATE_NOOP("wording", "Path not found by OpenSSL")},
    {FindingCode::UnknownIssuer, QT_TRANSLATE_NOOP("wording", "Issuer unknown")},
    {FindingCode::IssuerKeyIdDiffers, QT_TRANSLATE_NOOP("wording", "Issuer does not fit")},
    {FindingCode::IssuerNameDiffers, QT_TRANSLATE_NOOP("wording", "Issuer does not fit")},
    {FindingCode::IssuerKeyDiffers, QT_TRANSLATE_NOOP("wording", "Issuer does not fit")},
    {FindingCode::WildcardExcluded, QT_TRANSLATE_NOOP("wording", "Wildcard excluded by its CA")},
    {FindingCode::MustStapleUnmet, QT_TRANSLATE_NOOP("wording", "Staple missing")},
    {FindingCode::MisplacedExtensions, QT_TRANSLATE_NOOP("wording", "Extensions in version 1")},
};

QString faultWord(Speech speech, FindingCode code)
{
    const auto *found = std::find_if(std::begin(faultWords), std::end(faultWords),
                                     [code](const FaultWord &row) { return row.code == code; });
    return found == std::end(faultWords) ? QString() : inLanguage(speech, found->word);
}

/// At most three of the texts, with the number of the others.
QString joined(Speech speech, const QStringList &texts)
{
    constexpr qsizetype most = 3;
    const QString first = texts.first(qMin(texts.size(), most)).join(QLatin1StringView(", "));
    return texts.size() <= most
               ? first
               : withArguments(inLanguage(speech, QT_TRANSLATE_NOOP("wording", "%1 and %2 more")),
                               {first, QString::number(texts.size() - most)});
}

QString protocolText(const Wording &wording, const QString &wire)
{
    const auto protocol = fromWire<TlsProtocol>(wire);
    return protocol ? wording.protocol(*protocol) : wire;
}

AnswerWords encryptedWords(const Wording &wording, const Assessment &answer, const Inspection &inspection)
{
    const Speech speech = wording.speech();
    AnswerWords words{withArguments(inLanguage(speech, proseOf(answer.code).word),
                                    {protocolText(wording, answer.args.value(0))}),
                      {}};
    QStringList suite = answer.args.mid(1);
    suite.removeAll(QString());
    words.details.append(suite.join(QLatin1StringView(", ")));
    for (const Code beside : answer.besides) {
        words.details.append(withArguments(inLanguage(speech, proseOf(beside).word),
                                           {inLanguage(speech, endWords(inspection.evidence.session.end))}));
    }
    return words;
}

/// Who takes a certificate that is its own issuer; the bare fact where nobody has judged it.
AnswerWords ownIssuerWords(const Wording &wording, const Assessment &answer)
{
    const Speech speech = wording.speech();
    const QString itself =
        inLanguage(speech, QT_TRANSLATE_NOOP("wording", "The certificate is its own issuer."));
    if (answer.args.value(0).toInt() == 0)
        return {inLanguage(speech, QT_TRANSLATE_NOOP("wording", "Yes")), {itself}};
    QStringList names;
    for (const QString &wire : answer.args.mid(1)) {
        const auto policy = fromWire<PolicyId>(wire);
        names.append(policy ? wording.policyName(*policy) : wire);
    }
    const AssessmentProse &prose = proseOf(answer.code);
    const QString nobody = inLanguage(
        speech, QT_TRANSLATE_NOOP("wording", "The certificate is its own issuer; nobody accepts it."));
    return {withArguments(inLanguage(speech, prose.word),
                          {QString::number(names.size()), answer.args.constFirst()}),
            {names.isEmpty()
                 ? nobody
                 : withArguments(inLanguage(speech, prose.detail), {names.join(QLatin1StringView(", "))})}};
}

AnswerWords nameWords(const Wording &wording, const Assessment &answer)
{
    const Speech speech = wording.speech();
    const QString reference = answer.args.value(0);
    const QStringList presented = answer.args.mid(1);
    const char *detail =
        presented.isEmpty()
            ? QT_TRANSLATE_NOOP("wording", "The certificate names no host; %1 was looked for.")
            : proseOf(answer.code).detail;
    return {inLanguage(speech, proseOf(answer.code).word),
            {withArguments(inLanguage(speech, detail), {reference, joined(speech, presented)})}};
}

AnswerWords certificateWords(const Wording &wording, const Assessment &answer, const Inspection &inspection)
{
    const Speech speech = wording.speech();
    if (answer.because)
        return {faultWord(speech, answer.because->code), {wording.finding(*answer.because)}};
    const ChainFacts &chain = *inspection.chain;
    const CertificateFacts &leaf = chain.sent.constFirst();
    const char *word = answer.code == Code::CertificateTrusted && !chain.anchor
                           ? QT_TRANSLATE_NOOP("wording", "Trusted")
                           : proseOf(answer.code).word;
    return {withArguments(inLanguage(speech, word),
                          {chain.anchor ? certificateName(speech, *chain.anchor) : QString()}),
            {withArguments(inLanguage(speech, proseOf(answer.code).detail),
                           {dateWords(speech, leaf.notAfter),
                            validityWords(speech, leaf, inspection.judgedAt), keyWords(speech, leaf)})}};
}

QString tlsaLine(Speech speech, const DaneFacts &dane)
{
    const char *words = dane.usable == 1
                            ? QT_TRANSLATE_NOOP("wording", "TLSA: %1 of %2 usable record matches")
                            : QT_TRANSLATE_NOOP("wording", "TLSA: %1 of %2 usable records match");
    return withArguments(inLanguage(speech, words),
                         {QString::number(matchingRecords(dane)), QString::number(dane.usable)});
}

QString modeLine(Speech speech, const std::optional<StsFacts> &sts)
{
    const auto isFailedLookup = [](const Finding &problem) {
        return problem.code == FindingCode::StsLookupFailed;
    };
    if (sts && std::any_of(sts->problems.begin(), sts->problems.end(), isFailedLookup))
        return inLanguage(speech, QT_TRANSLATE_NOOP("wording", "MTA-STS: unknown, the lookup failed"));
    if (!sts || !sts->hasRecord)
        return inLanguage(speech, QT_TRANSLATE_NOOP("wording", "MTA-STS: no record"));
    if (!sts->hasPolicy || !sts->mode)
        return inLanguage(speech, QT_TRANSLATE_NOOP("wording", "MTA-STS: no policy"));
    return QStringLiteral("MTA-STS: %1").arg(toWire(*sts->mode));
}

AnswerWords dnsWords(const Wording &wording, const Assessment &answer, const Inspection &inspection)
{
    const Speech speech = wording.speech();
    AnswerWords words{inLanguage(speech, proseOf(answer.code).word), {}};
    const auto &dns = inspection.evidence.dns;
    if (!dns || !dns->mx)
        return words;
    words.details.append(withArguments(inLanguage(speech, QT_TRANSLATE_NOOP("wording", "MX: %1")),
                                       {inLanguage(speech, dnssecWords(dns->mx->dnssec))}));
    if (inspection.dane && inspection.chain)
        words.details.append(tlsaLine(speech, *inspection.dane));
    else if (dns->tlsa)
        words.details.append(
            QStringLiteral("TLSA: %1").arg(inLanguage(speech, lookupWords(dns->tlsa->lookup))));
    words.details.append(modeLine(speech, inspection.sts));
    return words;
}

AnswerWords actingWords(const Wording &wording, const Assessment &answer)
{
    const auto standing = fromWire<Standing>(answer.args.value(0));
    const auto delivery = fromWire<Delivery>(answer.args.value(1));
    AnswerWords words{withArguments(inLanguage(wording.speech(), proseOf(answer.code).word),
                                    {standing ? wording.standing(*standing) : QString(),
                                     delivery ? wording.delivery(*delivery) : QString()}),
                      {}};
    if (answer.because)
        words.details.append(sentenceAtLine(wording, *answer.because));
    return words;
}

/// The others: word and detail are filled with the args themselves.
AnswerWords plainWords(Speech speech, const Assessment &answer)
{
    const AssessmentProse &prose = proseOf(answer.code);
    QStringList args = answer.args;
    if (answer.code == Code::IssuedByAnother)
        args = {shortIssuer(args.value(0))};
    else if (answer.code == Code::ReportsGo)
        args = {args.join(QLatin1StringView(", "))};
    if (const auto end = fromWire<StsFetchEnd>(args.value(0)); end && answer.code == Code::StsFetchFailed)
        args = {inLanguage(speech, fetchWords(*end))};
    const bool isOne = prose.one && !args.isEmpty() && args.constLast() == QLatin1StringView("1");
    AnswerWords words{withArguments(inLanguage(speech, isOne ? prose.one : prose.word), args), {}};
    if (*prose.detail != '\0')
        words.details.append(withArguments(inLanguage(speech, prose.detail), args));
    return words;
}

} // namespace

QString Wording::question(const Assessment &answer, const Inspection &inspection) const
{
    switch (answer.question) {
    case Question::Encrypted:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Encrypted"));
    case Question::SelfSigned:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Self-signed"));
    case Question::Name:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Name"));
    case Question::Certificate:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "Certificate"));
    case Question::Acting: {
        const Verdict *verdict = actingVerdict(inspection);
        return verdict ? client(inspection, *verdict) : policyName(inspection.evidence.target.policy);
    }
    case Question::Dns:
    case Question::Resolver:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "DNS"));
    case Question::Tlsa:
        return QStringLiteral("DANE");
    case Question::StsPolicy:
        return QStringLiteral("MTA-STS");
    case Question::TlsReports:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "TLS reports"));
    }
    return {};
}

AnswerWords Wording::answer(const Assessment &answer, const Inspection &inspection) const
{
    switch (answer.question) {
    case Question::Encrypted:
        return answer.code == Code::Encrypted ? encryptedWords(*this, answer, inspection)
                                              : AnswerWords{inLanguage(m_speech, proseOf(answer.code).word),
                                                            {endDetail(inspection.evidence)}};
    case Question::SelfSigned:
        if (answer.code == Code::OwnIssuer)
            return ownIssuerWords(*this, answer);
        break;
    case Question::Name:
        if (answer.code == Code::NameDiffers)
            return nameWords(*this, answer);
        break;
    case Question::Certificate:
        if (inspection.chain && !inspection.chain->sent.isEmpty())
            return certificateWords(*this, answer, inspection);
        break;
    case Question::Dns:
        return dnsWords(*this, answer, inspection);
    case Question::Acting:
        return actingWords(*this, answer);
    case Question::Resolver:
    case Question::Tlsa:
    case Question::StsPolicy:
    case Question::TlsReports:
        break;
    }
    return plainWords(m_speech, answer);
}

} // namespace mailseal
