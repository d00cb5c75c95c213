#include "inspectoptions.h"

#include "inspector/anchorsfile.h"
#include "inspector/settingsinput.h"
#include "optionfiles.h"
#include "phrases.h"
#include "savedoptions.h"
#include "targetoptions.h"
#include "values/domainname.h"
#include "wire/wire.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

using Problem = std::optional<UsageError>;

/// An option and what it does to the request.
struct InspectOption
{
    OptionSpec spec;
    /// Called with each text that was typed behind it, an empty one for an option without a value. Null: read
    /// together with others, by readInspectRequest.
    Problem (*read)(const QString &typed, InspectRequest &request);
    /// Whether it says how a server is inspected, whichever it is: then `compare` has it too.
    bool saysHow = false;
};

/// An option that needs no value: it is given or not.
template <auto member, auto value>
Problem set(const QString &, InspectRequest &request)
{
    request.settings.*member = value;
    return {};
}

std::optional<int> numberIn(const QString &text, int least, int most)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

Problem readService(const QString &typed, InspectRequest &request)
{
    Settings &settings = request.settings;
    settings.service = fromWire<Service>(typed);
    if (!settings.service) {
        return unknownChoice(QT_TRANSLATE_NOOP("cli", "unknown service %1; there is: %2"), typed,
                             serviceChoices());
    }
    settings.port = defaultPort(*settings.service);
    return {};
}

Problem readPort(const QString &typed, InspectRequest &request)
{
    constexpr int lastPort = 65535;
    const auto port = numberIn(typed, 1, lastPort);
    if (!port)
        return wrong(QT_TRANSLATE_NOOP("cli", "%1 is no port: a port is a number from 1 to 65535"), typed);
    request.settings.port = static_cast<quint16>(*port);
    return {};
}

Problem readConnect(const QString &typed, InspectRequest &request)
{
    request.settings.connectTo = parseEndpoint(typed);
    if (!request.settings.connectTo) {
        return wrong(
            QT_TRANSLATE_NOOP("cli", "%1 is no address: --connect takes 192.0.2.1:25 or [2001:db8::1]:25"),
            typed);
    }
    return {};
}

Problem readName(const QString &typed, InspectRequest &request)
{
    const bool isBracketed = typed.startsWith(u'[') && typed.endsWith(u']');
    if (const auto address = canonicalAddress(isBracketed ? typed.sliced(1).chopped(1) : typed)) {
        request.settings.referenceName = *address; // RFC 9525 §6.2: an IP-ID, never sent as SNI
        return {};
    }
    const auto name = DomainName::parse(typed);
    if (!name) {
        return wrong(QT_TRANSLATE_NOOP("cli", "%1 is neither a host name nor an IP address: --name takes the "
                                              "name that the certificate should hold"),
                     typed);
    }
    request.settings.referenceName = name->ascii();
    return {};
}

Problem readEhlo(const QString &typed, InspectRequest &request)
{
    if (!canStandBehindEhlo(typed)) {
        return wrong(QT_TRANSLATE_NOOP(
                         "cli", "%1 cannot stand behind EHLO: give a host name such as probe.example.net"),
                     typed);
    }
    request.settings.ehloName = typed;
    return {};
}

Problem readPolicy(const QString &typed, InspectRequest &request)
{
    const auto policy = fromWire<PolicyId>(typed);
    if (!policy) {
        return unknownChoice(QT_TRANSLATE_NOOP("cli", "unknown policy %1; there is: %2"), typed,
                             policyChoices());
    }
    request.settings.policy = *policy;
    return {};
}

Problem readRoots(const QString &typed, InspectRequest &request)
{
    auto read = readAnchors(typed);
    if (const auto *error = std::get_if<UsageError>(&read))
        return *error;
    request.settings.anchors = std::get<TrustAnchors>(std::move(read));
    return {};
}

Problem readPin(const QString &typed, InspectRequest &request)
{
    const auto pin = parsePin(typed);
    if (!pin) {
        return wrong(
            QT_TRANSLATE_NOOP("cli", "%1 is no SHA-256: a pin is 64 hex digits, with or without colons"),
            typed);
    }
    request.settings.pins.append(*pin);
    return {};
}

Problem readResolver(const QString &typed, InspectRequest &request)
{
    request.settings.resolver.server = parseEndpoint(typed);
    if (!request.settings.resolver.server) {
        return wrong(
            QT_TRANSLATE_NOOP(
                "cli", "%1 is no address: --resolver takes 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:53"),
            typed);
    }
    return {};
}

Problem readDnssecAnchor(const QString &typed, InspectRequest &request)
{
    const auto read = readDnssecAnchors(typed);
    if (const auto *error = std::get_if<UsageError>(&read))
        return *error;
    request.settings.resolver.anchors += std::get<QList<DnssecAnchor>>(read);
    return {};
}

Problem readStsConnect(const QString &typed, InspectRequest &request)
{
    request.settings.stsConnectTo = parseEndpoint(typed);
    if (!request.settings.stsConnectTo || request.settings.stsConnectTo->port == 0) {
        return wrong(QT_TRANSLATE_NOOP(
                         "cli", "%1 is no address: --sts-connect takes 192.0.2.1:443 or [2001:db8::1]:443"),
                     typed);
    }
    return {};
}

Problem readProxy(const QString &typed, InspectRequest &request)
{
    request.settings.proxy = parseProxy(typed);
    if (!request.settings.proxy) { // without the text: there may be a password in it
        return UsageError{
            phrase(QT_TRANSLATE_NOOP("cli", "--proxy takes socks5://[USER:PASSWORD@]HOST:PORT or http://…"))};
    }
    return {};
}

Problem readIPv6(const QString &, InspectRequest &request)
{
    if (request.settings.family == AddressFamily::IPv4) {
        return UsageError{phrase(QT_TRANSLATE_NOOP(
            "cli", "--ipv4 and --ipv6 exclude each other; leave both out to inspect both"))};
    }
    request.settings.family = AddressFamily::IPv6;
    return {};
}

Problem readTimeout(const QString &typed, InspectRequest &request)
{
    constexpr int longestSeconds = 3600;
    const auto seconds = numberIn(typed, 1, longestSeconds);
    if (!seconds)
        return wrong(QT_TRANSLATE_NOOP("cli", "%1 is no timeout: give whole seconds from 1 to 3600"), typed);
    request.settings.timeout = std::chrono::seconds(*seconds);
    return {};
}

Problem readJobs(const QString &typed, InspectRequest &request)
{
    constexpr int mostJobs = 256;
    const auto jobs = numberIn(typed, 1, mostJobs);
    if (!jobs)
        return wrong(QT_TRANSLATE_NOOP("cli", "%1: --jobs takes a number from 1 to 256"), typed);
    request.jobs = static_cast<size_t>(*jobs);
    return {};
}

/// In the order in which help names them, and in which they are read: --port after --service, which sets it.
constexpr std::array inspectTable{
    InspectOption{
        {"--service", "ID", QT_TRANSLATE_NOOP("cli", "%1 (what the target says)"), false, &serviceChoices},
        &readService,
        true},
    InspectOption{
        {"--port", "N", QT_TRANSLATE_NOOP("cli", "port (the target's, or the service's)")}, &readPort, true},
    InspectOption{{"--connect", "ADDR[:PORT]",
                   QT_TRANSLATE_NOOP("cli", "connect there instead: test before a DNS change")},
                  &readConnect},
    InspectOption{
        {"--name", "NAME",
         QT_TRANSLATE_NOOP("cli", "reference name or IP address; a name is SNI too (the target's host)")},
        &readName,
        true},
    InspectOption{{"--no-sni", nullptr, QT_TRANSLATE_NOOP("cli", "send no SNI, as plain Postfix does")},
                  &set<&Settings::sendSni, false>,
                  true},
    InspectOption{{"--no-variants", nullptr,
                   QT_TRANSLATE_NOOP("cli", "do without further short connections that look for other "
                                            "certificates (without SNI, of another kind of key)")},
                  &set<&Settings::variants, false>,
                  true},
    InspectOption{
        {"--ehlo", "NAME", QT_TRANSLATE_NOOP("cli", "EHLO name (the machine's full name)")}, &readEhlo, true},
    InspectOption{
        {"--policy", "ID", QT_TRANSLATE_NOOP("cli", "act under: %1 (opportunistic)"), false, &policyChoices},
        &readPolicy,
        true},
    InspectOption{
        {"--roots", "FILE", QT_TRANSLATE_NOOP("cli", "trust anchors in PEM instead of the system's")},
        &readRoots},
    InspectOption{{"--pin", "SHA256",
                   QT_TRANSLATE_NOOP("cli", "pinned certificate or public key, hex; repeatable"), true},
                  &readPin,
                  true},
    InspectOption{{"--resolver", "ADDR[:PORT]",
                   QT_TRANSLATE_NOOP("cli", "ask this DNS server (the system's resolver)")},
                  &readResolver,
                  true},
    InspectOption{{"--dnssec-anchor", "FILE",
                   QT_TRANSLATE_NOOP("cli", "DS or DNSKEY records to trust beside the root's; repeatable"),
                   true},
                  &readDnssecAnchor,
                  true},
    InspectOption{{"--sts-connect", "ADDR:PORT",
                   QT_TRANSLATE_NOOP("cli", "where the MTA-STS policy host is reached (its address, 443)")},
                  &readStsConnect,
                  true},
    InspectOption{{"--proxy", "URL",
                   QT_TRANSLATE_NOOP("cli", "socks5:// or http://, with user and password if need be")},
                  &readProxy,
                  true},
    InspectOption{{"--ipv4", nullptr, QT_TRANSLATE_NOOP("cli", "IPv4 addresses only")},
                  &set<&Settings::family, AddressFamily::IPv4>,
                  true},
    InspectOption{{"--ipv6", nullptr, QT_TRANSLATE_NOOP("cli", "IPv6 addresses only")}, &readIPv6, true},
    InspectOption{{"--timeout", "SECONDS", QT_TRANSLATE_NOOP("cli", "for one whole inspection (120)")},
                  &readTimeout,
                  true},
    InspectOption{{"--jobs", "N", QT_TRANSLATE_NOOP("cli", "targets inspected at the same time (8)")},
                  &readJobs},
    InspectOption{
        {"--targets", "FILE", QT_TRANSLATE_NOOP("cli", "one target a line, # comments; - is standard input")},
        nullptr},
    InspectOption{expiresWithinOption, nullptr},
    InspectOption{redactOption, nullptr},
    InspectOption{formatOption, nullptr},
    InspectOption{fullOption, nullptr},
    InspectOption{outputOption, nullptr},
};

Problem readOption(const InspectOption &row, const ParsedArguments &arguments, InspectRequest &request)
{
    for (const QString &typed : row.read ? arguments.all(row.spec.name) : QStringList()) {
        if (auto error = row.read(typed, request))
            return error;
    }
    return {};
}

const InspectOption &optionNamed(const char *name)
{
    const auto *found =
        std::find_if(inspectTable.begin(), inspectTable.end(), [name](const InspectOption &row) {
            return QLatin1StringView(row.spec.name) == QLatin1StringView(name);
        });
    Q_ASSERT(found != inspectTable.end());
    return *found;
}

} // namespace

QStringList policyChoices() { return wireNames<PolicyId>(); }
QStringList serviceChoices() { return wireNames<Service>(); }

std::span<const OptionSpec> inspectOptions()
{
    static constexpr auto specs = [] {
        std::array<OptionSpec, inspectTable.size()> all{};
        std::transform(inspectTable.begin(), inspectTable.end(), all.begin(),
                       [](const InspectOption &row) { return row.spec; });
        return all;
    }();
    return specs;
}

std::vector<OptionSpec> howToInspectOptions()
{
    std::vector<OptionSpec> specs;
    for (const InspectOption &row : inspectTable) {
        if (row.saysHow)
            specs.push_back(row.spec);
    }
    return specs;
}

const OptionSpec &inspectOption(const char *name) { return optionNamed(name).spec; }

std::optional<UsageError> readInspectOptions(std::initializer_list<const char *> names,
                                             const ParsedArguments &arguments, InspectRequest &request)
{
    for (const char *name : names) {
        if (auto error = readOption(optionNamed(name), arguments, request))
            return error;
    }
    return {};
}

std::variant<InspectRequest, UsageError> readInspectSettings(const ParsedArguments &arguments)
{
    InspectRequest request;
    request.settings.anchors = defaultAnchors();
    request.settings.variants = true;
    for (const InspectOption &row : inspectTable) {
        if (auto error = readOption(row, arguments, request))
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
    const auto days = readExpiresWithin(arguments);
    if (const auto *error = std::get_if<UsageError>(&days))
        return *error;
    auto output = readOutputRequest(arguments);
    if (const auto *error = std::get_if<UsageError>(&output))
        return *error;
    auto targets = readTargets(arguments, standardInput);
    if (const auto *error = std::get_if<UsageError>(&targets))
        return *error;
    request.expiresWithinDays = std::get<std::optional<int>>(days);
    request.output = std::get<OutputRequest>(std::move(output));
    request.redact = arguments.has("--redact");
    request.targets = std::get<QList<TargetSpec>>(std::move(targets));
    return settings;
}

} // namespace mailseal
