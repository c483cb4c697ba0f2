// SPDX-License-Identifier: Apache-2.0
//
// MachineBench is a tree with an empty machine that plans can be applied to, and a chardev `con`.
//
//   MachineBench bench;
//   EXPECT_EQ(error_of(bench.apply("virt")), "");

#pragma once

#include <string>

#include "tests/unit/support/fake_platform.h"
#include "vm/machine/apply.h"
#include "vm/machine/builder.h"
#include "vm/machine/expand.h"
#include "vm/machine/spec_library.h"

namespace vm {

struct MachineBench {
  MachineBench() : builder(platform.root(), platform.factory(), undo) {
    machine = &platform.add<Object>("container", "machine");
    platform.add<Object>("chardev-null", "con");
  }

  /// `name`: of a shipped machine, or the path of a description.
  static Result<machine::Plan> plan(
      const std::string& name,
      const qapi::Json& params = qapi::Json::object()
  ) {
    machine::SpecLibrary library(machine::shipped_specs());
    const machine::Spec* spec = TRY(library.machine(name));
    return machine::expand(*spec, qapi::Any(params), {.types = object_table(), .specs = library});
  }

  Result<> apply(const std::string& name, const qapi::Json& params = qapi::Json::object()) {
    const machine::Plan planned = TRY(plan(name, params));
    return machine::apply(planned, builder);
  }

  FakePlatform platform;
  qapi::UndoLog undo;
  Builder builder;
  Object* machine = nullptr;
};

}  // namespace vm
