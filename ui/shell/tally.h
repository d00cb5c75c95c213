#pragma once

#include <QLabel>

namespace mailseal {

class InspectionList;

/// How many servers have been inspected, and by how many connections, as one line that follows the list.
class Tally : public QLabel
{
    Q_OBJECT
public:
    explicit Tally(const InspectionList &list, QWidget *parent = nullptr);

private:
    void count();

    const InspectionList &m_list;
};

} // namespace mailseal
