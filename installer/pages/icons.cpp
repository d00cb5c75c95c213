// mailseal-icon SVG SIZE PNG: draws an icon for the sizes that icon themes want as pixels.
#include <QCoreApplication>
#include <QImage>
#include <QImageReader>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int size = arguments.value(2).toInt();
    QImageReader reader(arguments.value(1), "svg");
    reader.setScaledSize({size, size});
    const QImage image = reader.read();
    if (image.size() != QSize(size, size) || !image.save(arguments.value(3), "png")) {
        std::fprintf(stderr,
                     "mailseal-icon: cannot draw %s: %s (the package libqt6svg6 draws SVG, qt6-svg-plugins "
                     "since Qt 6.7)\n",
                     qUtf8Printable(arguments.value(1)), qUtf8Printable(reader.errorString()));
        return 2;
    }
    return 0;
}
