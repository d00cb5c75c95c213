#pragma once

#include "net/hostsfile.h"
#include "net/resolver.h"
#include "net/resolversettings.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

class QSocketNotifier;
class QTimer;
struct ub_ctx;
struct ub_result;

namespace mailseal {

/// libunbound on the event loop: it resolves and validates on a thread of its own, answers come back through
/// a descriptor. Its context is made by the first query, so that whoever asks nothing pays nothing.
///
/// A bogus answer is looked at twice: where the zone of the nearest trust anchor shows no signed keys through
/// this resolver, nothing can be validated through it, and the answer is unknown instead (stripsDnssec).
class UnboundResolver : public QObject, public Resolver
{
    Q_OBJECT
public:
    explicit UnboundResolver(ResolverSettings settings, QObject *parent = nullptr);
    ~UnboundResolver() override;

    int query(const QString &name, RecordType type, Done done) override;
    void cancel(int query) override;
    QString name() const override;

    bool isStarted() const { return m_context != nullptr; }

private:
    struct Pending;
    enum class AnchorState { Asking, Sound, Stripped, Unanswered };
    struct Close
    {
        void operator()(ub_ctx *context) const;
    };

    void open();
    void setUp();
    void takeAnswers();
    void answered(Pending &pending, const ub_result *result);
    void end(int query, const DnsReply &reply);
    std::optional<QString> anchorOf(const QString &name) const;
    void lookTwice(int query, const QString &anchor, const DnsReply &bogus);
    void anchorKnown(const QString &anchor, AnchorState state);

    ResolverSettings m_settings;
    HostsFile m_hosts;         ///< empty where a server was named
    QStringList m_anchorZones; ///< the empty text is the root
    QHash<QString, AnchorState> m_anchors;
    std::unique_ptr<ub_ctx, Close> m_context;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QHash<int, std::shared_ptr<Pending>> m_pending;
    std::vector<std::pair<int, ub_result *>> m_arrived; ///< while libunbound is calling
    int m_last = 0;
};

} // namespace mailseal
