#pragma once

#include "models/whatif.h"
#include "widgets/card.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;

namespace mailseal {

class LinkButton;
class SettingsPage;

/// The form of assumptions of "What if": every change is read at once. What cannot be read stays as it was
/// typed, with its problem below it.
class WhatIfPanel : public Card
{
    Q_OBJECT
public:
    explicit WhatIfPanel(QWidget *parent = nullptr);

    /// What was seen. Keeps what was entered; `reset` forgets it.
    void present(const Inspection &real);
    void reset();
    /// Narrower than its two halves side by side: then one stands below the other.
    QSize minimumSizeHint() const override;
    const Assumptions &assumptions() const { return m_reading.assumed; }

Q_SIGNALS:
    void changed();
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SettingsPage *dnsFields();
    SettingsPage *otherFields();
    QWidget *rootsField();
    QWidget *dateField();
    void openRoots(const QString &path);
    void addOwnRecord();
    void fillModes();
    void read();

    Inspection m_real;
    WhatIfEntry m_untouched;
    WhatIfReading m_reading;
    bool m_filling = false;
    QBoxLayout *m_halves;
    QPlainTextEdit *m_tlsa;
    LinkButton *m_own;
    QComboBox *m_mode;
    QCheckBox *m_dated;
    QDateTimeEdit *m_at;
    QPlainTextEdit *m_roots;
    QLineEdit *m_name;
    SettingsPage *m_dnsPage = nullptr;
    SettingsPage *m_otherPage = nullptr;
};

} // namespace mailseal
