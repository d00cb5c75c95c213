#pragma once

#include "pages/pane.h"
#include "widgets/card.h"

namespace mailseal {

class BadgeMark;
class LinkButton;
class PlainLabel;

/// How it ended where it did not end well: the server's own words, what they mean, what to try.
class FailureBanner : public Card
{
    Q_OBJECT
public:
    explicit FailureBanner(QWidget *parent = nullptr);

    /// Hides itself where there is nothing to say.
    void present(const Inspection &inspection, bool running);

Q_SIGNALS:
    void proofRequested(const mailseal::Proof &proof);

private:
    Proof m_proof;
    BadgeMark *m_badge;
    PlainLabel *m_headline;
    PlainLabel *m_detail;
    PlainLabel *m_advice;
    LinkButton *m_link;
};

} // namespace mailseal
