#include "support/testprogram.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace mailseal {

namespace {

const TestClass *s_first = nullptr;

/// By name: the order of registration is the linker's.
std::vector<const TestClass *> allClasses()
{
    std::vector<const TestClass *> classes;
    for (const TestClass *each = TestClass::first(); each; each = each->next())
        classes.push_back(each);
    std::sort(classes.begin(), classes.end(),
              [](const TestClass *a, const TestClass *b) { return a->name() < b->name(); });
    return classes;
}

const TestClass *classOf(const QByteArray &name)
{
    const auto classes = allClasses();
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [&](const TestClass *each) { return each->name() == name; });
    return found == classes.end() ? nullptr : *found;
}

int refuse(const char *name)
{
    std::fprintf(stderr, "no test class %s; there is:\n", name);
    for (const TestClass *each : allClasses())
        std::fprintf(stderr, "    %s\n", each->name().constData());
    return 2;
}

/// `options` go to each of them.
int runEach(const QStringList &options)
{
    QList<QByteArray> failed;
    for (const TestClass *each : allClasses()) {
        std::printf("== %s\n", each->name().constData());
        std::fflush(stdout);
        const QStringList arguments = QStringList(QString::fromUtf8(each->name())) + options;
        if (QProcess::execute(QCoreApplication::applicationFilePath(), arguments) != 0)
            failed.append(each->name());
    }
    for (const QByteArray &name : failed)
        std::printf("failed: %s\n", name.constData());
    return failed.isEmpty() ? 0 : 1;
}

} // namespace

TestClass::TestClass(const char *file, Make make) noexcept
    : m_file(file)
    , m_make(make)
    , m_next(s_first)
{
    s_first = this;
}

QByteArray TestClass::name() const { return QFileInfo(QString::fromUtf8(m_file)).baseName().toUtf8(); }

const TestClass *TestClass::first() { return s_first; }

int runTests(int argc, char **argv, MakeApplication makeApplication)
{
    if (argc < 2 || argv[1][0] == '-') {
        const QCoreApplication application(argc, argv);
        return runEach(QCoreApplication::arguments().mid(1));
    }
    const TestClass *named = classOf(argv[1]);
    if (!named)
        return refuse(argv[1]);
    // The class's name takes the program's place: Qt names the application after it.
    int count = argc - 1;
    const auto application = makeApplication(count, argv + 1);
    return QTest::qExec(named->made().get(), count, argv + 1);
}

} // namespace mailseal
