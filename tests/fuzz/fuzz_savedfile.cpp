#include "inspector/rejudge.h"
#include "redact/redact.h"
#include "report/text.h"
#include "savedfile/json.h"

#include <cstdint>
#include <cstdlib>

/// Any octets as a saved file: what is read is written so that it reads as the same, and everything that
/// `show` may be asked to do with it comes to an end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace mailseal;
    const QByteArray content(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const SavedInspections read = readSurvey(content);
    const auto *inspections = std::get_if<QList<Inspection>>(&read);
    if (!inspections)
        return 0;
    if (inspections->isEmpty())
        std::abort();
    const SavedInspections again = readSurvey(writeSurvey(*inspections));
    if (!std::holds_alternative<QList<Inspection>>(again) ||
        std::get<QList<Inspection>>(again) != *inspections)
        std::abort();
    const Wording english(Wording::Speech::English);
    for (const TextDetail detail : {TextDetail::Short, TextDetail::Full}) {
        constexpr int columns = 80;
        const QString page = surveyText(*inspections, english, {false, columns, detail});
        for (const QChar c : page) {
            if (c.unicode() < u' ' && c != u'\n')
                std::abort(); // nobody writes to a terminal through a file
        }
    }
    const QDateTime later(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
    for (const Inspection &inspection : *inspections) {
        if (rejudge(inspection, TrustAnchors{}, later).has_value() != canBeJudgedAgain(inspection))
            std::abort();
    }
    const SavedInspections redacted = readSurvey(writeSurvey(redact(*inspections)));
    if (!std::holds_alternative<QList<Inspection>>(redacted))
        std::abort();
    return 0;
}
