// SPDX-License-Identifier: Apache-2.0
//
// TurnTaking is one thread on which harts take turns, and which sleeps while all of them wait. What
// a turn is, and what happens while all wait, is its heirs' to say.

#pragma once

#include <atomic>
#include <thread>
#include <utility>
#include <vector>

#include "vm/accel/engine.h"
#include "vm/accel/wake_flag.h"

namespace vm {

class TurnTaking : public Engine {
 public:
  void start() override {
    thread_ = std::thread([this] { run(); });
  }

  void halt() override {
    halted_ = true;
    end_turn();
  }

  void join() override { thread_.join(); }
  size_t turns() const override { return turns_; }
  void wake(unsigned) override { flag_.wake(); }

 protected:
  explicit TurnTaking(std::vector<RiscvHart*> harts) : harts_(std::move(harts)) {}

  const std::vector<RiscvHart*>& harts() const { return harts_; }

  virtual riscv::StopReason take_turn(RiscvHart& hart) = 0;

  /// When all wait: whether there is something to run again.
  virtual bool pass_time() { return false; }

  /// Has whoever executes, or sleeps, come back soon. Any thread.
  void end_turn() {
    for (RiscvHart* hart : harts_) {
      hart->hart().request_exit();
    }
    flag_.wake();
  }

 private:
  void run() {
    while (!halted_) {
      if (!run_each_hart() && !pass_time()) flag_.sleep();
    }
  }

  /// False when all of them wait.
  bool run_each_hart() {
    bool any_ran = false;
    for (RiscvHart* hart : harts_) {
      if (halted_) return true;
      ++turns_;
      any_ran |= take_turn(*hart) != riscv::StopReason::WaitingForInterrupt;
    }
    return any_ran;
  }

  const std::vector<RiscvHart*> harts_;
  std::thread thread_;
  std::atomic<bool> halted_ = false;
  size_t turns_ = 0;
  WakeFlag flag_;
};

}  // namespace vm
