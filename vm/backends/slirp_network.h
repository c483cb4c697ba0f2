// SPDX-License-Identifier: Apache-2.0
//
// SlirpNetwork is one network of libslirp on the event loop. The library wants to be asked, before
// each wait, which sockets it waits for; they are in an epoll of their own, which is one descriptor
// to the loop.
//
//   auto network = TRY(SlirpNetwork::create(loop, options, checked, ends));
//   network->input(frame);   // from the guest
//   network->watch();        // after the last one

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <asio/posix/stream_descriptor.hpp>
#include <asio/steady_timer.hpp>

#include "vm/backends/netdev.h"
#include "vm/backends/slirp_library.h"
#include "vm/backends/user_network.h"

namespace qapi {
class EventLoop;
}  // namespace qapi

namespace vm {

class SlirpNetwork {
 public:
  struct Ends {
    std::function<void(FrameView frame)> to_guest;
    std::function<void(const char* message)> guest_error;
  };

  static Result<std::unique_ptr<SlirpNetwork>> create(
      qapi::EventLoop& loop,
      const api::NetdevUserProps& options,
      const UserNetwork& network,
      Ends ends
  );
  ~SlirpNetwork();
  SlirpNetwork(const SlirpNetwork&) = delete;
  SlirpNetwork& operator=(const SlirpNetwork&) = delete;

  void input(FrameView frame);

  /// What the network waits for may have changed.
  void watch();

 private:
  struct Socket {
    int fd;
    int wanted;   // SLIRP_POLL_...
    int present;  // the same, when the wait is over
  };
  struct Timer {
    SlirpTimerId id;
    void* subject;
    asio::steady_timer timer;
  };

  SlirpNetwork(qapi::EventLoop& loop, SlirpLibrary library, Ends ends);

  Result<> open_epoll();
  void start(const api::NetdevUserProps& options, const UserNetwork& network);
  Result<> forward(const PortForward& port);
  void watch_socket(const Socket& socket);
  void wait(uint32_t timeout_ms);
  void awake();
  void collect_events();
  static const SlirpCb& callbacks();
  static void* new_timer(SlirpTimerId id, void* subject, void* self);
  static void set_timer(void* timer, int64_t expires_ms, void* self);
  static void free_timer(void* timer, void* self);

  qapi::EventLoop& loop_;
  SlirpLibrary slirp_library_;
  Ends ends_;
  Slirp* slirp_ = nullptr;
  asio::posix::stream_descriptor epoll_;
  asio::steady_timer timeout_;
  std::vector<Socket> sockets_;
  std::map<void*, std::shared_ptr<Timer>> timers_;
  bool is_waiting_ = false;
  std::shared_ptr<SlirpNetwork*> self_ = std::make_shared<SlirpNetwork*>(this);
};

}  // namespace vm
