#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What is installed beside mailseal-cli and tells of its verbs and options, made from the program's own
/// tables: its man page and its completions for bash, zsh and fish. Pure functions; main.cpp writes the
/// files.
namespace mailseal::pages {

/// The man page: `frame` with %SYNOPSIS%, %VERBS% and %POLICIES% filled in, as roff, in the language of the
/// installed translators.
QByteArray manPage(const QByteArray &frame);

QByteArray bashCompletion();
QByteArray zshCompletion();
QByteArray fishCompletion();

/// What a word on the command line may be, as far as a completion can help.
enum class WordKind { Anything, File, Host, Target, TargetOrFile };

/// Of an operand, by the words that stand for it in the help: "TARGET…", "FILE", "CHAIN.pem", "A B".
WordKind operandKind(const QString &operands);
/// Of an option's value, by the word that stands for it: "FILE", "NAME", "URL".
WordKind valueKind(const QString &valueName);

/// What a target may begin with: "host:", "domain:", and every service as a scheme.
QStringList targetPrefixes();

} // namespace mailseal::pages
