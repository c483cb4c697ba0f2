// SPDX-License-Identifier: Apache-2.0
//
// NbdServer is a small NBD server on a Unix socket, which a test can have die (NBD protocol, "Fixed
// newstyle negotiation" and "Transmission phase"). It knows simple replies only.

#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "runtime/base/fd.h"

namespace vm {

class NbdServer {
 public:
  struct Options {
    uint64_t size = 1 << 20;
    bool read_only = false;
    int die_after = -1;  ///< so many requests are answered, then the connection ends
  };

  explicit NbdServer(std::string path, Options options);
  explicit NbdServer(std::string path) : NbdServer(std::move(path), Options()) {}
  ~NbdServer();
  NbdServer(const NbdServer&) = delete;
  NbdServer& operator=(const NbdServer&) = delete;

  /// Nobody is served any more, until start().
  void stop();
  void start();

  /// From now on an error is all that is answered.
  void fail_with(uint32_t error) { error_ = error; }
  void die_after(int requests) { left_ = requests; }

  std::vector<uint8_t> disk() {
    const std::lock_guard hold(lock_);
    return disk_;
  }
  int connections() const { return connections_; }
  int flushes() const { return flushes_; }

 private:
  void accept_all();
  void serve(int fd);
  bool negotiate(int fd);
  bool answer_option(int fd, uint32_t option, const std::vector<uint8_t>& data);
  bool answer_request(int fd);

  std::string path_;
  Options options_;
  std::mutex lock_;
  std::vector<uint8_t> disk_;
  qapi::Fd listener_;
  std::thread thread_;
  std::atomic<bool> is_ending_ = false;
  std::atomic<int> current_ = -1;
  std::atomic<int> left_ = -1;
  std::atomic<uint32_t> error_ = 0;
  std::atomic<int> connections_ = 0;
  std::atomic<int> flushes_ = 0;
};

}  // namespace vm
