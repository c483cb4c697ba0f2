// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/openssl.h"

#include <cassert>
#include <string>

#include <dlfcn.h>
#include <fmt/format.h>

namespace qapi {

namespace {

/// The one whose headers we were built with.
const std::string& library_name() {
  static const std::string name = fmt::format("libssl.so.{}", OPENSSL_SHLIB_VERSION);
  return name;
}

tl::unexpected<Error> cannot_load() {
  const char* const reason = ::dlerror();
  return fail(fmt::format(
      "cannot load {} for TLS: {}",
      library_name(),
      reason != nullptr ? reason : "unknown reason"
  ));
}

template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

Result<OpenSsl> load_anew() {
  void* const library = ::dlopen(library_name().c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return cannot_load();
  OpenSsl functions;
#define QAPI_FIND(name) \
  if (!find(library, #name, functions.name)) return cannot_load();
  QAPI_OPENSSL_FUNCTIONS(QAPI_FIND)
#undef QAPI_FIND
  return functions;
}

/// What stays from the first success on; on the main thread, where monitors are added.
OpenSsl& the_library() {
  static OpenSsl library;
  return library;
}

}  // namespace

Result<const OpenSsl*> OpenSsl::load() {
  OpenSsl& library = the_library();
  if (library.SSL_new == nullptr) library = TRY(load_anew());
  return &library;
}

const OpenSsl& OpenSsl::loaded() {
  assert(the_library().SSL_new != nullptr);
  return the_library();
}

}  // namespace qapi
