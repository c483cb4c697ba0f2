// SPDX-License-Identifier: Apache-2.0
//
// One end of a pseudoterminal. Nobody tells its owner that the other end is opened, as an end of
// file tells that it is closed; the file system does.

#include "generated/objects/chardev_pty.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <termios.h>
#include <unistd.h>

#include "runtime/base/fd.h"
#include "runtime/loop/event_loop.h"
#include "vm/backends/chardev.h"
#include "vm/backends/descriptor.h"
#include "vm/backends/pump.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

/// Bytes go through as they are: what the guest sends is for a terminal already.
bool make_raw(const char* name) {
  const qapi::Fd terminal(open(name, O_RDWR | O_NOCTTY | O_CLOEXEC));
  termios settings{};
  if (tcgetattr(terminal.get(), &settings) != 0) return false;
  cfmakeraw(&settings);
  return tcsetattr(terminal.get(), TCSANOW, &settings) == 0;
}

class ChardevPty final : public ChardevOf<api::ChardevPtyProps, api::ChardevPtyState> {
 public:
  explicit ChardevPty(Platform& platform) : ChardevOf(platform) {}

  std::string filename() const override { return "pty:" + name_; }

 protected:
  Result<> open() override {
    Result<> opened = open_both();
    return opened ? opened : fail(path() + ": " + opened.error().desc);
  }

  void on_unrealize() override {
    if (opens_ != nullptr) opens_->close();
    opens_ = nullptr;
    pumps_.close_after(drain_output());
    master_ = {};
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
  Result<> open_both() {
    master_ = qapi::Fd(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    std::array<char, PATH_MAX> name{};
    if (master_.get() < 0 || grantpt(master_.get()) != 0 || unlockpt(master_.get()) != 0 ||
        ptsname_r(master_.get(), name.data(), name.size()) != 0 || !make_raw(name.data())) {
      return fail(std::string("cannot make a pseudoterminal: ") + std::strerror(errno));
    }
    name_ = name.data();
    qapi::Fd watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (inotify_add_watch(watch.get(), name_.c_str(), IN_OPEN) < 0) {
      return fail("cannot watch '" + name_ + "': " + std::strerror(errno));
    }
    auto stream = TRY(adopt_descriptor(platform().loop(), watch.release(), name_));
    opens_ = std::make_shared<ReadPump<Descriptor>>(
        std::move(stream),
        ReadEnds{
            .room = [] { return kPumpChunk; },
            .deliver = [this](const uint8_t*, size_t) { connect_if_open(); },
            .ended = [](const std::error_code&) {},
        }
    );
    opens_->run();
    return {};
  }

  void connect_if_open() {
    pollfd other_end{.fd = master_.get(), .events = 0, .revents = 0};
    if (pumps_.is_open() || poll(&other_end, 1, 0) != 0) return;
    auto stream = duplicate_descriptor(platform().loop(), master_.get());
    if (!stream) return platform().log_guest(path(), stream.error().desc);
    const auto ended = [this](const std::error_code&) { closed(); };
    pumps_.open(std::move(*stream), read_ends(ended), write_ends(ended));
    accept_input();
  }

  void closed() {
    pumps_.close();
    discard_output();
    connect_if_open();  // somebody else, whose coming was told while the one before was here
  }

  std::string name_;
  qapi::Fd master_;
  std::shared_ptr<ReadPump<Descriptor>> opens_;
  PumpPair<Descriptor> pumps_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_chardev_pty(Platform& platform) {
  return std::make_unique<ChardevPty>(platform);
}

}  // namespace vm
