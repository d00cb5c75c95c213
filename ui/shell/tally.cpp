#include "shell/tally.h"

#include "list/inspectionlist.h"
#include "models/headline.h"
#include "style/theme.h"

namespace mailseal {

Tally::Tally(const InspectionList &list, QWidget *parent)
    : QLabel(parent)
    , m_list(list)
{
    setContentsMargins(metrics::gap, 2, metrics::gap, 2);
    setTextFormat(Qt::PlainText);
    connect(&list, &InspectionList::structureChanged, this, &Tally::count);
    connect(&list, &InspectionList::serverChanged, this, &Tally::count);
    count();
}

void Tally::count()
{
    const int inspected = m_list.inspectedCount();
    setText(inspected == 0 ? tr("Nothing is sent but to the servers you ask about.")
                           : tallyText(inspected, m_list.connectionCount()));
}

} // namespace mailseal
