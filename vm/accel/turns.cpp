// SPDX-License-Identifier: Apache-2.0
//
// One thread gives each hart its slice in turn, and sleeps while all of them wait for an interrupt.

#include <utility>

#include "vm/accel/turn_taking.h"

namespace vm {
namespace {

class Turns final : public TurnTaking {
 public:
  Turns(std::vector<RiscvHart*> harts, uint32_t slice)
      : TurnTaking(std::move(harts)),
        slice_(slice) {}

  void before_access(unsigned) override {}

 private:
  riscv::StopReason take_turn(RiscvHart& hart) override {
    return hart.execute(slice_, riscv::Precision::Block);
  }

  const uint32_t slice_;
};

}  // namespace

std::unique_ptr<Engine> make_turns(std::vector<RiscvHart*> harts, uint32_t slice) {
  return std::make_unique<Turns>(std::move(harts), slice);
}

}  // namespace vm
