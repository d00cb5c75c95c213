#pragma once

#include "pages/pane.h"
#include "widgets/card.h"

namespace mailseal {

class BadgeMark;
class LinkButton;
class PlainLabel;

/// The badge and its sentence, on top of every server; where it is not sound, what it means and what to try.
class LeadBanner : public Card
{
    Q_OBJECT
public:
    explicit LeadBanner(QWidget *parent = nullptr);

    /// Hides itself for as long as nobody has judged.
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
