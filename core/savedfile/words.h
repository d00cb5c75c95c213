#pragma once

#include "values/badgestate.h"
#include "values/inspection.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// The English sentences that stand in a saved file beside their codes, for whoever reads it without
/// Mailseal.
namespace mailseal {

/// The badge, which follows from the rest.
struct BadgeWords
{
    BadgeState state = BadgeState::Unknown;
    QString sentence;
    QList<Finding> because;
};
BadgeWords badgeWords(const Inspection &inspection);

/// A finding's code and its sentences as the file has them. Of a code that is not known here, the sentences
/// are all there is.
struct FindingWords
{
    QString code;
    QString text;
    QString advice;
    QStringList args;
};
bool isKnown(const FindingWords &words);
FindingWords wordsOf(const Finding &finding);
void take(const FindingWords &words, Finding &finding);

/// The same of a conformance check; no note: a file made from the contract alone.
struct ConformanceWords
{
    QString note;
    QString text;
    QStringList args;
};
bool isKnown(const ConformanceWords &words);
ConformanceWords wordsOf(const ConformanceRow &row);
void take(const ConformanceWords &words, ConformanceRow &row);

/// The same of a line of the transcript: of a remark of ours a code and its sentence, of anything else what
/// was said.
struct EntryWords
{
    QByteArray text;
    std::optional<QString> note{};
    QStringList args{};
};
bool isKnown(const EntryWords &words);
EntryWords wordsOf(const TranscriptEntry &entry);
/// A code that only a newer version knows leaves its sentence.
void take(const EntryWords &words, TranscriptEntry &entry);

QString endSentence(const Evidence &evidence);
QStringList assumptionSentences(const QList<Assumption> &assumptions);

} // namespace mailseal
