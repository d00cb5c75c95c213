#include "wording/assessmentwording.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

namespace {

/// A row a code, in the order of the enumeration.
constexpr std::array assessmentProse{
    AssessmentProse{AssessmentCode::NoCertificate, QT_TRANSLATE_NOOP("wording", "No certificate"),
                    QT_TRANSLATE_NOOP("wording", "The server authenticates itself by nothing.")},
    AssessmentProse{AssessmentCode::CertificateUnseen, QT_TRANSLATE_NOOP("wording", "None seen"),
                    QT_TRANSLATE_NOOP("wording", "The session did not come to a certificate.")},
    AssessmentProse{AssessmentCode::Encrypted, QT_TRANSLATE_NOOP("wording", "Yes, %1")},
    AssessmentProse{AssessmentCode::NotEncrypted, QT_TRANSLATE_NOOP("wording", "No")},
    AssessmentProse{AssessmentCode::EncryptionUntold, QT_TRANSLATE_NOOP("wording", "Could not be told")},
    AssessmentProse{AssessmentCode::EncryptionNotAsked, QT_TRANSLATE_NOOP("wording", "Not asked")},
    AssessmentProse{AssessmentCode::OutdatedProtocol,
                    QT_TRANSLATE_NOOP("wording", "An outdated version (RFC 8996).")},
    AssessmentProse{AssessmentCode::AuthenticatesNobody,
                    QT_TRANSLATE_NOOP("wording", "The suite authenticates nobody.")},
    AssessmentProse{AssessmentCode::RefusedInside,
                    QT_TRANSLATE_NOOP("wording", "But the server refuses mail inside TLS.")},
    AssessmentProse{AssessmentCode::OnlyWithoutName,
                    QT_TRANSLATE_NOOP("wording", "But only from senders that send no name (SNI).")},
    AssessmentProse{AssessmentCode::NotForEverybody,
                    QT_TRANSLATE_NOOP("wording", "But not everything is well: see above.")},
    AssessmentProse{AssessmentCode::OnlyWithName,
                    QT_TRANSLATE_NOOP("wording", "But only from senders that send the name (SNI).")},
    AssessmentProse{AssessmentCode::EndedInside,
                    QT_TRANSLATE_NOOP("wording", "But the session did not get further: %1.")},
    AssessmentProse{AssessmentCode::IssuedByAnother, QT_TRANSLATE_NOOP("wording", "No"),
                    QT_TRANSLATE_NOOP("wording", "Issued by %1.")},
    AssessmentProse{AssessmentCode::OwnIssuer, QT_TRANSLATE_NOOP("wording", "Yes: accepted by %1 of %2"),
                    QT_TRANSLATE_NOOP("wording", "The certificate is its own issuer. Accepted by: %1.")},
    AssessmentProse{
        AssessmentCode::UnknownRoot, QT_TRANSLATE_NOOP("wording", "No, but its root is unknown"),
        QT_TRANSLATE_NOOP("wording", "The chain ends in a self-signed certificate that is no trust anchor.")},
    AssessmentProse{
        AssessmentCode::OwnIssuerTrusted, QT_TRANSLATE_NOOP("wording", "Yes, and trusted"),
        QT_TRANSLATE_NOOP("wording", "The certificate is its own issuer and one of the trust anchors.")},
    AssessmentProse{AssessmentCode::NoNameGiven, QT_TRANSLATE_NOOP("wording", "No name to look for"),
                    QT_TRANSLATE_NOOP("wording", "Nothing was typed that a certificate could name.")},
    AssessmentProse{AssessmentCode::NameOfAnother, QT_TRANSLATE_NOOP("wording", "Not compared"),
                    QT_TRANSLATE_NOOP("wording", "The first certificate is not the server's own.")},
    AssessmentProse{AssessmentCode::NameMatches, QT_TRANSLATE_NOOP("wording", "Matches"),
                    QT_TRANSLATE_NOOP("wording", "%1 by %2")},
    AssessmentProse{AssessmentCode::NameInCommonName, QT_TRANSLATE_NOOP("wording", "By the common name only"),
                    QT_TRANSLATE_NOOP("wording", "%1 stands only in the common name (%2): Postfix, Exim and "
                                                 "OpenSSL take it, clients by RFC 9525 refuse it.")},
    AssessmentProse{AssessmentCode::NameMatchesForSome, QT_TRANSLATE_NOOP("wording", "Matches for some"),
                    QT_TRANSLATE_NOOP("wording", "%1 by %2, which OpenSSL, and Postfix with it, refuses.")},
    AssessmentProse{AssessmentCode::NameDiffers, QT_TRANSLATE_NOOP("wording", "Does not match"),
                    QT_TRANSLATE_NOOP("wording", "%1 was looked for; the certificate names %2.")},
    AssessmentProse{AssessmentCode::CertificateFault, ""},
    AssessmentProse{AssessmentCode::CertificateTrusted, QT_TRANSLATE_NOOP("wording", "Trusted by %1"),
                    QT_TRANSLATE_NOOP("wording", "Until %1, %2. %3.")},
    AssessmentProse{AssessmentCode::NoKnownCa, QT_TRANSLATE_NOOP("wording", "In date, by no known CA"),
                    QT_TRANSLATE_NOOP("wording", "Until %1, %2. %3.")},
    AssessmentProse{AssessmentCode::NotTrusted, QT_TRANSLATE_NOOP("wording", "Not trusted"),
                    QT_TRANSLATE_NOOP("wording", "Until %1, %2. %3.")},
    AssessmentProse{AssessmentCode::NotLookedUp, QT_TRANSLATE_NOOP("wording", "Not looked up")},
    AssessmentProse{AssessmentCode::TakesNoMail, QT_TRANSLATE_NOOP("wording", "The domain takes no mail")},
    AssessmentProse{AssessmentCode::NoSuchDomain, QT_TRANSLATE_NOOP("wording", "No such domain")},
    AssessmentProse{AssessmentCode::MxBogus, QT_TRANSLATE_NOOP("wording", "The MX answer is bogus")},
    AssessmentProse{AssessmentCode::AddressBogus,
                    QT_TRANSLATE_NOOP("wording", "The answer for its address is bogus")},
    AssessmentProse{AssessmentCode::MxLookupFailed, QT_TRANSLATE_NOOP("wording", "The MX lookup failed")},
    AssessmentProse{AssessmentCode::DaneDiffers, QT_TRANSLATE_NOOP("wording", "DANE does not match")},
    AssessmentProse{AssessmentCode::StsDiffers, QT_TRANSLATE_NOOP("wording", "MTA-STS does not name it")},
    AssessmentProse{AssessmentCode::DaneUntold, QT_TRANSLATE_NOOP("wording", "DANE could not be told")},
    AssessmentProse{AssessmentCode::DaneMatches, QT_TRANSLATE_NOOP("wording", "DANE matches")},
    AssessmentProse{AssessmentCode::StsEnforced, QT_TRANSLATE_NOOP("wording", "MTA-STS is enforced")},
    AssessmentProse{AssessmentCode::StsTesting, QT_TRANSLATE_NOOP("wording", "MTA-STS in testing mode")},
    AssessmentProse{AssessmentCode::NeitherDaneNorSts,
                    QT_TRANSLATE_NOOP("wording", "Neither DANE nor MTA-STS")},
    AssessmentProse{AssessmentCode::ActedUnder, QT_TRANSLATE_NOOP("wording", "%1, delivery %2")},
    AssessmentProse{AssessmentCode::NotJudged, QT_TRANSLATE_NOOP("wording", "not judged")},
    AssessmentProse{AssessmentCode::LookedUp,
                    QT_TRANSLATE_NOOP("wording", "Looked up through %1, %2 questions."), "",
                    QT_TRANSLATE_NOOP("wording", "Looked up through %1, %2 question.")},
    AssessmentProse{
        AssessmentCode::LookedUpWithoutSigns,
        QT_TRANSLATE_NOOP("wording",
                          "Looked up through %1, %2 questions. It leaves DNSSEC signatures out, so whether "
                          "an answer is signed cannot be told: choose another resolver in the settings."),
        "",
        QT_TRANSLATE_NOOP("wording",
                          "Looked up through %1, %2 question. It leaves DNSSEC signatures out, so whether an "
                          "answer is signed cannot be told: choose another resolver in the settings.")},
    AssessmentProse{AssessmentCode::TlsaUntold,
                    QT_TRANSLATE_NOOP("wording", "Whether there are TLSA records could not be told: senders "
                                                 "that apply DANE hold mail back until it can.")},
    AssessmentProse{AssessmentCode::TlsaBogus,
                    QT_TRANSLATE_NOOP("wording",
                                      "The TLSA answer fails DNSSEC validation: senders that apply "
                                      "DANE hold mail back.")},
    AssessmentProse{AssessmentCode::TlsaAbsent,
                    QT_TRANSLATE_NOOP("wording", "There is no TLSA record at %1: DANE is not in use.")},
    AssessmentProse{
        AssessmentCode::TlsaUnsigned,
        QT_TRANSLATE_NOOP(
            "wording",
            "The TLSA records count for nobody: they, or the addresses of the server, are not signed.")},
    AssessmentProse{AssessmentCode::TlsaSigningUntold,
                    QT_TRANSLATE_NOOP("wording", "Whether the TLSA records are signed could not be told.")},
    AssessmentProse{AssessmentCode::TlsaUncompared,
                    QT_TRANSLATE_NOOP("wording", "There was no certificate to compare the %1 records with."),
                    "", QT_TRANSLATE_NOOP("wording", "There was no certificate to compare the record with.")},
    AssessmentProse{AssessmentCode::TlsaUnusable,
                    QT_TRANSLATE_NOOP("wording", "None of the %1 records can be used: senders that apply "
                                                 "DANE encrypt and do not ask who the server is."),
                    "",
                    QT_TRANSLATE_NOOP("wording", "The only record cannot be used: senders that apply DANE "
                                                 "encrypt and do not ask who the server is.")},
    AssessmentProse{
        AssessmentCode::TlsaKnowsServer,
        QT_TRANSLATE_NOOP("wording",
                          "%1 of %2 usable records match: senders that apply DANE know the server."),
        "",
        QT_TRANSLATE_NOOP("wording",
                          "%1 of %2 usable record matches: senders that apply DANE know the server.")},
    AssessmentProse{
        AssessmentCode::TlsaFailsOtherwise,
        QT_TRANSLATE_NOOP("wording", "%1 of %2 usable records match, but the certificate does not stand the "
                                     "other tests: senders that apply DANE hold mail back."),
        "",
        QT_TRANSLATE_NOOP("wording", "%1 of %2 usable record matches, but the certificate does not stand the "
                                     "other tests: senders that apply DANE hold mail back.")},
    AssessmentProse{
        AssessmentCode::TlsaMatchesNone,
        QT_TRANSLATE_NOOP("wording",
                          "None of the %1 usable records matches: senders that apply DANE hold mail back."),
        "",
        QT_TRANSLATE_NOOP("wording",
                          "The only usable record does not match: senders that apply DANE hold mail back.")},
    AssessmentProse{AssessmentCode::StsUntold,
                    QT_TRANSLATE_NOOP("wording", "Whether there is an MTA-STS record could not be told.")},
    AssessmentProse{
        AssessmentCode::StsRecordFaulty,
        QT_TRANSLATE_NOOP("wording",
                          "The MTA-STS record does not count: senders deliver as if there were no policy.")},
    AssessmentProse{
        AssessmentCode::StsAbsent,
        QT_TRANSLATE_NOOP("wording",
                          "There is no MTA-STS record: senders deliver as if there were no policy.")},
    AssessmentProse{AssessmentCode::StsNotFetched,
                    QT_TRANSLATE_NOOP("wording", "There is a record; the policy itself was not fetched.")},
    AssessmentProse{AssessmentCode::StsFetchFailed,
                    QT_TRANSLATE_NOOP("wording", "There is a record, but no policy: %1. Senders deliver as "
                                                 "if there were none, unless they still know an older one.")},
    AssessmentProse{AssessmentCode::StsInvalid,
                    QT_TRANSLATE_NOOP("wording", "There is a policy, but it is not valid. Senders deliver as "
                                                 "if there were none, unless they still know an older one.")},
    AssessmentProse{
        AssessmentCode::StsEnforceNames,
        QT_TRANSLATE_NOOP(
            "wording",
            "The policy is enforced and names %1: senders that know MTA-STS insist on a valid certificate.")},
    AssessmentProse{
        AssessmentCode::StsEnforceOmits,
        QT_TRANSLATE_NOOP(
            "wording",
            "The policy is enforced and does not name %1: senders that know MTA-STS hold mail back.")},
    AssessmentProse{AssessmentCode::StsTestingNames,
                    QT_TRANSLATE_NOOP("wording", "The policy is in testing mode and names %1: senders that "
                                                 "know MTA-STS report failures and deliver.")},
    AssessmentProse{AssessmentCode::StsTestingOmits,
                    QT_TRANSLATE_NOOP("wording", "The policy is in testing mode and does not name %1: "
                                                 "senders that know MTA-STS report it and deliver.")},
    AssessmentProse{
        AssessmentCode::StsModeNone,
        QT_TRANSLATE_NOOP("wording",
                          "The policy's mode is none: senders deliver as if there were no MTA-STS.")},
    AssessmentProse{AssessmentCode::ReportsUntold,
                    QT_TRANSLATE_NOOP("wording", "Where reports go could not be told.")},
    AssessmentProse{AssessmentCode::ReportsGo,
                    QT_TRANSLATE_NOOP("wording", "Senders report what failed to %1.")},
    AssessmentProse{AssessmentCode::ReportsAbsent,
                    QT_TRANSLATE_NOOP("wording", "Nobody is told what failed: no reports are asked for.")},
};

constexpr bool isComplete()
{
    for (std::size_t i = 0; i < assessmentProse.size(); ++i) {
        if (assessmentProse[i].code != static_cast<AssessmentCode>(i))
            return false;
    }
    return assessmentProse.size() == static_cast<std::size_t>(AssessmentCode::ReportsAbsent) + 1;
}
static_assert(isComplete());

} // namespace

const AssessmentProse &proseOf(AssessmentCode code)
{
    return assessmentProse[static_cast<std::size_t>(code)];
}

} // namespace mailseal
