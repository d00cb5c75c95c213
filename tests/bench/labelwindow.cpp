#include "firstpaint.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

/// The second reference: one word in the window. It loads the fonts, which an empty one never does.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1180, 760);
    window.setCentralWidget(new QLabel(QStringLiteral("Mailseal")));
    return mailseal::bench::showAndTell(window);
}
