#include "values/target.h"

#include <cstdint>
#include <cstdlib>

namespace {

/// The same server or domain in the most explicit words.
QString written(const mailseal::TargetSpec &target)
{
    if (target.isDomain)
        return QStringLiteral("domain:") + target.host;
    const QString port = u':' + QString::number(target.port);
    return target.isAddress ? u'[' + target.host + u']' + port : QStringLiteral("host:") + target.host + port;
}

} // namespace

/// Any octets as a target: one that is read has a host and a port, stays within the bounds of a domain name,
/// and means the same where it is written out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace mailseal;
    constexpr qsizetype longestText = 2000;
    constexpr qsizetype longestName = 253;
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = parseTarget(text);
    const auto *target = std::get_if<TargetSpec>(&read);
    if (!target)
        return 0;
    if (text.size() > longestText || target->host.isEmpty() || target->port == 0)
        std::abort();
    if (!target->isAddress && target->host.size() > longestName)
        std::abort();
    const bool isIpv4 = target->isAddress && !target->host.contains(u':');
    const auto again =
        parseTarget(isIpv4 ? target->host + u':' + QString::number(target->port) : written(*target));
    const auto *same = std::get_if<TargetSpec>(&again);
    if (!same || same->host != target->host || same->isAddress != target->isAddress ||
        same->isDomain != target->isDomain || (!target->isDomain && same->port != target->port))
        std::abort();
    return 0;
}
