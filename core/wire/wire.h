#pragma once

#include "values/badgestate.h"
#include "values/conformance.h"
#include "values/inspection.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

/// The only wire names (docs/file-format.md): written out, never derived. `fromWire<E>` is the way back.
namespace mailseal {

QString toWire(PolicyId id);
QString toWire(Standing standing);
QString toWire(Delivery delivery);
QString toWire(EndReason end);
QString toWire(Service service);
QString toWire(Start start);
QString toWire(Severity severity);
QString toWire(FindingCode code);
QString toWire(ConformanceId id);
QString toWire(ConformanceNote note);
QString toWire(TlsProtocol protocol);
QString toWire(TlsLibrary library);
QString toWire(SelfSignedKind kind);
QString toWire(BadgeState state);
QString toWire(AnchorStore store);
QString toWire(NameSource source);
QString toWire(NameReason reason);
QString toWire(PresentedKind kind); ///< "DNS", "IP", "CN"
QString toWire(Speaker speaker);
QString toWire(DialogueStep step);
QString toWire(NoteCode code);
QString toWire(Origin origin);
QString toWire(TlsClosure closure);
QString toWire(DnssecState state);
QString toWire(LookupEnd end);
QString toWire(TlsaReason reason);
QString toWire(StsMode mode);
QString toWire(StsFetchEnd end);
QString toWire(OcspStatus status);
QString toWire(AssumptionKind kind);

template <typename E>
std::optional<E> fromWire(QStringView name);

/// Every name of an enumeration, in its order.
template <typename E>
QStringList wireNames();

} // namespace mailseal
