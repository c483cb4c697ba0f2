// SPDX-License-Identifier: Apache-2.0
//
// An Engine gives harts threads to execute on, from one start of the guest to the next stop.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "vm/devices/riscv_hart.h"

namespace vm {

class Platform;

class Engine : public HartRunner {
 public:
  /// Begins. Called with the machine lock held.
  virtual void start() = 0;

  /// Makes all harts leave guest code soon, and stay out. Any thread.
  virtual void halt() = 0;

  /// Waits until they have. Called without the machine lock, which they may be waiting for.
  virtual void join() = 0;

  /// How many turns harts have had since the start, where they take turns. After join().
  virtual size_t turns() const { return 0; }
};

/// One thread on which the harts take turns of so many instructions.
std::unique_ptr<Engine> make_turns(std::vector<RiscvHart*> harts, uint32_t slice);

/// The same where guest time is counted in instructions, of 2^shift nanoseconds each.
std::unique_ptr<Engine> make_counted_turns(
    std::vector<RiscvHart*> harts,
    uint32_t slice,
    unsigned shift,
    Platform& platform
);

/// A thread for each hart.
std::unique_ptr<Engine> make_hart_threads(const std::vector<RiscvHart*>& harts, uint32_t slice);

}  // namespace vm
