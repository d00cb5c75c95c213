#pragma once

#include <QLabel>

namespace mailseal {

/// A label that shows plain text only, wraps, and takes its colour and weight from what it is for; it keeps
/// them when the appearance changes.
class PlainLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Kind {
        Body,
        Muted,
        Strong,    ///< bold
        AnswerRow, ///< bold and a little larger: the word of a card
        Heading,   ///< of a section
        Bytes      ///< monospaced
    };

    explicit PlainLabel(Kind kind, QWidget *parent = nullptr);

    /// Lets a person mark and copy the text.
    void setSelectable(bool selectable);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    Kind m_kind;
    bool m_dressing = false;
};

} // namespace mailseal
