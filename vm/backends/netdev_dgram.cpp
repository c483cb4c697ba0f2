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
#include "runtime/loop/event_loop.h"
#include "vm/backends/frame_pump.h"
#include "vm/backends/netdev.h"
#include "vm/backends/socket_address.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

using Endpoint = asio::generic::datagram_protocol::endpoint;

tl::unexpected<Error> system_error() {
  return fail(std::strerror(errno));
}

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
    remove_path();
    return fail(fmt::format("{}: cannot use '{}': {}", path(), info(), started.error().desc));
  }

  void on_unrealize() override {
    pump_->close();
    pump_ = nullptr;
    socket_ = nullptr;
    remove_path();
  }

  void on_output() override {
    if (pump_ != nullptr) pump_->write();
  }

  void on_input_wanted() override {
    if (pump_ != nullptr) pump_->read();
  }

 private:
  Result<> start() {
    qapi::Fd fd = TRY(is_handed_over() ? adopt() : open());
    socket_ = std::make_shared<Descriptor>(platform().loop().io());
    std::error_code error;
    socket_->assign(fd.get(), error);
    if (error) return fail(error.message());
    fd.release();
    pump_ = std::make_shared<FramePump>(
        socket_,
        FramePump::Ends{
            .wants_input = [this] { return wants_input(); },
            .deliver = [this](FrameView frame) { deliver(frame); },
            .take = [this] { return take_frame(); },
            .is_connected = [this] { return is_connected_ || try_connect(); },
        }
    );
    return {};
  }

  bool is_handed_over() const {
    return props_.local && props_.local->u.get_if<api::FdSocketAddress>() != nullptr;
  }

  Result<qapi::Fd> adopt() {
    if (props_.remote) return fail("a descriptor knows its peer; give no 'remote'");
    const auto& name = props_.local->u.get_if<api::FdSocketAddress>()->str;
    qapi::Fd fd = TRY(platform().descriptors().take(name));
    if (TRY(socket_option(fd, SO_TYPE)) != SOCK_DGRAM) return fail("it is no datagram socket");
    is_connected_ = true;
    return fd;
  }

  Result<qapi::Fd> open() {
    if (!props_.remote) return fail("needs 'remote', or a descriptor as 'local'");
    remote_ = TRY(datagram_endpoint(platform().loop(), *props_.remote, AddressUse::Remote));
    const int family = remote_.protocol().family();
    qapi::Fd fd(socket(family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (fd.get() < 0) return system_error();
    if (props_.local) TRY(bind_local(fd));
    if (!props_.local && family != AF_UNIX) return fail("needs 'local' too");
    return fd;
  }

  Result<> bind_local(const qapi::Fd& fd) {
    const Endpoint local =
        TRY(datagram_endpoint(platform().loop(), *props_.local, AddressUse::Local));
    if (local.protocol().family() != remote_.protocol().family()) {
      return fail("'local' and 'remote' are not of one family");
    }
    const std::string* const path = unix_path(*props_.local);
    if (path != nullptr) remove_dead_socket(*path, SOCK_DGRAM);
    const auto size = static_cast<socklen_t>(local.size());
    if (bind(fd.get(), local.data(), size) != 0) return system_error();
    if (path != nullptr) bound_path_ = *path;
    return {};
  }

  /// A Unix socket has to be there before something can be sent to it.
  bool try_connect() {
    const auto size = static_cast<socklen_t>(remote_.size());
    is_connected_ = connect(socket_->native_handle(), remote_.data(), size) == 0;
    return is_connected_;
  }

  void remove_path() {
    if (!bound_path_.empty()) unlink(bound_path_.c_str());
    bound_path_.clear();
  }

  std::shared_ptr<Descriptor> socket_;
  std::shared_ptr<FramePump> pump_;
  Endpoint remote_;
  bool is_connected_ = false;
  std::string bound_path_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_netdev_dgram(Platform& platform) {
  return std::make_unique<NetdevDgram>(platform);
}

}  // namespace vm
