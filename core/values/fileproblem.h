#pragma once

#include <QString>

namespace mailseal {

/// Why a file is no saved inspection. Wording::fileProblem makes a sentence of it that says what to do.
struct FileProblem
{
    enum class Kind {
        Unreadable,    ///< the system's words
        NoRegularFile, ///< a folder, a device, a pipe
        Empty,
        TooLarge,     ///< beyond limits::savedFile
        NotUtf8,      ///< what it seems to be
        Certificates, ///< PEM: certificates or keys
        NotJson,      ///< from which byte on
        TooDeep,      ///< beyond limits::savedDepth
        TooMany,      ///< beyond limits::savedValues or limits::savedMembers
        NameTwice,    ///< which field: nobody can say which of the two counts (RFC 8259 §4)
        NewerSchema,  ///< the schema
        OtherSchema,  ///< what it is instead
        Unfit         ///< which field, and what is expected there
    };
    Kind kind = Kind::Unfit;
    QString text; ///< English, the detail that the kind names
    bool operator==(const FileProblem &) const = default;
};

} // namespace mailseal
