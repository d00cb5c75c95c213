#pragma once

#include "values/inspection.h"
#include "values/progress.h"
#include "wording/wording.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace mailseal {

/// Where a fact is proved: a page and a place on it. Rows and cards emit it, the inspection view goes there.
struct Proof
{
    // GCC 12 takes even a scoped enumerator for a shadow of the type of the same name.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
    enum class Page { Summary, Transcript, Certificates, Names, Dns, Conformance };
#pragma GCC diagnostic pop
    Page page = Page::Summary;
    int index = -1; ///< transcript line, certificate depth, DnsSpot, row; -1: the page's top
    std::optional<int> variant = std::nullopt; ///< whose certificate; null: the main session's
    bool operator==(const Proof &) const = default;
};

/// One page over one Inspection. Everything from a server is plain text, escaped.
class Pane : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Shows this value; called for every snapshot, so selection and scroll position survive.
    virtual void present(const Inspection &inspection, const Progress &progress) = 0;
    /// Scrolls to, selects and focuses the place.
    virtual void reveal(int index) = 0;
    /// On a page of certificates: shows that variant's, the main session's for null.
    virtual void chooseVariant(std::optional<int>) {}
    /// On a page that can be searched: lets a person type what to look for.
    virtual void openFind() {}
    /// How many problems the tab's little badge counts; 0 hides it.
    virtual int problemCount() const { return 0; }

Q_SIGNALS:
    void proofRequested(const mailseal::Proof &proof);
    /// On a page of certificates: to save those that were sent.
    void saveChainRequested();
};

} // namespace mailseal
