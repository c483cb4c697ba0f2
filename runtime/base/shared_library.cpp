// SPDX-License-Identifier: Apache-2.0

#include "runtime/base/shared_library.h"

#include <dlfcn.h>
#include <fmt/format.h>

namespace qapi {

Result<SharedLibrary> SharedLibrary::open(const std::string& file, const std::string& package) {
  void* const handle = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle != nullptr) return SharedLibrary(file, handle);
  const char* const reason = ::dlerror();
  return fail(fmt::format(
      "cannot load {}: {}; Debian has it in the package {}",
      file,
      reason != nullptr ? reason : "unknown reason",
      package
  ));
}

Result<void*> SharedLibrary::address_of(const char* name) const {
  void* const address = ::dlsym(handle_, name);
  if (address != nullptr) return address;
  return fail(fmt::format("{} is too old: it has no {}", file_, name));
}

}  // namespace qapi
