#pragma once

#include "values/certificatefacts.h"

#include <QScrollArea>

#include <optional>

class QGridLayout;
class QPlainTextEdit;

namespace mailseal {

class AnswerLine;
class PlainLabel;

/// All that one certificate says, to be read and copied; and what is wrong with the row that was chosen.
class CertificateDetails : public QScrollArea
{
    Q_OBJECT
public:
    explicit CertificateDetails(QWidget *parent = nullptr);

    void present(const CertificateFacts &certificate, const QDateTime &at);
    /// The problem whose row is selected, with what to do next; empty hides it.
    void presentProblem(const QString &sentence, const QString &advice);
    void clear();

private:
    PlainLabel *addField(QGridLayout *grid, const QString &title, bool bytes = false);
    void presentNames(const CertificateFacts &certificate);

    std::optional<CertificateFacts> m_shown;
    PlainLabel *m_title;
    PlainLabel *m_problem;
    PlainLabel *m_advice;
    PlainLabel *m_subject;
    PlainLabel *m_issuer;
    PlainLabel *m_serial;
    PlainLabel *m_validity;
    PlainLabel *m_key;
    PlainLabel *m_signature;
    PlainLabel *m_names;
    QPlainTextEdit *m_manyNames;
    PlainLabel *m_sha256;
    PlainLabel *m_spki;
};

} // namespace mailseal
