#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace mailseal {

/// Invented names for real ones, the same for the same. Names end in .example (RFC 2606 §3), addresses lie in
/// the ranges for documentation and benchmarks (RFC 5737, RFC 3849, RFC 2544). Loopback addresses and the
/// labels that standards fix (_25, _tcp, mta-sts) stay.
class Pseudonyms
{
public:
    /// A host or domain name, or what was presented as one, label by label: "*.mx.example.org" becomes
    /// "*.host1.domain1.example". Any text; nothing of it survives but stars and the fixed labels.
    QString host(const QString &name);
    /// An IP address in its usual form; anything else is treated as free text.
    QString address(const QString &real);
    QString hostOrAddress(const QString &real);
    /// A distinguished name (RFC 4514), attribute by attribute. Its values are known to `text` from then on.
    QString distinguishedName(const QString &name);
    /// A name that is one attribute's value or stands alone.
    QString value(const QString &attribute, const QString &real);
    /// A fingerprint: hexadecimal digits, as many.
    QByteArray fingerprint(const QByteArray &hex);
    QString serialNumber(const QString &serial);

    /// Makes a single word (a host name without a dot) known to `text`.
    void know(const QString &word, const QString &pseudonym);

    /// Free text, a server's perhaps: every host name with a dot, address, mail address and fingerprint in
    /// it, and every word that is known, is replaced; the rest stays as it is.
    QString text(const QString &said);
    /// The same for bytes, which need not be UTF-8.
    QByteArray bytes(const QByteArray &said);

private:
    struct Phrase
    {
        QString real; ///< lower case
        QString pseudonym;
    };
    QString label(const QString &real);
    QString domain(const QStringList &labels);
    QString numbered(const QString &kind, const QString &real);
    QString token(const QString &run);
    QString mailAddress(const QString &token);
    qsizetype phraseAt(const QString &text, qsizetype at, QString &out) const;

    QHash<QString, QHash<QString, QString>> m_numbered; ///< by kind, by what is real
    QHash<QString, QList<Phrase>> m_phrases;            ///< by their first word, the longest first
};

} // namespace mailseal
