#include "support/testprogram.h"

#include <QApplication>

int main(int argc, char **argv)
{
    return mailseal::runTests(argc, argv,
                              [](int &count, char **arguments) -> std::unique_ptr<QCoreApplication> {
                                  auto application = std::make_unique<QApplication>(count, arguments);
                                  QCoreApplication::setAttribute(Qt::AA_Use96Dpi); // as QTEST_MAIN does
                                  return application;
                              });
}
