#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace mailseal {

/// A name in the DNS, held as A-labels in lower case without the trailing dot (RFC 1035 §2.3.4, RFC 5891 §4).
/// `parse` is the only way in, so that a DomainName is the proof of its syntax: labels of 1 to 63 octets, at
/// most 253 octets in all, letters, digits, hyphens and underscores; U-labels are turned into A-labels.
class DomainName
{
public:
    static std::optional<DomainName> parse(QStringView text);

    /// The form that goes on the wire: "xn--mnchen-3ya.example".
    const QString &ascii() const { return m_ascii; }
    /// The form for people: "münchen.example".
    QString unicode() const;
    /// Whether every label is a host label (RFC 1123 §2.1: letters, digits, hyphens inside): no underscore.
    bool isHostName() const;
    /// Two labels or more: what RFC 5321 §4.1.1.1 calls a fully qualified name, as far as syntax can tell.
    bool isFullyQualified() const { return m_ascii.contains(u'.'); }

    bool operator==(const DomainName &) const = default;

private:
    explicit DomainName(QString ascii)
        : m_ascii(std::move(ascii))
    {
    }
    QString m_ascii;
};

} // namespace mailseal
