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

struct Reproduction
{
    FindingCode code;
    Means means;
};

constexpr std::array reproductions{
    Reproduction{FindingCode::Encrypted, Means::Handshake},
    Reproduction{FindingCode::ChainAndNameFine, Means::Trust},
    Reproduction{FindingCode::PinMatch, Means::PublicKeyHash},
    Reproduction{FindingCode::SelfSignedLeaf, Means::Trust},
    Reproduction{FindingCode::UntrustedRoot, Means::Trust},
    Reproduction{FindingCode::IncompleteChain, Means::Trust},
    Reproduction{FindingCode::Expired, Means::Dates},
    Reproduction{FindingCode::NotYetValid, Means::Dates},
    Reproduction{FindingCode::ExpiresSoon, Means::Dates},
    Reproduction{FindingCode::NameMismatch, Means::Name},
    Reproduction{FindingCode::CnOnly, Means::Name},
    Reproduction{FindingCode::WeakKey, Means::Everything},
    Reproduction{FindingCode::WeakSignature, Means::Everything},
    Reproduction{FindingCode::MisorderedChain, Means::SentChain},
    Reproduction{FindingCode::SurplusCertificate, Means::SentChain},
    Reproduction{FindingCode::DuplicateCertificate, Means::SentChain},
    Reproduction{FindingCode::RootSent, Means::SentChain},
    Reproduction{FindingCode::WrongPurpose, Means::Everything},
    Reproduction{FindingCode::InvalidCa, Means::Trust},
    Reproduction{FindingCode::UnreadableCertificate, Means::SentChain},
    Reproduction{FindingCode::ChainInvalid, Means::Trust},
    Reproduction{FindingCode::NoCertificate, Means::Handshake},
    Reproduction{FindingCode::AnonymousSuite, Means::Handshake},
    Reproduction{FindingCode::PinMismatch, Means::PublicKeyHash},
    Reproduction{FindingCode::LegacyProtocol, Means::Handshake},
    Reproduction{FindingCode::VariantDiffers, Means::Name},
    Reproduction{FindingCode::RevocationNotChecked, Means::Staple},
    Reproduction{FindingCode::RevocationGood, Means::Staple},
    Reproduction{FindingCode::RevocationUnproved, Means::Staple},
    Reproduction{FindingCode::Revoked, Means::Staple},
    Reproduction{FindingCode::MxInsecure, Means::MxRecord},
    Reproduction{FindingCode::MxBogus, Means::MxRecord},
    Reproduction{FindingCode::NullMx, Means::MxRecord},
    Reproduction{FindingCode::MxIsAlias, Means::Alias},
    Reproduction{FindingCode::ResolverStripsDnssec, Means::MxRecord},
    Reproduction{FindingCode::ServersLeftOut, Means::MxRecord},
    Reproduction{FindingCode::StarttlsNotOffered, Means::Dialogue},
    Reproduction{FindingCode::StarttlsIntermittent, Means::Dialogue},
    Reproduction{FindingCode::StarttlsMasked, Means::Dialogue},
    Reproduction{FindingCode::StarttlsRefused, Means::Dialogue},
    Reproduction{FindingCode::HandshakeFailed, Means::Handshake},
    Reproduction{FindingCode::RefusedAfterTls, Means::Dialogue},
    Reproduction{FindingCode::Unreachable, Means::Dialogue},
    Reproduction{FindingCode::GreetingRefused, Means::Dialogue},
    Reproduction{FindingCode::EhloRefused, Means::Dialogue},
    Reproduction{FindingCode::NoUsableReply, Means::Dialogue},
    Reproduction{FindingCode::Throttled, Means::Dialogue},
    Reproduction{FindingCode::GreetingSlow, Means::Dialogue},
    Reproduction{FindingCode::LongLine, Means::Dialogue},
    Reproduction{FindingCode::ReplyCodeUnusual, Means::Dialogue},
    Reproduction{FindingCode::ReplyCodesDiffer, Means::Dialogue},
    Reproduction{FindingCode::UnexpectedReply, Means::Dialogue},
    Reproduction{FindingCode::HeloOnly, Means::Dialogue},
    Reproduction{FindingCode::CapabilityCase, Means::Dialogue},
    Reproduction{FindingCode::StsNoPolicy, Means::StsRecord},
    Reproduction{FindingCode::StsLookupFailed, Means::TxtRecord},
    Reproduction{FindingCode::StsSeveralRecords, Means::StsRecord},
    Reproduction{FindingCode::StsRecordInvalid, Means::StsRecord},
    Reproduction{FindingCode::TxtRecordIgnored, Means::TxtRecord},
    Reproduction{FindingCode::StsFetchFailed, Means::StsPolicy},
    Reproduction{FindingCode::StsContentType, Means::StsPolicy},
    Reproduction{FindingCode::StsLineInvalid, Means::StsPolicy},
    Reproduction{FindingCode::StsPolicyInvalid, Means::StsPolicy},
    Reproduction{FindingCode::StsFieldMissing, Means::StsPolicy},
    Reproduction{FindingCode::StsFieldInvalid, Means::StsPolicy},
    Reproduction{FindingCode::StsFieldRepeated, Means::StsPolicy},
    Reproduction{FindingCode::StsFieldUnknown, Means::StsPolicy},
    Reproduction{FindingCode::StsMxInvalid, Means::StsPolicy},
    Reproduction{FindingCode::StsMxAddress, Means::StsPolicy},
    Reproduction{FindingCode::StsMxNotAscii, Means::StsPolicy},
    Reproduction{FindingCode::StsMxTrailingDot, Means::StsPolicy},
    Reproduction{FindingCode::StsByteOrderMark, Means::StsPolicy},
    Reproduction{FindingCode::StsBadOctet, Means::StsPolicy},
    Reproduction{FindingCode::StsEmptyLine, Means::StsPolicy},
    Reproduction{FindingCode::StsMaxAgeShort, Means::StsPolicy},
    Reproduction{FindingCode::StsMxMatch, Means::StsPolicy},
    Reproduction{FindingCode::StsMxMismatch, Means::StsPolicy},
    Reproduction{FindingCode::StsAnyPatternDiffers, Means::StsPolicy},
    Reproduction{FindingCode::StsModeTesting, Means::StsPolicy},
    Reproduction{FindingCode::StsModeNone, Means::StsPolicy},
    Reproduction{FindingCode::StsOlderPolicyDefers, Means::StsPolicy},
    Reproduction{FindingCode::TlsaMatch, Means::DaneClient},
    Reproduction{FindingCode::TlsaMismatch, Means::DaneClient},
    Reproduction{FindingCode::TlsaTaNotSent, Means::DaneClient},
    Reproduction{FindingCode::TlsaWeakerMatches, Means::DaneClient},
    Reproduction{FindingCode::TlsaUnusable, Means::TlsaRecord},
    Reproduction{FindingCode::TlsaNone, Means::TlsaRecord},
    Reproduction{FindingCode::TlsaInsecure, Means::NamedAnswer},
    Reproduction{FindingCode::TlsaBogus, Means::NamedAnswer},
    Reproduction{FindingCode::TlsaLookupFailed, Means::NamedAnswer},
    Reproduction{FindingCode::AddressBogus, Means::NamedAnswer},
    Reproduction{FindingCode::DnssecNotTold, Means::NamedAnswer},
    Reproduction{FindingCode::RequireTlsOffered, Means::Dialogue},
    Reproduction{FindingCode::RequireTlsNotOffered, Means::Dialogue},
    Reproduction{FindingCode::TlsRptNoRecord, Means::TlsRptRecord},
    Reproduction{FindingCode::TlsRptSeveralRecords, Means::TlsRptRecord},
    Reproduction{FindingCode::TlsRptRecordInvalid, Means::TlsRptRecord},
    Reproduction{FindingCode::TlsRptUriInvalid, Means::TlsRptRecord},
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
    const auto row = std::find_if(reproductions.begin(), reproductions.end(),
                                  [&](const Reproduction &one) { return one.code == finding.code; });
    return row == reproductions.end() ? QString()
                                      : Command(inspection, finding, judged).by(row->means, finding);
}

} // namespace mailseal
