#include "inspectoptions.h"

#include "inspector/anchorsfile.h"
#include "inspector/settingsinput.h"
#include "phrases.h"
#include "savedoptions.h"
#include "values/domainname.h"
#include "wire/wire.h"
#include "wording/wording.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <functional>

namespace mailseal {

namespace {

using Problem = std::optional<UsageError>;

UsageError problem(const char *source, const QString &typed)
{
    return {phrase(source).arg(printable(typed))};
}

UsageError unknownChoice(const char *source, const QString &typed, const QStringList &choices)
{
    return {phrase(source).arg(printable(typed), choices.join(QLatin1StringView(", ")))};
}

} // namespace

QStringList policyChoices() { return wireNames<PolicyId>(); }
QStringList serviceChoices() { return wireNames<Service>(); }

std::variant<QByteArray, UsageError> contentOf(const QString &name, qint64 most)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return UsageError{
            phrase(QT_TRANSLATE_NOOP("cli", "cannot read %1: %2")).arg(printable(name), file.errorString())};
    }
    const QByteArray content = file.read(most + 1);
    if (content.size() > most)
        return problem(QT_TRANSLATE_NOOP("cli", "%1 is too large for this option"), name);
    return content;
}

Problem readPolicy(const ParsedArguments &arguments, Settings &settings)
{
    if (!arguments.has("--policy"))
        return {};
    const QString name = arguments.value("--policy");
    const auto policy = fromWire<PolicyId>(name);
    if (!policy) {
        return unknownChoice(QT_TRANSLATE_NOOP("cli", "unknown policy %1; there is: %2"), name,
                             policyChoices());
    }
    settings.policy = *policy;
    return {};
}

Problem readPins(const ParsedArguments &arguments, Settings &settings)
{
    for (const auto &typed : arguments.all("--pin")) {
        const auto pin = parsePin(typed);
        if (!pin) {
            return problem(
                QT_TRANSLATE_NOOP("cli", "%1 is no SHA-256: a pin is 64 hex digits, with or without colons"),
                typed);
        }
        settings.pins.append(*pin);
    }
    return {};
}

Problem readService(const ParsedArguments &arguments, Settings &settings)
{
    if (!arguments.has("--service"))
        return {};
    settings.service = fromWire<Service>(arguments.value("--service"));
    if (!settings.service) {
        return unknownChoice(QT_TRANSLATE_NOOP("cli", "unknown service %1; there is: %2"),
                             arguments.value("--service"), serviceChoices());
    }
    settings.port = defaultPort(*settings.service);
    return {};
}

namespace {

std::optional<int> numberIn(const QString &text, int least, int most)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

UsageError anchorsProblem(const AnchorsFileProblem &found, const QString &name)
{
    switch (found.kind) {
    case AnchorsFileProblem::Kind::Unreadable:
        return UsageError{
            phrase(QT_TRANSLATE_NOOP("cli", "cannot read %1: %2")).arg(printable(name), found.reason)};
    case AnchorsFileProblem::Kind::TooLarge:
        return problem(QT_TRANSLATE_NOOP("cli", "%1 is too large for this option"), name);
    case AnchorsFileProblem::Kind::NoAnchors:
        break;
    }
    return UsageError{
        phrase(QT_TRANSLATE_NOOP("cli", "%1 holds no usable trust anchors: %2. Give PEM certificates."))
            .arg(printable(name), found.reason)};
}

Problem readRoots(const ParsedArguments &arguments, Settings &settings)
{
    settings.anchors = defaultAnchors();
    if (!arguments.has("--roots"))
        return {};
    auto read = readAnchors(arguments.value("--roots"));
    if (const auto *error = std::get_if<UsageError>(&read))
        return *error;
    settings.anchors = std::get<TrustAnchors>(std::move(read));
    return {};
}

Problem readEhlo(const ParsedArguments &arguments, Settings &settings)
{
    const QString name = arguments.value("--ehlo");
    if (arguments.has("--ehlo") && !canStandBehindEhlo(name)) {
        return problem(QT_TRANSLATE_NOOP(
                           "cli", "%1 cannot stand behind EHLO: give a host name such as probe.example.net"),
                       name);
    }
    settings.ehloName = name;
    return {};
}

Problem readWhere(const ParsedArguments &arguments, Settings &settings)
{
    if (auto error = readService(arguments, settings))
        return error;
    if (arguments.has("--port")) {
        constexpr int lastPort = 65535;
        const auto port = numberIn(arguments.value("--port"), 1, lastPort);
        if (!port) {
            return problem(QT_TRANSLATE_NOOP("cli", "%1 is no port: a port is a number from 1 to 65535"),
                           arguments.value("--port"));
        }
        settings.port = static_cast<quint16>(*port);
    }
    if (arguments.has("--connect")) {
        settings.connectTo = parseEndpoint(arguments.value("--connect"));
        if (!settings.connectTo) {
            return problem(QT_TRANSLATE_NOOP(
                               "cli", "%1 is no address: --connect takes 192.0.2.1:25 or [2001:db8::1]:25"),
                           arguments.value("--connect"));
        }
    }
    if (arguments.has("--proxy")) {
        settings.proxy = parseProxy(arguments.value("--proxy"));
        if (!settings.proxy) {
            return UsageError{phrase(
                QT_TRANSLATE_NOOP("cli", "--proxy takes socks5://[USER:PASSWORD@]HOST:PORT or http://…"))};
        }
    }
    if (arguments.has("--ipv4") && arguments.has("--ipv6")) {
        return UsageError{phrase(QT_TRANSLATE_NOOP(
            "cli", "--ipv4 and --ipv6 exclude each other; leave both out to inspect both"))};
    }
    if (arguments.has("--ipv4"))
        settings.family = AddressFamily::IPv4;
    if (arguments.has("--ipv6"))
        settings.family = AddressFamily::IPv6;
    return {};
}

Problem readStsConnect(const ParsedArguments &arguments, Settings &settings)
{
    if (!arguments.has("--sts-connect"))
        return {};
    settings.stsConnectTo = parseEndpoint(arguments.value("--sts-connect"));
    if (!settings.stsConnectTo || settings.stsConnectTo->port == 0) {
        return problem(QT_TRANSLATE_NOOP(
                           "cli", "%1 is no address: --sts-connect takes 192.0.2.1:443 or [2001:db8::1]:443"),
                       arguments.value("--sts-connect"));
    }
    return {};
}

Problem readDnssecAnchorFile(const QString &name, Settings &settings)
{
    const auto read = readDnssecAnchorsFile(name);
    if (const auto *found = std::get_if<AnchorsFileProblem>(&read)) {
        if (found->kind != AnchorsFileProblem::Kind::NoAnchors)
            return anchorsProblem(*found, name);
        return problem(QT_TRANSLATE_NOOP("cli",
                                         "%1 holds no DNSSEC trust anchors: give DS or DNSKEY records, "
                                         "one a line"),
                       name);
    }
    settings.resolver.anchors += std::get<QList<DnssecAnchor>>(read);
    return {};
}

Problem readResolver(const ParsedArguments &arguments, Settings &settings)
{
    if (arguments.has("--resolver")) {
        settings.resolver.server = parseEndpoint(arguments.value("--resolver"));
        if (!settings.resolver.server) {
            return problem(
                QT_TRANSLATE_NOOP(
                    "cli",
                    "%1 is no address: --resolver takes 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:53"),
                arguments.value("--resolver"));
        }
    }
    for (const QString &name : arguments.all("--dnssec-anchor")) {
        if (auto error = readDnssecAnchorFile(name, settings))
            return error;
    }
    return {};
}

Problem readNames(const ParsedArguments &arguments, Settings &settings)
{
    settings.sendSni = !arguments.has("--no-sni");
    settings.variants = !arguments.has("--no-variants");
    if (!arguments.has("--name"))
        return {};
    const auto name = DomainName::parse(arguments.value("--name"));
    if (!name) {
        return problem(
            QT_TRANSLATE_NOOP("cli",
                              "%1 is no host name: --name takes the name that the certificate should hold"),
            arguments.value("--name"));
    }
    settings.referenceName = name->ascii();
    return {};
}

Problem readLimits(const ParsedArguments &arguments, InspectRequest &request)
{
    constexpr int longestSeconds = 3600;
    constexpr int mostJobs = 256;
    if (arguments.has("--timeout")) {
        const auto seconds = numberIn(arguments.value("--timeout"), 1, longestSeconds);
        if (!seconds) {
            return problem(QT_TRANSLATE_NOOP("cli", "%1 is no timeout: give whole seconds from 1 to 3600"),
                           arguments.value("--timeout"));
        }
        request.settings.timeout = std::chrono::seconds(*seconds);
    }
    if (arguments.has("--jobs")) {
        const auto jobs = numberIn(arguments.value("--jobs"), 1, mostJobs);
        if (!jobs) {
            return problem(QT_TRANSLATE_NOOP("cli", "%1: --jobs takes a number from 1 to 256"),
                           arguments.value("--jobs"));
        }
        request.jobs = static_cast<size_t>(*jobs);
    }
    const auto days = readExpiresWithin(arguments);
    if (const auto *error = std::get_if<UsageError>(&days))
        return *error;
    request.expiresWithinDays = std::get<std::optional<int>>(days);
    return {};
}

Problem readOutput(const ParsedArguments &arguments, InspectRequest &request)
{
    auto output = readOutputRequest(arguments);
    if (const auto *error = std::get_if<UsageError>(&output))
        return *error;
    request.output = std::get<OutputRequest>(std::move(output));
    request.redact = arguments.has("--redact");
    return {};
}

Problem addTarget(const QString &text, const QString &where, InspectRequest &request)
{
    const auto target = parseTarget(text);
    if (const auto *error = std::get_if<TargetError>(&target))
        return UsageError{where + Wording(Wording::Speech::Translated).targetError(*error, text)};
    request.targets.append(std::get<TargetSpec>(target));
    return {};
}

Problem readTargetsFile(const QString &name, QIODevice &standardInput, InspectRequest &request)
{
    QByteArray content;
    if (name == QLatin1StringView("-")) {
        content = standardInput.read(limits::targetsFile);
    } else {
        const auto read = contentOf(name, limits::targetsFile);
        if (const auto *error = std::get_if<UsageError>(&read))
            return *error;
        content = std::get<QByteArray>(read);
    }
    int number = 0;
    const auto lines = content.split('\n');
    for (const auto &line : lines) {
        ++number;
        const QString text = QString::fromUtf8(line).section(u'#', 0, 0).trimmed();
        if (text.isEmpty())
            continue;
        const QString where =
            phrase(QT_TRANSLATE_NOOP("cli", "%1, line %2: ")).arg(printable(name)).arg(number);
        if (auto error = addTarget(text, where, request))
            return error;
    }
    return {};
}

Problem readTargets(const ParsedArguments &arguments, QIODevice &standardInput, InspectRequest &request)
{
    for (const auto &text : arguments.positional) {
        if (auto error = addTarget(text, {}, request))
            return error;
    }
    if (arguments.has("--targets")) {
        if (auto error = readTargetsFile(arguments.value("--targets"), standardInput, request))
            return error;
    }
    if (request.targets.isEmpty()) {
        return UsageError{phrase(QT_TRANSLATE_NOOP(
            "cli", "name a domain or a server to inspect, as in: mailseal-cli inspect example.org"))};
    }
    return {};
}

} // namespace

std::span<const OptionSpec> inspectOptions()
{
    static constexpr std::array options{
        OptionSpec{"--service", "ID", QT_TRANSLATE_NOOP("cli", "%1 (what the target says)"), false,
                   &serviceChoices},
        OptionSpec{"--port", "N", QT_TRANSLATE_NOOP("cli", "port (the target's, or the service's)")},
        OptionSpec{"--connect", "ADDR[:PORT]",
                   QT_TRANSLATE_NOOP("cli", "connect there instead: test before a DNS change")},
        OptionSpec{"--name", "NAME", QT_TRANSLATE_NOOP("cli", "reference name and SNI (the target's host)")},
        OptionSpec{"--no-sni", nullptr, QT_TRANSLATE_NOOP("cli", "send no SNI, as plain Postfix does")},
        OptionSpec{"--no-variants", nullptr,
                   QT_TRANSLATE_NOOP("cli", "do without further short connections that look for other "
                                            "certificates (without SNI, of another kind of key)")},
        OptionSpec{"--ehlo", "NAME", QT_TRANSLATE_NOOP("cli", "EHLO name (the machine's full name)")},
        OptionSpec{"--policy", "ID", QT_TRANSLATE_NOOP("cli", "act under: %1 (opportunistic)"), false,
                   &policyChoices},
        rootsOption,
        pinOption,
        OptionSpec{"--resolver", "ADDR[:PORT]",
                   QT_TRANSLATE_NOOP("cli", "ask this DNS server (the system's resolver)")},
        OptionSpec{"--dnssec-anchor", "FILE",
                   QT_TRANSLATE_NOOP("cli", "DS or DNSKEY records to trust beside the root's; repeatable"),
                   true},
        OptionSpec{"--sts-connect", "ADDR:PORT",
                   QT_TRANSLATE_NOOP("cli", "where the MTA-STS policy host is reached (its address, 443)")},
        OptionSpec{"--proxy", "URL",
                   QT_TRANSLATE_NOOP("cli", "socks5:// or http://, with user and password if need be")},
        OptionSpec{"--ipv4", nullptr, QT_TRANSLATE_NOOP("cli", "IPv4 addresses only")},
        OptionSpec{"--ipv6", nullptr, QT_TRANSLATE_NOOP("cli", "IPv6 addresses only")},
        OptionSpec{"--timeout", "SECONDS", QT_TRANSLATE_NOOP("cli", "for one whole inspection (120)")},
        OptionSpec{"--jobs", "N", QT_TRANSLATE_NOOP("cli", "targets inspected at the same time (8)")},
        OptionSpec{"--targets", "FILE",
                   QT_TRANSLATE_NOOP("cli", "one target a line, # comments; - is standard input")},
        expiresWithinOption,
        redactOption,
        formatOption,
        outputOption,
    };
    return options;
}

std::variant<TrustAnchors, UsageError> readAnchors(const QString &name)
{
    auto read = readAnchorsFile(name);
    if (const auto *found = std::get_if<AnchorsFileProblem>(&read))
        return anchorsProblem(*found, name);
    return std::get<TrustAnchors>(std::move(read));
}

std::variant<InspectRequest, UsageError> readInspectSettings(const ParsedArguments &arguments)
{
    InspectRequest request;
    const std::array<std::function<Problem()>, 9> readers{
        [&] { return readPolicy(arguments, request.settings); },
        [&] { return readPins(arguments, request.settings); },
        [&] { return readWhere(arguments, request.settings); },
        [&] { return readNames(arguments, request.settings); },
        [&] { return readResolver(arguments, request.settings); },
        [&] { return readStsConnect(arguments, request.settings); },
        [&] { return readEhlo(arguments, request.settings); },
        [&] { return readLimits(arguments, request); },
        [&] { return readRoots(arguments, request.settings); },
    };
    for (const auto &read : readers) {
        if (auto error = read())
            return *error;
    }
    return request;
}

std::variant<InspectRequest, UsageError> readInspectRequest(const ParsedArguments &arguments,
                                                            QIODevice &standardInput)
{
    auto settings = readInspectSettings(arguments);
    if (std::holds_alternative<UsageError>(settings))
        return settings;
    auto &request = std::get<InspectRequest>(settings);
    if (auto error = readOutput(arguments, request))
        return *error;
    if (auto error = readTargets(arguments, standardInput, request))
        return *error;
    return settings;
}

} // namespace mailseal
