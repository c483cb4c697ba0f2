// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/openssl.h"

#include <cassert>
#include <string>

#include <fmt/format.h>

#include "runtime/base/shared_library.h"

namespace qapi {

namespace {

Result<OpenSsl> load_anew() {
  // The one whose headers we were built with.
  const std::string file = fmt::format("libssl.so.{}", OPENSSL_SHLIB_VERSION);
  const auto library =
      TRY(SharedLibrary::open(file, fmt::format("libssl{}", OPENSSL_SHLIB_VERSION)));
  OpenSsl functions;
#define QAPI_FIND(name) TRY(library.find(#name, functions.name));
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
