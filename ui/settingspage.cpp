#include "settingspage.h"

#include "panes/plainlabel.h"
#include "theme.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>

namespace mailseal {

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
        before->setBuddy(input);
        before->setMinimumHeight(field->sizeHint().height());
        m_grid->addWidget(before, row, 0, Qt::AlignTop);
        input->setAccessibleName(QString(label).remove(u'&'));
    }
    m_grid->addWidget(field, row, 1);
    if (!note.isEmpty()) {
        auto *below = new PlainLabel(PlainLabel::Kind::Muted);
        below->setText(note);
        m_grid->addWidget(below, ++row, 1);
        input->setAccessibleDescription(note);
    }
    auto *problem = new PlainLabel(PlainLabel::Kind::Strong);
    problem->hide();
    m_grid->addWidget(problem, ++row, 1);
    m_inputs.append(input);
    m_problems.insert(input, problem);
    m_grid->setRowMinimumHeight(++row, metrics::gap);
    m_grid->setRowStretch(++row, 1);
}

void SettingsPage::tell(QWidget *input, const QString &problem)
{
    PlainLabel *label = m_problems.value(input);
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, tints().bad);
    label->setText(problem);
    label->show();
    label->setPalette(colours);
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SettingsPage::clearProblems()
{
    for (PlainLabel *problem : std::as_const(m_problems)) {
        problem->clear();
        problem->hide();
    }
}

QWidget *SettingsPage::firstProblem() const
{
    for (QWidget *input : m_inputs) {
        if (!m_problems.value(input)->text().isEmpty())
            return input;
    }
    return nullptr;
}

} // namespace mailseal
