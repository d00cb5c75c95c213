#include "settings/settingspage.h"

#include "style/theme.h"
#include "widgets/badgemark.h"
#include "widgets/plainlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace mailseal {

ProblemLine::ProblemLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    m_text->setWordWrap(true);
    auto *mark = new BadgeMark;
    mark->setBadge(Badge::Violated);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    colour();
}

void ProblemLine::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QString ProblemLine::text() const { return m_text->text(); }

void ProblemLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

void ProblemLine::colour()
{
    QPalette colours; // names one role only, so that all others follow the appearance
    colours.setColor(QPalette::WindowText, tints().bad);
    m_text->setPalette(colours);
}

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(metrics::pageMargin, metrics::pad, metrics::pageMargin, metrics::pad);
    m_grid->setHorizontalSpacing(metrics::pad);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void SettingsPage::addField(const QString &label, QWidget *field, const QString &note)
{
    QWidget *input = field->focusProxy() ? field->focusProxy() : field;
    int row = m_grid->rowCount();
    m_grid->setRowStretch(row - 1, 0);
    if (!label.isEmpty()) {
        auto *before = new QLabel(label);
        before->setTextFormat(Qt::PlainText);
        before->setTextInteractionFlags(Qt::NoTextInteraction);
        before->setBuddy(input);
        // Level with the field, or with the first line of a tall one.
        const bool tall = qobject_cast<QPlainTextEdit *>(input) != nullptr;
        before->setMinimumHeight((tall ? QLineEdit().sizeHint() : field->sizeHint()).height());
        m_grid->addWidget(before, row, 0, Qt::AlignTop);
        m_labels.insert(input, before);
        input->setAccessibleName(QString(label).remove(u'&'));
    }
    m_grid->addWidget(field, row, 1);
    if (!note.isEmpty()) {
        auto *below = new PlainLabel(PlainLabel::Kind::Muted);
        below->setText(note);
        m_grid->addWidget(below, ++row, 1);
        m_notes.insert(input, note);
    }
    auto *problem = new ProblemLine;
    problem->hide();
    m_grid->addWidget(problem, ++row, 1);
    m_inputs.append(input);
    m_problems.insert(input, problem);
    m_grid->setRowMinimumHeight(++row, metrics::gap);
    m_grid->setRowStretch(++row, 1);
    describe(input);
}

int SettingsPage::labelWidth() const
{
    int widest = 0;
    for (const QLabel *label : m_labels)
        widest = qMax(widest, label->sizeHint().width());
    return widest;
}

void SettingsPage::setLabelWidth(int width) { m_grid->setColumnMinimumWidth(0, width); }

void SettingsPage::setInputEnabled(QWidget *input, bool enabled)
{
    input->setEnabled(enabled);
    if (QLabel *label = m_labels.value(input))
        label->setEnabled(enabled);
}

void SettingsPage::showProblem(QWidget *input, const QString &problem)
{
    ProblemLine *line = m_problems.value(input);
    if (!line->text().isEmpty())
        return; // the first one is told; the next shows when it is put right
    line->setText(problem);
    line->show();
    describe(input);
    QAccessibleEvent alert(line, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SettingsPage::clearProblems()
{
    for (QWidget *input : std::as_const(m_inputs)) {
        m_problems.value(input)->setText({});
        m_problems.value(input)->hide();
        describe(input);
    }
}

QWidget *SettingsPage::firstProblem() const
{
    for (QWidget *input : m_inputs) {
        if (!problem(input).isEmpty())
            return input;
    }
    return nullptr;
}

QString SettingsPage::problem(const QWidget *input) const
{
    const ProblemLine *line = m_problems.value(input);
    return line ? line->text() : QString();
}

void SettingsPage::describe(QWidget *input)
{
    input->setAccessibleDescription(QString(problem(input) + u' ' + m_notes.value(input)).trimmed());
}

} // namespace mailseal
