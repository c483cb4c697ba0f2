// SPDX-License-Identifier: Apache-2.0
//
// Makes the guest stand still while it is looked at, without keeping the machine lock, which the
// harts' own functions take.

#pragma once

#include <optional>

#include "vm/gdb/stub.h"
#include "vm/machine/vm.h"

namespace vm::gdb {

class Stub::StandStill {
 public:
  explicit StandStill(Vm& vm) : vm_(vm) {
    const auto lock = vm_.exclusive();
    pause_.emplace(vm_);
  }
  ~StandStill() {
    const auto lock = vm_.exclusive();
    pause_.reset();
  }
  StandStill(const StandStill&) = delete;
  StandStill& operator=(const StandStill&) = delete;

 private:
  Vm& vm_;
  std::optional<GuestPause> pause_;
};

}  // namespace vm::gdb
