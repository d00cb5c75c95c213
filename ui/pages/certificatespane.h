#pragma once

#include "pages/pane.h"

class QPushButton;
class QSplitter;

namespace mailseal {

class AnswerLine;
class CertificateDetails;
class ChainModel;
class ChainView;
class PageOrEmpty;
class VariantChoice;

/// The chain as sent with the problems at their certificates, the path and its anchor, and the details of
/// one.
class CertificatesPane : public Pane
{
    Q_OBJECT
public:
    explicit CertificatesPane(QWidget *parent = nullptr);

    void present(const Inspection &inspection, const Progress &progress) override;
    /// The index is the depth of a certificate as sent.
    void reveal(int index) override;
    void chooseVariant(std::optional<int> variant) override;
    int problemCount() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buttonRow();
    void showCurrent();

    void showChosen();

    Inspection m_inspection;
    bool m_running = false;
    ChainModel *m_model;
    VariantChoice *m_choice;
    PageOrEmpty *m_content;
    AnswerLine *m_answer;
    QSplitter *m_splitter;
    ChainView *m_view;
    CertificateDetails *m_details;
    QPushButton *m_copyPem;
    QPushButton *m_copyFingerprint;
    QPushButton *m_export;
};

} // namespace mailseal
