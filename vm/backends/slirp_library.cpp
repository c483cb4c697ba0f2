// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/slirp_library.h"

#include <dlfcn.h>
#include <fmt/format.h>

namespace vm {
namespace {

constexpr const char* kFile = "libslirp.so.0";

template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

}  // namespace

Result<SlirpLibrary> SlirpLibrary::load() {
  void* const library = dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    return fail(fmt::format("{}; Debian has it in the package libslirp0", dlerror()));
  }
  SlirpLibrary slirp;
  const bool has_all = find(library, "slirp_new", slirp.create) &&
                       find(library, "slirp_cleanup", slirp.destroy) &&
                       find(library, "slirp_input", slirp.input) &&
                       find(library, "slirp_pollfds_fill", slirp.fill) &&
                       find(library, "slirp_pollfds_poll", slirp.poll) &&
                       find(library, "slirp_handle_timer", slirp.handle_timer) &&
                       find(library, "slirp_add_hostfwd", slirp.add_hostfwd);
  if (!has_all) return fail(fmt::format("{} is too old: {}", kFile, dlerror()));
  return slirp;
}

}  // namespace vm
