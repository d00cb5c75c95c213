#include "progressline.h"

#include "wording/wording.h"

namespace mailseal {

void showProgress(const SurveyRun &run, const CliEnvironment &environment)
{
    if (!environment.isErrTerminal)
        return;
    QIODevice *err = environment.err;
    QObject::connect(&run, &SurveyRun::progressed,
                     [err](const Inspection &inspection, const Progress &progress) {
                         constexpr qsizetype width = 78;
                         const QString line = inspection.evidence.target.host + QLatin1StringView(": ") +
                                              Wording(Wording::Speech::Translated).stage(progress.stage);
                         err->write("\r\033[K" + (progress.stage == Stage::Done ? QByteArray()
                                                                                : line.left(width).toUtf8()));
                     });
}

} // namespace mailseal
