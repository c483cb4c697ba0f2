// SPDX-License-Identifier: Apache-2.0
//
// A machine with one of everything that object types link to; see object_bench.h.

#pragma once

#include <string>

#include <gtest/gtest.h>

#include "runtime/loop/event_loop.h"
#include "tests/unit/generic/object_bench.h"
#include "vm/machine/vm.h"

namespace vm {

class ObjectFixture : public testing::Test {
 protected:
  ObjectFixture();

  Result<Object*> build(const Creatable& type) { return bench_.build(type); }
  qapi::Json properties_for(const Creatable& type) { return bench_.properties_for(type); }

  qapi::EventLoop loop_;
  Vm vm_;
  ObjectBench bench_;
};

}  // namespace vm
