#include "pages/transcriptview.h"

#include "models/transcriptmodel.h"
#include "pages/transcriptdelegate.h"
#include "style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace mailseal {

TranscriptView::TranscriptView(TranscriptModel *model, QWidget *parent)
    : QuietFrame<QListView>(parent)
    , m_model(model)
    , m_delegate(new TranscriptDelegate(this))
{
    setItemDelegate(m_delegate);
    setModel(model);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setLayoutDirection(Qt::LeftToRight); // a protocol reads from the left in every language
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setAccessibleName(tr("Transcript"));
}

int TranscriptView::contentHeight() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.widget = this;
    int height = 2 * frameWidth();
    const int rows = m_model->rowCount();
    if (rows == 0)
        return height;
    // All lines are of one height, only the handshake is not.
    const int band = m_model->handshakeRow();
    const int plain = band == 0 ? 1 : 0;
    if (plain < rows)
        height += (rows - (band >= 0 ? 1 : 0)) * m_delegate->sizeHint(option, m_model->index(plain)).height();
    if (band >= 0)
        height += m_delegate->sizeHint(option, m_model->index(band)).height();
    return height;
}

bool TranscriptView::horizontalOverflow() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int row = m_model->handshakeRow() == 0 ? 1 : 0;
    return row < m_model->rowCount() &&
           m_delegate->sizeHint(option, m_model->index(row)).width() > width() - 2 * frameWidth();
}

int TranscriptView::scrollBarHeight() const { return horizontalScrollBar()->sizeHint().height(); }

void TranscriptView::revealRow(int row)
{
    const QModelIndex at = m_model->index(row);
    if (!at.isValid())
        return;
    selectionModel()->setCurrentIndex(at, QItemSelectionModel::ClearAndSelect);
    scrollTo(at);
}

void TranscriptView::markText(const QString &needle)
{
    m_delegate->setNeedle(needle);
    viewport()->update();
}

QString TranscriptView::selectedText(bool headed) const
{
    QModelIndexList selected = selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex &at : selected) {
        const QString line = at.data(TranscriptModel::CopyRole).toString();
        const QString side = TranscriptDelegate::sideLetter(at);
        lines.append(headed ? QStringLiteral("%1 %2 %3")
                                  .arg(at.data(TranscriptModel::TimeRole).toString(), 8)
                                  .arg(side.isEmpty() ? QStringLiteral("-") : side, line)
                            : line);
    }
    return lines.join(u'\n');
}

void TranscriptView::copySelected(bool headed) const
{
    const QString text = selectedText(headed);
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelected(false);
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy lines"), this, [this] { copySelected(false); });
    menu->addAction(tr("Copy with &time and side"), this, [this] { copySelected(true); });
    menu->addSeparator();
    menu->addAction(tr("Select &all"), this, &QListView::selectAll);
    menu->popup(event->globalPos());
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tints().card);
    painter.end();
    QListView::paintEvent(event);
}

} // namespace mailseal
