#pragma once

#include "values/comparison.h"
#include "values/finding.h"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <initializer_list>
#include <span>
#include <string_view>

namespace mailseal {

/// What an argument of a finding is where it is more than a text: then wording makes words of it.
enum class FindingArg {
    Text,
    Day, ///< ISO 8601
    Protocol,
    End,     ///< wire name of an EndReason
    Fetch,   ///< wire name of an StsFetchEnd
    Lookup,  ///< wire name of a LookupEnd
    Variant, ///< which handshake ("no-sni", "RSA", "ECDSA", "sni")
    Outcome, ///< wire name of a Delivery, or of an EndReason
    Alert,   ///< its name; empty: none was sent
    Pinned,  ///< "certificate" or "spki"
    Reason,  ///< why it failed: ours (wire/reasonwire.h) or a library's words
    Copy     ///< "sent" or "store": whose copy of a certificate
};

/// What a public tool has to show so that the finding can be seen without us; reproduce.cpp writes the line.
enum class Recipe {
    Nothing,   ///< it is about what was asked or left out, or no tool shows it
    Handshake, ///< protocol, cipher, or that it fails
    Trust,     ///< the chain against the system's anchors
    Name,      ///< the names in the certificate
    Dates,
    Everything, ///< of the certificate
    SentChain,
    PublicKeyHash,
    Staple,
    Dialogue,
    DaneClient,
    MxRecord,
    Alias, ///< of the name that the finding names
    TlsaRecord,
    NamedAnswer, ///< what the name that the finding names has: TLSA, MX or addresses
    TxtRecord,   ///< of the name that the finding names
    StsRecord,
    StsPolicy,
    TlsRptRecord
};

/// Where in an inspection the finding can be seen; the window has a page and a row for each.
enum class FindingPlace {
    Nowhere, ///< it is about what was not asked
    // lines of the transcript
    Greeting,
    EhloCommand,
    EhloReply, ///< in clear text
    StarttlsReply,
    Handshake, ///< the last line before it
    EhloReplyInsideTls,
    LastReply,
    LastLine,
    // certificates and names
    Certificate, ///< of the finding's depth, else the first
    Names,       ///< the name that matched, else all
    // the DNS
    DnsPage,
    MxRecords,
    Addresses,
    TlsaRecords,
    StsRecord,
    StsPolicy, ///< the finding's line of it
    TlsRptRecord,
    NamedTxtRecord ///< which of the two the finding names
};

/// The words for a finding: source strings with a place %1 … %9 for each argument.
struct FindingSentence
{
    const char *text;
    /// English where what is counted is there once; translations have numerus forms. Null: nothing is
    /// counted.
    const char *ofOne = nullptr;
    int counted = 0;     ///< which argument says how many, from 1
    bool isList = false; ///< it names them, joined by ", "
};

/// A row of the comparison, whichever certificate it is about.
struct ComparedFact
{
    Fact fact;
    std::string_view of{}; ///< the keyword or the variant; empty: any, or the finding's own code
};

/// The rows of the comparison that a finding rests on: a verdict that it decides is worse because of them.
class RestsOn
{
public:
    constexpr RestsOn(std::initializer_list<ComparedFact> facts)
        : m_size(facts.size())
    {
        if (facts.size() == 0 || facts.size() > m_facts.size())
            std::abort(); // no constant expression: a row without this column does not compile
        for (std::size_t i = 0; i < facts.size(); ++i)
            m_facts[i] = facts.begin()[i];
    }
    /// The comparison has no row for it.
    static constexpr RestsOn nothing()
    {
        RestsOn none{{Fact::SessionEnd}};
        none.m_size = 0;
        return none;
    }
    constexpr std::span<const ComparedFact> facts() const { return {m_facts.data(), m_size}; }

private:
    std::array<ComparedFact, 3> m_facts{};
    std::size_t m_size;
};

/// All that is said and known of a finding code beside values/finding.h, which names its arguments. A new
/// code is an enumerator there, a row in the file of its subject, a translation, and whoever finds it.
struct FindingRow
{
    FindingCode code;
    const char *name; ///< on the wire: written in files, so it never changes
    FindingSentence sentence;
    const char *advice;
    std::array<FindingArg, 2> args{}; ///< those that are more than texts
    Recipe recipe;
    FindingPlace place;
    RestsOn restsOn;
};

const FindingRow &findingRow(FindingCode code);

} // namespace mailseal
