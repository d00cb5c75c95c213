#include "models/chainmodel.h"

#include "models/plaintooltip.h"
#include "models/roles.h"

#include <algorithm>

namespace mailseal {

bool ChainNode::isSameRow(const ChainNode &other) const
{
    return kind == other.kind && depth == other.depth && sha256 == other.sha256 &&
           children.size() == other.children.size() &&
           std::equal(children.cbegin(), children.cend(), other.children.cbegin(),
                      [](const ChainNode &one, const ChainNode &two) { return one.isSameRow(two); });
}

ChainModel::ChainModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void ChainModel::present(const ChainFacts &chain, const TrustAnchors &anchors, const QDateTime &at)
{
    QList<ChainNode> nodes = chainNodes(chain, anchors, at);
    const bool sameShape =
        nodes.size() == m_nodes.size() &&
        std::equal(nodes.cbegin(), nodes.cend(), m_nodes.cbegin(),
                   [](const ChainNode &one, const ChainNode &two) { return one.isSameRow(two); });
    if (!sameShape) {
        beginResetModel();
        m_chain = chain;
        m_nodes = std::move(nodes);
        endResetModel();
        return;
    }
    m_chain = chain;
    std::swap(m_nodes, nodes);
    for (int row = 0; row < m_nodes.size(); ++row) {
        if (m_nodes.at(row) == nodes.at(row))
            continue;
        const QModelIndex top = index(row, 0);
        Q_EMIT dataChanged(top, index(row, ColumnCount - 1));
        if (rowCount(top) > 0)
            Q_EMIT dataChanged(index(0, 0, top), index(rowCount(top) - 1, ColumnCount - 1, top));
    }
}

const ChainNode *ChainModel::nodeAt(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return nullptr;
    if (index.internalId() == 0)
        return &m_nodes.at(index.row());
    return &m_nodes.at(static_cast<qsizetype>(index.internalId()) - 1).children.at(index.row());
}

const CertificateFacts *ChainModel::certificateAt(const QModelIndex &index) const
{
    const ChainNode *node = nodeAt(index);
    if (!node || node->sha256.isEmpty())
        return nullptr;
    if (node->depth >= 0 && node->depth < m_chain.sent.size())
        return &m_chain.sent.at(node->depth);
    if (m_chain.anchor && m_chain.anchor->sha256 == node->sha256)
        return &*m_chain.anchor;
    return nullptr;
}

QModelIndex ChainModel::indexOfDepth(int depth) const
{
    return depth >= 0 && depth < m_chain.sent.size() ? index(depth, 0) : QModelIndex();
}

QModelIndex ChainModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex ChainModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int ChainModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_nodes.at(parent.row()).children.size());
}

int ChainModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QVariant ChainModel::data(const QModelIndex &index, int role) const
{
    const ChainNode *node = nodeAt(index);
    if (!node)
        return {};
    const bool first = index.column() == Certificate;
    switch (role) {
    case Qt::DisplayRole:
        return first ? node->text : node->state;
    case Qt::AccessibleTextRole:
        return first && !node->aside.isEmpty() ? node->text + u' ' + node->aside
                                               : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole: {
        const QString text = data(index, Qt::AccessibleTextRole).toString();
        return plainToolTip(node->advice.isEmpty() ? text : text + QStringLiteral("\n\n") + node->advice);
    }
    case SuffixRole:
        return first ? QVariant(node->aside) : QVariant();
    case BadgeRole:
        return first && node->badge ? QVariant(static_cast<int>(*node->badge)) : QVariant();
    case StrongRole:
        return first && (node->kind == ChainNode::Kind::Certificate || node->kind == ChainNode::Kind::Path);
    case MutedRole:
        return !first;
    default:
        return {};
    }
}

QVariant ChainModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Certificate ? tr("Certificates as sent") : tr("Validity");
}

} // namespace mailseal
