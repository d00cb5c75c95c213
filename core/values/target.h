#pragma once

#include "values/endpoint.h"
#include "values/policyid.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace mailseal {

/// What is spoken on the port: the protocol and, by `startOf`, how TLS begins.
enum class Service { Smtp, Submission, Submissions, Lmtp };

/// How TLS begins: by the STARTTLS command (RFC 3207) or with the first byte (RFC 8314 §3.3). None: a
/// certificate is judged offline and no service was named, so that every policy is asked.
enum class Start { StartTls, Implicit, None };

/// Every service, in the order of the enumeration.
QList<Service> allServices();
/// The registered port of a service: 25, 587, 465, 24.
quint16 defaultPort(Service service);
/// What a port says about the service where no scheme is given: 465, 587, 24; any other is SMTP.
Service serviceOfPort(quint16 port);
Start startOf(Service service);
/// Whether mail is relayed there (SMTP, LMTP), as opposed to submitted by a person's program.
bool isRelay(Service service);

/// What a person asked for, parsed once (docs/command-line.md "Targets"). `host` is a domain name in A-labels
/// or an IP address without brackets; it is never empty.
struct TargetSpec
{
    QString input;
    QString host;
    quint16 port = 25;
    Service service = Service::Smtp;
    bool isAddress = false; ///< host is an IP address
    bool isDomain = false;  ///< host is a mail domain: its MX hosts are meant
    bool operator==(const TargetSpec &) const = default;
};

/// Why a text is no target. Sentences are made in report/wording.
enum class TargetError {
    Empty,
    BadName,
    BadPort,
    BadAddress,
    UnknownScheme,
    SchemeNotYet, ///< imap:// and friends
    MailAddress,  ///< user@example.org: the part behind @ is meant
    TrailingText  ///< a path, query or user info
};

/// Reads the text of a target. Bounded: longer than 2,000 characters is BadName.
std::variant<TargetSpec, TargetError> parseTarget(const QString &text);

/// The canonical text of an IP address (inet_ntop's, RFC 5952), or nothing.
std::optional<QString> canonicalAddress(const QString &text);

/// Reads "ADDR", "ADDR:PORT", "[V6]", "[V6]:PORT" as `--connect` and `--resolver` take them; port 0 where
/// none is given. nullopt where the address is no IP address.
std::optional<Endpoint> parseEndpoint(const QString &text);

/// One server address as it was inspected: the target's own names stay even under `--connect`.
struct Target
{
    QString input;
    QString domain; ///< the mail domain; empty where a server was asked for
    QString host;   ///< A-labels or an IP address
    QString address;
    quint16 port = 25;
    Service service = Service::Smtp;
    Start start = Start::StartTls;
    QString serverName; ///< the reference name, sent as SNI where it is a host name (sent: tls.serverName)
    PolicyId policy = PolicyId::Opportunistic;
    QList<QByteArray> pins; ///< lower-case hex SHA-256
    Endpoint connectedTo;   ///< where the socket went
    bool operator==(const Target &) const = default;
};

/// What a report or a list calls it: the host, or where none was named what was typed, a file without its
/// folder.
QString titleOf(const Target &target);

} // namespace mailseal
