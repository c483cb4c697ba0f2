// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/chardev_file.h"

#include <cerrno>
#include <mutex>

#include <fcntl.h>

#include "runtime/loop/event_loop.h"
#include "vm/backends/chardev.h"
#include "vm/backends/descriptor.h"
#include "vm/backends/pump.h"
#include "vm/base/clock.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

// Of guest time: so that the guest is stopped before it is tried again.
constexpr uint64_t kRetryDelayNs = 1'000'000;

class ChardevFile final : public ChardevOf<api::ChardevFileProps, api::ChardevFileState> {
 public:
  explicit ChardevFile(Platform& platform)
      : ChardevOf(platform),
        retry_(platform.clock(), [this] { try_again_soon(); }) {}

  std::string filename() const override { return "file:" + props_.out; }

 protected:
  Result<> open() override {
    int flags = O_WRONLY | O_CREAT | (props_.append ? O_APPEND : O_TRUNC);
    out_ = TRY(open_descriptor(platform(), props_.out, flags));
    if (props_.in) {
      auto in = TRY(open_descriptor(platform(), *props_.in, O_RDONLY));
      reader_ = std::make_shared<ReadPump<Descriptor>>(
          std::move(in),
          read_ends([](const std::error_code&) {})
      );
    }
    writer_ = make_writer({});
    return {};
  }

  void on_unrealize() override {
    retry_.cancel();
    if (reader_ != nullptr) reader_->close();
    std::string rest = writer_->close() + drain_output();
    if (!has_failed_) write_rest(out_->native_handle(), rest);
    reader_ = nullptr;
    writer_ = nullptr;
    out_ = nullptr;
  }

  void on_output() override {
    if (has_failed_) {
      discard_output();
    } else if (writer_ != nullptr) {
      writer_->run();
    }
  }

  void on_input_wanted() override {
    if (reader_ != nullptr) reader_->run();
  }

 private:
  /// One that begins with what could not be written before.
  std::shared_ptr<WritePump<Descriptor>> make_writer(std::string unwritten) {
    const auto ended = [this](const std::error_code& error) { writing_failed(error); };
    return std::make_shared<WritePump<Descriptor>>(out_, write_ends(ended), std::move(unwritten));
  }

  void writing_failed(const std::error_code& error) {
    const bool is_full = error.value() == ENOSPC;  // asio's categories have no such condition
    const bool stops = props_.werror == api::ChardevErrorAction::Stop ||
                       (props_.werror == api::ChardevErrorAction::Enospc && is_full);
    if (props_.werror != api::ChardevErrorAction::Ignore) {
      const std::string reason = "cannot write '" + props_.out + "': " + error.message();
      platform().log_guest(path(), reason);
      platform().report(
          OutputFailed{.backend = path(), .reason = reason, .nospace = is_full, .must_stop = stops}
      );
    }
    stops ? retry_when_guest_runs() : give_up();
  }

  void give_up() {
    has_failed_ = true;
    discard_output();
  }

  /// Guest time stands still while the guest is stopped: the timer rings when it goes on.
  void retry_when_guest_runs() {
    writer_ = make_writer(writer_->close());
    std::lock_guard hold(platform().machine_lock());
    retry_.arm(platform().clock().now_ns() + kRetryDelayNs);
  }

  /// Not from within the timer, which holds the machine lock.
  void try_again_soon() {
    platform().loop().post([weak = std::weak_ptr(writer_)] {
      if (const auto writer = weak.lock()) writer->run();
    });
  }

  std::shared_ptr<Descriptor> out_;
  std::shared_ptr<ReadPump<Descriptor>> reader_;
  std::shared_ptr<WritePump<Descriptor>> writer_;
  Timer retry_;
  bool has_failed_ = false;
};

}  // namespace

Result<std::unique_ptr<Object>> create_chardev_file(Platform& platform) {
  return std::make_unique<ChardevFile>(platform);
}

}  // namespace vm
