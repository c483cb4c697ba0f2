// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/netdev_user.h"

#include <fmt/format.h>

#include "vm/backends/netdev.h"
#include "vm/backends/slirp_network.h"
#include "vm/backends/user_network.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

class NetdevUser final : public Typed<Netdev, api::NetdevUserProps, api::NetdevUserState> {
 public:
  explicit NetdevUser(Platform& platform) : Typed(platform) {}

  std::string info() const override { return "user:" + props_.net; }

 protected:
  Result<> on_realize() override {
    Result<> started = start();
    if (started) return started;
    return fail(fmt::format("{}: {}", path(), started.error().desc));
  }

  void on_unrealize() override { network_ = nullptr; }

  void on_output() override {
    while (const std::optional<Frame> frame = take_frame()) {
      if (network_ != nullptr) network_->input(*frame);
    }
    if (network_ != nullptr) network_->watch();
  }

 private:
  Result<> start() {
    const UserNetwork checked = TRY(UserNetwork::from(props_));
    SlirpNetwork::Ends ends{
        // While it begins and ends there is nobody to hear it.
        .to_guest =
            [this](FrameView frame) {
              if (network_ != nullptr) deliver(frame);
            },
        .guest_error = [this](const char* message) { platform().log_guest(path(), message); },
    };
    network_ = TRY(SlirpNetwork::create(platform().loop(), props_, checked, std::move(ends)));
    return {};
  }

  std::unique_ptr<SlirpNetwork> network_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_netdev_user(Platform& platform) {
  return std::make_unique<NetdevUser>(platform);
}

}  // namespace vm
