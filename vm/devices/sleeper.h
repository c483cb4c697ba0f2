// SPDX-License-Identifier: Apache-2.0
//
// Sleeper is a device that sends the machine to sleep, and is told when that is over.

#pragma once

namespace vm {

class Sleeper {
 public:
  virtual ~Sleeper() = default;

  /// The harts are about to execute: whoever slept is awake. Called with the machine lock held.
  virtual void on_wakeup() = 0;
};

}  // namespace vm
