// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/chardev_stdio.h"

#include <atomic>
#include <csignal>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include <asio/signal_set.hpp>
#include <fcntl.h>
#include <unistd.h>

#include "runtime/loop/event_loop.h"
#include "vm/backends/chardev.h"
#include "vm/backends/descriptor.h"
#include "vm/backends/pump.h"
#include "vm/backends/terminal.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

/// Standard input and output are the process's: there is one of them, and one user.
std::atomic<bool> is_taken = false;

class ChardevStdio final : public ChardevOf<api::ChardevStdioProps, api::ChardevStdioState> {
 public:
  explicit ChardevStdio(Platform& platform) : ChardevOf(platform) {}

  std::string filename() const override { return "stdio"; }

 protected:
  Result<> open() override {
    if (is_taken.exchange(true)) {
      return fail(path() + ": standard input and output are in use by another chardev-stdio");
    }
    Result<> opened = open_streams();
    if (!opened) {
      close_streams();
      return opened;
    }
    if (Terminal::is_terminal()) follow_terminal();
    terminal_.enter_raw(props_.signal);
    accept_input();
    return {};
  }

  void on_unrealize() override {
    write_rest(STDOUT_FILENO, writer_->close() + drain_output());
    close_streams();
    terminal_.leave_raw();
  }

  void on_output() override {
    if (writer_ == nullptr) return;
    if (has_ended_) {
      discard_output();
    } else {
      writer_->run();
    }
  }

  void on_input_wanted() override {
    if (reader_ != nullptr) reader_->run();
  }

 private:
  Result<> open_streams() {
    // asio makes descriptors non-blocking, which the shell that we share them with must not notice.
    in_flags_ = fcntl(STDIN_FILENO, F_GETFL);
    out_flags_ = fcntl(STDOUT_FILENO, F_GETFL);
    auto out = TRY(duplicate_descriptor(platform().loop(), STDOUT_FILENO));
    const auto lost = [this](const std::error_code&) { output_ended(); };
    writer_ = std::make_shared<WritePump<Descriptor>>(std::move(out), write_ends(lost));
    if (in_flags_ < 0) return {};  // closed: an output is an output
    auto in = TRY(duplicate_descriptor(platform().loop(), STDIN_FILENO));
    const auto ignore = [](const std::error_code&) {};
    reader_ = std::make_shared<ReadPump<Descriptor>>(std::move(in), read_ends(ignore));
    return {};
  }

  void close_streams() {
    if (reader_ != nullptr) reader_->close();
    if (writer_ != nullptr) writer_->close();
    reader_ = nullptr;
    writer_ = nullptr;
    resized_.reset();
    if (in_flags_ >= 0) fcntl(STDIN_FILENO, F_SETFL, in_flags_);
    if (out_flags_ >= 0) fcntl(STDOUT_FILENO, F_SETFL, out_flags_);
    is_taken = false;
  }

  void follow_terminal() {
    enable_escapes();
    if (const std::optional<TerminalSize> size = Terminal::size()) resize(*size);
    resized_.emplace(platform().loop().io(), SIGWINCH);
    await_resize();
  }

  void await_resize() {
    resized_->async_wait([this, self = handle()](const std::error_code& error, int) {
      const bool is_there = !error && *self != nullptr && resized_;
      if (!is_there) return;
      tell_size();
      await_resize();
    });
  }

  void tell_size() {
    const std::optional<TerminalSize> size = Terminal::size();
    const std::lock_guard hold(platform().machine_lock());
    if (size) resize(*size);
  }

  // Whoever read it is gone; the guest goes on.
  void output_ended() {
    has_ended_ = true;
    discard_output();
  }

  Terminal terminal_;
  std::optional<asio::signal_set> resized_;
  std::shared_ptr<ReadPump<Descriptor>> reader_;
  std::shared_ptr<WritePump<Descriptor>> writer_;
  int in_flags_ = -1;
  int out_flags_ = -1;
  bool has_ended_ = false;
};

}  // namespace

Result<std::unique_ptr<Object>> create_chardev_stdio(Platform& platform) {
  return std::make_unique<ChardevStdio>(platform);
}

}  // namespace vm
