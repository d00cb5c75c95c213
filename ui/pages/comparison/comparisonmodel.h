#pragma once

#include "pages/comparison/comparisonpage.h"

#include <QAbstractItemModel>

#include <memory>

namespace mailseal {

/// A comparison as a tree: groups, and below each its rows, a fact and two sides. Rows come in portions as
/// the view reaches them, so that thousands of names cost what is looked at.
class ComparisonModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Label, Left, Right, ColumnCount };
    using Page = std::shared_ptr<const ComparisonPage>;

    explicit ComparisonModel(QObject *parent = nullptr);

    /// Shows another page; where it has the same rows these change in place.
    void present(Page page);
    void setOnlyDifferences(bool only);
    bool onlyDifferences() const { return m_only; }
    const ComparisonPage &page() const { return *m_page; }

    bool isSection(const QModelIndex &index) const { return index.isValid() && index.internalId() == 0; }
    /// nullptr where the index is of the other kind.
    const ComparedSection *section(const QModelIndex &index) const;
    const ComparedLine *line(const QModelIndex &index) const;
    /// The section that a line stands in.
    const ComparedSection *sectionOf(const QModelIndex &line) const;
    QModelIndex firstDifference() const;
    /// The row of this fact, fetched where it has not been reached yet.
    QModelIndex find(const QString &sectionKey, const QString &lineKey);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// What is shown of a section: which of its lines, and how many of them so far.
    struct Shown
    {
        int section = 0;
        QList<int> lines;
        int fetched = 0;
    };
    QList<Shown> choose(const ComparisonPage &page) const;
    bool hasSameRows(const QList<Shown> &next, const ComparisonPage &page) const;

    Page m_page;
    bool m_only = false;
    QList<Shown> m_shown;
};

} // namespace mailseal
