#include "shell/aboutbox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace mailseal {

namespace {

struct AboutBox
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::AboutBox)
};

} // namespace

void openAboutBox(QWidget *window)
{
    auto *about = new QMessageBox(window);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(AboutBox::tr("About Mailseal"));
    about->setIconPixmap(window->windowIcon().pixmap(64, 64));
    about->setTextFormat(Qt::PlainText);
    about->setText(AboutBox::tr("Mailseal %1").arg(QCoreApplication::applicationVersion()));
    about->setInformativeText(
        AboutBox::tr("Shows whether mail to a server travels encrypted, who the server is, and which "
                     "senders would refuse it. It speaks to the servers you ask about and to nobody "
                     "else.\n\nApache License 2.0"));
    about->setStandardButtons(QMessageBox::Close);
    about->open();
}

} // namespace mailseal
