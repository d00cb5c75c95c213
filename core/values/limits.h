#pragma once

#include <QtGlobal>

#include <chrono>

/// Every bound and every deadline, with the clause or the reason it comes from. Sizes are octets.
namespace mailseal::limits {

using std::chrono::milliseconds;
using std::chrono::seconds;

// What is read. RFC 5321 §4.5.3.1.5 promises 512 octets a line; senders are more generous, and so are we.
inline constexpr qsizetype replyLine = qsizetype{64} * 1024;
inline constexpr qsizetype reply = qsizetype{2} * 1024 * 1024;
inline constexpr int replyLines = 32'000;
inline constexpr qsizetype rfcReplyLine = 512; ///< RFC 5321 §4.5.3.1.5: longer ones are remarked
inline constexpr qsizetype transcript = qsizetype{4} * 1024 * 1024;
inline constexpr qsizetype earlyPlaintext = qsizetype{64} * 1024;
inline constexpr qsizetype ocspStaple = qsizetype{64} * 1024; ///< RFC 6960 sets none; usual ones are 2 KiB
inline constexpr qsizetype readChunk =
    qsizetype{64} * 1024; ///< socket read buffer, so that a flood waits in the kernel

// What is waited for.
inline constexpr seconds dnsQuery{8}; ///< one question; libunbound itself gives up after 17 s
inline constexpr seconds connect{30};
inline constexpr seconds greeting{
    60}; ///< RFC 5321 §4.5.3.2.1 allows 300; postscreen and greet_pause stay below 60
inline constexpr seconds greetingMost{300}; ///< with a longer --timeout: RFC 5321 §4.5.3.2.1
inline constexpr seconds replyWait{
    30}; ///< one reply; RFC 5321 §4.5.3.2 allows 300, an inspector's person does not
inline constexpr seconds handshake{30};
inline constexpr seconds quit{5};                 ///< the 221 is a courtesy
inline constexpr seconds close{2};                ///< close_notify behind the 221
inline constexpr seconds portTry{5};              ///< one short try of 465 and 587
inline constexpr seconds variant{60};             ///< one further connection; what it shows is no must
inline constexpr seconds whole{120};              ///< one whole inspection, --timeout
inline constexpr milliseconds greetingSlow{3000}; ///< from here on a remark is made

// MTA-STS: RFC 8461 §3.3 suggests both to senders.
inline constexpr qsizetype stsPolicy = qsizetype{64} * 1024;
inline constexpr qsizetype httpHead = qsizetype{64} * 1024; ///< of one answer, and of each line in chunks
inline constexpr int httpInterim = 16;                      ///< answers 1xx in front of the final one
inline constexpr seconds stsFetch{60};
inline constexpr seconds stsAddress{10};      ///< one address of the policy host, where there is another
inline constexpr qsizetype stsProblems = 100; ///< more are counted by nobody
inline constexpr qsizetype policyLines = 500; ///< of a policy that a report shows; JSON holds them all
inline constexpr qsizetype quotedText = 300;  ///< characters of a line that a finding quotes

// How much at once.
inline constexpr size_t jobs = 8; ///< --jobs
inline constexpr int addressesPerHost = 64;
inline constexpr int dnsRecords = 256;  ///< of one answer
inline constexpr int mxHosts = 32;      ///< of one domain, those of the best preference
inline constexpr int inspections = 256; ///< of one target
// Of a chain that OpenSSL does not trust another path is looked for: each is checked by OpenSSL itself (0.3
// ms).
inline constexpr size_t nearAnchors = 64; ///< anchors that bear a name of the chain's
inline constexpr int pathSteps = 2'000;   ///< certificates tried as an issuer
inline constexpr int pathsChecked = 32;
inline constexpr qsizetype pathLength = 20;
inline constexpr qsizetype rootsFile = qsizetype{32} * 1024 * 1024;
/// Twice the octets of the longest record data (RFC 1035 §3.2.1: 65,535), and room for spaces.
inline constexpr qsizetype tlsaText = qsizetype{256} * 1024;
/// Of "what if": records and certificates that a person supposes.
inline constexpr int assumedTlsa = 64;
inline constexpr qsizetype assumedRoots = qsizetype{1024} * 1024;
inline constexpr qsizetype targetsFile = qsizetype{4} * 1024 * 1024;
inline constexpr qsizetype savedFile = qsizetype{64} * 1024 * 1024;
inline constexpr size_t savedDepth = 64;            ///< an inspection nests 9 deep
inline constexpr qsizetype savedValues = 4'000'000; ///< what 64 MiB of transcripts hold
inline constexpr qsizetype savedUnknown = 200'000;  ///< fields of one inspection that are not known
inline constexpr size_t savedMembers = 4096;        ///< of one object; the largest of ours has 30

} // namespace mailseal::limits
