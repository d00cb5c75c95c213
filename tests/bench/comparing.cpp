#include "compare/compare.h"
#include "savedfile/comparisonjson.h"
#include "savedfile/json.h"
#include "support/fixtures/compared.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

/// What a comparison costs beside writing and reading one of its sides as JSON: prints "name milliseconds" a
/// line for bench.py.

using namespace mailseal;

namespace {

/// A server with so many certificates, names of the first, name checks and EHLO keywords. Two of another
/// `turn` share half of the names, in another order.
Inspection large(int certificates, int names, int turn)
{
    Inspection inspection = compared::good();
    ChainFacts &chain = *inspection.chain;
    chain.sent.clear();
    for (int i = 0; i < certificates; ++i) {
        chain.sent.append(compared::certificate(QStringLiteral("CN=CA %1 of %2").arg(i).arg(turn),
                                                QStringLiteral("CN=CA %1").arg(i + 1), 'a'));
    }
    NameCheck &checks = *inspection.names;
    checks.checks.clear();
    chain.sent[0].dnsNames.clear();
    const int first = turn * names / 2;
    for (int i = first + names - 1; i >= first; --i) {
        const QString name = QStringLiteral("mx%1.example.org").arg(i);
        chain.sent[0].dnsNames.append(name);
        checks.checks.append(
            {PresentedKind::Dns, name, checks.reference[0].name, false, NameReason::Different});
    }
    Capabilities &list = *inspection.evidence.session.capabilitiesAfterTls;
    list.clear();
    for (int i = first; i < first + names; ++i) {
        list.append("XKEYWORD" + QByteArray::number(i) + " parameter");
        inspection.evidence.session.transcript.insert(
            9, compared::line(Speaker::Server, true, "250-" + list.constLast()));
    }
    return inspection;
}

double median(const std::function<void()> &work)
{
    constexpr int runs = 15;
    std::vector<double> figures;
    for (int i = 0; i <= runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        if (i > 0) // the first one warms the caches
            figures.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(figures.begin(), figures.end());
    return figures.at(figures.size() / 2);
}

void tell(const char *name, double milliseconds) { std::printf("%s %.4f\n", name, milliseconds); }

} // namespace

int main()
{
    constexpr int certificates = 60;
    constexpr int names = 5000;
    const Inspection left = large(certificates, names, 0);
    const Inspection right = large(certificates, names, 1);
    const Inspection twiceLeft = large(2 * certificates, 2 * names, 0);
    const Inspection twiceRight = large(2 * certificates, 2 * names, 1);
    qsizetype used = 0; // so that nothing is left out as unused
    tell("compare", median([&] { used += compare(left, right).differences; }));
    tell("compare-twice", median([&] { used += compare(twiceLeft, twiceRight).differences; }));
    tell("compare-equal", median([&] { used += compare(left, left).differences; }));
    tell("json", median([&] {
             const auto read = readSurvey(writeSurvey({left}));
             used += std::holds_alternative<QList<Inspection>>(read) ? 1 : 0;
         }));
    const SurveyComparison comparison = compareSurveys({left}, {right});
    tell("write-comparison", median([&] { used += writeComparison(comparison).size(); }));
    return used > 0 ? 0 : 1;
}
