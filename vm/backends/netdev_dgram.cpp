// SPDX-License-Identifier: Apache-2.0
//
// Between two addresses, or on a socket that was handed over, which knows its peer.

#include "generated/objects/netdev_dgram.h"

#include <cerrno>
#include <cstring>
#include <variant>

#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include "runtime/dispatch/descriptors.h"
#include "vm/backends/datagram_socket.h"
#include "vm/backends/frame_pump.h"
#include "vm/backends/netdev.h"
#include "vm/backends/socket_address.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

class NetdevDgram final : public Typed<Netdev, api::NetdevDgramProps, api::NetdevDgramState> {
 public:
  explicit NetdevDgram(Platform& platform) : Typed(platform) {}

  std::string info() const override {
    const std::string local = props_.local ? describe(*props_.local, "udp") : "none";
    return "dgram:" + local + (props_.remote ? ",remote=" + describe(*props_.remote, "udp") : "");
  }

 protected:
  Result<> on_realize() override {
    Result<> started = start();
    if (started) return started;
    socket_.close();
    return fail(fmt::format("{}: cannot use '{}': {}", path(), info(), started.error().desc));
  }

  void on_unrealize() override {
    pump_->close();
    pump_ = nullptr;
    socket_.close();
  }

  void on_output() override {
    if (pump_ != nullptr) pump_->write();
  }

  void on_input_wanted() override {
    if (pump_ != nullptr) pump_->read();
  }

 private:
  Result<> start() {
    TRY(is_handed_over() ? adopt() : open());
    pump_ = std::make_shared<FramePump>(
        socket_.descriptor(),
        FramePump::Ends{
            .wants_input = [this] { return wants_input(); },
            .deliver = [this](FrameView frame) { deliver(frame); },
            .take = [this] { return take_frame(); },
            .is_connected = [this] { return socket_.is_connected(); },
        }
    );
    return {};
  }

  bool is_handed_over() const {
    return props_.local && props_.local->u.get_if<api::FdSocketAddress>() != nullptr;
  }

  Result<> adopt() {
    if (props_.remote) return fail("a descriptor knows its peer; give no 'remote'");
    const auto& name = props_.local->u.get_if<api::FdSocketAddress>()->str;
    qapi::Fd fd = TRY(platform().descriptors().take(name));
    if (TRY(socket_option(fd, SO_TYPE)) != SOCK_DGRAM) return fail("it is no datagram socket");
    return socket_.adopt(platform().loop(), std::move(fd));
  }

  Result<> open() {
    if (!props_.remote) return fail("needs 'remote', or a descriptor as 'local'");
    if (!props_.local && unix_path(*props_.remote) == nullptr) return fail("needs 'local' too");
    return socket_.open(platform().loop(), props_.local, *props_.remote);
  }

  DatagramSocket socket_;
  std::shared_ptr<FramePump> pump_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_netdev_dgram(Platform& platform) {
  return std::make_unique<NetdevDgram>(platform);
}

}  // namespace vm
