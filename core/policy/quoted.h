#pragma once

#include "values/limits.h"

#include <QByteArrayView>
#include <QString>

namespace mailseal {

/// What a finding quotes of a text that a stranger wrote: bounded; the report escapes it.
inline QString quoted(QByteArrayView text)
{
    return QString::fromUtf8(text.first(qMin(text.size(), limits::quotedText)));
}

} // namespace mailseal
