// SPDX-License-Identifier: Apache-2.0
//
// ObjectBench makes objects of any type that there is: with valid properties, made from the
// schema's examples, and with one of everything that they link to. Types that are new need nothing
// here, but for kinds of links that are new.
//
//   ObjectBench bench(vm.machine(), vm.objects(), vm.builder());
//   for (const Creatable& type : creatable_types()) Object* object = TRY(bench.build(type));

#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generated/cli/options.h"

#include "runtime/cli/options.h"
#include "runtime/json/json.h"
#include "tests/unit/support/nbd_server.h"
#include "vm/machine/builder.h"

namespace vm {

/// The types that a command can create, with what the schema says of their properties.
struct Creatable {
  std::string_view base;
  const qapi::CliBranch* branch;
};

std::vector<Creatable> creatable_types();

class ObjectBench {
 public:
  /// Of which type a backend is that something links to, by what the link asks for.
  using Backends = std::map<std::string, std::string, std::less<>>;
  static Backends quiet_backends();

  /// Where objects go. There is an address space then, `made0`, with 64 KiB of memory.
  ObjectBench(
      Object& machine,
      Object& objects,
      Builder& builder,
      Backends backends = quiet_backends()
  );
  ~ObjectBench();
  ObjectBench(const ObjectBench&) = delete;
  ObjectBench& operator=(const ObjectBench&) = delete;

  static constexpr uint64_t kMemory = 0x8000'0000;
  static constexpr uint64_t kMemorySize = 65536;

  /// An object of that type, realized, under a name of its own; what it links to has been made.
  Result<Object*> build(const Creatable& type) { return build(type, properties_for(type)); }
  Result<Object*> build(const Creatable& type, qapi::Json properties);

  /// Valid values for all mandatory properties, all that have an example, and all links.
  qapi::Json properties_for(const Creatable& type);

 private:
  std::string link_target(std::string_view type);
  std::string make(const char* type, const char* base, Object& parent, qapi::Json properties);

  std::string make_qcow2();

  Object& machine_;
  Object& objects_;
  Builder& builder_;
  Backends backends_;
  std::string image_;
  std::vector<std::string> files_;
  std::vector<std::unique_ptr<NbdServer>> servers_;
  int next_ = 0;
};

}  // namespace vm
