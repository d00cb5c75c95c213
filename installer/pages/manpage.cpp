#include "pages.h"

#include "cli/phrases.h"
#include "cli/verbs.h"
#include "wire/wire.h"
#include "wording/wording.h"

namespace mailseal::pages {

namespace {

QByteArray roff(char32_t character)
{
    switch (character) {
    case U'-':
        return "\\-"; // one that can be copied and searched for
    case U'\\':
        return "\\e";
    case U'\'':
        return "\\(aq";
    default:
        break;
    }
    constexpr char32_t lastAscii = 0x7e;
    if (character <= lastAscii)
        return QByteArray(1, static_cast<char>(character));
    return "\\[u" + QByteArray::number(character, 16).toUpper().rightJustified(4, '0') + ']';
}

/// Text as roff prints it: nothing but ASCII, and no control line.
QByteArray roff(const QString &text)
{
    QByteArray out;
    for (const char32_t character : text.toUcs4())
        out += roff(character);
    return out.startsWith('.') ? "\\&" + out : out;
}

/// A request with one argument: ".B text".
QByteArray line(const char *request, const QString &text)
{
    return QByteArray(request) + " \"" + roff(text).replace('"', "\\(dq") + "\"\n";
}

QString sentence(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1) + (text.endsWith(u'.') ? QString() : QStringLiteral("."));
}

/// Filled text: lines that were broken for a terminal run on.
QByteArray paragraph(const QString &text)
{
    QByteArray out;
    for (const auto &part : text.split(u'\n', Qt::SkipEmptyParts))
        out += roff(part.simplified()) + '\n';
    return out;
}

QByteArray optionEntry(const OptionSpec &option)
{
    QByteArray out = ".TP\n\\fB" + roff(QLatin1StringView(option.name)) + "\\fR";
    if (option.valueName)
        out += " \\fI" + roff(QLatin1StringView(option.valueName)) + "\\fR";
    return out + '\n' + roff(helpOf(option)) + '\n';
}

QByteArray verbSection(const Verb &verb)
{
    const QString name = QLatin1StringView(verb.name);
    const QString operands = phrase(verb.arguments);
    QByteArray out =
        line(".SS", name + QLatin1StringView(" [") + phrase("OPTIONS") + QLatin1StringView("] ") + operands);
    out += roff(sentence(phrase(verb.summary))) + "\n.PP\n" + paragraph(phrase(verb.description));
    for (const auto &option : verb.options)
        out += optionEntry(option);
    out += ".PP\n" + roff(phrase("Examples:")) + "\n.PP\n.RS 4\n.EX\n";
    for (const auto &example : QString::fromUtf8(verb.examples).split(u'\n', Qt::SkipEmptyParts))
        out += roff(example.trimmed()) + '\n';
    return out + ".EE\n.RE\n";
}

QByteArray policyEntries()
{
    const Wording wording(Wording::Speech::Translated);
    QByteArray out;
    for (const auto &name : wireNames<PolicyId>()) {
        if (const auto id = fromWire<PolicyId>(name)) {
            out += ".TP\n\\fB" + roff(name) + "\\fR (" + roff(wording.policyName(*id)) + ")\n" +
                   paragraph(sentence(wording.policyDescription(*id)));
        }
    }
    return out;
}

QByteArray synopsis()
{
    QByteArray out;
    for (const auto &verb : verbs()) {
        out += (out.isEmpty() ? "" : ".br\n") + QByteArray("\\fBmailseal\\-cli ") +
               roff(QLatin1StringView(verb.name)) + "\\fR [\\fI" + roff(phrase("OPTIONS")) + "\\fR] \\fI" +
               roff(phrase(verb.arguments)) + "\\fR\n";
    }
    return out;
}

} // namespace

QByteArray manPage(const QByteArray &frame)
{
    QByteArray sections;
    for (const auto &verb : verbs())
        sections += verbSection(verb);
    QByteArray page = frame;
    return page.replace("%SYNOPSIS%\n", synopsis())
        .replace("%VERBS%\n", sections)
        .replace("%POLICIES%\n", policyEntries());
}

} // namespace mailseal::pages
