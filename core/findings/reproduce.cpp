#include "findings/reproduce.h"

#include "values/domainname.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

/// What a tool has to show.
enum class Means {
    Handshake, ///< protocol, cipher, or that it fails
    Trust,     ///< the chain against the system's anchors
    Name,      ///< the names in the certificate
    Dates,
    Everything, ///< of the certificate
    SentChain,
    PublicKeyHash,
    Staple,
    Dialogue,
    DaneClient,
    MxRecord,
    Alias, ///< of the name that the finding names
    TlsaRecord,
    NamedAnswer, ///< what the name that the finding names has: TLSA, MX or addresses
    TxtRecord,   ///< of the name that the finding names
    StsRecord,
    StsPolicy,
    TlsRptRecord
};

struct Row
{
    FindingCode code;
    Means means;
};

constexpr std::array table{
    Row{FindingCode::Encrypted, Means::Handshake},
    Row{FindingCode::ChainAndNameFine, Means::Trust},
    Row{FindingCode::PinMatch, Means::PublicKeyHash},
    Row{FindingCode::SelfSignedLeaf, Means::Trust},
    Row{FindingCode::UntrustedRoot, Means::Trust},
    Row{FindingCode::IncompleteChain, Means::Trust},
    Row{FindingCode::Expired, Means::Dates},
    Row{FindingCode::NotYetValid, Means::Dates},
    Row{FindingCode::ExpiresSoon, Means::Dates},
    Row{FindingCode::NameMismatch, Means::Name},
    Row{FindingCode::CnOnly, Means::Name},
    Row{FindingCode::WeakKey, Means::Everything},
    Row{FindingCode::WeakSignature, Means::Everything},
    Row{FindingCode::MisorderedChain, Means::SentChain},
    Row{FindingCode::SurplusCertificate, Means::SentChain},
    Row{FindingCode::DuplicateCertificate, Means::SentChain},
    Row{FindingCode::RootSent, Means::SentChain},
    Row{FindingCode::WrongPurpose, Means::Everything},
    Row{FindingCode::InvalidCa, Means::Trust},
    Row{FindingCode::UnreadableCertificate, Means::SentChain},
    Row{FindingCode::ChainInvalid, Means::Trust},
    Row{FindingCode::NoCertificate, Means::Handshake},
    Row{FindingCode::AnonymousSuite, Means::Handshake},
    Row{FindingCode::PinMismatch, Means::PublicKeyHash},
    Row{FindingCode::LegacyProtocol, Means::Handshake},
    Row{FindingCode::VariantDiffers, Means::Name},
    Row{FindingCode::RevocationNotChecked, Means::Staple},
    Row{FindingCode::RevocationGood, Means::Staple},
    Row{FindingCode::RevocationUnproved, Means::Staple},
    Row{FindingCode::Revoked, Means::Staple},
    Row{FindingCode::MxInsecure, Means::MxRecord},
    Row{FindingCode::MxBogus, Means::MxRecord},
    Row{FindingCode::NullMx, Means::MxRecord},
    Row{FindingCode::MxIsAlias, Means::Alias},
    Row{FindingCode::ResolverStripsDnssec, Means::MxRecord},
    Row{FindingCode::ServersLeftOut, Means::MxRecord},
    Row{FindingCode::StarttlsNotOffered, Means::Dialogue},
    Row{FindingCode::StarttlsIntermittent, Means::Dialogue},
    Row{FindingCode::StarttlsMasked, Means::Dialogue},
    Row{FindingCode::StarttlsRefused, Means::Dialogue},
    Row{FindingCode::HandshakeFailed, Means::Handshake},
    Row{FindingCode::RefusedAfterTls, Means::Dialogue},
    Row{FindingCode::Unreachable, Means::Dialogue},
    Row{FindingCode::GreetingRefused, Means::Dialogue},
    Row{FindingCode::EhloRefused, Means::Dialogue},
    Row{FindingCode::NoUsableReply, Means::Dialogue},
    Row{FindingCode::Throttled, Means::Dialogue},
    Row{FindingCode::GreetingSlow, Means::Dialogue},
    Row{FindingCode::LongLine, Means::Dialogue},
    Row{FindingCode::ReplyCodeUnusual, Means::Dialogue},
    Row{FindingCode::ReplyCodesDiffer, Means::Dialogue},
    Row{FindingCode::UnexpectedReply, Means::Dialogue},
    Row{FindingCode::HeloOnly, Means::Dialogue},
    Row{FindingCode::CapabilityCase, Means::Dialogue},
    Row{FindingCode::StsNoPolicy, Means::StsRecord},
    Row{FindingCode::StsLookupFailed, Means::TxtRecord},
    Row{FindingCode::StsSeveralRecords, Means::StsRecord},
    Row{FindingCode::StsRecordInvalid, Means::StsRecord},
    Row{FindingCode::TxtRecordIgnored, Means::TxtRecord},
    Row{FindingCode::StsFetchFailed, Means::StsPolicy},
    Row{FindingCode::StsContentType, Means::StsPolicy},
    Row{FindingCode::StsLineInvalid, Means::StsPolicy},
    Row{FindingCode::StsPolicyInvalid, Means::StsPolicy},
    Row{FindingCode::StsFieldMissing, Means::StsPolicy},
    Row{FindingCode::StsFieldInvalid, Means::StsPolicy},
    Row{FindingCode::StsFieldRepeated, Means::StsPolicy},
    Row{FindingCode::StsFieldUnknown, Means::StsPolicy},
    Row{FindingCode::StsMxInvalid, Means::StsPolicy},
    Row{FindingCode::StsMxAddress, Means::StsPolicy},
    Row{FindingCode::StsMxNotAscii, Means::StsPolicy},
    Row{FindingCode::StsMxTrailingDot, Means::StsPolicy},
    Row{FindingCode::StsByteOrderMark, Means::StsPolicy},
    Row{FindingCode::StsBadOctet, Means::StsPolicy},
    Row{FindingCode::StsEmptyLine, Means::StsPolicy},
    Row{FindingCode::StsMaxAgeShort, Means::StsPolicy},
    Row{FindingCode::StsMxMatch, Means::StsPolicy},
    Row{FindingCode::StsMxMismatch, Means::StsPolicy},
    Row{FindingCode::StsAnyPatternDiffers, Means::StsPolicy},
    Row{FindingCode::StsModeTesting, Means::StsPolicy},
    Row{FindingCode::StsModeNone, Means::StsPolicy},
    Row{FindingCode::StsOlderPolicyDefers, Means::StsPolicy},
    Row{FindingCode::TlsaMatch, Means::DaneClient},
    Row{FindingCode::TlsaMismatch, Means::DaneClient},
    Row{FindingCode::TlsaTaNotSent, Means::DaneClient},
    Row{FindingCode::TlsaWeakerMatches, Means::DaneClient},
    Row{FindingCode::TlsaUnusable, Means::TlsaRecord},
    Row{FindingCode::TlsaNone, Means::TlsaRecord},
    Row{FindingCode::TlsaInsecure, Means::NamedAnswer},
    Row{FindingCode::TlsaBogus, Means::NamedAnswer},
    Row{FindingCode::TlsaLookupFailed, Means::NamedAnswer},
    Row{FindingCode::AddressBogus, Means::NamedAnswer},
    Row{FindingCode::DnssecNotTold, Means::NamedAnswer},
    Row{FindingCode::RequireTlsOffered, Means::Dialogue},
    Row{FindingCode::RequireTlsNotOffered, Means::Dialogue},
    Row{FindingCode::TlsRptNoRecord, Means::TlsRptRecord},
    Row{FindingCode::TlsRptSeveralRecords, Means::TlsRptRecord},
    Row{FindingCode::TlsRptRecordInvalid, Means::TlsRptRecord},
    Row{FindingCode::TlsRptUriInvalid, Means::TlsRptRecord},
};

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

    QString by(Means means, const Finding &finding) const;

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

QString Command::by(Means means, const Finding &finding) const
{
    switch (means) {
    case Means::Handshake:
        return client(QStringLiteral("-brief"));
    case Means::Trust:
        return client(m_serverName.isEmpty()
                          ? QStringLiteral("-verify_return_error -brief")
                          : QStringLiteral("-verify_hostname %1 -verify_return_error -brief")
                                .arg(shellWord(m_serverName)));
    case Means::Name:
        return leaf(QStringLiteral("-subject -ext subjectAltName"));
    case Means::Dates:
        return leaf(QStringLiteral("-subject -issuer -dates"));
    case Means::Everything:
        return leaf(QStringLiteral("-text"));
    case Means::SentChain:
        return client(QStringLiteral("-showcerts"));
    case Means::PublicKeyHash: {
        const QString key = leaf(QStringLiteral("-pubkey"));
        return key.isEmpty()
                   ? QString()
                   : key + QLatin1StringView(" | openssl pkey -pubin -outform DER | openssl dgst -sha256");
    }
    case Means::Staple:
        return client(QStringLiteral("-status"));
    case Means::Dialogue:
        return m_address.isEmpty()
                   ? QString()
                   : finger("may", QStringLiteral("[%1]:%2").arg(m_address).arg(m_target.connectedTo.port));
    case Means::DaneClient:
        return daneClient();
    case Means::MxRecord:
        return dig(nameIn(m_target.domain), "MX");
    case Means::Alias:
        return dig(nameIn(finding.args.value(0)), "CNAME");
    case Means::TlsaRecord:
        return dig(nameIn(m_evidence.dns && m_evidence.dns->tlsa ? m_evidence.dns->tlsa->name : QString()),
                   "TLSA");
    case Means::NamedAnswer: {
        const QString name = nameIn(finding.args.value(0));
        if (name.startsWith(u'_'))
            return dig(name, "TLSA");
        if (finding.code == FindingCode::TlsaLookupFailed || finding.code == FindingCode::TlsaBogus)
            return dig(name, "CNAME"); // of the alias alone (RFC 7672 §2.2.2)
        if (name == nameIn(m_target.domain) && name != nameIn(m_target.host))
            return dig(name, "MX");
        return dig(name, m_address.isEmpty() || !isV6(m_address) ? "A" : "AAAA");
    }
    case Means::TxtRecord:
        return dig(nameIn(finding.args.value(0)), "TXT");
    case Means::StsRecord:
        return dig(below("_mta-sts."), "TXT");
    case Means::StsPolicy:
        return policy();
    case Means::TlsRptRecord:
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
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const Row &one) { return one.code == finding.code; });
    return row == table.end() ? QString() : Command(inspection, finding, judged).by(row->means, finding);
}

} // namespace mailseal
