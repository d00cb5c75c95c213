#include "pages/certificatedetails.h"

#include "models/certificatetext.h"
#include "style/theme.h"
#include "widgets/card.h"
#include "widgets/plainlabel.h"
#include "wording/wordingtext.h"

#include <QGridLayout>
#include <QLocale>
#include <QPlainTextEdit>

namespace mailseal {

namespace {

/// More names than these scroll in a box of their own.
constexpr qsizetype namesInLine = 8;

QString dateText(const QDateTime &when)
{
    const QDateTime local = when.toLocalTime();
    return when.isValid()
               ? localDay(local.date()) + u' ' + QLocale().toString(local.time(), QLocale::ShortFormat)
               : QString();
}

QStringList presentedNames(const CertificateFacts &certificate)
{
    QStringList names;
    names.reserve(certificate.dnsNames.size() + certificate.ipAddresses.size());
    for (const QString &name : certificate.dnsNames)
        names.append(QStringLiteral("DNS:") + name);
    for (const QString &address : certificate.ipAddresses)
        names.append(QStringLiteral("IP:") + address);
    return names;
}

} // namespace

CertificateDetails::CertificateDetails(QWidget *parent)
    : QScrollArea(parent)
    , m_title(new PlainLabel(PlainLabel::Kind::Heading))
    , m_problem(new PlainLabel(PlainLabel::Kind::Strong))
    , m_advice(new PlainLabel(PlainLabel::Kind::Body))
    , m_manyNames(new QPlainTextEdit)
{
    auto *card = new Card;
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(metrics::pad + 2, metrics::pad, metrics::pad + 2, metrics::pad);
    grid->setHorizontalSpacing(metrics::pad);
    grid->setVerticalSpacing(metrics::gap);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_problem, 1, 0, 1, 2);
    grid->addWidget(m_advice, 2, 0, 1, 2);
    m_subject = addField(grid, tr("Subject"));
    m_issuer = addField(grid, tr("Issuer"));
    m_validity = addField(grid, tr("Valid"));
    m_names = addField(grid, tr("Names"));
    grid->addWidget(m_manyNames, grid->rowCount(), 1);
    m_key = addField(grid, tr("Key"));
    m_signature = addField(grid, tr("Signature"));
    m_serial = addField(grid, tr("Serial"), true);
    m_sha256 = addField(grid, tr("SHA-256"), true);
    m_spki = addField(grid, tr("Key SHA-256"), true);
    grid->setRowStretch(grid->rowCount(), 1);

    m_manyNames->setReadOnly(true);
    m_manyNames->setTabChangesFocus(true);
    m_manyNames->setFixedHeight(m_manyNames->fontMetrics().lineSpacing() * 8 + 2 * metrics::gap);
    m_manyNames->setAccessibleName(tr("Names"));
    for (PlainLabel *label : {m_problem, m_advice})
        label->setSelectable(true);
    setWidget(card);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    clear();
}

PlainLabel *CertificateDetails::addField(QGridLayout *grid, const QString &title, bool bytes)
{
    auto *name = new PlainLabel(PlainLabel::Kind::Muted);
    name->setText(title);
    name->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    auto *value = new PlainLabel(bytes ? PlainLabel::Kind::Bytes : PlainLabel::Kind::Body);
    value->setSelectable(true);
    name->setBuddy(value);
    const int row = grid->rowCount();
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1, Qt::AlignTop);
    return value;
}

void CertificateDetails::present(const CertificateFacts &certificate, const QDateTime &at)
{
    widget()->setVisible(true);
    m_validity->setText(tr("%1 to %2, %3")
                            .arg(dateText(certificate.notBefore), dateText(certificate.notAfter),
                                 validityText(certificate, at)));
    if (m_shown == certificate) // keeps what a person has marked
        return;
    m_shown = certificate;
    m_title->setText(shortName(certificate));
    m_subject->setText(certificate.subject.isEmpty() ? tr("(empty)") : certificate.subject);
    m_issuer->setText(certificate.selfSigned ? tr("itself (self-signed)") : certificate.issuer);
    m_serial->setText(certificate.serial);
    m_key->setText(keyText(certificate));
    m_signature->setText(certificate.signature);
    m_sha256->setText(wrappableHex(certificate.sha256));
    m_spki->setText(wrappableHex(certificate.spkiSha256));
    presentNames(certificate);
}

void CertificateDetails::presentNames(const CertificateFacts &certificate)
{
    const QStringList names = presentedNames(certificate);
    const bool many = names.size() > namesInLine;
    m_manyNames->setVisible(many);
    m_manyNames->setPlainText(many ? names.join(u'\n') : QString());
    if (many) {
        m_names->setText(tr("%n names:", nullptr, static_cast<int>(names.size())));
    } else {
        m_names->setText(names.isEmpty() ? tr("none") : names.join(u'\n'));
    }
}

void CertificateDetails::presentProblem(const QString &sentence, const QString &advice)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
}

void CertificateDetails::clear()
{
    m_shown.reset();
    widget()->setVisible(false);
}

} // namespace mailseal
