#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace mailseal {

class PlainLabel;

/// A page of fields: the label before the field, a sentence below it, and what is wrong with it below that.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);

    /// `field` may hold the input as its focus proxy; `note` may be empty.
    void addField(const QString &label, QWidget *field, const QString &note);
    /// Says what is wrong with the input.
    void tell(QWidget *input, const QString &problem);
    void clearProblems();
    /// The first input with a problem, in the order of the page.
    QWidget *firstProblem() const;

private:
    QGridLayout *m_grid;
    QList<QWidget *> m_inputs;
    QHash<QWidget *, PlainLabel *> m_problems;
};

} // namespace mailseal
