#include "models/dnsmodel.h"

#include "models/plaintooltip.h"
#include "models/roles.h"
#include "wire/escape.h"
#include "wire/recordtext.h"
#include "wording/dnswording.h"
#include "wording/wordingtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace mailseal {

namespace {

struct DnsText
{
    Q_DECLARE_TR_FUNCTIONS(mailseal::DnsModel)
};

/// A record of a whole certificate is thousands of digits; the beginning tells it from others.
QString shortened(const QString &text)
{
    constexpr qsizetype enough = 180;
    return text.size() <= enough ? text : text.left(enough) + QStringLiteral("…");
}

class Rows
{
public:
    explicit Rows(const Target &target)
        : m_target(target)
    {
    }

    template <typename Record>
    void add(DnsPlace place, const QString &type, const std::optional<Answer<Record>> &answer)
    {
        if (!answer)
            return;
        const qsizetype first = rows.size();
        if (!answer->canonicalName.isEmpty())
            append(place, QStringLiteral("CNAME"), escapeUnprintable(answer->canonicalName) + u'.');
        for (const Record &record : answer->records) {
            DnsRow &row = append(place, typeOf(record, type), shortened(recordText(record)));
            row.isThisServer = isThisServer(record);
            row.aside = asideOf(record, row.isThisServer);
        }
        if (answer->records.isEmpty()) {
            DnsRow &row = append(place, type, inWords(lookupWords(answer->lookup)));
            row.isRecord = false;
            row.hasFailed = hasFailed(answer->lookup);
        }
        introduce(rows[first], *answer);
    }

    /// Of two families one may be there and the other not; what is not there and why is said as well.
    void addFamily(const QString &type, const AddressAnswer &both, LookupEnd end)
    {
        if (both.records.isEmpty() || end == LookupEnd::Found || end == LookupEnd::NxDomain)
            return;
        DnsRow &row = append(DnsPlace::Addresses, type, inWords(lookupWords(end)));
        row.isRecord = false;
        row.hasFailed = hasFailed(end);
    }

    QList<DnsRow> rows;

private:
    DnsRow &append(DnsPlace place, const QString &type, const QString &text)
    {
        DnsRow row;
        row.place = place;
        row.type = type;
        row.text = text;
        row.isRecord = true;
        rows.append(row);
        return rows.last();
    }

    template <typename Record>
    static void introduce(DnsRow &row, const Answer<Record> &answer)
    {
        row.name = escapeUnprintable(answer.name);
        row.dnssec = badgeOf(toneOf(answer.dnssec));
        row.state = dnssecText(answer.dnssec);
        if (!answer.records.isEmpty())
            row.ttl = DnsText::tr("kept for %1 s").arg(QLocale().toString(answer.ttl));
        if (!answer.algorithms.isEmpty()) {
            const QString signedWith = escapeUnprintable(answer.algorithms.join(QStringLiteral(", ")));
            row.aside = row.aside.isEmpty() ? signedWith : row.aside + QStringLiteral(" · ") + signedWith;
        }
        if (answer.whyBogus.isEmpty())
            return;
        const QString why = escapeUnprintable(answer.whyBogus.simplified());
        row.aside = row.aside.isEmpty() ? why : row.aside + QStringLiteral(" · ") + why;
    }

    static QString typeOf(const AddressRecord &record, const QString & /*type*/)
    {
        return record.address.contains(u':') ? QStringLiteral("AAAA") : QStringLiteral("A");
    }
    template <typename Record>
    static QString typeOf(const Record & /*record*/, const QString &type)
    {
        return type;
    }

    bool isThisServer(const MxRecord &record) const
    {
        return !record.exchange.isEmpty() && record.exchange == m_target.host;
    }
    bool isThisServer(const AddressRecord &record) const { return record.address == m_target.address; }
    template <typename Record>
    bool isThisServer(const Record & /*record*/) const
    {
        return false;
    }

    static QString asideOf(const MxRecord &record, bool isThisServer)
    {
        if (record.exchange.isEmpty())
            return DnsText::tr("null MX: the domain takes no mail");
        return isThisServer ? DnsText::tr("this server") : QString();
    }
    static QString asideOf(const TlsaRecord &record, bool /*isThisServer*/) { return tlsaAcronyms(record); }
    template <typename Record>
    static QString asideOf(const Record & /*record*/, bool isThisServer)
    {
        return isThisServer ? DnsText::tr("this server") : QString();
    }

    const Target &m_target;
};

} // namespace

QString dnssecText(DnssecState state) { return inWords(dnssecWords(state)); }

DnsModel::DnsModel(QObject *parent)
    : RowsModel<DnsRow>(parent)
{
}

void DnsModel::present(const Inspection &inspection)
{
    const DnsEvidence dns = inspection.evidence.dns.value_or(DnsEvidence());
    Rows made(inspection.evidence.target);
    made.add(DnsPlace::Mx, QStringLiteral("MX"), dns.mx);
    made.add(DnsPlace::Addresses, QStringLiteral("A, AAAA"),
             std::optional<Answer<AddressRecord>>(dns.addresses));
    if (dns.addresses) {
        made.addFamily(QStringLiteral("A"), *dns.addresses, dns.addresses->ipv4);
        made.addFamily(QStringLiteral("AAAA"), *dns.addresses, dns.addresses->ipv6);
    }
    made.add(DnsPlace::Addresses, QStringLiteral("CNAME"), dns.alias);
    made.add(DnsPlace::Tlsa, QStringLiteral("TLSA"), dns.tlsaAtCanonicalName);
    made.add(DnsPlace::Tlsa, QStringLiteral("TLSA"), dns.tlsa);
    made.add(DnsPlace::StsRecord, QStringLiteral("TXT"), dns.sts);
    made.add(DnsPlace::TlsRpt, QStringLiteral("TXT"), dns.tlsRpt);
    showRows(made.rows);
}

int DnsModel::rowOf(DnsPlace place) const
{
    const auto found = std::find_if(rows().cbegin(), rows().cend(),
                                    [place](const DnsRow &row) { return row.place == place; });
    return found == rows().cend() ? -1 : static_cast<int>(found - rows().cbegin());
}

int DnsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant DnsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DnsRow &row = rows().at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column == Name     ? row.name
               : column == Type   ? row.type
               : column == Dnssec ? row.state
                                  : row.text;
    case Qt::ToolTipRole:
        return column == Name ? plainToolTip(QString(row.name + u'\n' + row.ttl).trimmed())
                              : plainToolTip(data(index, Qt::DisplayRole).toString());
    case SuffixRole:
        return column == Record ? QVariant(row.aside) : QVariant();
    case BadgeRole:
        if (column == Record && row.hasFailed)
            return static_cast<int>(Badge::Undetermined);
        return column == Dnssec && row.dnssec ? QVariant(static_cast<int>(*row.dnssec)) : QVariant();
    case MutedRole:
        return column == Type || (column == Record && !row.isRecord);
    case StrongRole:
        return column == Record && row.isThisServer;
    case MonospaceRole:
        return column == Record && row.isRecord;
    default:
        return {};
    }
}

QVariant DnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Type:
        return tr("Type");
    case Dnssec:
        return tr("DNSSEC");
    case Record:
        return tr("Answer");
    default:
        return {};
    }
}

} // namespace mailseal
