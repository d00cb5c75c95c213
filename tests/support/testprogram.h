#pragma once

#include <QObject>

#include <memory>

class QCoreApplication;

namespace mailseal {

/// A test class of this program, found by the name of its file (tst_session). A folder's tests are one
/// program, which saves linking; each class runs in a process of its own all the same, so that none sees what
/// another left behind.
class TestClass
{
public:
    using Make = std::unique_ptr<QObject> (*)();
    /// Registers; for MAILSEAL_TEST alone, at global scope. `file` stays the caller's.
    TestClass(const char *file, Make make) noexcept;
    Q_DISABLE_COPY_MOVE(TestClass)
    ~TestClass() = default;

    QByteArray name() const;
    std::unique_ptr<QObject> made() const { return m_make(); }
    const TestClass *next() const { return m_next; }
    static const TestClass *first();

private:
    const char *m_file;
    Make m_make;
    const TestClass *m_next;
};

using MakeApplication = std::unique_ptr<QCoreApplication> (*)(int &argc, char **argv);

/// The main of a test program. `tst_session [OPTION…]` runs that class, and the rest is Qt Test's; without a
/// class all are run, one after the other, each in a process of its own. 0: everything passed.
int runTests(int argc, char **argv, MakeApplication makeApplication);

} // namespace mailseal

/// Stands once at the end of a tst_*.cpp, where a test with a program of its own has QTEST_MAIN.
#define MAILSEAL_TEST(Class)                                                                                 \
    static const mailseal::TestClass registered##Class(                                                      \
        __FILE__, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
