#include "pages/certificatespane.h"

#include "models/certificatetext.h"
#include "models/chainmodel.h"
#include "pages/certificatedetails.h"
#include "pages/chainview.h"
#include "pages/variantchoice.h"
#include "style/theme.h"
#include "widgets/answerline.h"
#include "widgets/pageorempty.h"
#include "widgets/plainlabel.h"
#include "wire/pem.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace mailseal {

namespace {

/// Narrower than this the details stand below the tree.
constexpr int sideBySide = 90; ///< average characters

Badge selfSignedBadge(const ChainFacts &chain)
{
    if (!chain.selfSignedKind)
        return chain.trusted ? Badge::Satisfied : Badge::Warned;
    switch (*chain.selfSignedKind) {
    case SelfSignedKind::Leaf:
    case SelfSignedKind::UntrustedRoot:
        return Badge::Warned;
    case SelfSignedKind::Anchored:
        return Badge::Satisfied;
    }
    return Badge::Undetermined;
}

} // namespace

CertificatesPane::CertificatesPane(QWidget *parent)
    : Pane(parent)
    , m_model(new ChainModel(this))
    , m_choice(new VariantChoice)
    , m_content(new PageOrEmpty)
    , m_answer(new AnswerLine)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_view(new ChainView(m_model))
    , m_details(new CertificateDetails)
    , m_copyPem(new QPushButton(tr("Copy &PEM")))
    , m_copyFingerprint(new QPushButton(tr("Copy &fingerprint")))
    , m_export(new QPushButton(tr("E&xport chain as PEM…")))
{
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(metrics::pad);
    m_splitter->setSizes({500, 500});

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::pad);
    column->addWidget(m_answer);
    column->addWidget(m_splitter, 1);
    column->addWidget(buttonRow());
    m_content->setPage(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(metrics::aroundPage);
    whole->setSpacing(metrics::pad);
    whole->addWidget(m_choice);
    whole->addWidget(m_content, 1);

    connect(m_choice, &VariantChoice::chosen, this, &CertificatesPane::showChosen);
    connect(m_view, &ChainView::currentCertificateChanged, this, &CertificatesPane::showCurrent);
    connect(m_export, &QPushButton::clicked, this, &Pane::saveChainRequested);
    connect(m_copyPem, &QPushButton::clicked, this, [this] {
        if (const CertificateFacts *certificate = m_model->certificateAt(m_view->currentIndex()))
            QApplication::clipboard()->setText(QString::fromLatin1(certificatePem(certificate->der)));
    });
    connect(m_copyFingerprint, &QPushButton::clicked, this, [this] {
        if (const CertificateFacts *certificate = m_model->certificateAt(m_view->currentIndex()))
            QApplication::clipboard()->setText(fingerprintText(certificate->sha256));
    });
}

QWidget *CertificatesPane::buttonRow()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::gap);
    line->addWidget(m_copyPem);
    line->addWidget(m_copyFingerprint);
    line->addStretch(1);
    line->addWidget(m_export);
    return row;
}

void CertificatesPane::present(const Inspection &inspection, const Progress &progress)
{
    m_running = progress.stage != Stage::Done;
    m_inspection = inspection;
    m_choice->present(inspection);
    showChosen();
}

void CertificatesPane::showChosen()
{
    const Inspection shown = m_choice->shown(m_inspection);
    const bool any = shown.chain && !shown.chain->sent.isEmpty();
    if (!any) {
        if (m_choice->variant() && !shown.evidence.session.tls) {
            const QString error = shown.evidence.session.handshake.value_or(HandshakeFacts{}).error;
            m_content->showEmpty(error.isEmpty() ? tr("The handshake fails.")
                                                 : tr("The handshake fails: %1.").arg(error));
        } else if (m_running) {
            m_content->showEmpty(tr("The handshake has not come yet."));
        } else if (shown.evidence.session.tls) {
            m_content->showEmpty(
                tr("The server sent no certificate: the suite that was negotiated authenticates "
                   "nobody. What is said is encrypted, to whom is not known."));
        } else {
            m_content->showEmpty(tr("The session did not come to TLS, so no certificate was seen."));
        }
        m_model->present({}, {}, {});
        return;
    }
    m_content->showPage();
    const Wording wording(Wording::Speech::Translated);
    m_answer->present(m_running ? Badge::Running : selfSignedBadge(*shown.chain), wording.selfSigned(shown));
    m_model->present(*shown.chain, shown.evidence.anchors, shown.judgedAt);
    m_export->setEnabled(!m_choice->variant());
    m_export->setToolTip(
        m_choice->variant() ? tr("The main connection's chain is saved; copy these one by one.") : QString());
    showCurrent();
}

void CertificatesPane::showCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    const CertificateFacts *certificate = m_model->certificateAt(current);
    m_copyPem->setEnabled(certificate);
    m_copyFingerprint->setEnabled(certificate);
    if (!certificate) {
        m_details->clear();
        return;
    }
    const ChainNode *node = m_model->nodeAt(current);
    QStringList problems;
    QStringList advice;
    // A problem's row tells of that one, a certificate's of all it has.
    const QList<ChainNode> told =
        node->kind == ChainNode::Kind::Problem ? QList<ChainNode>{*node} : node->children;
    for (const ChainNode &problem : told) {
        problems.append(problem.text);
        advice.append(problem.advice);
    }
    advice.removeDuplicates();
    m_details->presentProblem(problems.join(u'\n'), advice.join(u'\n'));
    m_details->present(*certificate, m_inspection.judgedAt);
}

void CertificatesPane::chooseVariant(std::optional<int> variant) { m_choice->choose(variant); }

void CertificatesPane::reveal(int index) { m_view->revealDepth(qMax(0, index)); }

int CertificatesPane::problemCount() const
{
    int problems = 0;
    if (m_inspection.chain) {
        for (const Finding &problem : m_inspection.chain->problems)
            problems += problem.severity == Severity::Error || problem.severity == Severity::Warning ? 1 : 0;
    }
    return problems;
}

void CertificatesPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    const bool wide = width() > sideBySide * fontMetrics().averageCharWidth();
    m_splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
}

} // namespace mailseal
