// SPDX-License-Identifier: Apache-2.0
//
// NbdClient is a connection to an NBD server, by libnbd, and the one thread that serves it: many
// requests are under way at once. A server that goes away is asked for again; requests wait for it
// for as long as they may, and then fail.
//
//   std::unique_ptr<NbdClient> client = TRY(NbdClient::open({.socket_path = "/run/nbd.sock"}));
//   client->submit(request, [](int error) { ... });

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "runtime/base/fd.h"
#include "vm/backends/block.h"
#include "vm/base/result.h"

struct nbd_handle;

namespace vm {

struct NbdLibrary;

class NbdClient {
 public:
  struct Options {
    std::string socket_path = {};  ///< a Unix socket; or else
    std::string host = {};
    std::string port = {};
    int socket = -1;  ///< or this one, which is closed later; there is no second one
    std::string export_name = {};
    std::chrono::seconds reconnect_delay{0};
    std::chrono::seconds open_timeout{0};
  };

  /// Called once, on the client's thread: 0, or an errno.
  using Done = std::function<void(int error)>;

  static Result<std::unique_ptr<NbdClient>> open(Options options);
  ~NbdClient();
  NbdClient(const NbdClient&) = delete;
  NbdClient& operator=(const NbdClient&) = delete;

  uint64_t size() const { return size_; }
  bool is_read_only() const { return is_read_only_; }

  /// Any thread.
  void submit(BlockRequest request, Done done);

  /// Returns when nothing is under way. A server that says nothing for too long is left.
  void wait_idle();

 private:
  using Clock = std::chrono::steady_clock;

  struct Command {
    BlockRequest request;
    Done done;
    uint64_t progress = 0;  // bytes that are done
    uint64_t part = 0;      // bytes that are under way
    bool is_over = false;   // the server has answered, or the connection has ended
    int error = 0;
  };

  NbdClient(const NbdLibrary& nbd, Options options) : nbd_(nbd), options_(std::move(options)) {}

  Result<> connect_first();
  Result<> begin_connecting();
  Result<> wait_ready(Clock::time_point end);
  void adopt_export();
  void poll_once(int timeout_ms);
  void run();
  void serve();
  void connect_again();
  void lose();
  void expire();
  void issue_pending();
  int64_t issue(Command& command);
  void collect();
  void complete(Command& command);
  void close_handle();
  bool is_ready() const;
  bool is_gone() const;
  void wake();
  std::string last_error() const;

  const NbdLibrary& nbd_;
  Options options_;
  nbd_handle* handle_ = nullptr;
  uint64_t size_ = 0;
  bool is_read_only_ = false;
  bool can_flush_ = false;
  bool can_trim_ = false;
  bool can_zero_ = false;
  std::vector<uint8_t> zeroes_;
  qapi::Fd wake_;

  std::mutex lock_;
  std::condition_variable idle_;
  std::deque<std::unique_ptr<Command>> pending_;
  bool is_ending_ = false;
  bool gives_up_ = false;
  size_t count_ = 0;  // commands that are not done

  // Of the client's thread only.
  std::list<std::unique_ptr<Command>> in_flight_;
  Clock::time_point lost_at_{};
  Clock::time_point try_at_{};
  bool is_lost_ = false;

  std::thread thread_;
};

}  // namespace vm
