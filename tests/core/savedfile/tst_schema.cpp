#include "support/fixtures/everyfield.h"
#include "support/fixtures/filling.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <map>
#include <memory>

using namespace mailseal;
using everyfield::text;

namespace {

/// resources/schema/inspection.schema.json, as far as it says which members there are and of what type.
class Schema
{
public:
    Schema()
    {
        QFile file(QStringLiteral(MAILSEAL_SOURCE_DIR "/resources/schema/inspection.schema.json"));
        if (file.open(QIODevice::ReadOnly))
            root = QJsonDocument::fromJson(file.readAll()).object();
    }

    /// What a node may be, each alternative by itself, references followed.
    QList<QJsonObject> alternatives(const QJsonObject &node) const
    {
        QList<QJsonObject> all;
        if (const QString to = node[text("$ref")].toString(); !to.isEmpty())
            all += alternatives(root[text("$defs")][to.section(u'/', -1)].toObject());
        for (const QJsonValue &one : node[text("anyOf")].toArray())
            all += alternatives(one.toObject());
        if (all.isEmpty())
            all.append(node);
        return all;
    }
    QSet<QString> typesOf(const QJsonObject &node) const
    {
        QSet<QString> types;
        for (const QJsonObject &one : alternatives(node)) {
            const QJsonValue type = one[text("type")];
            if (one.contains(text("const")))
                types.insert(text("string"));
            else if (type.isString())
                types.insert(type.toString());
            for (const QJsonValue &name : type.toArray())
                types.insert(name.toString());
        }
        return types;
    }
    bool isCode(const QJsonObject &node) const
    {
        const auto all = alternatives(node);
        return std::any_of(all.begin(), all.end(), [this](const QJsonObject &one) {
            return one == root[text("$defs")][text("code")].toObject();
        });
    }
    /// The alternative that has such a member.
    QJsonObject with(const QJsonObject &node, const char *member) const
    {
        for (const QJsonObject &one : alternatives(node)) {
            if (one.contains(text(member)))
                return one;
        }
        return {};
    }

    QJsonObject root;
};

QSet<QString> typesOf(const form::Shape &shape)
{
    using Type = form::Shape::Type;
    QString type;
    switch (shape.type) {
    case Type::Text:
    case Type::Code:
        type = text("string");
        break;
    case Type::Number:
        type = text("number");
        break;
    case Type::Whole:
        type = text("integer");
        break;
    case Type::Flag:
        type = text("boolean");
        break;
    case Type::List:
        type = text("array");
        break;
    }
    return shape.isOrNull ? QSet{type, text("null")} : QSet{type};
}

enum class Presence { Always, Later, Sometimes, Either };

/// Walks a description beside the schema of the same object; what stands in one and not in the other is a
/// complaint.
class Beside
{
public:
    Beside(const Schema &schema, QJsonObject node, QString path, QStringList &complaints)
        : m_schema(schema)
        , m_node(std::move(node))
        , m_path(std::move(path))
        , m_complaints(complaints)
    {
    }

    void finish() const
    {
        for (const QString &name : m_node[text("properties")].toObject().keys()) {
            if (!m_seen.contains(name))
                complain(name, text("is in the schema and never written"));
        }
        for (const auto &[name, child] : m_children)
            child->finish();
    }

    void field(const char *name, auto &value, FieldKind /*kind*/, const auto &form)
    {
        const form::Shape shape = form.shape();
        checkNames(text(name), value);
        member(name, shape, shape.isLater ? Presence::Later : Presence::Always);
    }
    void fieldIf(bool /*is*/, const char *name, auto & /*value*/, FieldKind /*kind*/, const auto &form)
    {
        member(name, form.shape(), Presence::Sometimes);
    }
    void fieldUnless(bool /*isNull*/, const char *name, auto & /*value*/, FieldKind /*kind*/,
                     const auto &form)
    {
        member(name, form::OrNull{form}.shape(), Presence::Always);
    }
    void unlessSame(const char *name, auto & /*value*/, const auto & /*implied*/, FieldKind /*kind*/,
                    const auto &form)
    {
        member(name, form.shape(), Presence::Sometimes);
    }
    void object(const char *name, auto &value, Since since = Since::First)
    {
        describe(child(name, false, presence(since)), value);
    }
    template <typename T, typename Inside>
    void objectOrNull(const char *name, std::optional<T> & /*value*/, Inside inside)
    {
        T value{};
        inside(child(name, true, Presence::Either), value);
    }
    template <typename T>
    void objectOrNull(const char *name, std::optional<T> &value)
    {
        objectOrNull(name, value, [](Beside &inner, T &one) { describe(inner, one); });
    }
    void objectUnless(bool /*isNull*/, const char *name, auto &value)
    {
        describe(child(name, true, Presence::Either), value);
    }
    template <typename T>
    void list(const char *name, QList<T> & /*values*/, Since since = Since::First)
    {
        T value{};
        describe(row(name, presence(since)), value);
    }
    template <typename T>
    void wholeList(const char *name, QList<T> &values)
    {
        list(name, values);
    }
    template <typename L, typename R, typename Inside>
    void pairs(const char *name, QList<L> & /*left*/, QList<R> & /*right*/, Inside inside)
    {
        L left{};
        R right{};
        inside(row(name, Presence::Always), left, right);
    }
    void group(const char *name, auto inside, Since since = Since::First)
    {
        inside(child(name, false, presence(since)));
    }
    void groupIf(bool /*is*/, const char *name, auto inside) { inside(child(name, true, Presence::Either)); }
    template <typename T>
    void further(const char *name, std::optional<T> & /*value*/)
    {
        T value{};
        Beside &joined = *m_children.at(text(name));
        joined.m_mayBeMissing = true;
        describe(joined, value);
    }
    template <typename T>
    void judged(std::optional<T> & /*value*/)
    {
        member("judged", form::flag.shape(), Presence::Later);
        T value{};
        describe(*this, value);
    }
    template <typename T, typename Inside>
    void with(std::optional<T> & /*value*/, Inside inside)
    {
        T value{};
        inside(*this, value);
    }
    void rests(const char * /*name*/) {}
    template <typename T>
    void words(T & /*value*/, FieldKind /*kind*/)
    {
        decltype(wordsOf(std::declval<const T &>())) said;
        describe(*this, said);
    }
    void made(const char *name, const auto &form, auto /*make*/)
    {
        member(name, form.shape(), Presence::Either);
    }
    void madeList(const char *name, auto make)
    {
        auto values = make();
        list(name, values, Since::Later);
    }
    void reading(auto & /*value*/, auto /*act*/) {}

private:
    static Presence presence(Since since)
    {
        return since == Since::First ? Presence::Always : Presence::Later;
    }

    void complain(const QString &name, const QString &what) const
    {
        m_complaints.append(m_path + name + u' ' + what);
    }

    QJsonObject find(const QString &name, const QSet<QString> &types, Presence presence)
    {
        m_seen.insert(name);
        const QJsonObject found = m_node[text("properties")][name].toObject();
        if (found.isEmpty()) {
            complain(name, text("is written and not in the schema"));
            return {};
        }
        const QSet<QString> said = m_schema.typesOf(found);
        if (said != types && !(said.isEmpty() && name == text("audit")))
            complain(name,
                     text("is %1 here, %2 there")
                         .arg(QStringList(types.values()).join(u'|'), QStringList(said.values()).join(u'|')));
        const bool isRequired = m_node[text("required")].toArray().contains(name);
        if (isRequired && (presence == Presence::Later || presence == Presence::Sometimes))
            complain(name, text("is required, and need not be there"));
        if (!isRequired && presence == Presence::Always && !types.contains(text("null")) && !m_mayBeMissing)
            complain(name, text("is not required, and must be there"));
        return found;
    }

    void member(const char *name, const form::Shape &shape, Presence presence)
    {
        const QJsonObject found = find(text(name), typesOf(shape), presence);
        if (found.isEmpty())
            return;
        checkCode(text(name), found, shape);
        if (shape.items.isEmpty())
            return;
        const QJsonObject items = m_schema.with(found, "items")[text("items")].toObject();
        const QSet<QString> types = typesOf(shape.items.constFirst());
        if (m_schema.typesOf(items) != types)
            complain(text(name), text("holds others in the schema"));
        checkCode(text(name), items, shape.items.constFirst());
    }

    void checkCode(const QString &name, const QJsonObject &found, const form::Shape &shape) const
    {
        if (shape.type == form::Shape::Type::Code && !m_schema.isCode(found))
            complain(name, text("is a code, and not in the schema"));
    }

    /// Every name that may be written is one that the schema lets pass.
    template <typename T>
    void checkNames(const QString &name, const T & /*value*/) const
    {
        if constexpr (std::is_enum_v<T>) {
            const QString pattern = m_schema.root[text("$defs")][text("code")][text("pattern")].toString();
            for (const QString &one : wireNames<T>()) {
                if (!QRegularExpression(pattern).match(one).hasMatch())
                    complain(name, one + text(" is no code as the schema has them"));
            }
        }
    }
    template <typename T>
    void checkNames(const QString &name, const std::optional<T> & /*value*/) const
    {
        checkNames(name, T{});
    }

    Beside &add(const QString &name, const QJsonObject &node, const QString &path)
    {
        auto &child = m_children[name];
        child = std::make_unique<Beside>(m_schema, m_schema.with(node, "properties"), path, m_complaints);
        child->m_mayBeMissing = m_mayBeMissing;
        return *child;
    }
    Beside &child(const char *name, bool isOrNull, Presence presence)
    {
        const QSet<QString> object{text("object")};
        const auto types = isOrNull ? object + QSet{text("null")} : object;
        return add(text(name), find(text(name), types, presence), m_path + text(name) + u'.');
    }
    Beside &row(const char *name, Presence presence)
    {
        const QJsonObject found = find(text(name), {text("array")}, presence);
        return add(text(name), m_schema.with(found, "items")[text("items")].toObject(),
                   m_path + text(name) + QStringLiteral("[]."));
    }

    const Schema &m_schema;
    QJsonObject m_node;
    QString m_path;
    QStringList &m_complaints;
    QSet<QString> m_seen;
    bool m_mayBeMissing = false; ///< all of it: members that join those of another struct
    std::map<QString, std::unique_ptr<Beside>> m_children;
};

/// Leaves every value as it is.
struct AsItIs
{
    void operator()(const char * /*name*/, auto & /*value*/, FieldKind /*kind*/) {}
};

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldStandsInBoth();
    void aFileWithEveryFieldIsReadBack();
};

void SchemaTest::everyFieldStandsInBoth()
{
    const Schema schema;
    QVERIFY(!schema.root.isEmpty());
    QStringList complaints;
    Beside beside(schema, schema.root, {}, complaints);
    Inspection inspection;
    describe(beside, inspection);
    beside.finish();
    for (const QString &one : complaints)
        qWarning("%s", qPrintable(one));
    QCOMPARE(complaints, QStringList());
}

void SchemaTest::aFileWithEveryFieldIsReadBack()
{
    Inspection inspection;
    AsItIs asItIs;
    Filling filling(asItIs);
    describe(filling, inspection);
    const auto back = everyfield::read(writeSurvey({inspection}));
    QCOMPARE(back.size(), 1);
    QVERIFY(back.first() == inspection);
}

MAILSEAL_TEST(SchemaTest)
#include "tst_schema.moc"
