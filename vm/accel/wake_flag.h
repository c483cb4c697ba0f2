// SPDX-License-Identifier: Apache-2.0
//
// WakeFlag is what a thread sleeps on that has nothing to do. Waking one that is about to sleep is
// not lost: it sleeps for no time.

#pragma once

#include <condition_variable>
#include <mutex>

namespace vm {

class WakeFlag {
 public:
  void wake() {
    const std::lock_guard lock(lock_);
    is_set_ = true;
    condition_.notify_one();
  }

  void sleep() {
    std::unique_lock lock(lock_);
    condition_.wait(lock, [this] { return is_set_; });
    is_set_ = false;
  }

 private:
  std::mutex lock_;
  std::condition_variable condition_;
  bool is_set_ = false;
};

}  // namespace vm
