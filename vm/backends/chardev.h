// SPDX-License-Identifier: Apache-2.0
//
// Chardev is one end of a serial line: a device writes to it and is given what comes in. It never
// blocks the guest: what is written goes into a bounded buffer that the main thread empties, and
// when that is full the device keeps the rest until it is told that there is room.
//
//   TRY(chardev->attach(*this, path()));
//   size_t accepted = chardev->write(bytes);   // less than all: on_writable() will be called
//
// With `mux` several devices are on one line: what each sends goes out, and what comes in is for
// one of them, until Ctrl-A c.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vm/backends/chardev_log.h"
#include "vm/backends/escape.h"
#include "vm/backends/pump_ends.h"
#include "vm/backends/terminal.h"
#include "vm/object/object.h"

namespace vm {

class Platform;

/// The device on a serial line. Called on the main thread, with the machine lock held.
class ChardevUser {
 public:
  virtual ~ChardevUser() = default;

  /// How many bytes receive() could take now.
  virtual size_t can_receive() = 0;
  virtual void receive(std::span<const uint8_t> bytes) = 0;

  /// After write() did not accept all: there is room again.
  virtual void on_writable() = 0;

  /// Chardev::terminal_size() is another one.
  virtual void on_resized() {}

  /// The chardev may not be removed under it. That of a device is kept by the device's link.
  virtual bool keeps_chardev() const { return false; }
};

class Chardev : public Object {
 public:
  static constexpr size_t kBufferSize = size_t{64} * 1024;

  ~Chardev() override;

  // For the device; with the machine lock held.

  /// Fails when another device is attached and they may not be several. `who` is its path.
  Result<> attach(ChardevUser& user, std::string who);
  void detach(const ChardevUser& user);

  /// How many of the bytes were accepted. Any thread.
  size_t write(std::span<const uint8_t> bytes);

  /// can_receive() has grown. Any thread.
  void accept_input();

  /// Of the terminal at the other end, if it is one that tells.
  std::optional<TerminalSize> terminal_size() const { return terminal_size_; }

  // For everybody.

  bool has_user() const { return !users_.empty(); }

  /// For whoever may outlive it: leads to it, and to nothing when it is gone. Main thread.
  std::shared_ptr<Chardev* const> handle() const { return self_; }

  /// Also by who is no object.
  Result<> check_unused() override;

  /// What it is connected to, in words: "file:console.log".
  virtual std::string filename() const = 0;

 protected:
  explicit Chardev(Platform& platform) : platform_(platform) {}

  // What a backend does. Main thread, without the machine lock.

  /// There is output to take, where there was none.
  virtual void on_output() = 0;

  /// There may be room for input, where there was none.
  virtual void on_input_wanted() {}

  Platform& platform() const { return platform_; }

  Result<> open_log(const std::string& path, bool append);
  void allow_several_users();

  /// From now on Ctrl-A begins a command, and input is always wanted.
  void enable_escapes() { escape_.emplace(); }

  // What a backend calls. Main thread, without the machine lock.

  /// The oldest of what was written, at most `most` bytes.
  std::string take_output(size_t most);
  void discard_output();
  size_t input_room();
  void deliver(std::span<const uint8_t> bytes);

  /// Delivers the beginning of `bytes` that there is room for, and takes it off.
  void deliver_some(std::string& bytes);

  /// For pumps between this and a stream.
  ReadEnds read_ends(std::function<void(const std::error_code&)> ended);
  WriteEnds write_ends(std::function<void(const std::error_code&)> ended);

  /// All that is still unwritten; with the machine lock held.
  std::string drain_output();

  /// The size of the terminal at the other end; with the machine lock held.
  void resize(const TerminalSize& size);

 private:
  struct Attached {
    ChardevUser* user;
    std::string path;
  };

  /// A person is always heard, so that Ctrl-A x works when the guest reads nothing. This much is
  /// kept for it; what is typed beyond that is lost, as it would be on a real line.
  static constexpr size_t kTypeAhead = 4096;

  void notify(void (Chardev::*what)());
  size_t room_of_user();
  void input_wanted();
  void pass_on(std::span<const uint8_t> bytes);
  void typed(std::string_view text);
  void obey(EscapeFilter::Command command);
  void talk_to_next();
  void say(std::string_view text);

  Platform& platform_;
  std::vector<Attached> users_;
  size_t focus_ = 0;  // which of them is spoken to
  bool may_have_several_ = false;
  std::string output_;
  bool output_announced_ = false;
  bool users_wait_ = false;  // for room in output_
  std::optional<EscapeFilter> escape_;
  std::string typed_;  // and not yet taken by the device
  std::optional<TerminalSize> terminal_size_;
  ChardevLog log_;
  // Calls that are under way to the main thread find out through it that we are gone.
  std::shared_ptr<Chardev*> self_ = std::make_shared<Chardev*>(this);
};

/// One of the backends below `objects`.
Result<Chardev*> find_chardev(const Object& objects, std::string_view id);

/// What all kinds of backends are made of: the configuration that they have in common is theirs
/// before open() is called.
template <typename Props, typename State>
class ChardevOf : public Typed<Chardev, Props, State> {
 protected:
  using Typed<Chardev, Props, State>::Typed;

  virtual Result<> open() { return {}; }

  Result<> on_realize() final {
    const Props& props = this->props_;
    if (props.logfile) TRY(this->open_log(*props.logfile, props.logappend));
    if (props.mux) this->allow_several_users();
    return open();
  }
};

}  // namespace vm
