#include "style/quietstyle.h"
#include "style/theme.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace mailseal;

namespace {

/// WCAG 2.1 §1.4.3, relative luminance and contrast ratio.
double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr std::array badges{Badge::Satisfied,     Badge::Warned,       Badge::Violated,
                            Badge::NotApplicable, Badge::Undetermined, Badge::Running};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<Appearance>("appearance");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
    }
    void textIsReadable()
    {
        QFETCH(Appearance, appearance);
        applyAppearance(*qApp, appearance);
        QCOMPARE(isDark(), appearance == Appearance::Dark);
        const Tints &t = tints();
        constexpr double enough = 4.5; // WCAG AA
        for (const QColor &text : {t.good, t.warn, t.bad, t.neutral, t.clientText, t.serverText, t.noteText,
                                   t.mutedText, QApplication::palette().color(QPalette::Text)}) {
            for (const QColor &ground : {t.card, t.page, t.selection})
                QVERIFY2(contrast(text, ground) >= enough, qPrintable(text.name() + u'/' + ground.name()));
        }
        QVERIFY(contrast(t.good, t.goodFill) >= enough);
        QVERIFY(contrast(t.warn, t.warnFill) >= enough);
        QVERIFY(contrast(t.bad, t.badFill) >= enough);
        const QPalette palette = QApplication::palette();
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), t.accent) >= enough);
    }

    void everyBadgeHasAShapeOfItsOwn()
    {
        QSet<QByteArray> shapes;
        for (const Badge badge : badges) {
            const QImage image = badgeIcon(badge).pixmap(32, 32).toImage();
            QVERIFY(!image.isNull());
            const QImage grey = image.convertToFormat(QImage::Format_Alpha8);
            QByteArray shape(reinterpret_cast<const char *>(grey.constBits()), grey.sizeInBytes());
            // Where two share an outline the sign in it differs.
            const QImage sign =
                image.convertToFormat(QImage::Format_RGB32).createMaskFromColor(qRgb(255, 255, 255));
            shape.append(reinterpret_cast<const char *>(sign.constBits()), sign.sizeInBytes());
            shapes.insert(shape);
        }
        QCOMPARE(shapes.size(), static_cast<qsizetype>(badges.size()));
    }

    /// A task bar takes the size it needs; none is scaled from a drawing with too much in it.
    void windowIconHasPixelsForEverySize()
    {
        const QIcon icon = windowIcon();
        for (const int size : {16, 24, 32, 48, 128}) {
            QVERIFY(icon.availableSizes().contains(QSize(size, size)));
            const QImage image = icon.pixmap(size, size).toImage();
            QVERIFY(image.pixelColor(size / 2, size * 3 / 4).alpha() > 0);
        }
    }

    void theStyleIsSetOnce()
    {
        applyAppearance(*qApp, Appearance::Light);
        const QStyle *style = QApplication::style();
        QVERIFY(qobject_cast<const QuietStyle *>(style));
        applyAppearance(*qApp, Appearance::Dark);
        QCOMPARE(QApplication::style(), style);
    }

    void controlsOfOneRowAreOfOneHeight()
    {
        applyAppearance(*qApp, Appearance::Light);
        const QPushButton button(QStringLiteral("Inspect"));
        QComboBox box;
        box.addItem(QStringLiteral("SMTP 25"));
        const QLineEdit line;
        QCOMPARE(box.sizeHint().height(), button.sizeHint().height());
        QCOMPARE(line.sizeHint().height(), button.sizeHint().height());
    }

    void theScrollBarFollowsTheMouse_data()
    {
        QTest::addColumn<Qt::Orientation>("orientation");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("upright") << Qt::Vertical << Qt::LeftToRight;
        QTest::newRow("lying") << Qt::Horizontal << Qt::LeftToRight;
        QTest::newRow("lying, right to left") << Qt::Horizontal << Qt::RightToLeft;
    }
    void theScrollBarFollowsTheMouse()
    {
        QFETCH(Qt::Orientation, orientation);
        QFETCH(Qt::LayoutDirection, direction);
        applyAppearance(*qApp, Appearance::Light);
        QScrollBar bar(orientation);
        bar.setLayoutDirection(direction);
        bar.setRange(0, 1000);
        bar.setPageStep(100);
        bar.resize(orientation == Qt::Vertical ? QSize(12, 400) : QSize(400, 12));
        bar.show();
        const bool mirrored = direction == Qt::RightToLeft;
        const auto at = [&](int along) {
            return orientation == Qt::Vertical ? QPoint(6, along) : QPoint(mirrored ? 399 - along : along, 6);
        };
        QTest::mousePress(&bar, Qt::LeftButton, {}, at(10));
        QTest::mouseMove(&bar, at(200));
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, at(200));
        QVERIFY2(bar.value() > 400 && bar.value() < 650, qPrintable(QString::number(bar.value())));
    }
};

MAILSEAL_TEST(TestTheme)
#include "tst_theme.moc"
