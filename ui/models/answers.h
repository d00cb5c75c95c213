#pragma once

#include "pages/pane.h"
#include "style/theme.h"
#include "values/inspection.h"

#include <QList>
#include <QString>

namespace mailseal {

/// What one card says.
struct AnswerRow
{
    Badge badge = Badge::Running;
    QString title;  ///< the question: "Encrypted"
    QString word;   ///< the answer: "Yes, TLS 1.3"
    QString detail; ///< what it rests on
    Proof proof;
    QString proofLink; ///< empty: there is nothing to show
};

/// "TLS 1.3", as people write it.
QString protocolName(TlsProtocol protocol);

/// The answers of answers/answers.h, each with what proves it. What is not known yet says so while it runs.
QList<AnswerRow> answersOf(const Inspection &inspection, bool running);

} // namespace mailseal
