#pragma once

#include "models/answers.h"
#include "widgets/card.h"

namespace mailseal {

class BadgeMark;
class LinkButton;
class PlainLabel;

/// One question with its answer: badge and title, the word, the detail, the way to the proof.
class AnswerCard : public Card
{
    Q_OBJECT
public:
    explicit AnswerCard(QWidget *parent = nullptr);

    void present(const AnswerRow &answer);

Q_SIGNALS:
    void proofRequested(const mailseal::Proof &proof);

private:
    Proof m_proof;
    BadgeMark *m_badge;
    PlainLabel *m_title;
    PlainLabel *m_word;
    PlainLabel *m_detail;
    LinkButton *m_link;
};

} // namespace mailseal
