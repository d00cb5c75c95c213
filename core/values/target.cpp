#include "values/target.h"

#include "values/domainname.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <utility>

namespace mailseal {

namespace {

/// One row a service, in the order of the enumeration.
struct ServiceRow
{
    Service service;
    QLatin1StringView scheme;
    quint16 port; ///< as registered
    Start start;
    bool isRelay; ///< mail is relayed there, not submitted
};
constexpr std::array services{
    ServiceRow{Service::Smtp, QLatin1StringView("smtp"), 25, Start::StartTls, true},
    ServiceRow{Service::Submission, QLatin1StringView("submission"), 587, Start::StartTls, false},
    ServiceRow{Service::Submissions, QLatin1StringView("submissions"), 465, Start::Implicit, false},
    ServiceRow{Service::Lmtp, QLatin1StringView("lmtp"), 24, Start::StartTls, true},
};

constexpr const ServiceRow &rowOf(Service service) { return services[static_cast<std::size_t>(service)]; }

constexpr bool areInOrder()
{
    for (std::size_t i = 0; i < services.size(); ++i) {
        if (static_cast<std::size_t>(services[i].service) != i)
            return false;
    }
    return true;
}
static_assert(areInOrder() && services.back().service == Service::Lmtp);

constexpr std::array schemesNotYet{
    QLatin1StringView("imap"),  QLatin1StringView("imaps"), QLatin1StringView("pop3"),
    QLatin1StringView("pop3s"), QLatin1StringView("sieve"), QLatin1StringView("managesieve"),
};

std::optional<quint16> parsePort(QStringView text)
{
    const bool digits = !text.isEmpty() && text.size() <= 5 &&
                        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint value = digits ? text.toUInt() : 0;
    if (value == 0 || value > 65535)
        return std::nullopt;
    return static_cast<quint16>(value);
}

/// The text of a server split into host and port; a bare IPv6 address has no port.
struct HostPort
{
    QString host;
    std::optional<QString> port;
    bool bracketed = false;
};

std::optional<HostPort> splitHostPort(const QString &text)
{
    if (text.startsWith(u'[')) {
        const auto close = text.indexOf(u']');
        if (close < 0)
            return std::nullopt;
        const QString rest = text.mid(close + 1);
        if (!rest.isEmpty() && !rest.startsWith(u':'))
            return std::nullopt;
        return HostPort{text.mid(1, close - 1),
                        rest.isEmpty() ? std::nullopt : std::optional<QString>(rest.mid(1)), true};
    }
    if (text.count(u':') != 1)
        return HostPort{text, std::nullopt, false};
    const auto colon = text.indexOf(u':');
    return HostPort{text.left(colon), text.mid(colon + 1), false};
}

} // namespace

std::optional<QString> canonicalAddress(const QString &text)
{
    const QByteArray bytes = text.toLatin1();
    std::array<unsigned char, sizeof(in6_addr)> raw{};
    std::array<char, INET6_ADDRSTRLEN> out{};
    for (const int family : {AF_INET, AF_INET6}) {
        if (inet_pton(family, bytes.constData(), raw.data()) == 1)
            return QString::fromLatin1(inet_ntop(family, raw.data(), out.data(), out.size()));
    }
    return std::nullopt;
}

QList<Service> allServices()
{
    QList<Service> all;
    for (const ServiceRow &row : services)
        all.append(row.service);
    return all;
}

quint16 defaultPort(Service service) { return rowOf(service).port; }

Service serviceOfPort(quint16 port)
{
    const auto *found = std::find_if(services.begin(), services.end(),
                                     [port](const ServiceRow &row) { return row.port == port; });
    return found == services.end() ? Service::Smtp : found->service;
}

Start startOf(Service service) { return rowOf(service).start; }

bool isRelay(Service service) { return rowOf(service).isRelay; }

std::variant<TargetSpec, TargetError> parseTarget(const QString &text)
{
    constexpr int maxTyped = 2000;
    TargetSpec spec;
    spec.input = text.trimmed();
    if (spec.input.isEmpty())
        return TargetError::Empty;
    if (spec.input.size() > maxTyped)
        return TargetError::BadName;

    QString rest = spec.input;
    std::optional<Service> service;
    bool saysHost = false;
    bool saysDomain = false;
    if (const auto end = rest.indexOf(QLatin1StringView("://")); end >= 0) {
        const QString name = rest.left(end).toLower();
        const auto *known = std::find_if(services.begin(), services.end(),
                                         [&](const ServiceRow &row) { return row.scheme == name; });
        if (known == services.end()) {
            return std::find(schemesNotYet.begin(), schemesNotYet.end(), name) != schemesNotYet.end()
                       ? TargetError::SchemeNotYet
                       : TargetError::UnknownScheme;
        }
        service = known->service;
        saysHost = true;
        rest = rest.mid(end + 3);
        if (rest.endsWith(u'/'))
            rest.chop(1);
    } else if (rest.startsWith(QLatin1StringView("host:"), Qt::CaseInsensitive)) {
        rest = rest.mid(5);
        saysHost = true;
    } else if (rest.startsWith(QLatin1StringView("domain:"), Qt::CaseInsensitive)) {
        rest = rest.mid(7);
        saysDomain = true;
    }
    if (rest.contains(u'@'))
        return TargetError::MailAddress;
    if (rest.contains(u'/') || rest.contains(u'?') || rest.contains(u'#'))
        return TargetError::TrailingText;

    const auto parts = splitHostPort(rest);
    if (!parts)
        return TargetError::BadAddress;
    if (parts->port && saysDomain)
        return TargetError::BadPort; // the MX records say where; --port overrides the port
    if (parts->port) {
        const auto port = parsePort(*parts->port);
        if (!port)
            return TargetError::BadPort;
        spec.port = *port;
        spec.service = service.value_or(serviceOfPort(*port));
    } else {
        spec.service = service.value_or(Service::Smtp);
        spec.port = defaultPort(spec.service);
    }

    if (const auto address = canonicalAddress(parts->host); address && !saysDomain) {
        spec.host = *address;
        spec.isAddress = true;
        return spec;
    }
    if (parts->bracketed || parts->host.contains(u':'))
        return TargetError::BadAddress;
    const auto name = DomainName::parse(parts->host);
    if (!name)
        return TargetError::BadName;
    spec.host = name->ascii();
    spec.isDomain = saysDomain || (!saysHost && !parts->port);
    return spec;
}

std::optional<Endpoint> parseEndpoint(const QString &text)
{
    const auto parts = splitHostPort(text.trimmed());
    if (!parts)
        return std::nullopt;
    const auto address = canonicalAddress(parts->host);
    if (!address)
        return std::nullopt;
    if (!parts->port)
        return Endpoint{*address, 0};
    const auto port = parsePort(*parts->port);
    return port ? std::optional(Endpoint{*address, *port}) : std::nullopt;
}

QString titleOf(const Target &target)
{
    return target.host.isEmpty() ? target.input.section(u'/', -1) : target.host;
}

} // namespace mailseal
