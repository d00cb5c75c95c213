#include "findings/reproduce.h"

#include "findings/findingrow.h"
#include "values/domainname.h"

#include <algorithm>

namespace mailseal {

namespace {

/// A name that may stand in a command: its syntax was proved, and it is no option.
QString nameIn(const QString &text)
{
    const auto name = DomainName::parse(text);
    return name ? name->ascii() : QString();
}

/// An IP address in its usual form; empty where the text is none.
QString addressIn(const QString &text)
{
    const auto endpoint = parseEndpoint(text);
    return endpoint && endpoint->port == 0 ? endpoint->address : QString();
}

bool isV6(const QString &address) { return address.contains(u':'); }

QString bracketed(const QString &address) { return isV6(address) ? u'[' + address + u']' : address; }

/// Whether a finding about a certificate is about that of the MTA-STS policy host. A verdict may tell it with
/// another severity.
bool isOfPolicyHost(const Finding &finding, const Inspection &inspection)
{
    if (!inspection.sts || inspection.sts->fetch != StsFetchEnd::Certificate || !finding.depth)
        return false;
    const auto isIt = [&finding](const Finding &problem) {
        return problem.code == finding.code && problem.depth == finding.depth && problem.args == finding.args;
    };
    const QList<Finding> &problems = inspection.sts->problems;
    return std::any_of(problems.cbegin(), problems.cend(), isIt);
}

/// What makes a server show the certificate for that kind of key.
QString signatures(const QString &keyType)
{
    if (keyType.isEmpty())
        return {};
    return keyType == QLatin1StringView("RSA") ? QStringLiteral("-sigalgs RSA-PSS+SHA256:RSA+SHA256")
                                               : QStringLiteral("-sigalgs ECDSA+SHA256:ECDSA+SHA384");
}

class Command
{
public:
    Command(const Inspection &inspection, const Finding &finding, const std::optional<int> &judged)
        : m_evidence(inspection.evidence)
        , m_target(m_evidence.target)
        , m_address(addressIn(m_target.connectedTo.address))
        , m_serverName(nameIn(m_target.serverName))
        , m_isPolicyHost(isOfPolicyHost(finding, inspection))
    {
        if (m_isPolicyHost) {
            m_serverName = below("mta-sts.");
            m_sentName = m_serverName;
            return;
        }
        const auto &tls = m_evidence.session.tls;
        bool isNameSent = !tls || !tls->serverName.isEmpty();
        if (const auto variant = variantMeant(finding, inspection, judged)) {
            isNameSent = m_evidence.variants[*variant].sni;
            m_signatures = signatures(m_evidence.variants[*variant].keyType);
        }
        if (isNameSent)
            m_sentName = m_serverName;
    }

    QString by(Recipe recipe, const Finding &finding) const;

private:
    QString dig(const QString &name, const char *type) const;
    QString client(const QString &more) const;
    QString leaf(const QString &what) const;
    QString finger(const char *level, const QString &where) const;
    QString policy() const;
    QString below(const char *label) const;
    QString daneClient() const;

    const Evidence &m_evidence;
    const Target &m_target;
    QString m_address;    ///< empty: nothing was connected to
    QString m_serverName; ///< that the certificate has to name
    QString m_sentName;   ///< SNI; empty: none
    QString m_signatures; ///< those offered; empty: all
    bool m_isPolicyHost;  ///< then HTTPS is asked, by its name
};

QString Command::dig(const QString &name, const char *type) const
{
    if (name.isEmpty())
        return {};
    QString line = QStringLiteral("dig ");
    if (const auto resolver = parseEndpoint(m_evidence.observer.resolver)) {
        line += u'@' + resolver->address + u' ';
        if (resolver->port != 0)
            line += QStringLiteral("-p %1 ").arg(resolver->port);
    }
    return line + QStringLiteral("+dnssec %1 %2").arg(shellWord(name), QLatin1StringView(type));
}

QString Command::client(const QString &more) const
{
    constexpr quint16 https = 443;
    const QString where = m_isPolicyHost ? m_serverName : bracketed(m_address);
    if (where.isEmpty())
        return {};
    QStringList words{QStringLiteral("openssl s_client")};
    if (!m_isPolicyHost && m_target.start != Start::Implicit)
        words.append(m_target.service == Service::Lmtp ? QStringLiteral("-starttls lmtp")
                                                       : QStringLiteral("-starttls smtp"));
    const quint16 port = m_isPolicyHost ? https : m_target.connectedTo.port;
    words.append(QStringLiteral("-connect ") + shellWord(QStringLiteral("%1:%2").arg(where).arg(port)));
    words.append(m_sentName.isEmpty() ? QStringLiteral("-noservername")
                                      : QStringLiteral("-servername ") + shellWord(m_sentName));
    words.append(m_signatures);
    words.append(more);
    words.removeAll(QString());
    return words.join(u' ') + QLatin1StringView(" </dev/null");
}

QString Command::leaf(const QString &what) const
{
    const QString shown = client({});
    return shown.isEmpty() ? QString()
                           : shown + QLatin1StringView(" 2>/dev/null | openssl x509 -noout ") + what;
}

QString Command::finger(const char *level, const QString &where) const
{
    if (where.isEmpty())
        return {};
    QStringList words{QStringLiteral("posttls-finger -c -l"), QString::fromLatin1(level)};
    if (m_target.service == Service::Lmtp)
        words.append(QStringLiteral("-S"));
    if (m_target.start == Start::Implicit)
        words.append(QStringLiteral("-w"));
    words.append(shellWord(where));
    return words.join(u' ');
}

/// By the name, whose TLSA records count; one family of addresses at least is told.
QString Command::daneClient() const
{
    const QString host = nameIn(m_target.host);
    if (host.isEmpty())
        return {};
    QString line = finger("dane", QStringLiteral("[%1]:%2").arg(host).arg(m_target.port));
    if (m_address.isEmpty())
        return line;
    return line.replace(QLatin1StringView(" -l "), isV6(m_address) ? QLatin1StringView(" -a ipv6 -l ")
                                                                   : QLatin1StringView(" -a ipv4 -l "));
}

QString Command::below(const char *label) const
{
    const QString domain = nameIn(m_target.domain);
    return domain.isEmpty() ? QString() : QLatin1StringView(label) + domain;
}

QString Command::policy() const
{
    const QString host = below("mta-sts.");
    return host.isEmpty() ? QString()
                          : QStringLiteral("curl -sS -i --max-redirs 0 ") +
                                shellWord(QStringLiteral("https://%1/.well-known/mta-sts.txt").arg(host));
}

QString Command::by(Recipe recipe, const Finding &finding) const
{
    switch (recipe) {
    case Recipe::Nothing:
        break;
    case Recipe::Handshake:
        return client(QStringLiteral("-brief"));
    case Recipe::Trust:
        return client(m_serverName.isEmpty()
                          ? QStringLiteral("-verify_return_error -brief")
                          : QStringLiteral("-verify_hostname %1 -verify_return_error -brief")
                                .arg(shellWord(m_serverName)));
    case Recipe::Name:
        return leaf(QStringLiteral("-subject -ext subjectAltName"));
    case Recipe::Dates:
        return leaf(QStringLiteral("-subject -issuer -dates"));
    case Recipe::Everything:
        return leaf(QStringLiteral("-text"));
    case Recipe::SentChain:
        return client(QStringLiteral("-showcerts"));
    case Recipe::PublicKeyHash: {
        const QString key = leaf(QStringLiteral("-pubkey"));
        return key.isEmpty()
                   ? QString()
                   : key + QLatin1StringView(" | openssl pkey -pubin -outform DER | openssl dgst -sha256");
    }
    case Recipe::Staple:
        return client(QStringLiteral("-status"));
    case Recipe::Dialogue:
        return m_address.isEmpty()
                   ? QString()
                   : finger("may", QStringLiteral("[%1]:%2").arg(m_address).arg(m_target.connectedTo.port));
    case Recipe::DaneClient:
        return daneClient();
    case Recipe::MxRecord:
        return dig(nameIn(m_target.domain), "MX");
    case Recipe::Alias:
        return dig(nameIn(finding.args.value(0)), "CNAME");
    case Recipe::TlsaRecord:
        return dig(nameIn(m_evidence.dns && m_evidence.dns->tlsa ? m_evidence.dns->tlsa->name : QString()),
                   "TLSA");
    case Recipe::NamedAnswer: {
        const QString name = nameIn(finding.args.value(0));
        if (name.startsWith(u'_'))
            return dig(name, "TLSA");
        if (finding.code == FindingCode::LookupUnanswered) {
            const QString type = finding.args.value(2);
            return dig(name, type == QLatin1StringView("MX")     ? "MX"
                             : type == QLatin1StringView("AAAA") ? "AAAA"
                                                                 : "A");
        }
        if (finding.code == FindingCode::TlsaLookupFailed || finding.code == FindingCode::TlsaBogus)
            return dig(name, "CNAME"); // of the alias alone (RFC 7672 §2.2.2)
        if (name == nameIn(m_target.domain) && name != nameIn(m_target.host))
            return dig(name, "MX");
        return dig(name, m_address.isEmpty() || !isV6(m_address) ? "A" : "AAAA");
    }
    case Recipe::TxtRecord:
        return dig(nameIn(finding.args.value(0)), "TXT");
    case Recipe::StsRecord:
        return dig(below("_mta-sts."), "TXT");
    case Recipe::StsPolicy:
        return policy();
    case Recipe::TlsRptRecord:
        return dig(below("_smtp._tls."), "TXT");
    }
    return {};
}

} // namespace

QString shellWord(const QString &text)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               QStringView(u"_-.,:/@%+").contains(c);
    };
    if (!text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isPlain))
        return text;
    return u'\'' + QString(text).replace(u'\'', QLatin1StringView("'\\''")) + u'\'';
}

QString reproduction(const Finding &finding, const Inspection &inspection, const std::optional<int> &judged)
{
    const Evidence &evidence = inspection.evidence;
    if (evidence.redacted || evidence.origin == Origin::Offline || !evidence.assumptions.isEmpty())
        return {};
    return Command(inspection, finding, judged).by(findingRow(finding.code).recipe, finding);
}

} // namespace mailseal
