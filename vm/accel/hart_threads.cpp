// SPDX-License-Identifier: Apache-2.0
//
// A thread for each hart. They share guest memory, which atomic instructions and fences of the
// guest order by those of the host, and the machine lock, which each holds while it accesses a
// device. Everything else belongs to one hart alone: blocks of decoded code too, so that a hart
// sees code that another one wrote when it executes fence.i, as the architecture says.

#include <atomic>
#include <deque>
#include <thread>

#include "vm/accel/engine.h"
#include "vm/accel/wake_flag.h"

namespace vm {
namespace {

class HartThreads final : public Engine {
 public:
  HartThreads(const std::vector<RiscvHart*>& harts, uint32_t slice) : slice_(slice) {
    for (RiscvHart* hart : harts) {
      workers_.emplace_back().hart = hart;
    }
  }

  void start() override {
    for (Worker& worker : workers_) {
      worker.thread = std::thread([this, &worker] { run(worker); });
    }
  }

  void halt() override {
    halted_ = true;
    for (Worker& worker : workers_) {
      worker.hart->hart().request_exit();
      worker.flag.wake();
    }
  }

  void join() override {
    for (Worker& worker : workers_) {
      worker.thread.join();
    }
  }

  void wake(unsigned hart) override { workers_[hart].flag.wake(); }
  void before_access(unsigned) override {}

 private:
  struct Worker {
    RiscvHart* hart = nullptr;
    std::thread thread;
    WakeFlag flag;
  };

  void run(Worker& worker) {
    while (!halted_) {
      const riscv::StopReason reason = worker.hart->execute(slice_, riscv::Precision::Block);
      if (reason == riscv::StopReason::WaitingForInterrupt) {
        worker.flag.sleep();
      } else {
        // It may be waiting for another hart, and there may be fewer processors than harts.
        std::this_thread::yield();
      }
    }
  }

  const uint32_t slice_;
  std::deque<Worker> workers_;  // which does not move them
  std::atomic<bool> halted_ = false;
};

}  // namespace

std::unique_ptr<Engine> make_hart_threads(const std::vector<RiscvHart*>& harts, uint32_t slice) {
  return std::make_unique<HartThreads>(harts, slice);
}

}  // namespace vm
