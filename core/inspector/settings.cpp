#include "inspector/settings.h"

#include "values/domainname.h"

#include <QFile>

#include <unistd.h>

#include <array>

namespace mailseal {

namespace {

/// The first name with a dot that /etc/hosts gives the machine (hosts(5): address, canonical name, aliases).
/// A DNS query for it could block for seconds, so none is made.
QString qualifiedInHostsFile(const QString &name)
{
    QFile hosts(QStringLiteral("/etc/hosts"));
    if (!hosts.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 enough = qint64{256} * 1024;
    const auto lines = hosts.read(enough).split('\n');
    for (const auto &line : lines) {
        const auto words = QString::fromLatin1(line).section(u'#', 0, 0).simplified().split(u' ');
        if (!words.contains(name))
            continue;
        for (const auto &word : words.mid(1)) {
            if (word.contains(u'.') && word.startsWith(name))
                return word;
        }
    }
    return {};
}

} // namespace

bool isFullEhloName(const QString &name)
{
    if (name.startsWith(u'[') && name.endsWith(u']'))
        return true;
    const auto parsed = DomainName::parse(name);
    return parsed && parsed->isFullyQualified() && parsed->isHostName();
}

QString machineName()
{
    std::array<char, 256> buffer{};
    if (gethostname(buffer.data(), buffer.size() - 1) != 0 || buffer.front() == '\0')
        return QStringLiteral("localhost");
    QString name = QString::fromLatin1(buffer.data());
    if (name.contains(u'.'))
        return name;
    const QString qualified = qualifiedInHostsFile(name);
    return qualified.isEmpty() ? name : qualified;
}

} // namespace mailseal
