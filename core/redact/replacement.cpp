#include "redact/replacement.h"

#include <algorithm>

namespace mailseal {

namespace {

/// "CN=mx.example.org,O=…"
bool isDistinguishedName(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return false;
    const QString attribute = text.left(equals);
    return std::all_of(attribute.begin(), attribute.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c == u'.'; });
}

/// "DNS:*.example.org": the kind stays.
QString presentedName(const QString &text, Pseudonyms &names)
{
    const qsizetype colon = text.indexOf(u':');
    return colon > 0 ? text.left(colon + 1) + names.hostOrAddress(text.mid(colon + 1)) : names.text(text);
}

} // namespace

QString Replacement::replaced(const QString &text, FieldKind kind)
{
    switch (kind) {
    case FieldKind::Public:
        return text;
    case FieldKind::Host:
        return m_names.host(text);
    case FieldKind::HostOrAddress:
        return m_names.hostOrAddress(text);
    case FieldKind::Address:
        return m_names.address(text);
    case FieldKind::PresentedName:
        return presentedName(text, m_names);
    case FieldKind::CommonName:
        return m_names.value(QStringLiteral("CN"), text);
    case FieldKind::DistinguishedName:
        return m_names.distinguishedName(text);
    case FieldKind::Serial:
        return m_names.serialNumber(text);
    case FieldKind::Fingerprint:
    case FieldKind::Digest:
        return QString::fromLatin1(m_names.fingerprint(text.toLatin1()));
    case FieldKind::Text:
        return m_names.text(text);
    case FieldKind::TextOrName:
        return isDistinguishedName(text) ? m_names.distinguishedName(text) : m_names.text(text);
    case FieldKind::CertificateFile:
        return QStringLiteral("certificate.pem"); // a path tells of people and machines
    case FieldKind::AnchorFile:
        return QStringLiteral("anchors.pem");
    case FieldKind::Certificate:
    case FieldKind::LeftOut:
        break;
    }
    return {};
}

QByteArray Replacement::replaced(const QByteArray &bytes, FieldKind kind)
{
    switch (kind) {
    case FieldKind::Public:
        return bytes;
    case FieldKind::Fingerprint:
        return m_names.fingerprint(bytes);
    case FieldKind::Digest:
        return QByteArray::fromHex(m_names.fingerprint(bytes.toHex()));
    case FieldKind::Text:
    case FieldKind::TextOrName:
        return m_names.bytes(bytes);
    case FieldKind::Host:
    case FieldKind::HostOrAddress:
    case FieldKind::Address:
    case FieldKind::PresentedName:
    case FieldKind::CommonName:
    case FieldKind::DistinguishedName:
    case FieldKind::Serial:
    case FieldKind::CertificateFile:
    case FieldKind::AnchorFile:
        return replaced(QString::fromUtf8(bytes), kind).toUtf8();
    case FieldKind::Certificate:
    case FieldKind::LeftOut:
        break;
    }
    return {};
}

} // namespace mailseal
