#pragma once

#include "pages/pane.h"

#include <span>

namespace mailseal {

/// A page of the window: one row each, in the order of the tabs, of Proof::Page and of the keys Ctrl+1,
/// Ctrl+2 …
struct PageRow
{
    Proof::Page page;
    const char *title; ///< a source string of the context "mailseal::Pane"
    Pane *(*make)();
};

std::span<const PageRow> pages();

/// In the language of the window.
QString pageTitle(Proof::Page page);

} // namespace mailseal
