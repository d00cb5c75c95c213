#include "inspector/rejudge.h"
#include "redact/redact.h"
#include "report/text.h"
#include "savedfile/json.h"
#include "support/fixtures/everyfield.h"
#include "values/utc.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

namespace {

using namespace mailseal;

/// Puts `replacement` where the walk through every value arrives at zero.
QJsonValue withReplaced(const QJsonValue &value, int &countdown, const QJsonValue &replacement)
{
    if (countdown-- == 0)
        return replacement;
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end() && countdown >= 0; ++member)
            member.value() = withReplaced(member.value(), countdown, replacement);
        return object;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (auto &&element : array) {
            if (countdown >= 0)
                element = withReplaced(element, countdown, replacement);
        }
        return array;
    }
    return value;
}

/// A whole inspection in which one value is another one: the place in two octets, then the value as JSON, or
/// as text where it is none.
QByteArray oneValueReplaced(const QByteArray &input)
{
    static const QJsonObject sample = toJson(everyfield::full());
    constexpr int places = 2048; // there are fewer
    int countdown = ((static_cast<uchar>(input[0]) << 8) | static_cast<uchar>(input[1])) % places;
    const QByteArray typed = input.mid(2);
    const QJsonArray read = QJsonDocument::fromJson('[' + typed + ']').array();
    const QJsonValue value = read.isEmpty() ? QJsonValue(QString::fromUtf8(typed)) : read.first();
    return QJsonDocument(withReplaced(sample, countdown, value).toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

/// Any octets as a saved file, or as one value within a whole one: what is read is written so that it reads
/// as the same, and everything that `show` may be asked to do with it comes to an end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const bool isWhole = size < 2 || input.startsWith('{') || input.startsWith('[');
    const QByteArray content = isWhole ? input : oneValueReplaced(input);
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
    const QDateTime later = utc(QDate(2027, 1, 1), QTime(0, 0));
    for (const Inspection &inspection : *inspections) {
        if (rejudge(inspection, TrustAnchors{}, later).has_value() != canBeJudgedAgain(inspection))
            std::abort();
    }
    const SavedInspections redacted = readSurvey(writeSurvey(redact(*inspections)));
    if (!std::holds_alternative<QList<Inspection>>(redacted))
        std::abort();
    return 0;
}
