#include "models/servertexts.h"

#include "models/plaintooltip.h"
#include "report/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace mailseal {

namespace {

QString tr(const char *source) { return QCoreApplication::translate("ServerList", source); }

/// The one problem of the leaf that the list should name.
QString trouble(const ChainFacts &chain, const Inspection &inspection)
{
    const auto has = [&](FindingCode code) {
        return std::any_of(chain.problems.begin(), chain.problems.end(),
                           [&](const Finding &problem) { return problem.code == code; });
    };
    if (has(FindingCode::Expired))
        return tr(QT_TRANSLATE_NOOP("ServerList", "expired"));
    if (has(FindingCode::NotYetValid))
        return tr(QT_TRANSLATE_NOOP("ServerList", "not yet valid"));
    if (chain.selfSignedKind)
        return tr(QT_TRANSLATE_NOOP("ServerList", "self-signed"));
    if (!chain.trusted)
        return tr(QT_TRANSLATE_NOOP("ServerList", "not trusted"));
    if (inspection.names && inspection.names->matches == std::optional(false))
        return tr(QT_TRANSLATE_NOOP("ServerList", "wrong name"));
    return {};
}

} // namespace

QString protocolText(TlsProtocol protocol)
{
    switch (protocol) {
    case TlsProtocol::TlsV1_0:
        return QStringLiteral("TLS 1.0");
    case TlsProtocol::TlsV1_1:
        return QStringLiteral("TLS 1.1");
    case TlsProtocol::TlsV1_2:
        return QStringLiteral("TLS 1.2");
    case TlsProtocol::TlsV1_3:
        return QStringLiteral("TLS 1.3");
    }
    return {};
}

QString addressText(const Target &target)
{
    const QString address =
        target.connectedTo.address.isEmpty() ? target.address : target.connectedTo.address;
    const quint16 port = target.connectedTo.port == 0 ? target.port : target.connectedTo.port;
    if (address.isEmpty())
        return QStringLiteral(":%1").arg(port);
    return address.contains(u':') ? QStringLiteral("[%1]:%2").arg(address).arg(port)
                                  : QStringLiteral("%1:%2").arg(address).arg(port);
}

QString sectionTitle(SectionKind kind, const QString &host)
{
    switch (kind) {
    case SectionKind::Servers:
        return tr(QT_TRANSLATE_NOOP("ServerList", "Servers"));
    case SectionKind::Host:
        return host;
    case SectionKind::Examples:
        return tr(QT_TRANSLATE_NOOP("ServerList", "Examples"));
    }
    return {};
}

QString badgeWord(Badge badge)
{
    switch (badge) {
    case Badge::Satisfied:
        return tr(QT_TRANSLATE_NOOP("ServerList", "satisfied"));
    case Badge::Warned:
        return tr(QT_TRANSLATE_NOOP("ServerList", "with a warning"));
    case Badge::Violated:
        return tr(QT_TRANSLATE_NOOP("ServerList", "violated"));
    case Badge::NotApplicable:
        return tr(QT_TRANSLATE_NOOP("ServerList", "not applicable"));
    case Badge::Undetermined:
        return tr(QT_TRANSLATE_NOOP("ServerList", "undetermined"));
    case Badge::Running:
        return tr(QT_TRANSLATE_NOOP("ServerList", "running"));
    }
    return {};
}

QString serverDetail(const ListedServer &server)
{
    const auto &inspection = server.inspection;
    const auto &session = inspection.evidence.session;
    QStringList parts{addressText(inspection.evidence.target)};
    if (server.isRunning)
        parts.append(Wording(Wording::Speech::Translated).stage(server.progress.stage));
    else if (session.tls && session.end != EndReason::RefusedAfterTls &&
             session.end != EndReason::HandshakeFailed)
        parts.append(protocolText(session.tls->protocol));
    else
        parts.append(Wording(Wording::Speech::Translated).headline(inspection));
    if (!server.isRunning && inspection.chain) {
        const QString problem = trouble(*inspection.chain, inspection);
        if (!problem.isEmpty())
            parts.append(problem);
    }
    return parts.join(QStringLiteral(" · "));
}

QString serverDuration(const ListedServer &server)
{
    const auto total = server.inspection.evidence.session.timings.totalUs;
    if (server.isRunning || !total)
        return {};
    constexpr double perMilli = 1000;
    return QStringLiteral("%1 ms").arg(qRound64(static_cast<double>(*total) / perMilli));
}

QString serverToolTip(const ListedServer &server)
{
    return plainToolTip(server.inspection.evidence.target.host + u'\n' + serverDetail(server));
}

} // namespace mailseal
