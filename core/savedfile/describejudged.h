#pragma once

#include "savedfile/describe.h"

/// What follows from the evidence: findings, verdicts, what senders do, conformance, what judging again
/// changed.
namespace mailseal {

template <class V>
void describe(V &v, As<FindingWords> auto &words)
{
    v.field("code", words.code, FieldKind::Public, form::text);
    v.field("text", words.text, FieldKind::TextOrName, form::text);
    v.field("advice", words.advice, FieldKind::TextOrName, form::text);
    v.fieldIf(isKnown(words), "args", words.args, FieldKind::TextOrName,
              form::Later{form::ListOf{form::rawText}});
}

template <class V>
void describe(V &v, As<Finding> auto &finding)
{
    v.field("severity", finding.severity, FieldKind::Public, form::CodeOr{Severity::Warning});
    v.field("depth", finding.depth, FieldKind::Public, form::OrNull{form::depth});
    v.field("line", finding.line, FieldKind::Public, form::IfAny{form::count});
    v.words(finding, FieldKind::TextOrName);
}

template <class V>
void describe(V &v, As<Verdict> auto &verdict)
{
    v.field("policy", verdict.policy, FieldKind::Public, form::rowCode);
    v.field("standing", verdict.standing, FieldKind::Public, form::CodeOr{Standing::Undetermined});
    v.field("delivery", verdict.delivery, FieldKind::Public, form::CodeOr{Delivery::Unknown});
    v.field("variant", verdict.variant, FieldKind::Public, form::OrNull{form::count});
    v.list("because", verdict.because);
    v.field("source", verdict.source, FieldKind::Public, form::text);
    v.field("result", verdict.result, FieldKind::Public, form::OrNull{form::text});
    v.reading(verdict, [](const json::Node &node, auto &read) {
        if (read.because.isEmpty())
            node[QLatin1StringView("because")].fail(QStringLiteral("is empty; the deciding fact is missing"));
    });
}

template <class V>
void describe(V &v, As<SenderSource> auto &source)
{
    v.field("where", source.where, FieldKind::Public, form::text);
    v.field("date", source.date, FieldKind::Public, form::day);
    v.field("says", source.says, FieldKind::Public, form::text);
}

template <class V>
void describe(V &v, As<SenderVerdict> auto &sender)
{
    v.field("delivery", sender.delivery, FieldKind::Public, form::rowCode);
    v.field("policy", sender.decidedBy, FieldKind::Public, form::OrNull{form::rowCode});
    v.field("unstated", sender.unstated, FieldKind::Public, form::OrNull{form::rowCode});
    v.field("id", sender.sender, FieldKind::Public, form::text);
    v.field("name", sender.name, FieldKind::Public, form::text);
    v.list("because", sender.because, Since::Later);
    v.list("sources", sender.sources, Since::Later);
}

template <class V>
void describe(V &v, As<ConformanceWords> auto &words)
{
    v.field("text", words.text, FieldKind::Text, form::text);
    v.field("note", words.note, FieldKind::Public, form::Later{form::text});
    v.fieldIf(isKnown(words), "args", words.args, FieldKind::Text, form::Later{form::ListOf{form::rawText}});
    v.reading(words, [](const json::Node &node, auto &read) {
        const json::Node note = node[QLatin1StringView("note")];
        if (isKnown(read) || note.isNull())
            return;
        note.keepUnknown(UnknownField::Kind::Value);
        node[QLatin1StringView("args")].keepUnknown(UnknownField::Kind::Value);
    });
}

template <class V>
void describe(V &v, As<ConformanceRow> auto &row)
{
    v.field("id", row.id, FieldKind::Public, form::rowCode);
    v.field("standing", row.standing, FieldKind::Public, form::CodeOr{Standing::Undetermined});
    v.field("clause", row.clause, FieldKind::Public, form::text);
    v.field("evidence", row.evidence, FieldKind::Public, form::ListOf{form::count});
    v.words(row, FieldKind::Text);
}

template <class V>
void describe(V &v, As<VerdictChange> auto &change)
{
    v.field("policy", change.policy, FieldKind::Public, form::rowCode);
    v.objectOrNull("then", change.then);
}

template <class V>
void describe(V &v, As<Rejudged> auto &rejudged)
{
    v.field("judgedThen", rejudged.judgedThen, FieldKind::Public, form::instant);
    v.list("changes", rejudged.changes);
}

} // namespace mailseal
