#include "firstpaint.h"

#include <QApplication>
#include <QMainWindow>

/// The reference: the least a Qt program with a window can do.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1180, 760);
    return mailseal::bench::showAndTell(window);
}
