#pragma once

#include "findings/findingrow.h"

#include <QtGlobal>

#include <array>

namespace mailseal {

/// Private to findings/findingtable.h: why certificates do not fit one another, what a CA forbids, the order
/// to write, and where the TLS libraries differ.
inline constexpr std::array chainFitRows{
    FindingRow{
        .code = FindingCode::CaFirst,
        .name = "ca-first",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the list begins with a CA, %1; the server's own "
                                                   "certificate is number %2 and must come first: %3")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Put the server's own certificate first in the file, and each "
                                          "issuer behind what it issued. Remove nothing."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::IssuerExpired,
        .name = "issuer-expired",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "the certificate of a CA as it is sent expired on %1: %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Replace that CA's certificate in the chain file by the CA's present one, and reload "
                        "the server. The server's own certificate need not be renewed for it."),
        .args = {FindingArg::Day},
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::AnchorExpired,
        .name = "anchor-expired",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the trust store's copy of %2 expired on %1")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "The copy in the trust store is at fault, not the server: update the "
                                    "store (Debian: ca-certificates) or the file given with --roots. The "
                                    "server can help older senders by another chain of its CA."),
        .args = {FindingArg::Day},
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::UnknownIssuer,
        .name = "unknown-issuer",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "nobody here knows the issuer of %2: %1 was not sent and is no trust anchor")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "If %1 is a root of your own, give it with --roots or in the settings; senders elsewhere need a "
            "certificate of a public CA. If it is an intermediate, send it behind %2."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::IssuerKeyIdDiffers,
        .name = "issuer-key-id-differs",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "%2 does not fit its issuer %3: it asks for the key identifier %4, and %1 has %5")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Take the issuer's certificate with that key identifier from the CA and put it in the "
            "place of the one that does not fit; adding or removing another one does not help."),
        .args = {FindingArg::Copy},
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::IssuerNameDiffers,
        .name = "issuer-name-differs",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "%2 names its issuer as %4, but %3 signed it: %1 bears another name")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Take the issuer's certificate with exactly that name from the CA "
                                          "and put it in the place of the one that does not fit."),
        .args = {FindingArg::Copy},
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::IssuerKeyDiffers,
        .name = "issuer-key-differs",
        .sentence = {QT_TRANSLATE_NOOP("findings", "%2 was not signed by the key of %3, although the name "
                                                   "fits: %1 is another certificate of that name")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Take the certificate of the issuer that signed from the CA (an older or newer one of "
            "the same name) and put it in the place of the one that does not fit."),
        .args = {FindingArg::Copy},
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::PathMissed,
        .name = "path-missed",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "a path exists that OpenSSL does not find: %1; it goes astray at %2")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Nothing is missing. For senders with OpenSSL (Postfix, Sendmail) write "
                                    "the file along that path, without %2 where it stands in the file."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::NameExcluded,
        .name = "name-excluded",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "%2 may not issue for %1: its name constraints exclude %3")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Have the certificate issued by a CA that may issue for this name, or leave the name out of it."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::NameNotPermitted,
        .name = "name-not-permitted",
        .sentence = {QT_TRANSLATE_NOOP("findings",
                                       "%2 may not issue for %1: its name constraints permit %3 alone")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Have the certificate issued by a CA that may issue for this name, or leave the name out of it."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::CriticalExtension,
        .name = "critical-extension",
        .sentence = {QT_TRANSLATE_NOOP("findings", "%1 has a critical extension that is not known here: %2")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "A client must refuse what it does not know and what is critical (RFC 5280 §4.2): "
                        "have the certificate issued without it, or not marked as critical."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::MisplacedExtensions,
        .name = "misplaced-extensions",
        .sentence = {QT_TRANSLATE_NOOP("findings", "%1 is a certificate of version %2 with extensions, which "
                                                   "belong to version 3 (RFC 5280 §4.1.2.9)")},
        .advice = QT_TRANSLATE_NOOP("findings",
                                    "Issue the certificate anew as version 3 (openssl x509 -req writes "
                                    "version 1 where no extensions file is given): some clients refuse it."),
        .recipe = Recipe::Everything,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::MustStapleUnmet,
        .name = "must-staple-unmet",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings", "%1 demands a stapled OCSP response (RFC 7633), and the server sent none")},
        .advice = QT_TRANSLATE_NOOP(
            "findings",
            "Let the server staple (Exim: tls_ocsp_file; Postfix cannot), or have the certificate "
            "issued without must-staple: clients with GnuTLS refuse it as it is."),
        .recipe = Recipe::Staple,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::OrderToWrite,
        .name = "order-to-write",
        .sentence = {QT_TRANSLATE_NOOP("findings", "the order to write, with the numbers of now: %1")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Write the certificates into the file in this order, and reload the server."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::OnlyOpenSslTrusts,
        .name = "only-openssl-trusts",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "OpenSSL (Postfix, Sendmail) finds a trusted path, GnuTLS (Debian's Exim, msmtp) does not trust "
            "this chain")},
        .advice = QT_TRANSLATE_NOOP("findings", "What GnuTLS misses stands beside it in the details. Change "
                                                "the chain so that both trust it: senders use either."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::OnlyGnuTlsTrusts,
        .name = "only-gnutls-trusts",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "GnuTLS (Debian's Exim, msmtp) trusts this chain, OpenSSL (Postfix, Sendmail) does not")},
        .advice = QT_TRANSLATE_NOOP("findings", "What OpenSSL misses stands among the problems. Change the "
                                                "chain so that both trust it: senders use either."),
        .recipe = Recipe::Trust,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::GnuTlsNotAsked,
        .name = "gnutls-not-asked",
        .sentence = {QT_TRANSLATE_NOOP(
            "findings",
            "GnuTLS could not be asked: what Debian's Exim and msmtp make of this chain is not known")},
        .advice = QT_TRANSLATE_NOOP(
            "findings", "Install GnuTLS on this machine (Debian: libgnutls30) and inspect again."),
        .recipe = Recipe::Nothing,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::GnuTlsNoIssuer,
        .name = "gnutls-no-issuer",
        .sentence = {QT_TRANSLATE_NOOP("findings", "GnuTLS finds no trusted issuer of %1: %2")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Send the certificates in order, each followed by its issuer, "
                                          "up to one whose root senders know."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
    FindingRow{
        .code = FindingCode::GnuTlsRefuses,
        .name = "gnutls-refuses",
        .sentence = {QT_TRANSLATE_NOOP("findings", "GnuTLS does not accept %1: %2")},
        .advice =
            QT_TRANSLATE_NOOP("findings", "Save the chain as PEM and look at it with certtool --verify."),
        .recipe = Recipe::SentChain,
        .place = FindingPlace::Certificate,
        .restsOn = {{Fact::ChainProblem}},
    },
};

} // namespace mailseal
