#pragma once

#include <QWidget>

class QLineEdit;

namespace mailseal {

class PlainLabel;
class TranscriptModel;

/// Finds text in the transcript: next, previous, how many; Esc closes.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(TranscriptModel *model, QWidget *parent = nullptr);

    void open();
    /// Looks again: the transcript has grown.
    void refresh();

Q_SIGNALS:
    void needleChanged(const QString &needle);
    void matchReached(int row);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void step(int by);
    void close();
    void showCount();

    TranscriptModel *m_model;
    QLineEdit *m_edit;
    PlainLabel *m_count;
    QList<int> m_rows;
    qsizetype m_at = 0;
};

} // namespace mailseal
