#include "compare/dialoguesteps.h"
#include "compare/groups.h"
#include "dialogue/ehlolist.h"

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

/// Remarks about us, about time, or about what has a row of its own.
constexpr std::array uncountedRemarks{FindingCode::GreetingSlow,      FindingCode::EhloNameNotFqdn,
                                      FindingCode::Port25BlockedHere, FindingCode::HostDown,
                                      FindingCode::EarlyPlaintext,    FindingCode::CapabilityCase,
                                      FindingCode::Throttled};

bool isCounted(const Finding &remark)
{
    return std::find(uncountedRemarks.begin(), uncountedRemarks.end(), remark.code) == uncountedRemarks.end();
}

ComparedValue replyOrNothing(const std::optional<Reply> &reply)
{
    return reply ? ComparedValue(*reply) : ComparedValue();
}

/// The text of a reply holds host names, addresses and queue ids: its codes are compared. Where the text
/// alone differs, that is shown.
ComparedRow replyRow(Fact fact, const std::optional<Reply> &left, const std::optional<Reply> &right)
{
    ComparedRow row = rowOf({fact, std::nullopt, {}}, replyOrNothing(left), replyOrNothing(right));
    if (left && right && left->code == right->code && left->enhanced == right->enhanced)
        row.counts = false;
    return row;
}

/// The lines of each keyword of one list, in the order in which the keywords first came.
struct Extensions
{
    QList<QByteArray> keywords;
    QHash<QByteArray, Capabilities> lines;
};

Extensions extensionsOf(const Capabilities &list)
{
    Extensions extensions;
    for (const QByteArray &line : list) {
        const QByteArray keyword = extensionKeyword(line);
        Capabilities &lines = extensions.lines[keyword];
        if (lines.isEmpty())
            extensions.keywords.append(keyword);
        lines.append(line);
    }
    return extensions;
}

/// The parameters of a keyword: neither their order nor their case says anything (AUTH PLAIN LOGIN).
QSet<QByteArray> parametersOf(const Capabilities &lines, const QByteArray &keyword)
{
    QSet<QByteArray> parameters;
    for (const QByteArray &line : lines) {
        const QByteArray rest = line.mid(keyword.size()).toUpper().replace('=', ' ').simplified();
        for (const QByteArray &word : rest.split(' ')) {
            if (!word.isEmpty())
                parameters.insert(word);
        }
    }
    return parameters;
}

struct ListFacts
{
    Fact whole;
    Fact extension;
    DialogueStep step;
    std::optional<Capabilities> SessionFacts::*list;
};

/// The rows of the dialogue as it went on both sides.
class DialogueRows
{
public:
    explicit DialogueRows(const Sides &sides)
        : m_left(sides.left.evidence)
        , m_right(sides.right.evidence)
        , m_leftPlaces(m_left.session.transcript)
        , m_rightPlaces(m_right.session.transcript)
    {
    }

    Rows all()
    {
        const SessionFacts &left = m_left.session;
        const SessionFacts &right = m_right.session;
        const auto ended = [&](ComparedRow row) {
            add(m_rows, proved(std::move(row), m_leftPlaces.end(), m_rightPlaces.end()));
        };
        ended(rowOf({Fact::SessionEnd, std::nullopt, {}}, left.end, right.end));
        ended(replyRow(Fact::SessionEndReply, left.endReply, right.endReply));
        add(m_rows,
            uncounted(atStep(rowWhereKnown({Fact::Greeting, std::nullopt, {}}, replyOrNothing(left.greeting),
                                           replyOrNothing(right.greeting)),
                             DialogueStep::Greeting)));
        ofList({Fact::ExtensionsBeforeTls, Fact::ExtensionBeforeTls, DialogueStep::Ehlo,
                &SessionFacts::capabilitiesBeforeTls});
        ofList({Fact::ExtensionsAfterTls, Fact::ExtensionAfterTls, DialogueStep::EhloInsideTls,
                &SessionFacts::capabilitiesAfterTls});
        ofRemarks();
        return std::move(m_rows);
    }

private:
    ComparedRow atStep(ComparedRow row, DialogueStep step) const
    {
        return proved(std::move(row), m_leftPlaces.lines(step), m_rightPlaces.lines(step));
    }

    void ofList(const ListFacts &facts)
    {
        const auto &left = m_left.session.*facts.list;
        const auto &right = m_right.session.*facts.list;
        if (!left || !right) {
            const auto value = [](const auto &list) { return list ? ComparedValue(*list) : ComparedValue(); };
            add(m_rows, atStep(rowWhereKnown({facts.whole, std::nullopt, {}}, value(left), value(right)),
                               facts.step));
            return;
        }
        const Extensions before = extensionsOf(*left);
        const Extensions after = extensionsOf(*right);
        for (const auto &[l, r] : joined(before.keywords, after.keywords)) {
            const QByteArray &keyword = l >= 0 ? before.keywords.at(l) : after.keywords.at(r);
            ofExtension(facts, keyword, before.lines.value(keyword), after.lines.value(keyword));
        }
    }

    void ofExtension(const ListFacts &facts, const QByteArray &keyword, const Capabilities &left,
                     const Capabilities &right)
    {
        const auto value = [](const Capabilities &lines) {
            return lines.isEmpty() ? ComparedValue() : ComparedValue(lines);
        };
        ComparedRow row = rowOf({facts.extension, std::nullopt, keyword}, value(left), value(right));
        if (row.relation == Relation::Differs && parametersOf(left, keyword) == parametersOf(right, keyword))
            row.relation = Relation::Same;
        add(m_rows, proved(std::move(row), m_leftPlaces.extension(facts.step, keyword),
                           m_rightPlaces.extension(facts.step, keyword)));
    }

    void ofRemarks()
    {
        const QList<Finding> left = m_left.session.remarks + m_left.remarks;
        const QList<Finding> right = m_right.session.remarks + m_right.remarks;
        const auto keys = [](const QList<Finding> &remarks) {
            QList<QString> list;
            for (const Finding &remark : remarks)
                list.append(findingKey(remark));
            return list;
        };
        for (const auto &[l, r] : joined(keys(left), keys(right))) {
            ComparedRow row = findingRow(Fact::Remark, left, l, right, r);
            row.counts = isCounted(l >= 0 ? left.at(l) : right.at(r));
            add(m_rows, proved(std::move(row), m_leftPlaces.end(), m_rightPlaces.end()));
        }
    }

    const Evidence &m_left;
    const Evidence &m_right;
    DialoguePlaces m_leftPlaces;
    DialoguePlaces m_rightPlaces;
    Rows m_rows;
};

} // namespace

Rows compareDialogue(const Sides &sides) { return DialogueRows(sides).all(); }

} // namespace mailseal
