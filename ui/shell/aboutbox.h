#pragma once

class QWidget;

namespace mailseal {

/// Says what the program is, beside `window`, which it does not hold up.
void openAboutBox(QWidget *window);

} // namespace mailseal
