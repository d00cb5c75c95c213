#pragma once

#include "values/certificatefacts.h"
#include "values/verdict.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// What the sources of a sender profile say of one technique: unknown stays unknown.
enum class Stated { Yes, No, NotStated };

struct SenderSource
{
    QString where; ///< a manual with its version, or an address
    QDate date;    ///< of the source, or when it was read where it bears none
    QString says;  ///< English, in short
    bool operator==(const SenderSource &) const = default;
};

/// What a sender does otherwise than others of its class where something is seen: proved by running it.
struct SenderWay
{
    FindingCode seen = FindingCode::FromNewerVersion;
    QString first = {};                ///< what the first argument of the finding begins with
    std::optional<Delivery> does = {}; ///< null: as without DANE, or as the other certificate leads to
    bool operator==(const SenderWay &) const = default;
};

/// What a well-known sender does, as far as a source states it (resources/senders).
struct SenderProfile
{
    QString id;                        ///< "postfix-dane"
    QString name;                      ///< "Postfix, level dane"
    std::optional<TlsLibrary> library; ///< whose word on a chain it takes; null: no source tells
    std::optional<PolicyId> without;   ///< where neither DANE nor MTA-STS has a say; null: no source tells
    Stated dane = Stated::NotStated;
    Stated mtaSts = Stated::NotStated;
    bool daneNeedsSecureMx = false; ///< an insecure MX record makes it forget DANE (RFC 7672 §2.2.1: MAY)
    QList<SenderWay> ways;
    QList<SenderSource> sources; ///< never empty
    bool operator==(const SenderProfile &) const = default;
};

/// Would that sender deliver?
struct SenderVerdict
{
    QString sender; ///< the profile's id
    QString name;   ///< as it was called then
    Delivery delivery = Delivery::Unknown;
    std::optional<PolicyId> decidedBy; ///< whose verdict it is; null: nothing that a source states applies
    /// A technique that no source speaks of and that would change the answer: so it is unknown.
    std::optional<PolicyId> unstated;
    QList<SenderSource> sources; ///< what is known of it, and from where
    /// What this sender copes with in a way of its own; empty where with nothing.
    QList<Finding> because = {};
    bool operator==(const SenderVerdict &) const = default;
};

} // namespace mailseal
