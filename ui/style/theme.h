#pragma once

#include "values/finding.h"
#include "values/inspection.h"
#include "values/tone.h"
#include "values/verdict.h"

#include <QColor>
#include <QIcon>
#include <QMargins>
#include <QPalette>

class QApplication;

namespace mailseal {

/// The setting System / Light / Dark (Qt 6.4 has no colorScheme; palettes of our own on Fusion).
enum class Appearance { System, Light, Dark };

/// ✔ satisfied, ▲ with a warning, ✖ violated, – not-applicable, ? undetermined, and a clock while it runs.
enum class Badge { Satisfied, Warned, Violated, NotApplicable, Undetermined, Running };

Badge badgeOf(Tone tone);
Badge badgeOf(const Verdict &verdict); ///< satisfied with a warning or error in `because` is Warned
Badge badgeOf(Standing standing);
Badge badgeOf(Severity severity);
Badge badgeOf(const Inspection &inspection); ///< answers/badge

/// SVG, crisp at every scale, shape and colour differ.
QIcon badgeIcon(Badge badge);
QIcon lockIcon();
QIcon programIcon();
/// The same in pixels, as window managers and task bars want it; where they are few, by a drawing of its own.
QIcon windowIcon();

/// Colours beside the palette's, for the appearance in force.
struct Tints
{
    QColor good, warn, bad, neutral;         ///< text and icons
    QColor goodFill, warnFill, badFill;      ///< soft backgrounds
    QColor clientText, serverText, noteText; ///< transcript sides
    QColor mutedText, line, card, page, accent, selection;
};
const Tints &tints();

/// Sets style, palette and style sheet of the whole application.
void applyAppearance(QApplication &application, Appearance appearance);
bool isDark();

namespace metrics {
inline constexpr int gap = 8;
inline constexpr int pad = 12;
inline constexpr int pageMargin = 20;
inline constexpr QMargins aroundPage{pageMargin, pageMargin - 4, pageMargin, pageMargin};
inline constexpr int rowHeight = 34;
inline constexpr int radius = 6;
} // namespace metrics

} // namespace mailseal
