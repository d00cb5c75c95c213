#include "models/certificatetext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace mailseal {

namespace {

struct CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::CertificateText)
};

} // namespace

QString shortName(const CertificateFacts &certificate)
{
    return certificateName(Wording::Speech::Translated, certificate);
}

QString keyText(const CertificateFacts &certificate)
{
    return keyWords(Wording::Speech::Translated, certificate);
}

QString validityText(const CertificateFacts &certificate, const QDateTime &at)
{
    return validityWords(Wording::Speech::Translated, certificate, at);
}

QString certificatesText(qsizetype count)
{
    return count == 1 ? CertificateText::tr("1 certificate")
                      : CertificateText::tr("%n certificates", nullptr, static_cast<int>(count));
}

QString fingerprintText(const QByteArray &hex)
{
    return QString::fromLatin1(QByteArray::fromHex(hex).toHex(':').toUpper());
}

QString wrappableHex(const QByteArray &hex)
{
    constexpr qsizetype group = 8;
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += group)
        groups.append(QString::fromLatin1(hex.mid(at, group)));
    return groups.join(u' ');
}

QString joinedText(const QStringList &texts, qsizetype most)
{
    if (texts.size() <= most)
        return texts.join(QLatin1StringView(", "));
    return CertificateText::tr("%1 and %n more", nullptr, static_cast<int>(texts.size() - most))
        .arg(texts.first(most).join(QLatin1StringView(", ")));
}

} // namespace mailseal
