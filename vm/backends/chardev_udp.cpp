// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/chardev_udp.h"

#include <fmt/format.h>

#include "vm/backends/chardev.h"
#include "vm/backends/datagram_socket.h"
#include "vm/backends/frame_pump.h"
#include "vm/backends/socket_address.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

// What goes into one datagram.
constexpr size_t kMostBytes = 4096;

class ChardevUdp final : public ChardevOf<api::ChardevUdpProps, api::ChardevUdpState> {
 public:
  explicit ChardevUdp(Platform& platform) : ChardevOf(platform) {}

  std::string filename() const override {
    return describe(without_wrapper(props_.remote), "udp") +
           (props_.local ? "@" + describe(without_wrapper(*props_.local), "udp") : "");
  }

 protected:
  Result<> open() override {
    std::optional<api::SocketAddress> local;
    if (props_.local) local = without_wrapper(*props_.local);
    Result<> opened = socket_.open(platform().loop(), local, without_wrapper(props_.remote));
    if (!opened) {
      socket_.close();
      return fail(fmt::format("{}: cannot use '{}': {}", path(), filename(), opened.error().desc));
    }
    pump_ = std::make_shared<FramePump>(
        socket_.descriptor(),
        FramePump::Ends{
            .wants_input = [this] { return received_.empty(); },
            .deliver = [this](FrameView datagram) { received(datagram); },
            .take = [this] { return next_datagram(); },
            .is_connected = [this] { return socket_.is_connected(); },
        }
    );
    // So that what a peer sends first finds its way.
    socket_.is_connected();
    return {};
  }

  void on_unrealize() override {
    pump_->write();
    pump_->close();
    pump_ = nullptr;
    socket_.close();
    received_.clear();
  }

  void on_output() override {
    if (pump_ != nullptr) pump_->write();
  }

  void on_input_wanted() override {
    if (pump_ == nullptr) return;
    deliver_some(received_);
    pump_->read();
  }

 private:
  /// A datagram comes as a whole, whatever there is room for.
  void received(FrameView datagram) {
    received_.assign(datagram.begin(), datagram.end());
    deliver_some(received_);
  }

  std::optional<Frame> next_datagram() {
    const std::string bytes = take_output(kMostBytes);
    if (bytes.empty()) return {};
    return Frame(bytes.begin(), bytes.end());
  }

  DatagramSocket socket_;
  std::shared_ptr<FramePump> pump_;
  std::string received_;  // and not yet taken by the device
};

}  // namespace

Result<std::unique_ptr<Object>> create_chardev_udp(Platform& platform) {
  return std::make_unique<ChardevUdp>(platform);
}

}  // namespace vm
