#pragma once

#include "dialogue/transcriptsteps.h"
#include "savedfile/describetls.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

/// What one connection showed.
namespace mailseal {

template <class V>
void describe(V &v, As<Reply> auto &reply)
{
    v.field("code", reply.code, FieldKind::Public, form::Within{0, 999});
    v.field("enhanced", reply.enhanced, FieldKind::Text, form::OrNull{form::bytes});
    v.field("text", reply.text, FieldKind::Text, form::lines);
}

template <class V>
void describe(V &v, As<Timings> auto &timings)
{
    const auto time = [&v](const char *name, auto &microseconds) {
        v.field(name, microseconds, FieldKind::Public, form::OrNull{form::milliseconds});
    };
    time("resolveMs", timings.resolveUs);
    time("connectMs", timings.connectUs);
    time("greetingMs", timings.greetingUs);
    time("ehloMs", timings.ehloUs);
    time("starttlsMs", timings.starttlsUs);
    time("handshakeMs", timings.handshakeUs);
    time("ehloAfterTlsMs", timings.ehloAfterTlsUs);
    time("quitMs", timings.quitUs);
    time("totalMs", timings.totalUs);
}

template <class V>
void describe(V &v, As<EntryWords> auto &words)
{
    v.field("text", words.text, FieldKind::Text, form::bytes);
    v.field("note", words.note, FieldKind::Public, form::IfAny{form::text});
    v.fieldIf(isKnown(words), "args", words.args, FieldKind::Text, form::Later{form::ListOf{form::rawText}});
}

template <class V>
void describe(V &v, As<TranscriptEntry> auto &entry)
{
    v.field("atMs", entry.atUs, FieldKind::Public, form::milliseconds);
    v.field("from", entry.from, FieldKind::Public, form::CodeOr{Speaker::Note});
    v.field("tls", entry.tls, FieldKind::Public, form::flag);
    v.field("cutBytes", entry.cutBytes, FieldKind::Public, form::exact);
    v.field("step", entry.step, FieldKind::Public, form::Later{form::CodeOr{DialogueStep::Other}});
    v.words(entry, FieldKind::Text);
}

template <class V>
void describe(V &v, As<EarlyPlaintext> auto &early)
{
    v.field("bytes", early.bytes, FieldKind::Public, form::exact);
    v.field("text", early.text, FieldKind::Text, form::bytes);
}

/// Facts of the one connection that explain the rest (`session`, since the second version of Mailseal).
template <class V>
void describeFurther(V &v, As<SessionFacts> auto &session)
{
    v.objectOrNull("greeting", session.greeting);
    v.objectOrNull("ehloAfterTlsReply", session.ehloAfterTlsReply);
    v.field("endText", session.endText, FieldKind::Text, form::text);
    v.field("starttlsAccepted", session.sawStarttls220, FieldKind::Public, form::flag);
    v.field("heloUsed", session.heloUsed, FieldKind::Public, form::flag);
    v.field("closure", session.closure, FieldKind::Public, form::CodeOr{TlsClosure::NotSeen});
    v.field("localAddress", session.localAddress, FieldKind::Address, form::text);
    v.list("remarks", session.remarks);
}

/// The members of an inspection that tell of the session; `ocsp` is what follows from its stapled response.
template <class V>
void describeSession(V &v, As<SessionFacts> auto &session, As<std::optional<OcspFacts>> auto &ocsp)
{
    v.field("end", session.end, FieldKind::Public, form::CodeOr{EndReason::FromNewerVersion});
    v.objectOrNull("endReply", session.endReply);
    v.group(
        "session", [&](auto &further) { describeFurther(further, session); }, Since::Later);
    v.objectOrNull("handshake", session.handshake);
    v.object("timings", session.timings);
    v.list("transcript", session.transcript);
    v.reading(session.transcript, [](const json::Node &node, auto &read) {
        const QJsonArray rows = node[QLatin1StringView("transcript")].value().toArray();
        const bool saysSteps = std::any_of(rows.begin(), rows.end(), [](const QJsonValue &row) {
            return row.toObject().contains(QLatin1StringView("step"));
        });
        if (!saysSteps)
            deriveSteps(read); // a file of a version that did not write them
    });
    v.group("capabilities", [&](auto &capabilities) {
        capabilities.field("beforeTls", session.capabilitiesBeforeTls, FieldKind::Text,
                           form::OrNull{form::ListOf{form::bytes}});
        capabilities.field("afterTls", session.capabilitiesAfterTls, FieldKind::Text,
                           form::OrNull{form::ListOf{form::bytes}});
    });
    v.objectOrNull("earlyPlaintext", session.earlyPlaintext);
    describeTls(v, session.tls, ocsp);
    v.reading(session, [](const json::Node &node, auto &read) {
        const bool isNamedByNewer = !fromWire<EndReason>(node[QLatin1StringView("end")].text());
        if (isNamedByNewer && read.endText.isEmpty()) // the newer version's own words
            read.endText = node[QLatin1StringView("endDetail")].textOrNull();
    });
}

} // namespace mailseal
