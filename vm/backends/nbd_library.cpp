// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/nbd_library.h"

#include "runtime/base/shared_library.h"

namespace vm {
namespace {

Result<NbdLibrary> load_anew() {
  const auto library = TRY(qapi::SharedLibrary::open("libnbd.so.0", "libnbd0"));
  NbdLibrary nbd;
#define VM_FIND(name) TRY(library.find("nbd_" #name, nbd.name));
  VM_NBD_FUNCTIONS(VM_FIND)
#undef VM_FIND
  return nbd;
}

}  // namespace

Result<const NbdLibrary*> NbdLibrary::load() {
  static NbdLibrary library;
  if (library.create == nullptr) library = TRY(load_anew());
  return &library;
}

}  // namespace vm
