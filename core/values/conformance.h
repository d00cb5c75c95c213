#pragma once

#include "values/verdict.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace mailseal {

/// The RFC 3207 checks that one normal session shows (docs/judgement.md "RFC 3207 in the dialogue").
enum class ConformanceId {
    StarttlsReadvertised,
    ResponseInjection,
    EhloAfterTls,
    RefusalAfterTlsReply,
    AuthBeforeTls,
    EhloKeywordCase,
    CloseNotify
};

/// Which sentence explains the standing; wording has the text, `args` its parts.
enum class ConformanceNote {
    NotOfferedAgain,
    OfferedAgain,
    NoSecondEhlo,
    NothingBehind220,
    TextBehind220, ///< bytes
    No220,
    ImplicitTlsHasNo220,
    AnsweredWith250,
    AnsweredOtherwise, ///< code, text
    NotAnswered,
    RefusedInsideTls, ///< code
    WeEndedTheSession,
    RefusedWith554,
    RefusedInAnotherForm, ///< code, text
    DoesNotRefuse,
    NoAuthBeforeTls,
    PlaintextAuthBeforeTls, ///< mechanisms joined by ", "
    OtherAuthBeforeTls,     ///< mechanisms joined by ", "
    NoAuthAtAll,
    ImplicitTlsHasNoClearText,
    KeywordsUpperCase,
    KeywordsOtherCase, ///< keywords joined by ", "
    NoEhloReply,
    ClosedByCloseNotify,
    ClosedWithoutCloseNotify,
    WeClosedFirst,
    NoTls,
    NoAuthInClear,   ///< and the list inside TLS was not seen
    TlsTakenBack,    ///< the handshake was completed and ended before the first reply inside
    FromNewerVersion ///< text as read from a newer file
};

struct ConformanceRow
{
    ConformanceId id = ConformanceId::StarttlsReadvertised;
    Standing standing = Standing::Undetermined;
    QString clause;      ///< "RFC 3207 §4.2"
    QList<int> evidence; ///< indexes into the transcript
    ConformanceNote note = ConformanceNote::NoTls;
    QStringList args;
    bool operator==(const ConformanceRow &) const = default;
};

} // namespace mailseal
