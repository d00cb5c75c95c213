#include "files/printing.h"

#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QTextTable>

namespace mailseal {

namespace {

/// Letter where people measure in inches, else A4.
QPageSize localPage()
{
    return QPageSize(QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter
                                                                                        : QPageSize::A4);
}

/// Room in every cell; a rule below every row of a table that has a head, which stands on a ground of its
/// own.
void dressCell(QTextTableCell cell, bool isHead, bool isRuled)
{
    constexpr qreal above = 3;
    constexpr qreal behind = 10;
    QTextTableCellFormat format = cell.format().toTableCellFormat();
    format.setTopPadding(above);
    format.setBottomPadding(above);
    format.setRightPadding(behind);
    format.setLeftPadding(isRuled ? above : 0);
    if (isRuled) {
        format.setBottomBorder(1);
        format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBottomBorderBrush(QColor(0xdb, 0xdf, 0xe5));
    }
    if (isHead)
        format.setBackground(QColor(0xf3, 0xf4, 0xf7));
    cell.setFormat(format);
}

/// Rich text knows no style for the cells of a table; on paper they need one.
void dressTables(QTextFrame *frame)
{
    constexpr qreal belowTable = 12; // what follows brings no margin of its own
    const QList<QTextFrame *> below = frame->childFrames();
    for (QTextFrame *child : below) {
        dressTables(child);
        auto *table = qobject_cast<QTextTable *>(child);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        const int heads = format.headerRowCount();
        format.setCellSpacing(0);
        format.setBorder(0);
        format.setBorderCollapse(true);
        format.setBottomMargin(belowTable);
        table->setFormat(format);
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column)
                dressCell(table->cellAt(row, column), row<heads, heads> 0);
        }
    }
}

} // namespace

void paintReport(const QString &html, QPagedPaintDevice &pages)
{
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.setHtml(html);
    dressTables(document.rootFrame());
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
