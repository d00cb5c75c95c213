#include "pages.h"

#include "wire/wire.h"

namespace mailseal::pages {

WordKind operandKind(const QString &operands)
{
    if (operands.startsWith(QLatin1StringView("TARGET")))
        return WordKind::Target;
    if (operands.startsWith(QLatin1StringView("FILE")) || operands.endsWith(QLatin1StringView(".pem")))
        return WordKind::File;
    return WordKind::TargetOrFile;
}

WordKind valueKind(const QString &valueName)
{
    if (valueName == QLatin1StringView("FILE"))
        return WordKind::File;
    return valueName == QLatin1StringView("NAME") ? WordKind::Host : WordKind::Anything;
}

QStringList targetPrefixes()
{
    QStringList prefixes{QStringLiteral("host:"), QStringLiteral("domain:")};
    for (const auto &service : wireNames<Service>())
        prefixes.append(service + QLatin1StringView("://"));
    return prefixes;
}

} // namespace mailseal::pages
