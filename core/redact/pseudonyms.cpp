#include "redact/pseudonyms.h"

#include "values/domainname.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace mailseal {

namespace {

struct Address
{
    bool isV6 = false;
    QString canonical;
    bool isLoopback = false;
};

std::optional<Address> parsedAddress(const QString &text)
{
    const QByteArray ascii = text.toLatin1();
    std::array<unsigned char, 16> octets{};
    std::array<char, INET6_ADDRSTRLEN> canonical{};
    for (const int family : {AF_INET, AF_INET6}) {
        if (inet_pton(family, ascii.constData(), octets.data()) != 1)
            continue;
        inet_ntop(family, octets.data(), canonical.data(), static_cast<socklen_t>(canonical.size()));
        const QString shown = QString::fromLatin1(canonical.data());
        constexpr unsigned char loopbackNet = 127;
        const bool isLoopback =
            family == AF_INET ? octets[0] == loopbackNet : shown == QLatin1StringView("::1");
        return Address{family == AF_INET6, shown, isLoopback};
    }
    return std::nullopt;
}

/// RFC 5737's three networks first, then RFC 2544's.
QString inventedV4(qsizetype number)
{
    constexpr qsizetype hosts = 254;
    constexpr std::array<const char *, 3> networks{"192.0.2.", "198.51.100.", "203.0.113."};
    const auto network = static_cast<std::size_t>((number - 1) / hosts);
    const qsizetype host = (number - 1) % hosts + 1;
    if (network < networks.size())
        return QLatin1StringView(networks.at(network)) + QString::number(host);
    constexpr qsizetype octet = 256;
    const qsizetype rest = number - 1 - hosts * static_cast<qsizetype>(networks.size());
    return QStringLiteral("198.18.%1.%2").arg(rest / octet % octet).arg(rest % octet);
}

bool isFixedLabel(const QString &label)
{
    return label.startsWith(u'_') || label == QLatin1StringView("mta-sts") ||
           label == QLatin1StringView("localhost") || label.isEmpty() || label == QLatin1StringView("*");
}

/// How many labels the domain has that somebody registered, as far as its form tells: three below "co.uk" and
/// its like, else two.
qsizetype registeredLabels(const QStringList &labels)
{
    static const QStringList secondLevels{
        QStringLiteral("co"),   QStringLiteral("com"),  QStringLiteral("net"), QStringLiteral("org"),
        QStringLiteral("gov"),  QStringLiteral("ac"),   QStringLiteral("edu"), QStringLiteral("or"),
        QStringLiteral("ne"),   QStringLiteral("go"),   QStringLiteral("mil"), QStringLiteral("gob"),
        QStringLiteral("gouv"), QStringLiteral("govt"), QStringLiteral("nhs"), QStringLiteral("sch")};
    const qsizetype count = labels.size();
    const bool isBelowSecondLevel =
        count >= 3 && labels[count - 1].size() == 2 && secondLevels.contains(labels[count - 2]);
    return isBelowSecondLevel ? 3 : 2;
}

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c.unicode() >= 0x80; }

bool isTokenCharacter(QChar c)
{
    constexpr QStringView signs = u"-_.:@*+";
    return isWordCharacter(c) || signs.contains(c);
}

bool isHexDigest(const QString &token)
{
    constexpr qsizetype digits = 64;
    return token.size() == digits && std::all_of(token.begin(), token.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
           });
}

/// Two labels or more, the last of them a top-level domain by its form: no number, no single letter.
bool isHostLike(const QString &token)
{
    const QStringList labels = token.split(u'.');
    if (labels.size() < 2)
        return false;
    const bool areLabels = std::all_of(labels.begin(), labels.end(), [](const QString &label) {
        return !label.isEmpty() && !label.contains(u'+') && !label.contains(u'@');
    });
    const QString &last = labels.constLast();
    const bool isTop =
        last.size() >= 2 && (last.startsWith(QLatin1StringView("xn--"), Qt::CaseInsensitive) ||
                             std::all_of(last.begin(), last.end(), [](QChar c) { return c.isLetter(); }));
    return areLabels && isTop;
}

/// "a\,b" and "a\2Cb": what stands for itself in an attribute's value (RFC 4514 §2.4) does not end it.
QStringList splitUnescaped(const QString &text, QStringView separators, QString &separatorsFound)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && i + 1 < text.size()) {
            parts.last() += text[i];
            parts.last() += text[++i];
        } else if (separators.contains(text[i])) {
            separatorsFound += text[i];
            parts.append(QString());
        } else {
            parts.last() += text[i];
        }
    }
    return parts;
}

} // namespace

QString Pseudonyms::numbered(const QString &kind, const QString &real)
{
    auto &known = m_numbered[kind];
    const auto found = known.constFind(real);
    if (found != known.cend())
        return *found;
    const QString pseudonym = kind.arg(known.size() + 1);
    known.insert(real, pseudonym);
    return pseudonym;
}

QString Pseudonyms::label(const QString &real)
{
    if (isFixedLabel(real))
        return real;
    if (!real.contains(u'*'))
        return numbered(QStringLiteral("host%1"), real);
    QString rest = real;
    rest.remove(u'*');
    const QString pseudonym = rest.isEmpty() ? QString() : numbered(QStringLiteral("host%1"), rest);
    return real.endsWith(u'*') ? pseudonym + u'*' : u'*' + pseudonym;
}

QString Pseudonyms::domain(const QStringList &labels)
{
    if (labels.constLast() == QLatin1StringView("localhost") ||
        labels.constLast() == QLatin1StringView("localdomain"))
        return labels.join(u'.');
    return numbered(QStringLiteral("domain%1.example"), labels.join(u'.'));
}

QString Pseudonyms::host(const QString &name)
{
    // U-labels, A-labels and either case are the same name.
    const auto parsed = DomainName::parse(name);
    QStringList labels = (parsed ? parsed->ascii() : name.toLower()).split(u'.');
    QStringList invented;
    if (labels.size() > 1) {
        const qsizetype registered = registeredLabels(labels);
        const bool isStarred = labels.size() == registered && labels.constFirst().contains(u'*');
        const qsizetype own = isStarred ? registered - 1 : qMin(registered, labels.size());
        invented.append(domain(labels.last(own)));
        labels = labels.first(labels.size() - own);
    }
    for (qsizetype i = labels.size() - 1; i >= 0; --i)
        invented.prepend(label(labels[i]));
    return invented.join(u'.');
}

QString Pseudonyms::address(const QString &real)
{
    const auto parsed = parsedAddress(real);
    if (!parsed)
        return text(real);
    if (parsed->isLoopback)
        return real;
    auto &known = m_numbered[parsed->isV6 ? QStringLiteral("v6") : QStringLiteral("v4")];
    const auto found = known.constFind(parsed->canonical);
    if (found != known.cend())
        return *found;
    const qsizetype number = known.size() + 1;
    const QString invented =
        parsed->isV6 ? QLatin1StringView("2001:db8::") + QString::number(number, 16) : inventedV4(number);
    known.insert(parsed->canonical, invented);
    return invented;
}

QString Pseudonyms::hostOrAddress(const QString &real)
{
    if (real.isEmpty())
        return real;
    return parsedAddress(real) ? address(real) : host(real);
}

QString Pseudonyms::value(const QString &attribute, const QString &real)
{
    if (real.isEmpty())
        return real;
    if (parsedAddress(real))
        return address(real);
    if (real.contains(u'@'))
        return mailAddress(real);
    const auto asName = DomainName::parse(real);
    if (isHostLike(real) || (asName && attribute == QLatin1StringView("CN") && !real.contains(u' '))) {
        const QString invented = host(real);
        if (!real.contains(u'.'))
            know(real, invented);
        return invented;
    }
    if (attribute == QLatin1StringView("C"))
        return QStringLiteral("XX");
    const QString kind = attribute == QLatin1StringView("O")    ? QStringLiteral("Organisation %1")
                         : attribute == QLatin1StringView("OU") ? QStringLiteral("Unit %1")
                         : attribute == QLatin1StringView("CN") ? QStringLiteral("Name %1")
                                                                : QStringLiteral("Value %1");
    const QString invented = numbered(kind, real.toLower());
    know(real, invented);
    return invented;
}

QString Pseudonyms::distinguishedName(const QString &name)
{
    if (!name.contains(u'='))
        return value(QStringLiteral("CN"), name);
    QString separators;
    const QStringList parts = splitUnescaped(name, u",+", separators);
    QString invented;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qsizetype equals = parts[i].indexOf(u'=');
        const QString attribute = parts[i].left(qMax<qsizetype>(equals, 0));
        const QString real = equals < 0 ? parts[i] : parts[i].mid(equals + 1);
        invented += (equals < 0 ? QString() : attribute + u'=') + value(attribute, real);
        if (i < separators.size())
            invented += separators[i];
    }
    return invented;
}

QByteArray Pseudonyms::fingerprint(const QByteArray &hex)
{
    if (hex.isEmpty())
        return hex;
    const QString number = numbered(QStringLiteral("%1"), QString::fromLatin1(hex.toLower()));
    return QByteArray::number(number.toInt(), 16).rightJustified(hex.size(), '0', true);
}

QString Pseudonyms::serialNumber(const QString &serial)
{
    if (serial.isEmpty())
        return serial;
    const QString number = numbered(QStringLiteral("serial %1"), serial.toLower()).section(u' ', 1);
    const QString hex = QString::number(number.toInt(), 16);
    return hex.size() % 2 == 0 ? hex : u'0' + hex;
}

void Pseudonyms::know(const QString &word, const QString &pseudonym)
{
    constexpr qsizetype tooCommon = 4; // "DE", "IT", "CA": they would be found everywhere
    const QString real = word.toLower();
    qsizetype length = 0;
    while (length < real.size() && isWordCharacter(real[length]))
        ++length;
    if (real.size() < tooCommon || length == 0 || isFixedLabel(real))
        return;
    auto &phrases = m_phrases[real.left(length)];
    for (const Phrase &phrase : phrases) {
        if (phrase.real == real)
            return;
    }
    phrases.append({real, pseudonym});
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase &a, const Phrase &b) { return a.real.size() > b.real.size(); });
}

qsizetype Pseudonyms::phraseAt(const QString &text, qsizetype at, QString &out) const
{
    qsizetype end = at;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    const auto phrases = m_phrases.constFind(text.mid(at, end - at).toLower());
    if (phrases == m_phrases.cend())
        return 0;
    for (const Phrase &phrase : *phrases) {
        const qsizetype length = phrase.real.size();
        const bool endsThere = at + length >= text.size() || !isWordCharacter(text[at + length]);
        if (endsThere && QStringView(text).mid(at, length).compare(phrase.real, Qt::CaseInsensitive) == 0) {
            out += phrase.pseudonym;
            return length;
        }
    }
    return 0;
}

QString Pseudonyms::mailAddress(const QString &token)
{
    const qsizetype at = token.lastIndexOf(u'@');
    const QString behind = token.mid(at + 1);
    return numbered(QStringLiteral("user%1"), token.left(at).toLower()) + u'@' +
           (behind.isEmpty() ? QString() : hostOrAddress(behind));
}

/// One run of characters that names and addresses are made of.
QString Pseudonyms::token(const QString &run)
{
    qsizetype end = run.size();
    while (end > 0 && (run[end - 1] == u'.' || run[end - 1] == u':'))
        --end;
    const QString core = run.left(end);
    const QString tail = run.mid(end);
    if (core.isEmpty())
        return run;
    if (const auto parsed = parsedAddress(run); parsed && run != QLatin1StringView("::"))
        return address(run);
    if (const auto parsed = parsedAddress(core))
        return address(core) + tail;
    if (core.contains(u'@') && !core.startsWith(u'@') && !core.endsWith(u'@'))
        return mailAddress(core) + tail;
    if (core.contains(u':')) {
        // "DNS:*.example.org", "mx.example.org:25", "IPv6:2001:db8::1"
        const qsizetype colon = core.indexOf(u':');
        return token(core.left(colon)) + u':' + token(core.mid(colon + 1)) + tail;
    }
    if (isHexDigest(core))
        return QString::fromLatin1(fingerprint(core.toLatin1())) + tail;
    return isHostLike(core) ? host(core) + tail : run;
}

QString Pseudonyms::text(const QString &said)
{
    QString out;
    for (qsizetype at = 0; at < said.size();) {
        if (const qsizetype length = phraseAt(said, at, out); length > 0) {
            at += length;
            continue;
        }
        qsizetype end = at;
        while (end < said.size() && isTokenCharacter(said[end]))
            ++end;
        if (end == at) {
            out += said[at++];
            continue;
        }
        const QString real = said.mid(at, end - at);
        const QString replaced = token(real);
        if (replaced != real) {
            out += replaced;
            at = end;
            continue;
        }
        // Nothing as a whole; a word known by itself may stand in it, "mailhub:25" or "mailhub_up".
        while (at < end && isWordCharacter(said[at]))
            out += said[at++];
        while (at < end && !isWordCharacter(said[at]))
            out += said[at++];
    }
    return out;
}

QByteArray Pseudonyms::bytes(const QByteArray &said)
{
    // Read as UTF-8 where it is, so that a U-label is the name it is; else byte by byte, so that nothing
    // changes but what is replaced.
    const QString decoded = QString::fromUtf8(said);
    return decoded.toUtf8() == said ? text(decoded).toUtf8() : text(QString::fromLatin1(said)).toLatin1();
}

} // namespace mailseal
