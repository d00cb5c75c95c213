#include "findings/starttlsadvice.h"

#include "findings/findingrow.h"

#include <QtGlobal>

namespace mailseal {

const char *refusedStarttlsAdvice(int code)
{
    switch (code) {
    case 454:
        return QT_TRANSLATE_NOOP(
            "findings",
            "The server's log says which file it cannot use: key and certificate must be readable and belong "
            "together (Postfix: smtpd_tls_chain_files; Exim: tls_certificate and tls_privatekey).");
    case 500:
    case 502:
        return QT_TRANSLATE_NOOP(
            "findings", "Either make the server do what its EHLO reply lists, or take STARTTLS off the list; "
                        "often a filter or proxy in front of it answers the one and not the other.");
    case 501:
        return QT_TRANSLATE_NOOP("findings", "The transcript shows the command without an argument: look for "
                                             "a filter or proxy that adds one.");
    case 503:
        return QT_TRANSLATE_NOOP("findings", "Look for a proxy in front of the server that has begun TLS "
                                             "itself or changes the order of the commands.");
    case 530:
        return QT_TRANSLATE_NOOP(
            "findings", "530 tells a client to begin with STARTTLS; as the answer to STARTTLS it locks every "
                        "sender out. Check the access rules of the server and of filters in front of it.");
    case 554:
        return QT_TRANSLATE_NOOP("findings", "The server does not want this client: check the EHLO name, the "
                                             "reverse name of the source address and block lists.");
    default:
        return findingRow(FindingCode::StarttlsRefused).advice;
    }
}

} // namespace mailseal
