#include "chain/tlsa.h"
#include "inspectoptions.h"
#include "inspector/anchorsfile.h"
#include "inspector/inspector.h"
#include "inspector/offline.h"
#include "optionfiles.h"
#include "phrases.h"
#include "resultwriter.h"
#include "savedoptions.h"
#include "surveyoutput.h"
#include "values/limits.h"
#include "verbs.h"
#include "wording/wording.h"

#include <array>

namespace mailseal {

namespace {

/// What `verify` was asked for, all of it valid and every file read.
struct VerifyRequest
{
    OfflineQuestion question;
    TrustAnchors anchors;
    QDateTime at;
    OutputRequest output;
    std::optional<int> expiresWithinDays;
};

std::span<const OptionSpec> verifyOptions()
{
    static const std::array options{
        OptionSpec{"--host", "NAME", QT_TRANSLATE_NOOP("cli", "the name that the certificate should hold")},
        OptionSpec{"--tlsa", "RECORD",
                   QT_TRANSLATE_NOOP("cli", "a record such as 3 1 1 HEX, taken as DNSSEC-secure; repeatable"),
                   true},
        OptionSpec{"--sts-policy", "FILE", QT_TRANSLATE_NOOP("cli", "an MTA-STS policy, as it is served")},
        OptionSpec{"--service", "ID", QT_TRANSLATE_NOOP("cli", "%1 (all policies are asked)"), false,
                   &serviceChoices},
        OptionSpec{"--policy", "ID",
                   QT_TRANSLATE_NOOP("cli", "the exit code tells of: %1 (webpki where there is --host, else "
                                            "the chain alone)"),
                   false, &policyChoices},
        inspectOption("--roots"),
        inspectOption("--pin"),
        atOption,
        expiresWithinOption,
        formatOption,
        fullOption,
        outputOption,
    };
    return options;
}

std::variant<QList<QByteArray>, UsageError> readChain(const ParsedArguments &arguments,
                                                      QIODevice &standardInput)
{
    if (arguments.positional.size() != 1) {
        return UsageError{phrase(QT_TRANSLATE_NOOP(
            "cli", "name one certificate file, as in: mailseal-cli verify chain.pem --host mx.example.org "
                   "(- is standard input)"))};
    }
    const QString &name = arguments.positional.constFirst();
    std::variant<QByteArray, UsageError> content;
    if (name == QLatin1StringView("-"))
        content = standardInput.read(limits::rootsFile);
    else
        content = contentOf(name, limits::rootsFile);
    if (const auto *error = std::get_if<UsageError>(&content))
        return *error;
    auto read = readChainFile(std::get<QByteArray>(content));
    if (const auto *reason = std::get_if<QString>(&read)) {
        return UsageError{
            phrase(QT_TRANSLATE_NOOP("cli", "%1 holds no usable certificates: %2. Give PEM, the "
                                            "server's own certificate first."))
                .arg(printable(name), Wording(Wording::Speech::Translated).reason(*reason))};
    }
    return std::get<QList<QByteArray>>(std::move(read));
}

std::variant<QList<TlsaRecord>, UsageError> readTlsaRecords(const ParsedArguments &arguments)
{
    QList<TlsaRecord> records;
    for (const QString &typed : arguments.all("--tlsa")) {
        const auto record = parseTlsa(typed);
        if (const auto *error = std::get_if<TlsaTextError>(&record)) {
            return UsageError{QLatin1StringView("--tlsa: ") +
                              Wording(Wording::Speech::Translated).tlsaTextError(*error, typed)};
        }
        records.append(std::get<TlsaRecord>(record));
    }
    return records;
}

/// What is asked of the chain beside the chain.
std::variant<OfflineQuestion, UsageError> readQuestion(const ParsedArguments &arguments,
                                                       QIODevice &standardInput)
{
    OfflineQuestion question;
    InspectRequest asked;
    if (auto error = readInspectOptions({"--policy", "--pin", "--service"}, arguments, asked))
        return *error;
    auto records = readTlsaRecords(arguments);
    if (const auto *error = std::get_if<UsageError>(&records))
        return *error;
    if (arguments.has("--sts-policy")) {
        // one octet more than a sender reads, so that a policy that is too long is found to be
        auto policy = contentOf(arguments.value("--sts-policy"), limits::rootsFile);
        if (const auto *error = std::get_if<UsageError>(&policy))
            return *error;
        question.stsPolicy = std::get<QByteArray>(std::move(policy));
    }
    auto chain = readChain(arguments, standardInput);
    if (const auto *error = std::get_if<UsageError>(&chain))
        return *error;
    question.input = arguments.positional.constFirst();
    question.chain = std::get<QList<QByteArray>>(std::move(chain));
    question.host = arguments.value("--host");
    question.service = asked.settings.service;
    if (arguments.has("--policy"))
        question.policy = asked.settings.policy;
    question.pins = asked.settings.pins;
    question.tlsa = std::get<QList<TlsaRecord>>(std::move(records));
    return question;
}

std::variant<VerifyRequest, UsageError> readVerifyRequest(const ParsedArguments &arguments,
                                                          QIODevice &standardInput)
{
    VerifyRequest request;
    const auto output = readOutputRequest(arguments);
    if (const auto *error = std::get_if<UsageError>(&output))
        return *error;
    const auto days = readExpiresWithin(arguments);
    if (const auto *error = std::get_if<UsageError>(&days))
        return *error;
    const auto at = readAt(arguments);
    if (const auto *error = std::get_if<UsageError>(&at))
        return *error;
    request.anchors = defaultAnchors();
    if (arguments.has("--roots")) {
        auto anchors = readAnchors(arguments.value("--roots"));
        if (const auto *error = std::get_if<UsageError>(&anchors))
            return *error;
        request.anchors = std::get<TrustAnchors>(std::move(anchors));
    }
    auto question = readQuestion(arguments, standardInput);
    if (const auto *error = std::get_if<UsageError>(&question))
        return *error;
    request.question = std::get<OfflineQuestion>(std::move(question));
    request.at = std::get<QDateTime>(at);
    request.output = std::get<OutputRequest>(output);
    request.expiresWithinDays = std::get<std::optional<int>>(days);
    return request;
}

int runVerify(const ParsedArguments &arguments, const CliEnvironment &environment)
{
    const auto read = readVerifyRequest(arguments, *environment.in);
    if (const auto *error = std::get_if<UsageError>(&read)) {
        environment.say(QLatin1StringView("mailseal-cli: ") + error->text);
        return static_cast<int>(ExitCode::Usage);
    }
    const auto &request = std::get<VerifyRequest>(read);
    ResultWriter writer(environment, request.output.file);
    if (!writer.open())
        return static_cast<int>(ExitCode::Usage);
    const QList<Inspection> judged{
        judgeEvidence(offlineEvidence(request.question, request.at), request.anchors, request.at)};
    writer.write(rendered(judged, request.output, environment));
    if (!writer.finish())
        return static_cast<int>(ExitCode::Usage);
    return static_cast<int>(exitCodeOfAll(judged, request.expiresWithinDays, environment));
}

} // namespace

const Verb verifyVerb{
    "verify",
    QT_TRANSLATE_NOOP("cli", "CHAIN.pem"),
    QT_TRANSLATE_NOOP("cli", "judge a certificate file as if a server had sent it, before it is installed"),
    QT_TRANSLATE_NOOP("cli",
                      "Judges the certificates of a PEM file (the server's own first; - is standard "
                      "input) for every\n"
                      "kind of client, without a network, and prints the TLSA records that would match. "
                      "STARTTLS and\n"
                      "TLS 1.3 are assumed; keys in the file are not read. A host that is no host name "
                      "matches nothing.\n"
                      "Without --host and --policy the exit code tells of the chain alone: 0 trusted, "
                      "1 not."),
    verifyOptions(),
    "  mailseal-cli verify /etc/ssl/mx.pem --host mx.example.org\n"
    "  mailseal-cli verify chain.pem --host mx.example.org --roots ca.pem --at 2027-03-01\n"
    "  mailseal-cli verify chain.pem --host mx.example.org --policy mta-sts --sts-policy mta-sts.txt\n"
    "  mailseal-cli verify chain.pem --host mx.example.org --policy dane --tlsa \"3 1 1 8D02...\"\n"
    "  mailseal-cli verify chain.pem --host mail.example.org --service submissions --policy mua\n",
    &runVerify,
};

} // namespace mailseal
