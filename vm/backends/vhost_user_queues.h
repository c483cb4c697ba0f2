// SPDX-License-Identifier: Apache-2.0
//
// VhostUserQueues are the two queues of a network device that a back end of vhost-user is, with
// the memory that they share with it: frames go in and come out (VIRTIO 1.2, 5.1.6). Only .cpp
// files of backends include this.
//
//   auto queues = TRY(VhostUserQueues::create(loop));
//   queues->start([this] { serve(); });   // once the back end has what offer() tells
//   const bool has_room = TRY(queues->has_room());
//   queues->send(frame);
//   const std::optional<FrameView> frame = TRY(queues->receive());
//   queues->kick();

#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "runtime/base/fd.h"
#include "vm/backends/descriptor.h"
#include "vm/backends/driver_ring.h"
#include "vm/backends/netdev.h"
#include "vm/backends/vhost_user_session.h"

namespace vm {

class VhostUserQueues {
 public:
  static Result<std::unique_ptr<VhostUserQueues>> create(qapi::EventLoop& loop);
  ~VhostUserQueues();
  VhostUserQueues(const VhostUserQueues&) = delete;
  VhostUserQueues& operator=(const VhostUserQueues&) = delete;

  VhostUserSession::Offer offer() const;

  /// From now on calls `serve` when the back end has done something, until this is gone.
  void start(std::function<void()> serve);

  // Errors say what the back end did wrong.

  /// Whether there is room for another frame.
  Result<bool> has_room();
  void send(const Frame& frame);

  /// The next frame that came in, until the next call; empty if it has no bytes; none when there
  /// is none.
  Result<std::optional<FrameView>> receive();

  /// Tells the back end what is new.
  void kick();

 private:
  struct Shared {
    SharedRing receive;
    SharedRing send;
  };

  /// A ring, and how the device is told of what is new there.
  struct Queue {
    DriverRing ring;
    qapi::Fd kick;
    bool has_news = false;
  };

  VhostUserQueues(qapi::Fd memory, Shared& shared);

  void wait_for_call();
  static void kick(Queue& queue);

  qapi::Fd memory_;
  Shared& shared_;
  Queue receive_;
  Queue send_;
  std::shared_ptr<Descriptor> call_;
  std::shared_ptr<std::function<void()>> serve_;  // handlers find out through it that we are gone
  Frame received_;
};

}  // namespace vm
