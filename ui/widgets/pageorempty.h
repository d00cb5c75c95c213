#pragma once

#include <QStackedWidget>

namespace mailseal {

class PlainLabel;

/// A page, or a sentence in its place that says why there is nothing on it.
class PageOrEmpty : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageOrEmpty(QWidget *parent = nullptr);

    void setPage(QWidget *page) { addWidget(page); }
    void showPage() { setCurrentIndex(1); }
    void showEmpty(const QString &why);
    bool isEmpty() const { return currentIndex() == 0; }
    /// Around the sentence alone, where the page has margins of its own.
    void setEmptyMargins(const QMargins &margins);

private:
    PlainLabel *m_why;
};

} // namespace mailseal
