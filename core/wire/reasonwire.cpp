#include "wire/reasonwire.h"

#include "wire/wiretable.h"

namespace mailseal {

template <>
constexpr std::array wireTable<ReasonCode>{
    WireName{ReasonCode::HostMissing, "%1 does not exist"},
    WireName{ReasonCode::ResolverSilent, "the resolver did not answer in time"},
    WireName{ReasonCode::ResolverFailed, "the resolver failed (SERVFAIL) for %1"},
    WireName{ReasonCode::ResolverRefused, "the resolver refused to answer for %1"},
    WireName{ReasonCode::HostWithoutAddress, "%1 has no address"},
    WireName{ReasonCode::HostWithoutIpv4, "the host has no IPv4 address"},
    WireName{ReasonCode::HostWithoutIpv6, "the host has no IPv6 address"},
    WireName{ReasonCode::MxNamesRoot, "the MX record names the root, which is no host"},
    WireName{ReasonCode::MxHoldsAddress,
             "the MX record holds the address %1 where a host name belongs (RFC 5321 §5.1)"},
    WireName{ReasonCode::MxNamesNoHost, "the MX record names %1, which is no host name"},
    WireName{ReasonCode::AnswerBogus, "the answer for %1 is bogus"},
    WireName{ReasonCode::AnswerNoHttp, "the answer is no HTTP"},
    WireName{ReasonCode::AnswerCutShort, "the connection was closed before the whole answer had come"},
    WireName{ReasonCode::StapleUnreadable, "the response cannot be read"},
    WireName{ReasonCode::StapleOfAnother, "it speaks of another certificate"},
    WireName{ReasonCode::StapleIssuerUnknown, "the certificate's issuer is not known"},
    WireName{ReasonCode::StapleSignatureWrong, "its signature does not verify"},
    WireName{ReasonCode::StapleNotYetValid, "it is not valid yet"},
    WireName{ReasonCode::StapleOutOfDate, "it is out of date"},
    WireName{ReasonCode::StapleStatusUnknown, "the responder does not know the certificate"},
    WireName{ReasonCode::OutOfMemory, "out of memory"},
    WireName{ReasonCode::DataBehindCertificate, "data behind the certificate"},
    WireName{ReasonCode::FileTooLong, "it is longer than %1 MiB"},
    WireName{ReasonCode::FileEmpty, "it is empty"},
    WireName{ReasonCode::FileWithoutPem, "there is no CERTIFICATE block in it"},
    WireName{ReasonCode::PemBlockUnreadable, "PEM block %1 cannot be read"},
    WireName{ReasonCode::FileNotCertificate, "it is neither PEM nor one certificate in DER"},
    WireName{ReasonCode::FileNotDnssecAnchors, "not every line is a DS or DNSKEY record"},
};

static_assert(isComplete(ReasonCode::FileNotDnssecAnchors));

namespace {

constexpr QLatin1StringView place("%1");
constexpr QLatin1StringView colon(": ");

QString clauseOf(ReasonCode code)
{
    return QString::fromUtf8(wireTable<ReasonCode>[static_cast<std::size_t>(code)].name);
}

/// Behind these a library may say more.
bool takesWords(ReasonCode code)
{
    return code == ReasonCode::PemBlockUnreadable || code == ReasonCode::FileNotCertificate;
}

/// What stands in `words` for the place in `clause`: a name, an address, a number, so nothing with a space.
std::optional<Reason> readAs(ReasonCode code, const QString &clause, const QString &words)
{
    const qsizetype at = clause.indexOf(place);
    if (at < 0)
        return words == clause ? std::optional(Reason{code}) : std::nullopt;
    const QString before = clause.left(at);
    const QString behind = clause.mid(at + place.size());
    const qsizetype size = words.size() - before.size() - behind.size();
    if (size <= 0 || !words.startsWith(before) || !words.endsWith(behind))
        return std::nullopt;
    const QString argument = words.mid(at, size);
    return argument.contains(u' ') ? std::nullopt : std::optional(Reason{code, argument});
}

} // namespace

QString toWire(const Reason &reason)
{
    QString text = clauseOf(reason.code).replace(place, reason.argument);
    return reason.words.isEmpty() ? text : text + colon + reason.words;
}

QString toWire(ReasonCode code, const QString &argument) { return toWire(Reason{code, argument}); }

std::optional<Reason> reasonOf(const QString &words)
{
    for (const auto &row : wireTable<ReasonCode>) {
        const QString clause = clauseOf(row.value);
        if (auto reason = readAs(row.value, clause, words))
            return reason;
        const qsizetype end = takesWords(row.value) ? words.indexOf(colon) : -1;
        if (end < 0)
            continue;
        if (auto reason = readAs(row.value, clause, words.left(end))) {
            reason->words = words.mid(end + colon.size());
            return reason;
        }
    }
    return std::nullopt;
}

} // namespace mailseal
