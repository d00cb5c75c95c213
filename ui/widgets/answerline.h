#pragma once

#include "style/theme.h"

#include <QWidget>

namespace mailseal {

class BadgeMark;
class PlainLabel;

/// The answer of a page in one sentence, with its badge.
class AnswerLine : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerLine(QWidget *parent = nullptr);
    void present(Badge badge, const QString &sentence);

private:
    BadgeMark *m_badge;
    PlainLabel *m_sentence;
};

} // namespace mailseal
