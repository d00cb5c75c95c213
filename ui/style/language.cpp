#include "style/language.h"

#include "wording/languages.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace mailseal {

namespace {

/// Not every language has every file: English needs none but the window's, which gives "1 server" and
/// "2 servers" for what says "%n server(s)"; and Qt's own texts come with a package that may be absent.
void install(QApplication &application, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(file, folder))
        QApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void speak(QApplication &application, const QString &code)
{
    const QLocale system = QLocale::system();
    const QLocale chosen(code);
    if (!code.isEmpty() && system.language() != chosen.language())
        QLocale::setDefault(chosen);
    const QString spoken = code.isEmpty() ? spokenIn(system.name()) : code;
    if (spoken != spokenLanguages.front().code) {
        install(application, QStringLiteral("qtbase_") + spoken,
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    for (const char *room : {"wording", "window"}) {
        install(application, QStringLiteral("%1_%2.qm").arg(QLatin1StringView(room), spoken),
                QStringLiteral(":/translations"));
    }
}

} // namespace mailseal
