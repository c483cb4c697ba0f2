// SPDX-License-Identifier: Apache-2.0
//
// UringQueue has the kernel read and write by itself (io_uring, by liburing). One thread waits for
// what is done.
//
//   std::unique_ptr<UringQueue> ring = TRY(UringQueue::open());
//   ring->submit({.fd = fd, .offset = 0, .data = buffer, .done = [](int error) { ... }});

#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <thread>

#include "vm/base/result.h"

struct io_uring;

namespace vm {

class UringQueue {
 public:
  struct Transfer {
    int fd = -1;
    bool writes = false;
    uint64_t offset = 0;
    std::span<uint8_t> data = {};

    /// 0, or an errno; once, on the queue's thread.
    std::function<void(int error)> done = {};
  };

  /// Fails where the kernel does not allow it.
  static Result<std::unique_ptr<UringQueue>> open();
  ~UringQueue();
  UringQueue(const UringQueue&) = delete;
  UringQueue& operator=(const UringQueue&) = delete;

  /// Any thread.
  void submit(Transfer transfer);

  /// Returns when nothing is under way.
  void wait_idle();

 private:
  UringQueue();

  // With lock_ held.
  void submit_waiting();
  bool enter(Transfer* transfer);

  void run();
  void ended(Transfer* transfer, int result);

  std::unique_ptr<io_uring> ring_;
  std::mutex lock_;
  std::condition_variable idle_;
  std::deque<Transfer*> waiting_;  // for room in the ring
  size_t in_ring_ = 0;
  size_t count_ = 0;  // of all that are not done
  bool is_open_ = false;
  std::thread thread_;
};

}  // namespace vm
