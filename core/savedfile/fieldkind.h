#pragma once

namespace mailseal {

/// What a field of a saved file may tell of people and machines. Every description of a field says it, and
/// redact replaces by it alone; so a field that is forgotten there cannot exist.
enum class FieldKind {
    Public,            ///< codes, numbers, times, names of standards and programs: it stays
    Host,              ///< a host or domain name, a wildcard among them
    HostOrAddress,     ///< either
    Address,           ///< an IP address
    PresentedName,     ///< "DNS:*.example.org": the kind of name stays
    CommonName,        ///< one attribute's value
    DistinguishedName, ///< RFC 4514
    Serial,            ///< of a certificate, hexadecimal
    Fingerprint,       ///< hexadecimal digits
    Digest,            ///< the same in octets
    Text,              ///< words of a server, a system or a person, with names in them
    TextOrName,        ///< the same, or a distinguished name as a whole
    CertificateFile,   ///< a path
    AnchorFile,        ///< a path
    Certificate,       ///< DER: it names its owner in every form, so only its place stays
    LeftOut            ///< nothing of it may stay, not even how many there are
};

} // namespace mailseal
