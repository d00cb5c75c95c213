#include "wording/wording.h"
#include "wording/wordingtext.h"

namespace mailseal {

namespace {

const char *sentenceOf(FileProblem::Kind kind)
{
    switch (kind) {
    case FileProblem::Kind::Unreadable:
        return QT_TRANSLATE_NOOP("wording", "the file cannot be read: %1");
    case FileProblem::Kind::NoRegularFile:
        return QT_TRANSLATE_NOOP("wording", "this is a folder, a pipe or a device: name a saved file");
    case FileProblem::Kind::Empty:
        return QT_TRANSLATE_NOOP("wording", "the file is empty: use another copy, or inspect again");
    case FileProblem::Kind::TooLarge:
        return QT_TRANSLATE_NOOP("wording",
                                 "the file is larger than %1 MiB, more than is opened: save fewer servers in "
                                 "one file");
    case FileProblem::Kind::NotUtf8:
        return QT_TRANSLATE_NOOP("wording",
                                 "the file is not in UTF-8 (%1): save it as UTF-8, or use the file as "
                                 "Mailseal wrote it");
    case FileProblem::Kind::Certificates:
        return QT_TRANSLATE_NOOP("wording",
                                 "the file holds certificates or keys, no saved inspection: name a "
                                 ".mailseal file");
    case FileProblem::Kind::NotJson:
        return QT_TRANSLATE_NOOP("wording",
                                 "the file is no saved inspection or was cut: it is not JSON from byte "
                                 "%1 on; use another copy");
    case FileProblem::Kind::TooDeep:
        return QT_TRANSLATE_NOOP("wording",
                                 "the file is nested more than %1 deep, as no saved inspection is: use "
                                 "another copy");
    case FileProblem::Kind::TooMany:
        return QT_TRANSLATE_NOOP("wording",
                                 "the file holds more values than are opened (%1): save fewer servers "
                                 "in one file");
    case FileProblem::Kind::NameTwice:
        return QT_TRANSLATE_NOOP("wording", "the file says “%1” twice in one place, so nobody can tell which "
                                            "counts: use the file as Mailseal wrote it");
    case FileProblem::Kind::NewerSchema:
        return QT_TRANSLATE_NOOP("wording",
                                 "the file was made by a newer version of Mailseal (%1): open it with "
                                 "that version, or update this one");
    case FileProblem::Kind::OtherSchema:
        return QT_TRANSLATE_NOOP("wording", "the file is no saved inspection (%1): name a .mailseal file");
    case FileProblem::Kind::Unfit:
        return QT_TRANSLATE_NOOP("wording",
                                 "the file does not hold what a saved inspection holds (%1): use the file "
                                 "as Mailseal wrote it, or inspect again");
    }
    return "%1";
}

} // namespace

QString Wording::fileProblem(const FileProblem &error) const
{
    return withArguments(inLanguage(m_speech, sentenceOf(error.kind)), {error.text});
}

} // namespace mailseal
