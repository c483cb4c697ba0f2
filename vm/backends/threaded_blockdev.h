// SPDX-License-Identifier: Apache-2.0
//
// ThreadedBlockdev is a node that does its requests on threads of its own: whatever waits, for the
// host or for a node below, waits there.

#pragma once

#include <memory>
#include <utility>

#include "vm/backends/block.h"
#include "vm/backends/block_workers.h"

namespace vm {

class ThreadedBlockdev : public Blockdev {
 protected:
  using Blockdev::Blockdev;

  // Main thread, with the machine lock held: when perform() can be called, and before it no longer
  // can.
  void start_workers() { workers_ = std::make_unique<BlockWorkers>(); }
  void stop_workers() {
    drain();
    workers_ = nullptr;
  }

  void start(BlockRequest request) override {
    workers_->run([this, request = std::move(request)]() mutable {
      const int error = perform(request);
      finish(std::move(request), error);
    });
  }

  void wait_idle() override {
    if (workers_ != nullptr) workers_->wait_idle();
  }

 private:
  std::unique_ptr<BlockWorkers> workers_;
};

}  // namespace vm
