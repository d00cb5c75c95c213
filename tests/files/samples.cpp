#include "compare/compare.h"
#include "inspector/inspector.h"
#include "policy/policies.h"
#include "redact/redact.h"
#include "savedfile/comparisonjson.h"
#include "savedfile/json.h"
#include "support/fixtures/everyfield.h"
#include "values/utc.h"
#include "wire/wire.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace mailseal;

namespace {

bool write(const QString &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder + u'/' + name);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush())
        return true;
    std::fprintf(stderr, "samples: %s: %s\n", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return false;
}

/// One inspection that ended so, acted under that policy, with no more facts than such an end leaves.
Inspection endedSo(EndReason end, PolicyId policy)
{
    Evidence evidence = everyfield::full().evidence;
    evidence.target.policy = policy;
    evidence.session.end = end;
    const bool hadTls = end == EndReason::Completed || end == EndReason::QuitAfterHandshake ||
                        end == EndReason::RefusedAfterTls || end == EndReason::Offline;
    if (!hadTls) {
        evidence.session.tls.reset();
        evidence.session.sentChain.reset();
        evidence.session.capabilitiesAfterTls.reset();
    }
    if (end == EndReason::ResolveFailed || end == EndReason::NullMx) {
        evidence.target.address.clear();
        evidence.session = {};
        evidence.session.end = end;
    }
    evidence.origin = end == EndReason::Offline ? Origin::Offline : Origin::Session;
    return judgeEvidence(std::move(evidence), {AnchorStore::File, QStringLiteral("none"), {}},
                         utc({2026, 11, 25}, {0, 0}));
}

} // namespace

/// samples FOLDER: every end under every policy, each as a survey of its own, and the odd ones; every kind of
/// document there is. For the schemas, and for whoever wants files to look at.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    if (folder.isEmpty()) {
        std::fputs("Usage: samples FOLDER\n", stderr);
        return 2;
    }
    bool fine = true;
    for (int end = 0; end <= static_cast<int>(EndReason::Offline); ++end) {
        for (const Policy &policy : policies()) {
            const auto reason = static_cast<EndReason>(end);
            const QString name = QStringLiteral("survey.%1.%2.json").arg(toWire(reason), toWire(policy.id));
            fine = write(folder, name, writeSurvey({endedSo(reason, policy.id)})) && fine;
        }
    }
    const Inspection full = everyfield::full();
    fine = write(folder, QStringLiteral("survey.full.json"), writeSurvey({full, Inspection{}})) && fine;
    fine = write(folder, QStringLiteral("survey.redacted.json"), writeSurvey(redact(QList{full}))) && fine;
    fine = write(folder, QStringLiteral("inspection.full.json"), writeJsonLine(full)) && fine;
    const Inspection other = endedSo(EndReason::GreetingRefused, PolicyId::Encrypt);
    const auto one = compareSurveys({full}, {other});
    const auto many = compareSurveys({full, other}, {other});
    fine = write(folder, QStringLiteral("comparison.one.json"), writeComparison(one)) && fine;
    fine = write(folder, QStringLiteral("comparison.many.json"), writeComparison(many)) && fine;
    return fine ? 0 : 1;
}
