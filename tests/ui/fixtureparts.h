#pragma once

#include "dialogue/transcriptsteps.h"
#include "values/inspection.h"
#include "values/progress.h"
#include "values/utc.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

/// What the inspections of fixtures.h are put together from.
namespace mailseal::fixtures {

inline QDateTime now() { return utc(QDate(2026, 5, 4), QTime(10, 2, 14)); }

inline Progress done()
{
    Progress progress;
    progress.stage = Stage::Done;
    return progress;
}

inline Progress waitingFor(Stage stage)
{
    Progress progress;
    progress.stage = stage;
    return progress;
}

inline Finding finding(FindingCode code, Severity severity, QStringList args = {},
                       std::optional<int> depth = {})
{
    Finding made;
    made.code = code;
    made.severity = severity;
    made.args = std::move(args);
    made.depth = depth;
    return made;
}

/// Appends lines to a transcript, 50 ms apart where the speaker changes.
class Script
{
public:
    Script &client(const char *line) { return say(Speaker::Client, line); }
    Script &server(const char *line) { return say(Speaker::Server, line); }
    Script &note(const char *line) { return say(Speaker::Note, line); }
    Script &tls()
    {
        m_tls = true;
        m_atUs += 57'000;
        return *this;
    }
    Transcript lines() const
    {
        Transcript lines = m_lines;
        deriveSteps(lines);
        return lines;
    }

private:
    Script &say(Speaker from, const char *line)
    {
        if (m_lines.isEmpty() || m_lines.last().from != from)
            m_atUs += from == Speaker::Server ? 51'000 : 1'000;
        TranscriptEntry entry;
        entry.atUs = m_atUs;
        entry.from = from;
        entry.tls = m_tls && from != Speaker::Note;
        entry.text = line;
        m_lines.append(entry);
        return *this;
    }

    Transcript m_lines;
    qint64 m_atUs = 0;
    bool m_tls = false;
};

inline CertificateFacts certificate(const QString &name, const QString &issuer, char mark)
{
    CertificateFacts made;
    made.subject = QStringLiteral("CN=") + name;
    made.issuer = issuer;
    made.serial = QStringLiteral("04a1b2c3d4e5f60718293a4b5c6d7e8f9012");
    made.notBefore = now().addDays(-12);
    made.notAfter = now().addDays(78);
    made.keyType = QStringLiteral("EC");
    made.keyBits = 256;
    made.signature = QStringLiteral("ecdsa-with-SHA256");
    made.commonNames = {name};
    made.sha256 = QByteArray(64, mark);
    made.spkiSha256 = QByteArray(63, mark) + '0';
    made.selfSigned = made.subject == issuer;
    made.der = QByteArray(400, mark);
    return made;
}

inline CertificateFacts leaf(const QString &name)
{
    CertificateFacts made = certificate(name, QStringLiteral("CN=R11,O=Let's Encrypt,C=US"), 'a');
    made.dnsNames = {name, QStringLiteral("*.example.org")};
    return made;
}

inline Verdict verdict(PolicyId policy, Standing standing, Delivery delivery, QList<Finding> because)
{
    Verdict made;
    made.policy = policy;
    made.standing = standing;
    made.delivery = delivery;
    made.because = std::move(because);
    made.source =
        policy == PolicyId::Opportunistic ? QStringLiteral("RFC 7435") : QStringLiteral("RFC 3207 §4.1");
    return made;
}

/// Five verdicts: opportunistic and encrypt by `plain`, the trusting ones by `trust`.
inline QList<Verdict> verdicts(Standing standing, Delivery delivery, const QList<Finding> &plain,
                               Standing trustStanding, Delivery trustDelivery, const QList<Finding> &trust)
{
    return {verdict(PolicyId::Opportunistic, standing, delivery, plain),
            verdict(PolicyId::Encrypt, standing,
                    delivery == Delivery::Cleartext ? Delivery::Deferred : delivery, plain),
            verdict(PolicyId::WebPki, trustStanding, trustDelivery, trust),
            verdict(PolicyId::Secure, trustStanding, trustDelivery, trust),
            verdict(PolicyId::Fingerprint, Standing::NotApplicable, Delivery::Unknown,
                    {finding(FindingCode::NoPins, Severity::Info)})};
}

inline ConformanceRow check(ConformanceId id, Standing standing, ConformanceNote note, const char *clause,
                            QList<int> evidence = {}, QStringList args = {})
{
    ConformanceRow row;
    row.id = id;
    row.standing = standing;
    row.note = note;
    row.clause = QString::fromUtf8(clause);
    row.evidence = std::move(evidence);
    row.args = std::move(args);
    return row;
}

inline QList<ConformanceRow> soundConformance()
{
    return {check(ConformanceId::StarttlsReadvertised, Standing::Satisfied, ConformanceNote::NotOfferedAgain,
                  "RFC 3207 §4.2", {10, 11, 12, 13, 14}),
            check(ConformanceId::ResponseInjection, Standing::Satisfied, ConformanceNote::NothingBehind220,
                  "RFC 3207 §4", {8}),
            check(ConformanceId::EhloAfterTls, Standing::Satisfied, ConformanceNote::AnsweredWith250,
                  "RFC 3207 §4.2", {10}),
            check(ConformanceId::RefusalAfterTlsReply, Standing::NotApplicable,
                  ConformanceNote::DoesNotRefuse, "RFC 3207 §4.1"),
            check(ConformanceId::AuthBeforeTls, Standing::Satisfied, ConformanceNote::NoAuthBeforeTls,
                  "RFC 4954 §4", {2}),
            check(ConformanceId::EhloKeywordCase, Standing::Satisfied, ConformanceNote::KeywordsUpperCase,
                  "RFC 5321 §4.1.1.1", {2}),
            check(ConformanceId::CloseNotify, Standing::Undetermined, ConformanceNote::WeClosedFirst,
                  "RFC 8446 §6.1")};
}

} // namespace mailseal::fixtures
