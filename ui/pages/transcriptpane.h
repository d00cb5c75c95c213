#pragma once

#include "pages/pane.h"

class QScrollArea;

namespace mailseal {

class CapabilityModel;
class FactTable;
class FindBar;
class PlainLabel;
class TranscriptModel;
class TranscriptView;

/// The conversation line by line, what EHLO said before and after TLS, and a find bar.
class TranscriptPane : public Pane
{
    Q_OBJECT
public:
    explicit TranscriptPane(QWidget *parent = nullptr);

    void present(const Inspection &inspection, const Progress &progress) override;
    /// The index is a transcript entry.
    void reveal(int index) override;
    int problemCount() const override;

public Q_SLOTS:
    /// Shows the find bar and puts the cursor there.
    void openFind() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitTranscript();
    void showMatch(int row);

    TranscriptModel *m_model;
    CapabilityModel *m_capabilities;
    QScrollArea *m_scroll;
    PlainLabel *m_empty;
    TranscriptView *m_view;
    FindBar *m_find;
    PlainLabel *m_capabilityHeading;
    FactTable *m_capabilityTable;
};

} // namespace mailseal
