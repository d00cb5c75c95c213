#include "files/savedbar.h"

#include "inspector/rejudge.h"
#include "list/listedservers.h"
#include "models/headline.h"
#include "style/theme.h"
#include "widgets/badgemark.h"
#include "widgets/linkbutton.h"
#include "widgets/plainlabel.h"
#include "wire/escape.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QPainter>

namespace mailseal {

namespace {

QString moment(const QDateTime &at) { return momentText(at, QDateTime::currentDateTime()); }

/// "Trusted CA and name: satisfied, now violated"
QString changeText(const VerdictChange &change, const Inspection &now, const Wording &wording)
{
    const Verdict *verdict = verdictOf(now, change.policy);
    if (!verdict)
        return {};
    const QString name = wording.policyName(change.policy);
    if (!change.then)
        return SavedBar::tr("%1: not judged then, now %2").arg(name, wording.standing(verdict->standing));
    if (change.then->standing != verdict->standing) {
        return SavedBar::tr("%1: %2 then, now %3")
            .arg(name, wording.standing(change.then->standing), wording.standing(verdict->standing));
    }
    return verdict->because.isEmpty()
               ? SavedBar::tr("%1: another reason").arg(name)
               : SavedBar::tr("%1: now because %2").arg(name, wording.finding(verdict->because.constFirst()));
}

QString changesText(const Inspection &inspection)
{
    const Wording wording(Wording::Speech::Translated);
    const QList<VerdictChange> &changes = inspection.rejudged->changes;
    if (changes.isEmpty())
        return SavedBar::tr("No verdict has changed.");
    QStringList lines{SavedBar::tr("%n verdict(s) changed:", nullptr, static_cast<int>(changes.size()))};
    for (const VerdictChange &change : changes)
        lines.append(changeText(change, inspection, wording));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

SavedBar::SavedBar(QWidget *parent)
    : QWidget(parent)
    , m_badge(new BadgeMark)
    , m_text(new PlainLabel(PlainLabel::Kind::Body))
    , m_again(new LinkButton)
    , m_asSaved(new LinkButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pageMargin, metrics::gap, metrics::pageMargin, metrics::gap + 1);
    row->setSpacing(metrics::gap);
    row->addWidget(m_badge, 0, Qt::AlignTop);
    m_text->setSelectable(true);
    row->addWidget(m_text, 1);
    m_again->setText(tr("Judge again with today's rules and clock"));
    m_asSaved->setText(tr("Show as saved"));
    row->addWidget(m_again, 0, Qt::AlignTop);
    row->addWidget(m_asSaved, 0, Qt::AlignTop);
    connect(m_again, &LinkButton::clicked, this, &SavedBar::judgeAgainRequested);
    connect(m_asSaved, &LinkButton::clicked, this, &SavedBar::asSavedRequested);
    hide();
}

void SavedBar::present(const ListedServer &server)
{
    setVisible(!server.file.isEmpty());
    if (server.file.isEmpty())
        return;
    const Inspection &inspection = server.inspection;
    const bool isAgain = server.asSaved && inspection.rejudged;
    m_hasChanged = isAgain && !inspection.rejudged->changes.isEmpty();
    m_badge->setBadge(!isAgain ? Badge::NotApplicable : m_hasChanged ? Badge::Warned : Badge::Satisfied);
    m_badge->setVisible(isAgain);
    const QString file = escapeUnprintable(server.file);
    if (isAgain) {
        m_text->setText(tr("Judged again %1 with today's rules and clock; “%2” was judged %3.")
                            .arg(moment(inspection.judgedAt), file, moment(inspection.rejudged->judgedThen)) +
                        u' ' + changesText(inspection));
    } else {
        m_text->setText(tr("“%1”, as judged %2").arg(file, moment(inspection.judgedAt)));
    }
    const bool can = canBeJudgedAgain(inspection);
    m_again->setVisible(!isAgain);
    m_again->setEnabled(can);
    m_again->setToolTip(can ? QString()
                            : tr("Names, addresses and certificates were taken out of this file, so there is "
                                 "nothing to judge again."));
    m_asSaved->setVisible(isAgain);
    update();
}

void SavedBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_hasChanged ? tints().warnFill : tints().selection);
    painter.fillRect(0, height() - 1, width(), 1, tints().line);
}

} // namespace mailseal
