#pragma once

#include <QWidget>

namespace mailseal {

class BadgeMark;
class LinkButton;
class PlainLabel;
struct ListedServer;

/// Over the pages of an inspection that came from a file: when it was judged, and the offer to judge it again
/// by today's rules and clock; then what has changed since.
class SavedBar : public QWidget
{
    Q_OBJECT
public:
    explicit SavedBar(QWidget *parent = nullptr);

    /// Hides itself where the inspection was made here.
    void present(const ListedServer &server);

Q_SIGNALS:
    void judgeAgainRequested();
    void asSavedRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeMark *m_badge;
    PlainLabel *m_text;
    LinkButton *m_again;
    LinkButton *m_asSaved;
    bool m_hasChanged = false;
};

} // namespace mailseal
