#include "style/theme.h"

#include "answers/badge.h"
#include "style/quietstyle.h"

#include <QApplication>
#include <QHash>

/// The icons lie in a static library, where nothing else would pull them in. Outside of every namespace, as
/// Qt asks.
static void pullIconsIn() { Q_INIT_RESOURCE(icons); }

namespace mailseal {

namespace {

/// An icon of its own would render its SVG again for every row that is painted. Gone before the plugin that
/// made them is.
QHash<QByteArray, QIcon> &iconCache()
{
    static QHash<QByteArray, QIcon> icons;
    return icons;
}

QIcon iconOf(const char *name)
{
    static const bool areThere = (pullIconsIn(), true);
    if (!areThere)
        return {};
    if (iconCache().isEmpty())
        qAddPostRoutine([] { iconCache().clear(); });
    QIcon &icon = iconCache()[name];
    if (icon.isNull())
        icon = QIcon(QStringLiteral(":/icons/%1.svg").arg(QLatin1StringView(name)));
    return icon;
}

struct Look
{
    bool dark = false;
    Tints tints;
};

Tints lightTints()
{
    Tints t;
    t.good = QColor(0x1a, 0x75, 0x38);
    t.warn = QColor(0x96, 0x58, 0x00);
    t.bad = QColor(0xb0, 0x24, 0x1b);
    t.neutral = QColor(0x5b, 0x65, 0x73);
    t.goodFill = QColor(0xe5, 0xf4, 0xe9);
    t.warnFill = QColor(0xfd, 0xf1, 0xde);
    t.badFill = QColor(0xfc, 0xe7, 0xe5);
    t.clientText = QColor(0x1f, 0x5f, 0xbf);
    t.serverText = QColor(0x1a, 0x75, 0x38);
    t.noteText = QColor(0x5b, 0x65, 0x73);
    t.mutedText = QColor(0x5b, 0x65, 0x73);
    t.line = QColor(0xdb, 0xdf, 0xe5);
    t.card = QColor(0xff, 0xff, 0xff);
    t.page = QColor(0xf3, 0xf4, 0xf7);
    t.accent = QColor(0x2f, 0x6f, 0xe0);
    t.selection = QColor(0xe3, 0xec, 0xfb);
    return t;
}

Tints darkTints()
{
    Tints t;
    t.good = QColor(0x6f, 0xcf, 0x8f);
    t.warn = QColor(0xf0, 0xb3, 0x5a);
    t.bad = QColor(0xf2, 0x8b, 0x82);
    t.neutral = QColor(0xa3, 0xad, 0xba);
    t.goodFill = QColor(0x1d, 0x3a, 0x28);
    t.warnFill = QColor(0x40, 0x31, 0x1a);
    t.badFill = QColor(0x47, 0x24, 0x22);
    t.clientText = QColor(0x8a, 0xb4, 0xf8);
    t.serverText = QColor(0x6f, 0xcf, 0x8f);
    t.noteText = QColor(0xa3, 0xad, 0xba);
    t.mutedText = QColor(0xa3, 0xad, 0xba);
    t.line = QColor(0x3b, 0x41, 0x4a);
    t.card = QColor(0x25, 0x29, 0x2f);
    t.page = QColor(0x1b, 0x1e, 0x23);
    t.accent = QColor(0x6b, 0x9d, 0xf5);
    t.selection = QColor(0x2c, 0x3d, 0x5a);
    return t;
}

/// The look in force; set by applyAppearance alone.
Look &look()
{
    static Look current{false, lightTints()};
    return current;
}

QPalette paletteOf(const Look &of)
{
    const Tints &t = of.tints;
    const QColor text = of.dark ? QColor(0xe8, 0xea, 0xed) : QColor(0x1c, 0x20, 0x27);
    const QColor window = of.dark ? QColor(0x20, 0x23, 0x28) : QColor(0xf7, 0xf8, 0xfa);
    const QColor disabled = of.dark ? QColor(0x77, 0x7f, 0x8a) : QColor(0x96, 0x9e, 0xa9);
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, t.card);
    palette.setColor(QPalette::AlternateBase, t.page);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, disabled);
    palette.setColor(QPalette::Button, of.dark ? QColor(0x2e, 0x33, 0x3a) : QColor(0xff, 0xff, 0xff));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, of.dark ? QColor(0x10, 0x16, 0x20) : QColor(Qt::white));
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::ToolTipBase, of.dark ? QColor(0x33, 0x38, 0x40) : QColor(0xff, 0xff, 0xf2));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Midlight, t.line.lighter(of.dark ? 90 : 104));
    palette.setColor(QPalette::Dark, of.dark ? QColor(0x14, 0x16, 0x1a) : QColor(0xb6, 0xbd, 0xc7));
    palette.setColor(QPalette::Light, of.dark ? QColor(0x3a, 0x40, 0x48) : QColor(Qt::white));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0, 90));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    return palette;
}

} // namespace

const Tints &tints() { return look().tints; }

bool isDark() { return look().dark; }

void applyAppearance(QApplication & /*application*/, Appearance appearance)
{
    // What the platform asks for, read before our own palette covers it.
    static const bool platformIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && platformIsDark);
    look() = {dark, dark ? darkTints() : lightTints()};
    if (!qobject_cast<QuietStyle *>(QApplication::style()))
        QApplication::setStyle(new QuietStyle);
    QApplication::setPalette(paletteOf(look()));
}

Badge badgeOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return Badge::Satisfied;
    case Tone::Warned:
        return Badge::Warned;
    case Tone::Bad:
        return Badge::Violated;
    case Tone::Plain:
    case Tone::NotApplicable:
        return Badge::NotApplicable;
    case Tone::Unknown:
        return Badge::Undetermined;
    }
    return Badge::Undetermined;
}

Badge badgeOf(Standing standing) { return badgeOf(toneOf(standing)); }

Badge badgeOf(const Verdict &verdict) { return badgeOf(toneOf(verdict)); }

Badge badgeOf(const Inspection &inspection) { return badgeOf(toneOf(inspection)); }

Badge badgeOf(Severity severity) { return badgeOf(toneOf(severity)); }

QIcon badgeIcon(Badge badge)
{
    switch (badge) {
    case Badge::Satisfied:
        return iconOf("satisfied");
    case Badge::Warned:
        return iconOf("warned");
    case Badge::Violated:
        return iconOf("violated");
    case Badge::NotApplicable:
        return iconOf("notapplicable");
    case Badge::Undetermined:
        return iconOf("undetermined");
    case Badge::Running:
        return iconOf("running");
    }
    return {};
}

QIcon lockIcon() { return isDark() ? iconOf("lock-dark") : iconOf("lock-light"); }

QIcon programIcon() { return iconOf("mailseal"); }

QIcon windowIcon()
{
    constexpr int fewPixels = 24;
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128})
        icon.addPixmap(iconOf(size <= fewPixels ? "mailseal-small" : "mailseal").pixmap({size, size}, 1.0));
    return icon;
}

} // namespace mailseal
