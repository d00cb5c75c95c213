#include "wording/wordingtext.h"

#include "wire/escape.h"

#include <QCoreApplication>
#include <QLocale>

namespace mailseal {

namespace {

/// A room says its own texts and those of the rooms below it.
constexpr const char *rooms[] = {"report", "wording", "findings"};

/// The source where nobody has translated it.
QString translated(const char *source, int count = -1)
{
    QString english = QString::fromUtf8(source);
    for (const char *room : rooms) {
        QString text = QCoreApplication::translate(room, source, nullptr, count);
        if (text != english)
            return text;
    }
    return english;
}

} // namespace

QString inLanguage(Wording::Speech speech, const char *source)
{
    return speech == Wording::Speech::English ? QString::fromUtf8(source) : translated(source);
}

QString sayCounted(Wording::Speech speech, const char *source, const char *ofOne, int count)
{
    const QString english = QString::fromUtf8(source);
    const QString text = speech == Wording::Speech::English ? english : translated(source, count);
    // As it was: nobody has translated it, and nobody has picked a form of it either.
    return count == 1 && text == english ? QString::fromUtf8(ofOne) : text;
}

QString inWords(const char *source) { return inLanguage(Wording::Speech::Translated, source); }

QString withArguments(const QString &text, const QStringList &args)
{
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1' && text[i + 1] <= u'9';
        if (!isPlace) {
            filled += text[i];
            continue;
        }
        const QString arg = args.value(text[++i].digitValue() - 1);
        if (!arg.isEmpty())
            filled += escapeUnprintable(arg);
    }
    // An empty argument at the end leaves its separator: "was answered 454 ", "could not be reached: ",
    // "encrypted with TLS 1.3, ".
    while (filled.endsWith(u' ') || filled.endsWith(u':') || filled.endsWith(u','))
        filled.chop(1);
    filled.replace(QLatin1StringView("  "), QLatin1StringView(" "));
    return filled;
}

QString localDay(const QDate &day)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1StringView("yyyy")))
        format.replace(QLatin1StringView("yy"), QLatin1StringView("yyyy"));
    return locale.toString(day, format);
}

QString sentenceAtLine(const Wording &wording, const Finding &finding)
{
    QString sentence = wording.finding(finding);
    if (!finding.line)
        return sentence;
    return withArguments(inLanguage(wording.speech(), QT_TRANSLATE_NOOP("wording", "line %1")),
                         {QString::number(*finding.line)}) +
           QLatin1StringView(": ") + sentence;
}

} // namespace mailseal
