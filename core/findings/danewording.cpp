#include "findings/danewording.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace mailseal {

namespace {

struct DaneRow
{
    FindingCode code;
    const char *sentence;
    const char *advice;
};

/// What is said about DANE, DNSSEC's answers and the senders that look at more than the certificate.
constexpr std::array daneRows{
    DaneRow{FindingCode::TlsaMatch, QT_TRANSLATE_NOOP("wording", "the TLSA record %1 matches: %2"),
            QT_TRANSLATE_NOOP("wording",
                              "Nothing to do. Publish the new record before the key changes, and take "
                              "the old one out afterwards.")},
    DaneRow{FindingCode::TlsaMismatch,
            QT_TRANSLATE_NOOP("wording", "none of the %1 TLSA records matches the certificate"),
            QT_TRANSLATE_NOOP("wording",
                              "Publish a record for the certificate that is in use (mailseal-cli "
                              "verify prints it), or put the certificate back that the records were "
                              "made for; wait for the old records' TTL before the key changes.")},
    DaneRow{
        FindingCode::TlsaTaNotSent,
        QT_TRANSLATE_NOOP("wording",
                          "the TLSA record %1 designates a certificate that the server does not send"),
        QT_TRANSLATE_NOOP("wording",
                          "Send that CA's certificate behind the server's own, the root too where the record "
                          "names it (Postfix: smtpd_tls_chain_files; Exim: tls_certificate), or publish 2 1 "
                          "1 of the intermediate, or 3 1 1 of the server's key.")},
    DaneRow{FindingCode::TlsaWeakerMatches,
            QT_TRANSLATE_NOOP("wording",
                              "the TLSA record %1 matches and is set aside, because a stronger digest "
                              "of the same kind stands beside it"),
            QT_TRANSLATE_NOOP(
                "wording",
                "Publish every digest of a certificate together, or SHA-256 alone (RFC 7671 section 9).")},
    DaneRow{
        FindingCode::TlsaUnusable,
        QT_TRANSLATE_NOOP("wording", "TLSA records that cannot be used for SMTP: %1 of %2"),
        QT_TRANSLATE_NOOP("wording",
                          "Publish usage 3 or 2, selector 0 or 1, matching type 0, 1 or 2 and a value of the "
                          "right length: 3 1 1 with the SHA-256 of the public key is the usual one.")},
    DaneRow{FindingCode::TlsaNone, QT_TRANSLATE_NOOP("wording", "there is no TLSA record at %1"),
            QT_TRANSLATE_NOOP(
                "wording", "Nothing breaks by it. To let senders authenticate this server by DANE, sign the "
                           "zone with DNSSEC and publish a TLSA record, 3 1 1 for example.")},
    DaneRow{FindingCode::TlsaInsecure,
            QT_TRANSLATE_NOOP("wording", "%1 is not signed with DNSSEC, so TLSA records count for nobody"),
            QT_TRANSLATE_NOOP("wording",
                              "Sign the zone with DNSSEC and have its DS record put into the parent zone.")},
    DaneRow{FindingCode::TlsaBogus,
            QT_TRANSLATE_NOOP("wording", "a lookup that DANE needs, %1, fails DNSSEC validation: %2"),
            QT_TRANSLATE_NOOP("wording", "Mend the signatures of the zone and its DS record: senders that "
                                         "validate hold mail back, because an attack may look like this.")},
    DaneRow{FindingCode::TlsaLookupFailed,
            QT_TRANSLATE_NOOP("wording", "a lookup that DANE needs, %1, failed (%2)"),
            QT_TRANSLATE_NOOP(
                "wording", "Ask again later. If it stays, the name servers or a firewall before them do not "
                           "answer such queries: senders with DANE hold mail back then.")},
    DaneRow{
        FindingCode::TlsaNotLookedUp, QT_TRANSLATE_NOOP("wording", "no TLSA records of %1 were looked up"),
        QT_TRANSLATE_NOOP(
            "wording", "Inspect it with DNS lookups, or give records to mailseal-cli verify with --tlsa.")},
    DaneRow{FindingCode::TlsaNoName,
            QT_TRANSLATE_NOOP("wording", "%1 is an address, and TLSA records belong to host names"),
            QT_TRANSLATE_NOOP("wording", "Inspect the server by its host name.")},
    DaneRow{FindingCode::AddressBogus,
            QT_TRANSLATE_NOOP("wording", "the address records of %1 fail DNSSEC validation: %2"),
            QT_TRANSLATE_NOOP("wording", "Mend the signatures of the zone and its DS record: senders that "
                                         "validate cannot reach the host.")},
    DaneRow{
        FindingCode::DnssecNotTold,
        QT_TRANSLATE_NOOP(
            "wording",
            "nobody could tell whether the answer for %1 is genuine: no DNSSEC trust anchor was there"),
        QT_TRANSLATE_NOOP(
            "wording", "Give a resolver that validates (--resolver) or a trust anchor (--dnssec-anchor).")},
    DaneRow{
        FindingCode::RelayService,
        QT_TRANSLATE_NOOP("wording", "mail programs do not hand in mail here: the service is %1"),
        QT_TRANSLATE_NOOP(
            "wording", "Nothing to do: it is judged where mail programs connect, on the ports 465 and 587.")},
    DaneRow{FindingCode::CnTakenByOlder,
            QT_TRANSLATE_NOOP(
                "wording",
                "older mail programs take the common name %1 (RFC 7817), newer ones do not (RFC 9525)"),
            QT_TRANSLATE_NOOP("wording",
                              "Request a certificate that holds the name as a subjectAltName dNSName.")},
    DaneRow{FindingCode::RequireTlsOffered, QT_TRANSLATE_NOOP("wording", "REQUIRETLS is offered inside TLS"),
            QT_TRANSLATE_NOOP("wording", "Nothing to do.")},
    DaneRow{FindingCode::RequireTlsNotOffered,
            QT_TRANSLATE_NOOP("wording", "REQUIRETLS is not offered inside TLS"),
            QT_TRANSLATE_NOOP("wording",
                              "Such a message cannot be sent here (RFC 8689). Few servers offer it; "
                              "switch it on where yours knows it.")},
    DaneRow{
        FindingCode::RequireTlsNotSeen,
        QT_TRANSLATE_NOOP("wording", "whether REQUIRETLS is offered inside TLS was not seen"),
        QT_TRANSLATE_NOOP(
            "wording", "Inspect again acting as “TLS if offered”, so that the server is asked inside TLS.")},
    DaneRow{
        FindingCode::VariantDiffers,
        QT_TRANSLATE_NOOP("wording", "%1 the server answers otherwise, and the outcome is another one: %2"),
        QT_TRANSLATE_NOOP(
            "wording", "Have each certificate of this server satisfy the same senders: give each of them the "
                       "same names, a whole chain and its own TLSA record (Postfix: smtpd_tls_chain_files, "
                       "tls_server_sni_maps; Exim: tls_certificate).")},
    DaneRow{FindingCode::VariantNotSeen,
            QT_TRANSLATE_NOOP("wording", "which certificate the server presents %1 was not seen: %2"),
            QT_TRANSLATE_NOOP("wording", "Inspect again later: a further short connection came to nothing.")},
};

const DaneRow *daneRowOf(FindingCode code)
{
    const auto *found = std::find_if(daneRows.begin(), daneRows.end(),
                                     [code](const DaneRow &row) { return row.code == code; });
    return found == daneRows.end() ? nullptr : found;
}

} // namespace

const char *daneSentence(FindingCode code)
{
    const DaneRow *row = daneRowOf(code);
    return row ? row->sentence : "";
}

const char *daneAdvice(FindingCode code)
{
    const DaneRow *row = daneRowOf(code);
    return row ? row->advice : "";
}

} // namespace mailseal
