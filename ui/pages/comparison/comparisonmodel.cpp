#include "pages/comparison/comparisonmodel.h"

#include "models/plaintooltip.h"

#include <algorithm>

namespace mailseal {

namespace {

/// As many rows as a view lays out without being felt.
constexpr int portion = 200;

} // namespace

ComparisonModel::ComparisonModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_page(std::make_shared<ComparisonPage>())
{
}

/// Every section stays, so that a person sees what is the same; of its lines all, or those that differ.
QList<ComparisonModel::Shown> ComparisonModel::choose(const ComparisonPage &page) const
{
    QList<Shown> chosen;
    for (int i = 0; i < page.sections.size(); ++i) {
        const QList<ComparedLine> &lines = page.sections.at(i).lines;
        Shown shown;
        shown.section = i;
        for (int line = 0; line < lines.size(); ++line) {
            if (!m_only || lines.at(line).isDifference)
                shown.lines.append(line);
        }
        shown.fetched = qMin(portion, static_cast<int>(shown.lines.size()));
        chosen.append(std::move(shown));
    }
    return chosen;
}

bool ComparisonModel::hasSameRows(const QList<Shown> &next, const ComparisonPage &page) const
{
    return std::equal(
        m_shown.cbegin(), m_shown.cend(), next.cbegin(), next.cend(),
        [&](const Shown &one, const Shown &other) {
            const ComparedSection &before = m_page->sections.at(one.section);
            const ComparedSection &after = page.sections.at(other.section);
            return before.key == after.key &&
                   std::equal(one.lines.cbegin(), one.lines.cend(), other.lines.cbegin(), other.lines.cend(),
                              [&](int a, int b) { return before.lines.at(a).key == after.lines.at(b).key; });
        });
}

void ComparisonModel::present(Page page)
{
    QList<Shown> next = choose(*page);
    if (!hasSameRows(next, *page)) {
        beginResetModel();
        m_page = std::move(page);
        m_shown = std::move(next);
        endResetModel();
    } else {
        for (qsizetype i = 0; i < next.size(); ++i)
            next[i].fetched = m_shown.at(i).fetched;
        m_page = std::move(page);
        m_shown = std::move(next);
        for (int row = 0; row < m_shown.size(); ++row) {
            const QModelIndex top = index(row, 0);
            Q_EMIT dataChanged(top, top.siblingAtColumn(Right));
            if (const int count = m_shown.at(row).fetched; count > 0)
                Q_EMIT dataChanged(index(0, 0, top), index(count - 1, Right, top));
        }
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, Label, Right);
}

void ComparisonModel::setOnlyDifferences(bool only)
{
    if (m_only == only)
        return;
    beginResetModel();
    m_only = only;
    m_shown = choose(*m_page);
    endResetModel();
}

const ComparedSection *ComparisonModel::section(const QModelIndex &index) const
{
    return isSection(index) ? &m_page->sections.at(m_shown.at(index.row()).section) : nullptr;
}

const ComparedSection *ComparisonModel::sectionOf(const QModelIndex &line) const
{
    return section(line.parent());
}

const ComparedLine *ComparisonModel::line(const QModelIndex &index) const
{
    const ComparedSection *within = index.isValid() ? sectionOf(index) : nullptr;
    if (!within)
        return nullptr;
    const Shown &shown = m_shown.at(index.parent().row());
    return index.row() < shown.lines.size() ? &within->lines.at(shown.lines.at(index.row())) : nullptr;
}

QModelIndex ComparisonModel::firstDifference() const
{
    for (int row = 0; row < m_shown.size(); ++row) {
        const Shown &shown = m_shown.at(row);
        for (int child = 0; child < shown.fetched; ++child) {
            if (m_page->sections.at(shown.section).lines.at(shown.lines.at(child)).isDifference)
                return index(child, Label, index(row, 0));
        }
    }
    return {};
}

QModelIndex ComparisonModel::find(const QString &sectionKey, const QString &lineKey)
{
    for (int row = 0; row < m_shown.size(); ++row) {
        const Shown &shown = m_shown.at(row);
        const ComparedSection &section = m_page->sections.at(shown.section);
        if (section.key != sectionKey)
            continue;
        for (int child = 0; child < shown.lines.size(); ++child) {
            if (section.lines.at(shown.lines.at(child)).key != lineKey)
                continue;
            while (child >= m_shown.at(row).fetched)
                fetchMore(index(row, 0));
            return index(child, Label, index(row, 0));
        }
        return index(row, 0);
    }
    return {};
}

/// A line's index carries the row of its section, one up; a section's 0.
QModelIndex ComparisonModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex ComparisonModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_shown.size());
    return isSection(parent) && parent.column() == 0 ? m_shown.at(parent.row()).fetched : 0;
}

int ComparisonModel::columnCount(const QModelIndex & /*parent*/) const { return ColumnCount; }

bool ComparisonModel::hasChildren(const QModelIndex &parent) const
{
    return !parent.isValid() ? !m_shown.isEmpty() : rowCount(parent) > 0;
}

bool ComparisonModel::canFetchMore(const QModelIndex &parent) const
{
    return isSection(parent) && parent.column() == 0 &&
           m_shown.at(parent.row()).fetched < m_shown.at(parent.row()).lines.size();
}

void ComparisonModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Shown &shown = m_shown[parent.row()];
    const int next = qMin(shown.fetched + portion, static_cast<int>(shown.lines.size()));
    beginInsertRows(parent, shown.fetched, next - 1);
    shown.fetched = next;
    endInsertRows();
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (const ComparedSection *group = section(index)) {
        if (index.column() != Label)
            return {};
        if (role == Qt::DisplayRole)
            return group->title;
        return role == Qt::AccessibleTextRole ? QVariant(group->title + QStringLiteral(", ") + group->count)
                                              : QVariant();
    }
    const ComparedLine *fact = line(index);
    if (!fact)
        return {};
    const QString &text = index.column() == Label  ? fact->label
                          : index.column() == Left ? fact->left.text
                                                   : fact->right.text;
    if (role == Qt::DisplayRole)
        return text;
    if (role == Qt::ToolTipRole)
        return plainToolTip(
            index.column() == Right && !fact->effectText.isEmpty() ? text + u'\n' + fact->effectText : text);
    if (role == Qt::AccessibleTextRole) {
        QStringList words{text};
        if (index.column() == Label)
            words += {fact->isDifference ? tr("differs") : tr("the same"), fact->effectText};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Left ? m_page->leftHead : section == Right ? m_page->rightHead : QString();
}

Qt::ItemFlags ComparisonModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isSection(index) ? flags : flags | Qt::ItemNeverHasChildren;
}

} // namespace mailseal
