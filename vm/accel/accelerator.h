// SPDX-License-Identifier: Apache-2.0
//
// Accelerator is what executes guest code. machine and commands start and stop it; it finds the
// processors in the tree by itself, at each start.

#pragma once

#include "vm/object/object.h"

namespace vm {

class Accelerator : public Object {
 public:
  /// Whether it can execute the guest of this machine: asked before anything of the machine exists
  /// but its plan, and again by start() of what it finds.
  virtual Result<> accepts_host() const { return {}; }

  /// Sets the processors of `machine` going. Called with the machine lock held.
  virtual Result<> start(Object& machine) = 0;

  /// Returns when no processor executes any more. Called with the machine lock held, which it lets
  /// go of while it waits.
  virtual void stop() = 0;

  /// Makes all processors leave guest code soon, and stay out until the next start. Any thread.
  virtual void halt() = 0;

  virtual bool is_running() const = 0;
};

}  // namespace vm
