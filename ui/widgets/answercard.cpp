#include "widgets/answercard.h"

#include "widgets/badgemark.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mailseal {

namespace {

/// The same, but a long word without a blank (a cipher suite, a host name) may be broken where its parts
/// meet.
QString breakable(const QString &text)
{
    constexpr qsizetype longWord = 16;
    constexpr QChar zeroWidthSpace(0x200b);
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (word.size() <= longWord)
            continue;
        QString parts;
        for (const QChar letter : std::as_const(word)) {
            parts += letter;
            if (letter == u'_' || letter == u'.')
                parts += zeroWidthSpace;
        }
        word = parts;
    }
    return words.join(u' ');
}

} // namespace

AnswerCard::AnswerCard(QWidget *parent)
    : Card(parent)
    , m_badge(new BadgeMark)
    , m_title(new PlainLabel(PlainLabel::Kind::Muted))
    , m_word(new PlainLabel(PlainLabel::Kind::AnswerRow))
    , m_detail(new PlainLabel(PlainLabel::Kind::Muted))
    , m_link(new LinkButton)
{
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::gap);
    top->addWidget(m_badge);
    top->addWidget(m_title, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pad + 2, metrics::pad, metrics::pad + 2, metrics::pad);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_word);
    column->addWidget(m_detail);
    column->addWidget(m_link, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_link, &LinkButton::clicked, this, [this] { Q_EMIT proofRequested(m_proof); });
}

void AnswerCard::present(const AnswerRow &answer)
{
    m_proof = answer.proof;
    m_badge->setBadge(answer.badge);
    m_title->setText(answer.title);
    m_word->setText(breakable(answer.word));
    m_word->setAccessibleName(answer.word);
    m_detail->setText(breakable(answer.detail));
    m_detail->setAccessibleName(answer.detail);
    m_detail->setVisible(!answer.detail.isEmpty());
    m_link->setText(answer.proofLink);
    m_link->setAccessibleName(tr("%1: show %2").arg(answer.title, answer.proofLink));
    m_link->setVisible(!answer.proofLink.isEmpty());
}

} // namespace mailseal
