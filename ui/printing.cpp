#include "printing.h"

#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace mailseal {

namespace {

/// Letter where people measure in inches, else A4.
QPageSize localPage()
{
    return QPageSize(QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter
                                                                                        : QPageSize::A4);
}

} // namespace

void paintReport(const QString &html, QPagedPaintDevice &pages)
{
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.setHtml(html);
    document.print(&pages); // with page numbers, as nothing but the document's own size would leave them out
}

QString writePdf(const QString &path, const QString &html)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    {
        constexpr int dotsPerInch = 300;
        QPdfWriter writer(&file);
        writer.setCreator(QStringLiteral("Mailseal"));
        writer.setPageSize(localPage());
        writer.setResolution(dotsPerInch);
        paintReport(html, writer);
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace mailseal
