#include "style/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace mailseal {

namespace {

bool isGerman(Language language)
{
    switch (language) {
    case Language::System:
        return QLocale::system().language() == QLocale::German;
    case Language::English:
        return false;
    case Language::German:
        return true;
    }
    return false;
}

void install(QApplication &application, const QString &file, const QString &folder = {})
{
    auto *translator = new QTranslator(&application);
    if (translator->load(file, folder))
        QApplication::installTranslator(translator);
    else
        delete translator; // Qt's own texts need a package that may be absent; they are English then
}

} // namespace

void speak(QApplication &application, Language language)
{
    const bool german = isGerman(language);
    if (language == Language::German && QLocale::system().language() != QLocale::German)
        QLocale::setDefault(QLocale(QLocale::German));
    if (language == Language::English && QLocale::system().language() != QLocale::English)
        QLocale::setDefault(QLocale(QLocale::English));
    if (german) {
        install(application, QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(application, QStringLiteral(":/translations/wording_de.qm"));
        install(application, QStringLiteral(":/translations/window_de.qm"));
    } else {
        // Not a translation: it gives "1 server" and "2 servers" for what says "%n server(s)".
        install(application, QStringLiteral(":/translations/window_en.qm"));
    }
}

} // namespace mailseal
