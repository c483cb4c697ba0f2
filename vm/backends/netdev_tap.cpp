// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/netdev_tap.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sys/ioctl.h>

#include "runtime/base/fd.h"
#include "runtime/dispatch/descriptors.h"
#include "runtime/loop/event_loop.h"
#include "vm/backends/frame_pump.h"
#include "vm/backends/netdev.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr const char* kDevice = "/dev/net/tun";

/// The name of a TAP interface whose frames are as they are on the cable.
Result<std::string> check_tap(const qapi::Fd& fd) {
  ifreq request{};
  if (ioctl(fd.get(), TUNGETIFF, &request) != 0) return fail("it is no TAP interface");
  if ((request.ifr_flags & IFF_TAP) == 0) return fail("it is a TUN interface, which has no frames");
  if ((request.ifr_flags & IFF_VNET_HDR) != 0) return fail("its frames have a header of their own");
  return std::string(request.ifr_name);
}

class NetdevTap final : public Typed<Netdev, api::NetdevTapProps, api::NetdevTapState> {
 public:
  explicit NetdevTap(Platform& platform) : Typed(platform) {}

  std::string info() const override { return "tap:" + interface_; }

 protected:
  Result<> on_realize() override {
    Result<> started = start();
    if (started) return started;
    return fail(fmt::format("{}: {}", path(), started.error().desc));
  }

  void on_unrealize() override {
    pump_->close();
    pump_ = nullptr;
  }

  void on_output() override {
    if (pump_ != nullptr) pump_->write();
  }

  void on_input_wanted() override {
    if (pump_ != nullptr) pump_->read();
  }

 private:
  Result<> start() {
    qapi::Fd fd = TRY(props_.fd ? adopt() : open());
    interface_ = TRY(check_tap(fd));
    auto descriptor = std::make_shared<Descriptor>(platform().loop().io());
    std::error_code error;
    descriptor->assign(fd.get(), error);
    if (error) return fail(error.message());
    fd.release();
    pump_ = std::make_shared<FramePump>(
        std::move(descriptor),
        FramePump::Ends{
            .wants_input = [this] { return wants_input(); },
            .deliver = [this](FrameView frame) { deliver(frame); },
            .take = [this] { return take_frame(); },
            .is_connected = [] { return true; },
        }
    );
    return {};
  }

  Result<qapi::Fd> adopt() {
    if (props_.ifname) return fail("a descriptor has its interface; give no 'ifname'");
    return platform().descriptors().take(*props_.fd);
  }

  Result<qapi::Fd> open() {
    const std::string name = props_.ifname.value_or("");
    if (name.size() >= IFNAMSIZ) {
      return fail(fmt::format("ifname: '{}' has more than {} characters", name, IFNAMSIZ - 1));
    }
    qapi::Fd fd(::open(kDevice, O_RDWR | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0) return fail(fmt::format("cannot open '{}': {}", kDevice, strerror(errno)));
    ifreq request{};
    name.copy(request.ifr_name, IFNAMSIZ - 1);
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    if (ioctl(fd.get(), TUNSETIFF, &request) == 0) return fd;
    return fail(fmt::format("cannot use interface '{}': {}", name, std::strerror(errno)));
  }

  std::shared_ptr<FramePump> pump_;
  std::string interface_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_netdev_tap(Platform& platform) {
  return std::make_unique<NetdevTap>(platform);
}

}  // namespace vm
