#pragma once

#include "style/theme.h"
#include "values/certificatefacts.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QList>

#include <optional>

namespace mailseal {

/// One row of the chain's tree.
struct ChainNode
{
    enum class Kind {
        Certificate, ///< as sent; its problems are its children
        Problem,
        Path, ///< what was built; the certificates of the path are its children
        PathStep,
        Library ///< another library's word; what it misses are its children
    };
    Kind kind = Kind::Certificate;
    int depth = -1;    ///< index into the chain as sent; -1: not sent
    QByteArray sha256; ///< of the certificate, or of the one the problem belongs to
    QString text;
    QString aside; ///< shown muted behind the text
    QString state; ///< second column
    std::optional<Badge> badge;
    QString advice;
    QList<ChainNode> children;

    bool isSameRow(const ChainNode &other) const;
    bool operator==(const ChainNode &) const = default;
};

/// The rows: certificates as sent (leaf on top) with their problems, problems of the chain as a whole, and
/// the path with its anchor, and what GnuTLS says.
QList<ChainNode> chainNodes(const ChainFacts &chain, const TrustAnchors &anchors, const QDateTime &at);

/// The chain as the server sent it, as a tree.
class ChainModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Certificate, State, ColumnCount };

    explicit ChainModel(QObject *parent = nullptr);

    void present(const ChainFacts &chain, const TrustAnchors &anchors, const QDateTime &at);

    /// The row's certificate, or that of the problem's; nullptr where there is none. Valid until `present`.
    const CertificateFacts *certificateAt(const QModelIndex &index) const;
    const ChainNode *nodeAt(const QModelIndex &index) const;
    /// The row of a certificate as sent.
    QModelIndex indexOfDepth(int depth) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ChainFacts m_chain;
    QList<ChainNode> m_nodes;
};

} // namespace mailseal
