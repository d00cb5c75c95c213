#include "firstpaint.h"

#include "shell/startup.h"

/// The window exactly as the program makes it.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto window = mailseal::createMainWindow(application, {});
    return mailseal::bench::showAndTell(*window);
}
