#include <QLibrary>
#include <QtGlobal>

#include <unbound.h>

#include <memory>

// The functions of libunbound that the resolver calls, each of them a call of the library itself, which is
// loaded by the first one: whoever asks no DNS waits neither for it nor for the four libraries that it
// brings. Where it cannot be loaded there is no context (ub_ctx_create), no lookup comes about, and that is
// said once. Hidden: the library's own functions call one another, and must not find these.

namespace {

std::unique_ptr<QLibrary> load()
{
    constexpr int soVersion = 8; // since Unbound 1.9
    auto library = std::make_unique<QLibrary>(QStringLiteral("unbound"), soVersion);
    if (!library->load()) {
        qWarning("libunbound cannot be loaded, so no name can be looked up (package libunbound8): %s",
                 qUtf8Printable(library->errorString()));
    }
    return library;
}

QLibrary &library()
{
    static const std::unique_ptr<QLibrary> loaded = load();
    return *loaded;
}

template <typename Function>
Function *functionNamed(const char *name)
{
    return library().isLoaded() ? reinterpret_cast<Function *>(library().resolve(name)) : nullptr;
}

} // namespace

[[gnu::visibility("hidden")]] ub_ctx *ub_ctx_create()
{
    static auto *const function = functionNamed<decltype(ub_ctx_create)>("ub_ctx_create");
    return function ? function() : nullptr;
}

[[gnu::visibility("hidden")]] void ub_ctx_delete(ub_ctx *context)
{
    static auto *const function = functionNamed<decltype(ub_ctx_delete)>("ub_ctx_delete");
    if (function)
        function(context);
}

[[gnu::visibility("hidden")]] int ub_ctx_debugout(ub_ctx *context, void *out)
{
    static auto *const function = functionNamed<decltype(ub_ctx_debugout)>("ub_ctx_debugout");
    return function ? function(context, out) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_ctx_async(ub_ctx *context, int isThread)
{
    static auto *const function = functionNamed<decltype(ub_ctx_async)>("ub_ctx_async");
    return function ? function(context, isThread) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_ctx_set_option(ub_ctx *context, const char *option, const char *value)
{
    static auto *const function = functionNamed<decltype(ub_ctx_set_option)>("ub_ctx_set_option");
    return function ? function(context, option, value) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_ctx_set_fwd(ub_ctx *context, const char *address)
{
    static auto *const function = functionNamed<decltype(ub_ctx_set_fwd)>("ub_ctx_set_fwd");
    return function ? function(context, address) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_ctx_resolvconf(ub_ctx *context, const char *file)
{
    static auto *const function = functionNamed<decltype(ub_ctx_resolvconf)>("ub_ctx_resolvconf");
    return function ? function(context, file) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_ctx_hosts(ub_ctx *context, const char *file)
{
    static auto *const function = functionNamed<decltype(ub_ctx_hosts)>("ub_ctx_hosts");
    return function ? function(context, file) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_ctx_add_ta(ub_ctx *context, const char *anchor)
{
    static auto *const function = functionNamed<decltype(ub_ctx_add_ta)>("ub_ctx_add_ta");
    return function ? function(context, anchor) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_ctx_zone_add(ub_ctx *context, const char *zone, const char *kind)
{
    static auto *const function = functionNamed<decltype(ub_ctx_zone_add)>("ub_ctx_zone_add");
    return function ? function(context, zone, kind) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_ctx_zone_remove(ub_ctx *context, const char *zone)
{
    static auto *const function = functionNamed<decltype(ub_ctx_zone_remove)>("ub_ctx_zone_remove");
    return function ? function(context, zone) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_fd(ub_ctx *context)
{
    static auto *const function = functionNamed<decltype(ub_fd)>("ub_fd");
    return function ? function(context) : -1;
}

[[gnu::visibility("hidden")]] int ub_process(ub_ctx *context)
{
    static auto *const function = functionNamed<decltype(ub_process)>("ub_process");
    return function ? function(context) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_resolve_async(ub_ctx *context, const char *name, int type,
                                                   int addressClass, void *mine, ub_callback_type answered,
                                                   int *query)
{
    static auto *const function = functionNamed<decltype(ub_resolve_async)>("ub_resolve_async");
    return function ? function(context, name, type, addressClass, mine, answered, query) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] int ub_cancel(ub_ctx *context, int query)
{
    static auto *const function = functionNamed<decltype(ub_cancel)>("ub_cancel");
    return function ? function(context, query) : UB_INITFAIL;
}

[[gnu::visibility("hidden")]] void ub_resolve_free(ub_result *result)
{
    static auto *const function = functionNamed<decltype(ub_resolve_free)>("ub_resolve_free");
    if (function)
        function(result);
}
