#pragma once

#include <QJsonValue>
#include <QString>

namespace mailseal {

/// What a newer version wrote into a file and this one does not know: kept, so that a file that is read and
/// written again loses nothing.
struct UnknownField
{
    enum class Kind {
        Member,      ///< a field of an object
        Row,         ///< an element of a list that was passed over, by its place in that list
        Value,       ///< a field that is known and a value that is not
        SurveyMember ///< a field of the file around the inspections
    };
    Kind kind = Kind::Member;
    QString pointer; ///< RFC 6901, from the inspection on
    QJsonValue value;
    bool operator==(const UnknownField &) const = default;
};

} // namespace mailseal
