// mailseal-pages KIND [FRAME [LANGUAGE]]: writes what is installed beside mailseal-cli to standard output.
//
//   man FRAME [de]      the man page
//   bash | zsh | fish   the completion
#include "pages.h"

#include <QCoreApplication>
#include <QFile>
#include <QTranslator>

#include <cstdio>
#include <optional>

using namespace mailseal;

namespace {

std::optional<QByteArray> man(const QString &frameFile, const QString &language)
{
    QFile frame(frameFile);
    if (!frame.open(QIODevice::ReadOnly))
        return std::nullopt;
    if (!language.isEmpty()) {
        for (const auto &room : {QStringLiteral("wording"), QStringLiteral("cli")}) {
            auto *translator = new QTranslator(QCoreApplication::instance());
            if (!translator->load(QStringLiteral(":/translations/%1_%2.qm").arg(room, language)) ||
                !QCoreApplication::installTranslator(translator))
                return std::nullopt;
        }
    }
    return pages::manPage(frame.readAll());
}

std::optional<QByteArray> page(const QString &kind, const QString &frame, const QString &language)
{
    if (kind == QLatin1StringView("man"))
        return man(frame, language);
    if (kind == QLatin1StringView("bash"))
        return pages::bashCompletion();
    if (kind == QLatin1StringView("zsh"))
        return pages::zshCompletion();
    if (kind == QLatin1StringView("fish"))
        return pages::fishCompletion();
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto text = page(arguments.value(1), arguments.value(2), arguments.value(3));
    QFile out;
    if (!text || !out.open(stdout, QIODevice::WriteOnly) || out.write(*text) != text->size() ||
        !out.flush()) {
        std::fputs("mailseal-pages: cannot make that page\n", stderr);
        return 2;
    }
    return 0;
}
