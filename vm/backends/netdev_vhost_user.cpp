// SPDX-License-Identifier: Apache-2.0
//
// We are the driver of a network device that the back end is: what the card sends is copied to
// buffers of the transmit queue, and what is in used buffers of the receive queue is delivered. For
// each back end there are new queues, so that one that has left reaches nothing.

#include "generated/objects/netdev_vhost_user.h"

#include <utility>

#include <fmt/format.h>

#include "runtime/loop/event_loop.h"
#include "vm/backends/netdev.h"
#include "vm/backends/socket_address.h"
#include "vm/backends/stream_peers.h"
#include "vm/backends/vhost_user_queues.h"
#include "vm/backends/vhost_user_session.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

// Others have their turn after so many frames.
constexpr int kFramesInATurn = 64;

class NetdevVhostUser final
    : public Typed<Netdev, api::NetdevVhostUserProps, api::NetdevVhostUserState> {
 public:
  explicit NetdevVhostUser(Platform& platform) : Typed(platform) {}

  std::string info() const override { return "vhost-user:" + peers_->describe(); }

 protected:
  Result<> on_realize() override {
    if (unix_path(props_.addr) == nullptr) {
      return fail(path() + ": 'addr' is of another type than unix, which memory is handed over by");
    }
    StreamPeers::Where where{
        .address = props_.addr,
        .server = props_.server,
        .reconnect_s = props_.reconnect,
    };
    const auto found = [this](std::shared_ptr<StreamSocket> peer) { connected(std::move(peer)); };
    return StreamPeers::start(peers_, *this, platform(), std::move(where), found);
  }

  void on_unrealize() override {
    peers_.reset();
    disconnect();
  }

  void on_output() override {
    if (is_ready_) {
      serve();
    } else {
      discard_output();
    }
  }

  void on_input_wanted() override { serve(); }

 private:
  void connected(std::shared_ptr<StreamSocket> peer) {
    Result<std::unique_ptr<VhostUserQueues>> queues = VhostUserQueues::create(platform().loop());
    if (!queues) return back_end_left(queues.error().desc);
    queues_ = std::move(queues).value();
    session_ = std::make_shared<VhostUserSession>(
        std::move(peer),
        queues_->offer(),
        VhostUserSession::Ends{
            .ready = [this] { begin(); },
            .ended = [this](const std::string& why) { back_end_left(why); },
        }
    );
    session_->start();
  }

  void begin() {
    is_ready_ = true;
    told_.clear();
    queues_->start([this] { serve(); });
    serve();
  }

  /// Moves what can be moved, both ways.
  void serve() {
    if (!is_ready_) return;
    const Result<bool> sent = send_frames();
    const Result<bool> received = sent ? receive_frames() : sent;
    if (!received) return back_end_left(received.error().desc);
    queues_->kick();
    if ((*sent && *received) || std::exchange(has_turn_, true)) return;
    platform().loop().post([this, session = std::weak_ptr(session_)] {
      if (session.expired()) return;
      has_turn_ = false;
      serve();
    });
  }

  /// False when there may be more to do.
  Result<bool> send_frames() {
    for (int i = 0; i < kFramesInATurn; ++i) {
      if (!TRY(queues_->has_room())) return true;
      const std::optional<Frame> frame = take_frame();
      if (!frame) return true;
      queues_->send(*frame);
    }
    return false;
  }

  Result<bool> receive_frames() {
    for (int i = 0; i < kFramesInATurn; ++i) {
      if (!wants_input()) return true;
      const std::optional<FrameView> frame = TRY(queues_->receive());
      if (!frame) return true;
      if (!frame->empty() && frame->size() <= kLargestFrame) deliver(*frame);
    }
    return false;
  }

  void disconnect() {
    is_ready_ = false;
    has_turn_ = false;
    if (session_ != nullptr) session_->close();
    session_ = nullptr;
    queues_ = nullptr;
  }

  /// `why` is what it did wrong, if anything.
  void back_end_left(const std::string& why) {
    // One that is refused again and again is told of once.
    if (!why.empty() && why != std::exchange(told_, why)) {
      platform().log_guest(path(), fmt::format("the back end is disconnected: {}", why));
    }
    disconnect();
    discard_output();
    peers_->next();
  }

  std::unique_ptr<StreamPeers> peers_;
  std::unique_ptr<VhostUserQueues> queues_;
  std::shared_ptr<VhostUserSession> session_;
  bool is_ready_ = false;
  bool has_turn_ = false;  // there is more to do
  std::string told_;       // since a back end was ready
};

}  // namespace

Result<std::unique_ptr<Object>> create_netdev_vhost_user(Platform& platform) {
  return std::make_unique<NetdevVhostUser>(platform);
}

}  // namespace vm
