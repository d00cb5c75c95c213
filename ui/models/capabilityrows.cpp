#include "models/capabilitymodel.h"

#include "dialogue/ehlolist.h"
#include "models/certificatetext.h"
#include "wire/escape.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace mailseal {

namespace {

/// An EHLO list of thousands of lines is an attack or a joke; the transcript has all of it.
constexpr qsizetype mostRows = 100;
constexpr qsizetype mostFolded = 40;

struct CapabilityText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::CapabilityText)
};

/// The lines of one keyword on both sides; a keyword may come more than once.
struct Keyword
{
    QByteArray name; ///< upper case (RFC 5321 §4.1.1.1: case-insensitive)
    QList<QByteArray> before;
    QList<QByteArray> after;
};

QList<Keyword> keywordsOf(const SessionFacts &session)
{
    QList<Keyword> keywords;
    QHash<QByteArray, qsizetype> known;
    const auto entry = [&](const QByteArray &line) -> Keyword & {
        const QByteArray name = extensionKeyword(line);
        const auto found = known.constFind(name);
        if (found != known.cend())
            return keywords[*found];
        known.insert(name, keywords.size());
        keywords.append({name, {}, {}});
        return keywords.last();
    };
    for (const QByteArray &line : session.capabilitiesBeforeTls.value_or(Capabilities()))
        entry(line).before.append(line);
    for (const QByteArray &line : session.capabilitiesAfterTls.value_or(Capabilities()))
        entry(line).after.append(line);
    return keywords;
}

QString escapedLines(const QList<QByteArray> &lines) { return escapeBytes(lines.join(", ").left(300)); }

bool hasPlaintextMechanism(const QList<QByteArray> &lines)
{
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.toUpper().replace('=', ' ').split(' ');
        if (words.contains("PLAIN") || words.contains("LOGIN"))
            return true;
    }
    return false;
}

struct Remark
{
    std::optional<Badge> badge;
    QString text;
};

Remark authRemark(const Keyword &keyword)
{
    if (keyword.before.isEmpty())
        return {Badge::Satisfied, CapabilityText::tr("only under TLS, as it should be")};
    if (hasPlaintextMechanism(keyword.before)) {
        return {Badge::Violated, CapabilityText::tr("passwords are invited in clear text (RFC 4954 §4)")};
    }
    return {Badge::Warned, CapabilityText::tr("in clear text, but neither PLAIN nor LOGIN")};
}

Remark starttlsRemark(const Keyword &keyword, const SessionFacts &session, bool running)
{
    if (!keyword.after.isEmpty())
        return {Badge::Violated, CapabilityText::tr("offered inside TLS, which RFC 3207 §4.2 forbids")};
    if (session.capabilitiesAfterTls)
        return {Badge::Satisfied, CapabilityText::tr("not offered again (RFC 3207 §4.2)")};
    if (running)
        return {std::nullopt, {}};
    return {Badge::Undetermined, CapabilityText::tr("no second list, so it could not be told")};
}

Remark remarkOf(const Keyword &keyword, const SessionFacts &session, bool running)
{
    if (keyword.name == "AUTH")
        return authRemark(keyword);
    if (keyword.name == "STARTTLS")
        return starttlsRemark(keyword, session, running);
    if (isMaskedStarttls(keyword.name))
        return {Badge::Warned, CapabilityText::tr("looks like STARTTLS, masked by a device on the way")};
    if (!session.capabilitiesBeforeTls || !session.capabilitiesAfterTls)
        return {};
    if (keyword.after.isEmpty())
        return {std::nullopt, CapabilityText::tr("only in clear text")};
    if (keyword.before.isEmpty())
        return {std::nullopt, CapabilityText::tr("only under TLS")};
    if (keyword.before != keyword.after)
        return {std::nullopt, CapabilityText::tr("differs")};
    return {};
}

/// What one side says about a keyword: that it is there, or its parameters where the two sides differ.
QString sideText(const QList<QByteArray> &lines, bool reached, bool differs, bool running)
{
    if (!reached)
        return running ? QStringLiteral("…") : CapabilityText::tr("not asked");
    if (lines.isEmpty())
        return QStringLiteral("—");
    return differs ? escapedLines(lines) : CapabilityText::tr("offered");
}

CapabilityRow rowOf(const Keyword &keyword, const SessionFacts &session, bool running)
{
    CapabilityRow row;
    const bool differs =
        !keyword.before.isEmpty() && !keyword.after.isEmpty() && keyword.before != keyword.after;
    row.capability = differs ? escapeBytes(keyword.name)
                             : escapedLines(keyword.before.isEmpty() ? keyword.after : keyword.before);
    row.before = sideText(keyword.before, session.capabilitiesBeforeTls.has_value(), differs, running);
    row.after = sideText(keyword.after, session.capabilitiesAfterTls.has_value(), differs, running);
    const Remark remark = remarkOf(keyword, session, running);
    row.badge = remark.badge;
    row.remark = remark.text;
    return row;
}

} // namespace

QList<CapabilityRow> capabilityRows(const Evidence &evidence, bool running)
{
    const SessionFacts &session = evidence.session;
    QList<CapabilityRow> rows;
    QStringList folded;
    CapabilityRow fold;
    for (const Keyword &keyword : keywordsOf(session)) {
        const CapabilityRow row = rowOf(keyword, session, running);
        if (row.remark.isEmpty() && keyword.name != "STARTTLS" && keyword.name != "AUTH") {
            folded.append(escapeBytes(keyword.name.left(60)));
            fold = row;
        } else if (rows.size() < mostRows) {
            rows.append(row);
        } else {
            folded.append(escapeBytes(keyword.name.left(60)));
        }
    }
    if (folded.isEmpty())
        return rows;
    fold.capability = joinedText(folded, mostFolded);
    fold.folded = true;
    rows.append(fold);
    return rows;
}

} // namespace mailseal
