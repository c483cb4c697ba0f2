// SPDX-License-Identifier: Apache-2.0
//
// SharedLibrary is a library that few users need: it is loaded when the first one does, and the
// program starts without it. It stays for good.
//
//   const SharedLibrary library = TRY(SharedLibrary::open("libnbd.so.0", "libnbd0"));
//   TRY(library.find("nbd_create", create));

#pragma once

#include <string>

#include "runtime/base/result.h"

namespace qapi {

class SharedLibrary {
 public:
  /// `file` as the dynamic linker looks for it; `package` of Debian, which has it.
  static Result<SharedLibrary> open(const std::string& file, const std::string& package);

  /// Fails when it has no such function.
  template <typename Function>
  Result<> find(const char* name, Function*& function) const {
    function = reinterpret_cast<Function*>(TRY(address_of(name)));
    return {};
  }

 private:
  SharedLibrary(std::string file, void* handle) : file_(std::move(file)), handle_(handle) {}

  Result<void*> address_of(const char* name) const;

  std::string file_;
  void* handle_;
};

}  // namespace qapi
