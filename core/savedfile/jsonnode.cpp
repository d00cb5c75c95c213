#include "savedfile/jsonnode.h"

#include "wire/escape.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace mailseal::json {

namespace {

constexpr double longestMs = 1e12; // some thirty years: no session is as long, no conversion overflows
constexpr qsizetype quotedLength = 60;

} // namespace

Node Node::operator[](QLatin1StringView key) const
{
    const QString pointer = m_pointer + u'/' + key;
    if (!isObject())
        return {QJsonValue(QJsonValue::Undefined), pointer, *m_reading};
    return {m_value[key], pointer, *m_reading};
}

Node Node::element(const QJsonArray &array, qsizetype index) const
{
    return {array.at(index), m_pointer + u'/' + QString::number(index), *m_reading};
}

void Node::keepUnknown(UnknownField::Kind kind) const
{
    if (!failed())
        m_reading->unknownFields.append({kind, m_pointer, m_value});
}

void Node::fail(const QString &what, FileProblem::Kind kind) const
{
    if (failed())
        return;
    const QString where = m_pointer.isEmpty() ? QStringLiteral("the file") : pathOf(m_pointer);
    m_reading->error = {kind,
                        where + QStringLiteral(": ") + (isAbsent() ? QStringLiteral("is missing") : what)};
}

void Node::failUnknown(const QString &word) const
{
    fail(QStringLiteral("\"%1\" is not known here; a newer version of Mailseal may know it")
             .arg(word.left(quotedLength)));
}

bool Node::isObject() const
{
    if (!m_value.isObject())
        fail(QStringLiteral("an object is expected"));
    return m_value.isObject();
}

QString Node::rawText() const
{
    if (!m_value.isString())
        fail(QStringLiteral("a text is expected"));
    return m_value.toString();
}

QString Node::text() const
{
    if (!m_value.isString())
        fail(QStringLiteral("a text is expected"));
    // The file may be anyone's: what a server could not put on the screen, a file cannot either.
    return escapeUnprintable(m_value.toString());
}

bool Node::flag() const
{
    if (!m_value.isBool())
        fail(QStringLiteral("true or false is expected"));
    return m_value.toBool();
}

qint64 Node::integer(qint64 least, qint64 most) const
{
    const double number = m_value.toDouble(std::nan(""));
    if (!m_value.isDouble() || std::trunc(number) != number) {
        fail(QStringLiteral("a whole number is expected"));
        return least;
    }
    if (number < static_cast<double>(least) || number > static_cast<double>(most)) {
        fail(QStringLiteral("a number from %1 to %2 is expected").arg(least).arg(most));
        return least;
    }
    return m_value.toInteger(least);
}

qint64 Node::microseconds() const
{
    const double number = m_value.toDouble(-1);
    if (!(number >= 0 && number <= longestMs)) {
        fail(QStringLiteral("a time in milliseconds is expected"));
        return 0;
    }
    return std::llround(number * 1000.0);
}

QDateTime Node::instant() const
{
    if (isNull())
        return {};
    constexpr int lastYear = 9999; // four digits; a zone may lead beyond it
    QDateTime time = QDateTime::fromString(text(), Qt::ISODateWithMs).toUTC();
    if (time.isValid() && time.date().year() >= 1 && time.date().year() <= lastYear)
        return time;
    fail(QStringLiteral("a time as ISO 8601 has it is expected"));
    return {};
}

QDateTime Node::second() const
{
    const QDateTime time = instant();
    return time.isValid() ? time.addMSecs(-time.time().msec()) : time;
}

QByteArray Node::bytes() const
{
    if (!m_value.isString())
        fail(QStringLiteral("a text is expected"));
    const auto bytes = unescapeBytes(m_value.toString());
    if (!bytes)
        fail(QStringLiteral("a backslash without \\xNN behind it"));
    return bytes.value_or(QByteArray());
}

QByteArray Node::hex() const
{
    const QString digits = text();
    const bool fine = digits.size() % 2 == 0 && std::all_of(digits.begin(), digits.end(), [](QChar c) {
                          return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
                      });
    if (!fine)
        fail(QStringLiteral("lower-case hexadecimal digits are expected"));
    return fine ? digits.toLatin1() : QByteArray();
}

QByteArray Node::pem() const
{
    if (isNull())
        return {};
    constexpr QLatin1StringView begin("-----BEGIN CERTIFICATE-----");
    constexpr QLatin1StringView end("-----END CERTIFICATE-----");
    if (!m_value.isString())
        fail(QStringLiteral("a text is expected"));
    const QString block = m_value.toString().trimmed();
    const bool framed =
        block.startsWith(begin) && block.endsWith(end) && block.size() > begin.size() + end.size();
    QByteArray base64 = framed
                            ? block.sliced(begin.size(), block.size() - begin.size() - end.size()).toLatin1()
                            : QByteArray();
    base64.removeIf([](char c) { return c == '\n' || c == '\r'; });
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        fail(QStringLiteral("not a certificate in PEM"));
        return {};
    }
    return decoded.decoded;
}

QString pointerStep(QStringView key)
{
    return key.toString().replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
}

QString pathOf(const QString &pointer)
{
    QString path;
    for (const QString &step : pointer.split(u'/').mid(1)) {
        bool isIndex = false;
        step.toInt(&isIndex);
        if (isIndex)
            path += u'[' + step + u']';
        else
            path += (path.isEmpty() ? QString() : QStringLiteral(".")) + step;
    }
    return path;
}

} // namespace mailseal::json
