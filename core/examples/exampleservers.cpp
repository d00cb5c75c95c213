#include "examples/exampleservers.h"

#include "examples/smtpserver.h"

#include <QHostAddress>

#include <vector>

namespace mailseal {

namespace {

QDateTime daysFromNow(qint64 days) { return QDateTime::currentDateTimeUtc().addDays(days); }

IssuedCertificate makeRoot()
{
    constexpr int begun = -700;
    constexpr int left = 3000;
    CertificateRequest request;
    request.commonName = QStringLiteral("Mailseal Example Root");
    request.isCa = true;
    request.notBefore = daysFromNow(begun);
    request.notAfter = daysFromNow(left);
    return issueCertificate(request);
}

IssuedCertificate makeIntermediate(const IssuedCertificate &root)
{
    constexpr int begun = -400;
    constexpr int left = 1500;
    CertificateRequest request;
    request.commonName = QStringLiteral("Mailseal Example CA 1");
    request.isCa = true;
    request.pathLength = 0;
    request.notBefore = daysFromNow(begun);
    request.notAfter = daysFromNow(left);
    return issueCertificate(request, root);
}

CertificateRequest leafFor(const QString &host)
{
    CertificateRequest request;
    request.commonName = host;
    request.dnsNames = {host};
    return request;
}

} // namespace

class ExampleServers::Private
{
public:
    IssuedCertificate root;
    IssuedCertificate intermediate;
    std::vector<std::unique_ptr<SmtpServer>> running;
    QList<ExampleServer> servers;
    QString error;

    ServerScript scriptFor(ExampleKind kind, const QString &host) const;
    bool open(ExampleKind kind, QLatin1StringView host);
};

ServerScript ExampleServers::Private::scriptFor(ExampleKind kind, const QString &host) const
{
    ServerScript script;
    script.host = host;
    CertificateRequest leaf = leafFor(host);
    bool issued = true;
    switch (kind) {
    case ExampleKind::Good:
        break;
    case ExampleKind::SelfSigned:
        issued = false;
        break;
    case ExampleKind::WrongName:
        leaf = leafFor(QStringLiteral("other.example"));
        break;
    case ExampleKind::Expired:
        leaf.notBefore = daysFromNow(-102);
        leaf.notAfter = daysFromNow(-12);
        break;
    case ExampleKind::RefusesAfterTls:
        script.refusalInsideTls =
            "554 5.7.0 " + host.toLatin1() + " wants a certificate from you, please QUIT";
        break;
    case ExampleKind::NoStarttls:
        script.offersStarttls = false;
        return script;
    }
    script.certificate = issueCertificate(leaf, issued ? intermediate : IssuedCertificate());
    if (issued)
        script.sentBehind = {intermediate.certificateDer()};
    return script;
}

bool ExampleServers::Private::open(ExampleKind kind, QLatin1StringView host)
{
    auto server = std::make_unique<SmtpServer>(scriptFor(kind, host));
    if (!server->listen(QHostAddress::LocalHost)) {
        error = server->errorString();
        return false;
    }
    servers.append({kind, host, server->serverPort()});
    running.push_back(std::move(server));
    return true;
}

ExampleServers::ExampleServers(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

ExampleServers::~ExampleServers() = default;

bool ExampleServers::start()
{
    if (!d->running.empty())
        return true;
    d->error.clear();
    d->root = makeRoot();
    d->intermediate = makeIntermediate(d->root);
    const bool ok = d->open(ExampleKind::Good, QLatin1StringView("good.example")) &&
                    d->open(ExampleKind::SelfSigned, QLatin1StringView("self-signed.example")) &&
                    d->open(ExampleKind::WrongName, QLatin1StringView("wrong-name.example")) &&
                    d->open(ExampleKind::Expired, QLatin1StringView("expired.example")) &&
                    d->open(ExampleKind::RefusesAfterTls, QLatin1StringView("refuses-after-tls.example")) &&
                    d->open(ExampleKind::NoStarttls, QLatin1StringView("no-starttls.example"));
    if (!ok) {
        d->running.clear();
        d->servers.clear();
    }
    return ok;
}

QString ExampleServers::error() const { return d->error; }

QList<ExampleServer> ExampleServers::servers() const { return d->servers; }

QByteArray ExampleServers::root() const { return d->root.certificateDer(); }

} // namespace mailseal
