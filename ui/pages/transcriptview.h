#pragma once

#include "widgets/quietframe.h"

#include <QListView>

namespace mailseal {

class TranscriptDelegate;
class TranscriptModel;

/// The conversation as a monospaced list that stays smooth with 32,000 lines; copies what is selected.
class TranscriptView : public QuietFrame<QListView>
{
    Q_OBJECT
public:
    explicit TranscriptView(TranscriptModel *model, QWidget *parent = nullptr);

    /// The height that all rows need, with the frame.
    int contentHeight() const;
    /// Whether the longest line needs a horizontal scroll bar, and how much that takes.
    bool horizontalOverflow() const;
    int scrollBarHeight() const;
    /// Selects the row and scrolls there.
    void revealRow(int row);
    /// Marks every occurrence of `needle` in the visible lines; empty marks nothing.
    void markText(const QString &needle);
    /// The selected lines in their order: as they travelled, or headed by time and side.
    QString selectedText(bool headed) const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void copySelected(bool headed) const;

    TranscriptModel *m_model;
    TranscriptDelegate *m_delegate;
};

} // namespace mailseal
