// SPDX-License-Identifier: Apache-2.0
//
// One peer at a time, on a socket made here or elsewhere. While there is none, output is discarded.

#include "generated/objects/chardev_socket.h"

#include "vm/backends/chardev.h"
#include "vm/backends/pump.h"
#include "vm/backends/socket_address.h"
#include "vm/backends/stream_peers.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

class ChardevSocket final : public ChardevOf<api::ChardevSocketProps, api::ChardevSocketState> {
 public:
  explicit ChardevSocket(Platform& platform) : ChardevOf(platform) {}

  std::string filename() const override { return peers_->describe(); }

 protected:
  Result<> open() override {
    if (props_.wait)
      return fail(path() + ": 'wait' would keep the program from answering anybody; use wait=off");
    StreamPeers::Where where{
        .address = without_wrapper(props_.addr),
        .server = props_.server,
        .reconnect_s = props_.reconnect,
        .nodelay = props_.nodelay,
    };
    const auto found = [this](std::shared_ptr<StreamSocket> peer) { connected(std::move(peer)); };
    return StreamPeers::start(peers_, *this, platform(), std::move(where), found);
  }

  void on_unrealize() override {
    peers_.reset();
    pumps_.close_after(drain_output());
  }

  void on_output() override {
    if (pumps_.is_open()) {
      pumps_.write();
    } else {
      discard_output();
    }
  }

  void on_input_wanted() override { pumps_.read(); }

 private:
  void connected(std::shared_ptr<StreamSocket> peer) {
    const auto ended = [this](const std::error_code&) { peer_left(); };
    pumps_.open(std::move(peer), read_ends(ended), write_ends(ended));
    accept_input();
  }

  void peer_left() {
    pumps_.close();
    discard_output();
    peers_->next();
  }

  std::unique_ptr<StreamPeers> peers_;
  PumpPair<StreamSocket> pumps_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_chardev_socket(Platform& platform) {
  return std::make_unique<ChardevSocket>(platform);
}

}  // namespace vm
