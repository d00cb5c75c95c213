#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace mailseal {

/// What is wrong with an input: mark, words and colour.
class ProblemLine : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemLine(QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QLabel *m_text;
};

/// A page of fields: the label before the field, a sentence below it, and what is wrong with it below that.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);

    /// `field` may hold the input as its focus proxy; `note` may be empty.
    void addField(const QString &label, QWidget *field, const QString &note);
    /// The widest label's, so that the fields of several pages can stand in one line.
    int labelWidth() const;
    void setLabelWidth(int width);
    /// The input and its label.
    void setInputEnabled(QWidget *input, bool enabled);
    /// Says what is wrong with the input; of several problems the first.
    void showProblem(QWidget *input, const QString &problem);
    void clearProblems();
    void focusFirst() { m_inputs.constFirst()->setFocus(); }
    /// The first input with a problem, in the order of the page.
    QWidget *firstProblem() const;

private:
    QString problem(const QWidget *input) const;
    /// A screen reader reads note and problem together with the input.
    void describe(QWidget *input);

    QGridLayout *m_grid;
    QList<QWidget *> m_inputs;
    QHash<const QWidget *, QLabel *> m_labels;
    QHash<const QWidget *, QString> m_notes;
    QHash<const QWidget *, ProblemLine *> m_problems;
};

} // namespace mailseal
