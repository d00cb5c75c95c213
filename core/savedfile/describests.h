#pragma once

#include "savedfile/describetls.h"

/// MTA-STS and TLS-RPT. What the policy host said stands in `sts.policyHost`, its literal policy in
/// `sts.literal`, so that it can be judged again.
namespace mailseal {

template <class V>
void describe(V &v, As<StsFetch> auto &fetch)
{
    v.field("end", fetch.end, FieldKind::Public, form::CodeOr{StsFetchEnd::NotTried});
    v.field("host", fetch.host, FieldKind::Host, form::text);
    v.field("address", fetch.address, FieldKind::Address, form::OrNull{form::text});
    v.field("status", fetch.status, FieldKind::Public, form::Within{0, 999}); // three digits (RFC 9110 §15)
    v.field("contentType", fetch.contentType, FieldKind::Text, form::OrNull{form::text});
    v.field("location", fetch.location, FieldKind::Text, form::OrNull{form::text});
    v.field("error", fetch.error, FieldKind::Text, form::OrNull{form::text});
    v.field("tookMs", fetch.tookMs, FieldKind::Public, form::anyWhole);
    v.field("sentChain", fetch.sentChain, FieldKind::LeftOut, form::ListOf{form::pem});
}

template <class V>
void describe(V &v, As<StsFacts> auto &facts)
{
    v.field("id", facts.id, FieldKind::Text, form::OrNull{form::text});
    v.field("mode", facts.mode, FieldKind::Public, form::OrNull{form::CodeOr{StsMode::None}});
    v.field("maxAge", facts.maxAge, FieldKind::Public, form::OrNull{form::anyWhole});
    v.field("mx", facts.mx, FieldKind::Text, form::Later{form::ListOf{form::rawText}});
    v.field("matches", facts.matches, FieldKind::Public, form::OrNull{form::flag});
    v.field("matchesAnyPattern", facts.matchesAnyPattern, FieldKind::Public, form::OrNull{form::flag});
    v.field("fetch", facts.fetch, FieldKind::Public, form::CodeOr{StsFetchEnd::NotTried});
    v.reading(facts, [](const json::Node &, auto &read) { // as files that say neither have to be read
        read.hasRecord = !read.id.isEmpty();
        read.hasPolicy = read.mode.has_value();
    });
    v.field("hasRecord", facts.hasRecord, FieldKind::Public, form::Later{form::flag});
    v.field("hasPolicy", facts.hasPolicy, FieldKind::Public, form::Later{form::flag});
    v.list("problems", facts.problems);
    v.objectOrNull("chain", facts.chain);
}

template <class V>
void describe(V &v, As<TlsRptFacts> auto &facts)
{
    v.field("rua", facts.rua, FieldKind::Text, form::ListOf{form::rawText});
    v.list("problems", facts.problems);
}

/// `sts` of an inspection: null where neither a policy was asked for nor anything follows from the record.
template <class V>
void describeSts(V &v, As<std::optional<StsFetch>> auto &fetch, As<std::optional<StsFacts>> auto &facts)
{
    v.groupIf(fetch || facts, "sts", [&](auto &sts) {
        sts.objectOrNull("policyHost", fetch);
        sts.with(fetch, [](auto &inner, auto &seen) {
            inner.field("literal", seen.body, FieldKind::Text, form::OrNull{form::lines});
        });
        sts.judged(facts);
    });
}

} // namespace mailseal
