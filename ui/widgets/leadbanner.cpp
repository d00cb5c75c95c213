#include "widgets/leadbanner.h"

#include "answers/badge.h"
#include "models/proofs.h"
#include "models/transcriptplaces.h"
#include "values/endtraits.h"
#include "widgets/badgemark.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"

#include <QGridLayout>

namespace mailseal {

namespace {

Card::Fill fillOf(Badge badge)
{
    switch (badge) {
    case Badge::Violated:
        return Card::Fill::Bad;
    case Badge::Warned:
    case Badge::Undetermined:
        return Card::Fill::Warn;
    case Badge::Satisfied:
        return Card::Fill::Good;
    case Badge::NotApplicable:
    case Badge::Running:
        return Card::Fill::Plain;
    }
    return Card::Fill::Plain;
}

/// Where the deciding fact stands in the transcript, else the server's last word.
Proof proofOfEnd(const Inspection &inspection)
{
    const Verdict *verdict = actingVerdict(inspection);
    if (verdict && !verdict->because.isEmpty()) {
        const Proof proof = proofOf(verdict->because.constFirst(), inspection);
        if (proof.page == Proof::Page::Transcript && hasProof(proof))
            return proof;
    }
    return {Proof::Page::Transcript, places::lastReply(inspection.evidence.session.transcript)};
}

} // namespace

LeadBanner::LeadBanner(QWidget *parent)
    : Card(parent)
    , m_badge(new BadgeMark)
    , m_headline(new PlainLabel(PlainLabel::Kind::AnswerRow))
    , m_detail(new PlainLabel(PlainLabel::Kind::Body))
    , m_advice(new PlainLabel(PlainLabel::Kind::Body))
    , m_link(new LinkButton)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(metrics::pad + 2, metrics::pad, metrics::pad + 2, metrics::pad);
    grid->setHorizontalSpacing(metrics::pad);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_badge, 0, 0, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_detail, 1, 1);
    grid->addWidget(m_advice, 2, 1);
    grid->addWidget(m_link, 3, 1, Qt::AlignLeft); // else its fixed width bounds the column
    for (PlainLabel *label : {m_headline, m_detail, m_advice})
        label->setSelectable(true);
    connect(m_link, &LinkButton::clicked, this, [this] { Q_EMIT proofRequested(m_proof); });
    hide();
}

void LeadBanner::present(const Inspection &inspection, bool running)
{
    const Evidence &evidence = inspection.evidence;
    setVisible(!running && !inspection.verdicts.isEmpty());
    if (running || inspection.verdicts.isEmpty())
        return;
    const ServerBadge lead = serverBadge(inspection);
    const Badge badge = badgeOf(toneOf(lead));
    const Wording wording(Wording::Speech::Translated);
    m_badge->setBadge(badge);
    setFill(fillOf(badge));
    m_headline->setText(wording.headline(inspection));
    // Behind a bogus answer it is that answer, whatever the server did.
    const bool hasFault =
        traitsOf(evidence.session.end).fault.has_value() && lead.code != BadgeCode::BogusAnswer;
    const QString detail = hasFault ? wording.endDetail(evidence) : QString();
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    const QString advice = hasFault       ? wording.endAdvice(evidence)
                           : lead.because ? wording.advice(*lead.because)
                                          : QString();
    m_advice->setText(tr("What to try: %1").arg(advice));
    m_advice->setVisible(!advice.isEmpty());
    m_proof = hasFault ? proofOfEnd(inspection) : lead.because ? proofOf(*lead.because, inspection) : Proof{};
    m_link->setText(proofText(m_proof));
    m_link->setVisible(hasProof(m_proof));
}

} // namespace mailseal
