// SPDX-License-Identifier: Apache-2.0
//
// BlockWorkers are the threads of one node, which wait for the host in its stead. There are as many
// as there was work for at once, and none before there was any.
//
//   workers_.run([this] { ... });
//   workers_.wait_idle();

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vm {

class BlockWorkers {
 public:
  static constexpr size_t kMostThreads = 8;

  BlockWorkers() = default;
  ~BlockWorkers();
  BlockWorkers(const BlockWorkers&) = delete;
  BlockWorkers& operator=(const BlockWorkers&) = delete;

  /// Any thread.
  void run(std::function<void()> task);

  /// Returns when all that was to be run has been.
  void wait_idle();

 private:
  void add_thread();
  void work();

  std::mutex lock_;
  std::condition_variable work_;
  std::condition_variable idle_;
  std::deque<std::function<void()>> tasks_;
  std::vector<std::thread> threads_;
  size_t busy_ = 0;
  bool is_ending_ = false;
};

}  // namespace vm
