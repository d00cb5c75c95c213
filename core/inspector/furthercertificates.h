#pragma once

#include "net/session.h"
#include "values/inspection.h"

#include <QList>
#include <QString>

#include <optional>

namespace mailseal {

/// The next connection that can show another certificate, as far as is known yet: `sni` and `keyType` say
/// what is to be offered. Without SNI where a name was sent (docs/judgement.md "Names and SNI"), and where
/// TLSA records are there the other kind of key.
std::optional<VariantEvidence> dueVariant(const Inspection &inspection,
                                          const QList<VariantEvidence> &triedVariants, bool isNameSent,
                                          bool isDnsComplete);

/// Whether the server took no part in the dialogue: 421, a greeting that refused, or none. Then it is asked
/// again when the main session is over, for it may not like two at once.
bool wasTurnedAway(const SessionFacts &facts);

SuiteOffer offerFor(const QString &keyType);

/// What such a connection showed becomes evidence; a kind that was not answered is listed as not seen. The
/// answer is the note for the transcript.
TranscriptNote keepVariant(Evidence &evidence, VariantEvidence variant, const SessionFacts &facts);

} // namespace mailseal
