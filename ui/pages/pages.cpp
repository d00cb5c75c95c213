#include "pages/pages.h"

#include "pages/certificatespane.h"
#include "pages/conformancepane.h"
#include "pages/dnspane.h"
#include "pages/namespane.h"
#include "pages/summarypane.h"
#include "pages/transcriptpane.h"

#include <array>

namespace mailseal {

namespace {

template <typename T>
Pane *make()
{
    return new T;
}

constexpr std::array pageRows{
    PageRow{Proof::Page::Summary, QT_TRANSLATE_NOOP("mailseal::Pane", "Summary"), &make<SummaryPane>},
    PageRow{Proof::Page::Transcript, QT_TRANSLATE_NOOP("mailseal::Pane", "Transcript"),
            &make<TranscriptPane>},
    PageRow{Proof::Page::Certificates, QT_TRANSLATE_NOOP("mailseal::Pane", "Certificates"),
            &make<CertificatesPane>},
    PageRow{Proof::Page::Names, QT_TRANSLATE_NOOP("mailseal::Pane", "Names"), &make<NamesPane>},
    PageRow{Proof::Page::Dns, QT_TRANSLATE_NOOP("mailseal::Pane", "DNS"), &make<DnsPane>},
    PageRow{Proof::Page::Conformance, QT_TRANSLATE_NOOP("mailseal::Pane", "Conformance"),
            &make<ConformancePane>},
};

constexpr bool standInOrder()
{
    for (size_t i = 0; i < pageRows.size(); ++i) {
        if (pageRows[i].page != static_cast<Proof::Page>(i))
            return false;
    }
    return true;
}
static_assert(standInOrder());

} // namespace

std::span<const PageRow> pages() { return pageRows; }

QString pageTitle(Proof::Page page) { return Pane::tr(pageRows.at(static_cast<size_t>(page)).title); }

} // namespace mailseal
