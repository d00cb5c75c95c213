#pragma once

#include <QString>

namespace mailseal {

/// Why something could not be done, where no library says it; core/wording makes the sentence. The comment
/// names the argument.
enum class ReasonCode {
    HostMissing, ///< the name
    ResolverSilent,
    ResolverFailed,     ///< the name
    ResolverRefused,    ///< the name
    HostWithoutAddress, ///< the name
    HostWithoutIpv4,
    HostWithoutIpv6,
    MxNamesRoot,
    MxHoldsAddress, ///< the address
    MxNamesNoHost,  ///< what it names
    AnswerBogus,    ///< the name
    AnswerNoHttp,
    AnswerCutShort,
    StapleUnreadable,
    StapleOfAnother,
    StapleIssuerUnknown,
    StapleSignatureWrong,
    StapleNotYetValid,
    StapleOutOfDate,
    StapleStatusUnknown,
    OutOfMemory,
    DataBehindCertificate,
    FileTooLong, ///< the bound in MiB
    FileEmpty,
    FileWithoutPem,
    PemBlockUnreadable, ///< its number
    FileNotCertificate,
    FileNotDnssecAnchors
};

struct Reason
{
    ReasonCode code = ReasonCode::HostMissing;
    QString argument = {};
    QString words = {}; ///< a library's, behind a colon
    bool operator==(const Reason &) const = default;
};

} // namespace mailseal
