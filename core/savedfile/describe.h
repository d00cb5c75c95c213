#pragma once

#include "savedfile/fieldkind.h"
#include "savedfile/forms.h"
#include "savedfile/words.h"

#include <concepts>
#include <type_traits>

/// Each struct of a saved file is described once, by `describe(visitor, value)`: its fields by name, what
/// each may tell of people (FieldKind), and how it stands in the file (form). Writer, Reader, redact and the
/// test of the schema walk these descriptions. A visitor has
///
///   field(name, value, kind, form)                a value
///   fieldIf(is, name, value, kind, form)          the same, only where `is`
///   fieldUnless(isNull, name, value, kind, form)  null where `isNull`, which is read as the default
///   unlessSame(name, value, implied, kind, form)  only where it differs from what follows from other fields
///   object(name, value [, Since])                 a struct
///   objectOrNull(name, optional [, inside])       a struct or null; `inside(v, value)` where `describe` is
///   not all objectUnless(isNull, name, value)             a struct, null where `isNull` list(name, values [,
///   Since])                  structs; those that rest on an unknown code are passed over wholeList(name,
///   values)                       structs; where one is not known, nothing is pairs(name, left, right,
///   inside)              two lists side by side, `inside(v, left, right)` for each group(name, inside [,
///   Since])                 an object that is no struct of its own groupIf(is, name, inside) the same or
///   null further(name, optional)                       members that join those of the object `name`, if it
///   is there judged(optional)                              members of a struct, and whether there is one
///   with(optional, inside)                        members that depend on a value that may not be there
///   rests(name)                                   without this member nothing is known
///   words(value, kind)                            a code, its args and the sentences made of them (words.h)
///   made(name, form, make)                        what follows from the rest: written, never read
///   madeList(name, make)                          the same, a list of structs
///   reading(value, act)                           `act(node, value)` where a file is read
///
/// and takes them in order: what a later line rests on has been read.
namespace mailseal {

/// A `U`, or a constant one where it is written.
template <typename T, typename U>
concept As = std::same_as<std::remove_const_t<T>, U>;

/// Whether every file has it, or only those of later versions.
enum class Since { First, Later };

} // namespace mailseal
