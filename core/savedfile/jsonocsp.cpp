#include "savedfile/jsonocsp.h"

#include "savedfile/jsonfacts.h"
#include "wire/wire.h"

namespace mailseal::json {

namespace {

using Key = QLatin1StringView;

} // namespace

QJsonValue ocsp(const QByteArray &staple, const std::optional<OcspFacts> &facts)
{
    if (staple.isEmpty() && !facts)
        return {};
    const OcspFacts judged = facts.value_or(OcspFacts{});
    return QJsonObject{
        {QStringLiteral("status"), toWire(judged.status)},
        {QStringLiteral("producedAt"), instant(judged.producedAt)},
        {QStringLiteral("nextUpdate"), instant(judged.nextUpdate)},
        {QStringLiteral("revokedAt"), instant(judged.revokedAt)},
        {QStringLiteral("verified"), judged.verified},
        {QStringLiteral("problem"), textOrNull(judged.problem)},
        {QStringLiteral("judged"), facts.has_value()},
        {QStringLiteral("der"), staple.isEmpty() ? QJsonValue() : hex(staple.toHex())},
    };
}

QByteArray readStaple(const Node &ocsp)
{
    if (ocsp.isNull() || ocsp[Key("der")].isNull())
        return {};
    return QByteArray::fromHex(ocsp[Key("der")].hex());
}

std::optional<OcspFacts> readOcsp(const Node &ocsp)
{
    if (ocsp.isNull())
        return std::nullopt;
    const Node judged = ocsp[Key("judged")];
    if (!judged.isAbsent() && !judged.flag())
        return std::nullopt;
    return OcspFacts{
        .status = ocsp[Key("status")].name(OcspStatus::Unreadable),
        .producedAt = ocsp[Key("producedAt")].instant(),
        .nextUpdate = ocsp[Key("nextUpdate")].instant(),
        .revokedAt = ocsp[Key("revokedAt")].instant(),
        .verified = ocsp[Key("verified")].flag(),
        .problem = ocsp[Key("problem")].textOrNull(),
    };
}

} // namespace mailseal::json
