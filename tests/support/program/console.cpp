#include "support/testprogram.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    return mailseal::runTests(argc, argv, [](int &count, char **arguments) {
        return std::make_unique<QCoreApplication>(count, arguments);
    });
}
