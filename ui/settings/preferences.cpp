#include "settings/preferences.h"

#include "inspector/anchorsfile.h"
#include "inspector/settingsinput.h"
#include "wire/escape.h"
#include "wording/languages.h"
#include "wording/wording.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

/// The word that stands in the store for a value; never changed once released.
template <typename T>
struct Stored
{
    T value;
    const char *word;
};

constexpr std::array families{Stored<AddressFamily>{AddressFamily::Both, "both"},
                              Stored<AddressFamily>{AddressFamily::IPv4, "ipv4"},
                              Stored<AddressFamily>{AddressFamily::IPv6, "ipv6"}};
constexpr std::array proxyKinds{Stored<Proxy::Kind>{Proxy::Kind::Socks5, "socks5"},
                                Stored<Proxy::Kind>{Proxy::Kind::Http, "http"}};
constexpr std::array appearances{Stored<Appearance>{Appearance::System, "system"},
                                 Stored<Appearance>{Appearance::Light, "light"},
                                 Stored<Appearance>{Appearance::Dark, "dark"}};
constexpr QLatin1StringView systemsLanguage("system");

namespace key {
constexpr QLatin1StringView ehloName("inspection/ehloName");
constexpr QLatin1StringView timeoutSeconds("inspection/timeoutSeconds");
constexpr QLatin1StringView addresses("inspection/addresses");
constexpr QLatin1StringView sendSni("inspection/sendSni");
constexpr QLatin1StringView resolver("inspection/resolver");
constexpr QLatin1StringView variants("inspection/variants");
constexpr QLatin1StringView proxyKind("proxy/kind");
constexpr QLatin1StringView proxyHost("proxy/host");
constexpr QLatin1StringView proxyPort("proxy/port");
constexpr QLatin1StringView proxyUser("proxy/user");
constexpr QLatin1StringView rootsFile("trust/rootsFile");
constexpr QLatin1StringView dnssecAnchorsFile("trust/dnssecAnchorsFile");
constexpr QLatin1StringView pins("trust/pins");
constexpr QLatin1StringView appearance("window/appearance");
constexpr QLatin1StringView language("window/language");
} // namespace key

template <typename Table>
QString wordOf(const Table &table, decltype(table.front().value) value)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto &one) { return one.value == value; });
    return QString::fromLatin1(found == table.end() ? "" : found->word);
}

template <typename Table>
auto valueOf(const Table &table, const QString &word) -> std::optional<decltype(table.front().value)>
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const auto &one) { return word == QLatin1StringView(one.word); });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

std::optional<int> numberOf(const QVariant &stored, int least, int most)
{
    bool isNumber = false;
    const int value = stored.toInt(&isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<Proxy> loadProxy(const QSettings &store)
{
    const auto kind = valueOf(proxyKinds, store.value(key::proxyKind).toString());
    const QString host = store.value(key::proxyHost).toString();
    constexpr int lastPort = 65535;
    const auto port = numberOf(store.value(key::proxyPort), 1, lastPort);
    if (!kind || host.isEmpty() || !port)
        return std::nullopt;
    return Proxy{*kind, host, static_cast<quint16>(*port), store.value(key::proxyUser).toString(), {}};
}

QString translated(const char *source) { return QCoreApplication::translate("Preferences", source); }

/// `none` is what is said of a file without anchors.
QString inWords(const AnchorsFileProblem &problem, const QString &path, const char *none)
{
    const QString name = escapeUnprintable(path);
    switch (problem.kind) {
    case AnchorsFileProblem::Kind::Unreadable:
        return translated(QT_TRANSLATE_NOOP("Preferences", "%1 cannot be read: %2."))
            .arg(name, problem.reason);
    case AnchorsFileProblem::Kind::TooLarge:
        return translated(QT_TRANSLATE_NOOP("Preferences", "%1 is too large for a file of trust anchors."))
            .arg(name);
    case AnchorsFileProblem::Kind::NoAnchors:
        break;
    }
    return translated(none).arg(name, Wording(Wording::Speech::Translated).reason(problem.reason));
}

constexpr const char *noCertificates = QT_TRANSLATE_NOOP(
    "Preferences", "%1 holds no usable trust anchors: %2. Choose a file with PEM certificates.");
constexpr const char *noKeys = QT_TRANSLATE_NOOP(
    "Preferences", "%1 holds no DNSSEC trust anchors: %2. Choose a file of DS or DNSKEY records.");

/// What `read` finds in the file, or in words why it cannot be used. A pipe or a device would hold the window
/// up while it is read.
template <typename Anchors>
std::variant<Anchors, QString> anchorsIn(const QString &path,
                                         std::variant<Anchors, AnchorsFileProblem> (*read)(const QString &),
                                         const char *none)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return translated(QT_TRANSLATE_NOOP("Preferences", "%1 is not a file.")).arg(escapeUnprintable(path));
    const auto found = read(path);
    if (const auto *problem = std::get_if<AnchorsFileProblem>(&found))
        return inWords(*problem, path, none);
    return std::get<Anchors>(found);
}

} // namespace

int secondsIn(std::chrono::milliseconds time)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

QString endpointText(const std::optional<Endpoint> &endpoint)
{
    if (!endpoint)
        return {};
    const QString &address = endpoint->address;
    if (endpoint->port == 0)
        return address;
    const bool isV6 = address.contains(u':');
    return QStringLiteral("%1:%2").arg(isV6 ? u'[' + address + u']' : address).arg(endpoint->port);
}

Preferences loadPreferences(const QSettings &store)
{
    constexpr int longestSeconds = 3600; // as --timeout
    Preferences loaded;
    Settings &inspection = loaded.inspection;
    const QString ehloName = store.value(key::ehloName).toString();
    if (canStandBehindEhlo(ehloName))
        inspection.ehloName = ehloName;
    inspection.proxy = loadProxy(store);
    const QStringList pins = store.value(key::pins).toStringList();
    for (const auto &typed : pins) {
        if (const auto pin = parsePin(typed); pin && !inspection.pins.contains(*pin))
            inspection.pins.append(*pin);
    }
    if (const auto seconds = numberOf(store.value(key::timeoutSeconds), 1, longestSeconds))
        inspection.timeout = std::chrono::seconds(*seconds);
    inspection.family = valueOf(families, store.value(key::addresses).toString()).value_or(inspection.family);
    inspection.resolver.server = parseEndpoint(store.value(key::resolver).toString());
    // An INI file gives text, and toBool() takes every unknown word for true.
    inspection.sendSni = store.value(key::sendSni).toString() != QLatin1StringView("false");
    inspection.variants = store.value(key::variants).toString() != QLatin1StringView("false");
    loaded.rootsFile = store.value(key::rootsFile).toString();
    loaded.dnssecAnchorsFile = store.value(key::dnssecAnchorsFile).toString();
    loaded.appearance =
        valueOf(appearances, store.value(key::appearance).toString()).value_or(loaded.appearance);
    const QString language = store.value(key::language).toString();
    if (std::any_of(spokenLanguages.begin(), spokenLanguages.end(),
                    [&](const SpokenLanguage &one) { return language == one.code; }))
        loaded.language = language;
    return loaded;
}

void savePreferences(const Preferences &preferences, QSettings &store)
{
    const Settings &inspection = preferences.inspection;
    QStringList pins;
    for (const auto &pin : inspection.pins)
        pins.append(QString::fromLatin1(pin));
    store.setValue(key::ehloName, inspection.ehloName);
    store.setValue(key::timeoutSeconds, secondsIn(inspection.timeout));
    store.setValue(key::addresses, wordOf(families, inspection.family));
    store.setValue(key::resolver, endpointText(inspection.resolver.server));
    store.setValue(key::sendSni, inspection.sendSni);
    store.setValue(key::variants, inspection.variants);
    store.setValue(key::dnssecAnchorsFile, preferences.dnssecAnchorsFile);
    store.setValue(key::rootsFile, preferences.rootsFile);
    store.setValue(key::pins, pins);
    store.setValue(key::appearance, wordOf(appearances, preferences.appearance));
    store.setValue(key::language,
                   preferences.language.isEmpty() ? QString(systemsLanguage) : preferences.language);
    store.remove(QStringLiteral("proxy"));
    if (!inspection.proxy)
        return;
    store.setValue(key::proxyKind, wordOf(proxyKinds, inspection.proxy->kind));
    store.setValue(key::proxyHost, inspection.proxy->host);
    store.setValue(key::proxyPort, int{inspection.proxy->port});
    store.setValue(key::proxyUser, inspection.proxy->user);
}

PreparedSettings toSettings(const Preferences &preferences, PolicyId policy)
{
    PreparedSettings prepared;
    Settings &settings = prepared.settings;
    settings = preferences.inspection;
    settings.policy = policy;
    settings.anchors = defaultAnchors();
    if (!preferences.rootsFile.isEmpty()) {
        const auto anchors = anchorsIn(preferences.rootsFile, &readAnchorsFile, noCertificates);
        if (const auto *problem = std::get_if<QString>(&anchors))
            prepared.rootsProblem = *problem;
        else
            settings.anchors = std::get<TrustAnchors>(anchors);
    }
    if (!preferences.dnssecAnchorsFile.isEmpty()) {
        const auto anchors = anchorsIn(preferences.dnssecAnchorsFile, &readDnssecAnchorsFile, noKeys);
        if (const auto *problem = std::get_if<QString>(&anchors))
            prepared.dnssecProblem = *problem;
        else
            settings.resolver.anchors = std::get<QList<DnssecAnchor>>(anchors);
    }
    return prepared;
}

} // namespace mailseal
