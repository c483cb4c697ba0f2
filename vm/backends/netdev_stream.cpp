// SPDX-License-Identifier: Apache-2.0
//
// The format is QEMU's: the length of a frame, 32 bits in network byte order, then the frame.

#include "generated/objects/netdev_stream.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include "vm/backends/netdev.h"
#include "vm/backends/pump.h"
#include "vm/backends/stream_peers.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

/// Takes frames out of what comes in, however it is cut into pieces.
class FrameSplitter {
 public:
  void add(const uint8_t* data, size_t size) {
    bytes_.erase(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(done_));
    done_ = 0;
    bytes_.insert(bytes_.end(), data, data + size);
  }

  /// Whether what comes next is the length of a frame that there can be, as far as it is known.
  bool is_sound() const {
    const std::optional<size_t> size = next_size();
    return !size || (*size > 0 && *size <= Netdev::kLargestFrame);
  }

  /// The next frame, until the next call of add(); none when it is not there as a whole.
  std::optional<FrameView> next() {
    const std::optional<size_t> size = next_size();
    if (!size || bytes_.size() - done_ - kLengthSize < *size) return {};
    const FrameView frame(bytes_.data() + done_ + kLengthSize, *size);
    done_ += kLengthSize + *size;
    return frame;
  }

  void clear() {
    bytes_.clear();
    done_ = 0;
  }

 private:
  static constexpr size_t kLengthSize = sizeof(uint32_t);

  std::optional<size_t> next_size() const {
    if (bytes_.size() - done_ < kLengthSize) return {};
    uint32_t size = 0;
    std::copy_n(bytes_.data() + done_, kLengthSize, reinterpret_cast<uint8_t*>(&size));
    return ntohl(size);
  }

  std::vector<uint8_t> bytes_;
  size_t done_ = 0;
};

std::string with_length(const Frame& frame) {
  const uint32_t size = htonl(static_cast<uint32_t>(frame.size()));
  std::string bytes(reinterpret_cast<const char*>(&size), sizeof(size));
  return bytes.append(frame.begin(), frame.end());
}

class NetdevStream final : public Typed<Netdev, api::NetdevStreamProps, api::NetdevStreamState> {
 public:
  explicit NetdevStream(Platform& platform) : Typed(platform) {}

  std::string info() const override { return "stream:" + peers_->describe(); }

 protected:
  Result<> on_realize() override {
    StreamPeers::Where where{
        .address = props_.addr,
        .server = props_.server,
        .reconnect_s = props_.reconnect,
        .nodelay = true,
    };
    const auto found = [this](std::shared_ptr<StreamSocket> peer) { connected(std::move(peer)); };
    return StreamPeers::start(peers_, *this, platform(), std::move(where), found);
  }

  void on_unrealize() override {
    peers_.reset();
    disconnect();
  }

  void on_output() override {
    if (pumps_.is_open()) {
      pumps_.write();
    } else {
      discard_output();
    }
  }

  void on_input_wanted() override {
    deliver_frames();
    pumps_.read();
  }

 private:
  void connected(std::shared_ptr<StreamSocket> peer) {
    pumps_.open(
        std::move(peer),
        {
            .room = [this] { return wants_input() ? kPumpChunk : 0; },
            .deliver = [this](const uint8_t* data, size_t size) { received(data, size); },
            .ended = [this](const std::error_code&) { peer_left(); },
        },
        {
            .take = [this](size_t) { return next_output(); },
            .ended = [this](const std::error_code&) { peer_left(); },
        }
    );
    accept_input();
  }

  std::string next_output() {
    const std::optional<Frame> frame = take_frame();
    return frame ? with_length(*frame) : std::string();
  }

  void received(const uint8_t* data, size_t size) {
    splitter_.add(data, size);
    deliver_frames();
  }

  void deliver_frames() {
    while (splitter_.is_sound() && wants_input()) {
      const std::optional<FrameView> frame = splitter_.next();
      if (!frame) return;
      deliver(*frame);
    }
    if (splitter_.is_sound()) return;
    // What follows could be anything.
    platform().log_guest(path(), "the peer sends no frames; it is disconnected");
    peer_left();
  }

  void disconnect() {
    pumps_.close();
    splitter_.clear();
  }

  void peer_left() {
    disconnect();
    discard_output();
    peers_->next();
  }

  std::unique_ptr<StreamPeers> peers_;
  PumpPair<StreamSocket> pumps_;
  FrameSplitter splitter_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_netdev_stream(Platform& platform) {
  return std::make_unique<NetdevStream>(platform);
}

}  // namespace vm
