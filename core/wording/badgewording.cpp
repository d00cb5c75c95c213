#include "answers/badge.h"
#include "answers/problem.h"
#include "findings/findingrow.h"
#include "values/handshaketrouble.h"
#include "wire/wire.h"
#include "wording/wording.h"
#include "wording/wordingtext.h"

#include <array>

namespace mailseal {

namespace {

/// What people read of a badge's code.
struct BadgeProse
{
    BadgeCode code;
    const char *words; ///< a few, without a full stop, for a line of a list
    /// One sentence. %1: the server; then the badge's args, or the finding that decides.
    const char *sentence;
};

/// A row a code, in the order of the enumeration.
constexpr std::array badgeProse{
    BadgeProse{BadgeCode::NotJudged, QT_TRANSLATE_NOOP("wording", "not judged"),
               QT_TRANSLATE_NOOP("wording", "Nobody has judged %1 yet.")},
    BadgeProse{BadgeCode::NullMx, QT_TRANSLATE_NOOP("wording", "takes no mail"),
               QT_TRANSLATE_NOOP("wording", "%1 takes no mail, and says so (null MX, RFC 7505).")},
    BadgeProse{BadgeCode::FileTrusted, QT_TRANSLATE_NOOP("wording", "trusted"),
               QT_TRANSLATE_NOOP("wording", "The certificate is trusted, and it names %1.")},
    BadgeProse{
        BadgeCode::FileTrustedNoName, QT_TRANSLATE_NOOP("wording", "trusted"),
        QT_TRANSLATE_NOOP("wording", "The certificate is trusted; no name was given to compare it with.")},
    BadgeProse{BadgeCode::FileTrustedByDane, QT_TRANSLATE_NOOP("wording", "trusted by DANE"),
               QT_TRANSLATE_NOOP("wording",
                                 "A TLSA record proves the certificate of %1; clients that ask a CA "
                                 "refuse it.")},
    BadgeProse{BadgeCode::FileNeedsAttention, QT_TRANSLATE_NOOP("wording", "needs attention"),
               QT_TRANSLATE_NOOP(
                   "wording", "The certificate is trusted, and it names %1; but somebody should look: %2.")},
    BadgeProse{BadgeCode::FileRefused, QT_TRANSLATE_NOOP("wording", "not trusted"),
               QT_TRANSLATE_NOOP("wording", "Clients that check certificates refuse this one: %2.")},
    BadgeProse{BadgeCode::TrustedByCa, QT_TRANSLATE_NOOP("wording", "sound"),
               QT_TRANSLATE_NOOP("wording",
                                 "Mail to %1 travels encrypted (%2), and the server is who it says "
                                 "it is: its certificate is trusted and names it.")},
    BadgeProse{BadgeCode::TrustedByDane, QT_TRANSLATE_NOOP("wording", "sound"),
               QT_TRANSLATE_NOOP("wording",
                                 "Mail to %1 travels encrypted (%2), and the server is who it says "
                                 "it is: its TLSA record proves the certificate.")},
    BadgeProse{BadgeCode::TrustedByCaAndDane, QT_TRANSLATE_NOOP("wording", "sound"),
               QT_TRANSLATE_NOOP(
                   "wording", "Mail to %1 travels encrypted (%2), and the server is who it says it is: its "
                              "certificate is trusted and names it, and its TLSA record proves it.")},
    BadgeProse{BadgeCode::NeedsAttention, QT_TRANSLATE_NOOP("wording", "needs attention"),
               QT_TRANSLATE_NOOP("wording", "Mail to %1 travels encrypted, and the server is who it says it "
                                            "is; but somebody should look: %2.")},
    BadgeProse{BadgeCode::NotAuthenticated, QT_TRANSLATE_NOOP("wording", "not authenticated"),
               QT_TRANSLATE_NOOP("wording", "Mail to %1 travels encrypted; senders that check certificates "
                                            "hold it back: %2.")},
    BadgeProse{BadgeCode::BogusAnswer, QT_TRANSLATE_NOOP("wording", "bogus DNS answer"),
               QT_TRANSLATE_NOOP("wording", "Senders that validate the DNS hold mail to %1 back: %2.")},
    BadgeProse{BadgeCode::InjectedText, QT_TRANSLATE_NOOP("wording", "clear text slipped in"),
               QT_TRANSLATE_NOOP("wording",
                                 "%2 octets of clear text were slipped in before the TLS of %1: the server "
                                 "is broken, or somebody on the way changes the dialogue.")},
    BadgeProse{BadgeCode::ClearTextOnly, QT_TRANSLATE_NOOP("wording", "clear text only"),
               QT_TRANSLATE_NOOP("wording",
                                 "Mail to %1 travels in clear text: the server does not offer STARTTLS.")},
    BadgeProse{BadgeCode::StarttlsMasked, QT_TRANSLATE_NOOP("wording", "STARTTLS is masked"),
               QT_TRANSLATE_NOOP("wording", "Mail to %1 travels in clear text: something on the way "
                                            "overwrites STARTTLS in the server's reply.")},
    BadgeProse{BadgeCode::StarttlsRefused, QT_TRANSLATE_NOOP("wording", "STARTTLS was refused"),
               QT_TRANSLATE_NOOP("wording",
                                 "Mail to %1 travels in clear text: the server offers STARTTLS and "
                                 "refuses it (“%2 %3”).")},
    BadgeProse{BadgeCode::HandshakeFails, QT_TRANSLATE_NOOP("wording", "the TLS handshake failed"),
               QT_TRANSLATE_NOOP("wording", "Mail to %1 travels in clear text or not at all: %2.")},
    BadgeProse{BadgeCode::NeedsName, QT_TRANSLATE_NOOP("wording", "TLS only with SNI"),
               QT_TRANSLATE_NOOP("wording", "Mail to %1 travels encrypted only from senders that send its "
                                            "name (SNI); for the others TLS fails.")},
    BadgeProse{BadgeCode::HeldBack, QT_TRANSLATE_NOOP("wording", "mail is held back"),
               QT_TRANSLATE_NOOP("wording", "TLS with %1 comes up, and mail does not arrive: %2.")},
    BadgeProse{BadgeCode::HeldBackWithoutName, QT_TRANSLATE_NOOP("wording", "mail is held back without SNI"),
               QT_TRANSLATE_NOOP("wording",
                                 "Mail to %1 arrives encrypted only from senders that send its name "
                                 "(SNI); with the others: %2.")},
    BadgeProse{BadgeCode::FailsWithName, QT_TRANSLATE_NOOP("wording", "TLS only without SNI"),
               QT_TRANSLATE_NOOP("wording",
                                 "Mail to %1 travels encrypted only from senders that send no name "
                                 "(SNI); the others do not get through.")},
    BadgeProse{BadgeCode::RefusedInside, QT_TRANSLATE_NOOP("wording", "refused inside TLS"),
               QT_TRANSLATE_NOOP("wording", "%1 takes no mail inside TLS: “%2 %3”.")},
    BadgeProse{BadgeCode::DaneBroken, QT_TRANSLATE_NOOP("wording", "DANE is broken"),
               QT_TRANSLATE_NOOP("wording", "Senders that look at DANE hold mail to %1 back: %2.")},
    BadgeProse{BadgeCode::StsBroken, QT_TRANSLATE_NOOP("wording", "MTA-STS is broken"),
               QT_TRANSLATE_NOOP("wording", "Senders that keep MTA-STS policies hold mail to %1 back: %2.")},
    BadgeProse{BadgeCode::CertificateRevoked, QT_TRANSLATE_NOOP("wording", "revoked"),
               QT_TRANSLATE_NOOP("wording", "The certificate of %1 is revoked: nobody should rely on it.")},
    BadgeProse{BadgeCode::TlsAtOnce, QT_TRANSLATE_NOOP("wording", "TLS at once"),
               QT_TRANSLATE_NOOP("wording", "What mail to %1 meets could not be told: %2.")},
    BadgeProse{BadgeCode::PlainSmtp, QT_TRANSLATE_NOOP("wording", "no TLS at once"),
               QT_TRANSLATE_NOOP("wording", "Who expects TLS at once on this port of %1 gets none: %2.")},
    BadgeProse{BadgeCode::RefusesUs, QT_TRANSLATE_NOOP("wording", "refuses this client"),
               QT_TRANSLATE_NOOP("wording", "Whether mail to %1 travels encrypted could not be told: the "
                                            "server refuses this client (“%2 %3”).")},
    BadgeProse{BadgeCode::TurnsUsAway, QT_TRANSLATE_NOOP("wording", "turns this client away"),
               QT_TRANSLATE_NOOP("wording", "Whether mail to %1 travels encrypted could not be told: the "
                                            "server turns this client away for now (“%2 %3”).")},
    BadgeProse{BadgeCode::RefusedHere, QT_TRANSLATE_NOOP("wording", "handshake broken off here"),
               QT_TRANSLATE_NOOP("wording", "Whether mail to %1 travels encrypted could not be told: %2.")},
    BadgeProse{BadgeCode::PromiseUntold, QT_TRANSLATE_NOOP("wording", "a promise could not be checked"),
               QT_TRANSLATE_NOOP("wording",
                                 "Mail to %1 travels encrypted; whether every sender delivers could "
                                 "not be told: %2.")},
    BadgeProse{BadgeCode::InsideRefused, QT_TRANSLATE_NOOP("wording", "turned away inside TLS"),
               QT_TRANSLATE_NOOP("wording",
                                 "TLS with %1 comes up; what becomes of mail could not be told, for "
                                 "the server says “%2 %3”.")},
    BadgeProse{
        BadgeCode::InsideUntold, QT_TRANSLATE_NOOP("wording", "could not be told"),
        QT_TRANSLATE_NOOP("wording", "TLS with %1 comes up; what becomes of mail could not be told: %2.")},
    BadgeProse{BadgeCode::WithoutNameUntold, QT_TRANSLATE_NOOP("wording", "could not be told without SNI"),
               QT_TRANSLATE_NOOP("wording", "Mail to %1 travels encrypted from senders that send its name "
                                            "(SNI); for the others it could not be told: %2.")},
    BadgeProse{BadgeCode::NotTold, QT_TRANSLATE_NOOP("wording", "could not be told"),
               QT_TRANSLATE_NOOP("wording", "Whether mail to %1 travels encrypted could not be told: %2.")},
};

constexpr bool hasEveryBadge()
{
    for (std::size_t i = 0; i < badgeProse.size(); ++i) {
        if (badgeProse[i].code != static_cast<BadgeCode>(i))
            return false;
    }
    return badgeProse.size() == static_cast<std::size_t>(BadgeCode::NotTold) + 1;
}
static_assert(hasEveryBadge());

const BadgeProse &proseOf(BadgeCode code) { return badgeProse[static_cast<std::size_t>(code)]; }

} // namespace

QString Wording::headline(const Inspection &inspection) const
{
    const ServerBadge badge = serverBadge(inspection);
    QStringList args{titleOf(inspection.evidence.target)};
    if (badge.because)
        args.append(finding(*badge.because));
    args += badge.args;
    const bool isSound = badge.code == BadgeCode::TrustedByCa || badge.code == BadgeCode::TrustedByDane ||
                         badge.code == BadgeCode::TrustedByCaAndDane;
    if (isSound)
        args[1] = argument(FindingArg::Protocol, args.value(1));
    if (badge.code == BadgeCode::NotTold || badge.code == BadgeCode::InsideUntold)
        args[1] = argument(FindingArg::End, args.value(1));
    return withArguments(inLanguage(m_speech, proseOf(badge.code).sentence), args);
}

QString Wording::brief(const Inspection &inspection) const
{
    const QString wrong = problem(inspection);
    return wrong.isEmpty() ? inLanguage(m_speech, proseOf(serverBadge(inspection).code).words) : wrong;
}

QString Wording::problem(const Inspection &inspection) const
{
    const auto problem = problemOf(inspection);
    if (!problem)
        return {};
    switch (*problem) {
    case ServerProblem::AsTheBadge: {
        const ServerBadge badge = serverBadge(inspection);
        return badge.code == BadgeCode::NotTold || badge.code == BadgeCode::InsideUntold
                   ? argument(FindingArg::End, badge.args.value(0))
                   : inLanguage(m_speech, proseOf(badge.code).words);
    }
    case ServerProblem::ClearTextOnly:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "clear text only"));
    case ServerProblem::NoCertificate:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "no certificate"));
    case ServerProblem::SelfSigned:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "self-signed"));
    case ServerProblem::Expired:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "expired"));
    case ServerProblem::NotYetValid:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "not valid yet"));
    case ServerProblem::IncompleteChain:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "incomplete chain"));
    case ServerProblem::UntrustedRoot:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "untrusted root"));
    case ServerProblem::WrongName:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "wrong name"));
    case ServerProblem::NotTrusted:
        return inLanguage(m_speech, QT_TRANSLATE_NOOP("wording", "not trusted"));
    }
    return {};
}

} // namespace mailseal
