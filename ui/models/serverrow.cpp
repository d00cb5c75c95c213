#include "models/serverrow.h"

#include "models/certificatetext.h"
#include "wire/escape.h"

#include <QCoreApplication>

namespace mailseal {

namespace {

struct ServerRowText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::ServerRowText)
};

QString issuerOf(const CertificateFacts &leaf)
{
    if (leaf.selfSigned)
        return ServerRowText::tr("(itself)");
    return escapeUnprintable(shortIssuer(leaf.issuer));
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

Bucket verdictBucket(Badge badge)
{
    const auto order = [badge] {
        switch (badge) {
        case Badge::Violated:
            return 0;
        case Badge::Warned:
            return 1;
        case Badge::Undetermined:
            return 2;
        case Badge::Satisfied:
            return 3;
        case Badge::NotApplicable:
            return 4;
        case Badge::Running:
            return 5;
        }
        return 0;
    };
    return {order(), capitalised(badgeWord(badge))};
}

Bucket expiryBucket(const QDateTime &expiry, const QDateTime &now)
{
    constexpr int week = 7;
    constexpr int month = 30;
    constexpr int quarter = 90;
    if (!expiry.isValid())
        return {5, ServerRowText::tr("No certificate")};
    if (expiry <= now)
        return {0, ServerRowText::tr("Expired")};
    if (expiry <= now.addDays(week))
        return {1, ServerRowText::tr("Expires within 7 days")};
    if (expiry <= now.addDays(month))
        return {2, ServerRowText::tr("Expires within 30 days")};
    if (expiry <= now.addDays(quarter))
        return {3, ServerRowText::tr("Expires within 90 days")};
    return {4, ServerRowText::tr("Expires later")};
}

} // namespace

ServerRow serverRow(const ListedServer &server)
{
    ServerRow row;
    row.id = server.id;
    row.text = serverText(server);
    if (!server.isRunning)
        row.problem = problemText(server.inspection);
    const auto &chain = server.inspection.chain;
    if (chain && !chain->sent.isEmpty()) {
        row.issuer = issuerOf(chain->sent.constFirst());
        row.expiry = chain->sent.constFirst().notAfter;
    }
    const Target &target = server.inspection.evidence.target;
    row.isWholeDomain = !target.domain.isEmpty() && target.host == target.domain && target.address.isEmpty();
    const QStringList words{row.text.host,   row.text.ascii,
                            row.text.detail, badgeWord(row.text.badge),
                            row.issuer,      escapeUnprintable(server.file)};
    row.haystack = words.join(u' ');
    return row;
}

Bucket bucketOf(const ServerRow &row, Aspect aspect, const QDateTime &now)
{
    switch (aspect) {
    case Aspect::Target:
        return {};
    case Aspect::Verdict:
        return verdictBucket(row.text.badge);
    case Aspect::Problem:
        if (row.text.badge == Badge::Running)
            return {2, verdictBucket(Badge::Running).title};
        return row.problem.isEmpty() ? Bucket{1, ServerRowText::tr("No problem")}
                                     : Bucket{0, capitalised(row.problem)};
    case Aspect::Expiry:
        return expiryBucket(row.expiry, now);
    case Aspect::Issuer:
        return row.issuer.isEmpty() ? Bucket{1, ServerRowText::tr("No certificate")} : Bucket{0, row.issuer};
    }
    return {};
}

} // namespace mailseal
