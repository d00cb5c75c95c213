#include "savedfile/unknownfields.h"

#include <QMap>
#include <QSet>

#include <utility>

namespace mailseal::json {

namespace {

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty());
}

bool isSomething(const QJsonValue &value)
{
    return (value.isObject() && !value.toObject().isEmpty()) ||
           (value.isArray() && !value.toArray().isEmpty());
}

class Collector
{
public:
    explicit Collector(const QList<UnknownField> &passedOver)
    {
        for (const UnknownField &one : passedOver)
            (one.kind == UnknownField::Kind::Row ? m_rows : m_values).insert(one.pointer);
    }

    void object(const QString &at, const QJsonObject &read, const QJsonObject &written)
    {
        for (auto it = read.begin(); it != read.end(); ++it) {
            const QString pointer = at + u'/' + pointerStep(it.key());
            const auto known = written.constFind(it.key());
            if (known == written.constEnd())
                found.append({UnknownField::Kind::Member, pointer, it.value()});
            else
                value(pointer, it.value(), known.value());
        }
    }

    QList<UnknownField> found;

private:
    void value(const QString &at, const QJsonValue &read, const QJsonValue &written)
    {
        if (m_values.contains(at))
            return;
        if (isSomething(read) && isNothing(written) &&
            !(read.isArray() && areRowsPassedOver(at, read.toArray())))
            found.append({UnknownField::Kind::Value, at, read});
        else if (read.isObject() && written.isObject())
            object(at, read.toObject(), written.toObject());
        else if (read.isArray() && written.isArray())
            array(at, read.toArray(), written.toArray());
    }

    bool areRowsPassedOver(const QString &at, const QJsonArray &read) const
    {
        for (qsizetype i = 0; i < read.size(); ++i) {
            if (m_rows.contains(at + u'/' + QString::number(i)))
                return true;
        }
        return false;
    }

    void array(const QString &at, const QJsonArray &read, const QJsonArray &written)
    {
        qsizetype partner = 0;
        for (qsizetype i = 0; i < read.size() && partner < written.size(); ++i) {
            const QString pointer = at + u'/' + QString::number(i);
            if (!m_rows.contains(pointer))
                value(pointer, read.at(i), written.at(partner++));
        }
    }

    QSet<QString> m_rows;
    QSet<QString> m_values;
};

QString unescapedStep(QString step)
{
    return step.replace(QLatin1StringView("~1"), QLatin1StringView("/"))
        .replace(QLatin1StringView("~0"), QLatin1StringView("~"));
}

/// The pointers of a list as a tree, so that each container is opened once however many there are.
struct Branch
{
    QMap<QString, Branch> below;
    const UnknownField *here = nullptr;
};

QJsonValue merged(const QJsonValue &written, const Branch &branch);

QJsonObject mergedObject(QJsonObject object, const Branch &branch)
{
    for (auto it = branch.below.begin(); it != branch.below.end(); ++it) {
        const QString key = unescapedStep(it.key());
        if (it->here)
            object.insert(key, it->here->value);
        else if (object.contains(key))
            object.insert(key, merged(object.value(key), *it));
    }
    return object;
}

/// Rows come back between those that were known; every other pointer counts them.
QJsonArray mergedArray(const QJsonArray &known, const Branch &branch)
{
    QJsonArray array;
    QMap<qsizetype, const Branch *> places;
    for (auto it = branch.below.begin(); it != branch.below.end(); ++it) {
        bool isIndex = false;
        const qsizetype index = it.key().toLongLong(&isIndex);
        if (isIndex && index >= 0)
            places.insert(index, &*it);
    }
    qsizetype next = 0;
    for (qsizetype index = 0; next < known.size(); ++index) {
        const Branch *place = places.take(index);
        if (!place)
            array.append(known.at(next++));
        else if (!place->here)
            array.append(merged(known.at(next++), *place));
        else {
            next += place->here->kind == UnknownField::Kind::Row ? 0 : 1;
            array.append(place->here->value);
        }
    }
    for (const Branch *place : std::as_const(places)) {
        if (place->here && place->here->kind == UnknownField::Kind::Row)
            array.append(place->here->value);
    }
    return array;
}

QJsonValue merged(const QJsonValue &written, const Branch &branch)
{
    if (written.isObject())
        return mergedObject(written.toObject(), branch);
    return written.isArray() ? QJsonValue(mergedArray(written.toArray(), branch)) : written;
}

} // namespace

QList<UnknownField> unknownMembers(const QJsonObject &read, const QJsonObject &written,
                                   const QList<UnknownField> &passedOver)
{
    Collector collector(passedOver);
    collector.object({}, read, written);
    return collector.found;
}

QJsonObject withUnknown(const QJsonObject &written, const QList<UnknownField> &foreign)
{
    Branch root;
    for (const UnknownField &one : foreign) {
        if (one.kind == UnknownField::Kind::SurveyMember)
            continue;
        Branch *branch = &root;
        for (const QString &step : one.pointer.split(u'/').mid(1))
            branch = &branch->below[step];
        branch->here = &one;
    }
    return mergedObject(written, root);
}

QList<UnknownField> below(const QString &prefix, const QList<UnknownField> &foreign)
{
    QList<UnknownField> seen;
    for (const UnknownField &one : foreign) {
        if (one.pointer.startsWith(prefix + u'/'))
            seen.append({one.kind, one.pointer.mid(prefix.size()), one.value});
    }
    return seen;
}

} // namespace mailseal::json
