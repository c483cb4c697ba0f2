// SPDX-License-Identifier: Apache-2.0
//
// Chardev is one end of a serial line: a device writes to it and is given what comes in. It never
// blocks the guest: what is written goes into a bounded buffer that the main thread empties, and
// when that is full the device keeps the rest until it is told that there is room.
//
//   TRY(chardev->attach(*this, path()));
//   size_t accepted = chardev->write(bytes);   // less than all: on_writable() will be called

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

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
};

class Chardev : public Object {
 public:
  static constexpr size_t kBufferSize = size_t{64} * 1024;

  ~Chardev() override;

  // For the device; with the machine lock held.

  /// Fails when another device is attached. `who` is its path.
  Result<> attach(ChardevUser& user, std::string who);
  void detach();

  /// How many of the bytes were accepted. Any thread.
  size_t write(std::span<const uint8_t> bytes);

  /// can_receive() has grown. Any thread.
  void accept_input();

  // For everybody.

  bool has_user() const { return user_ != nullptr; }

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

  // What a backend calls. Main thread, without the machine lock.

  /// The oldest of what was written, at most `most` bytes.
  std::string take_output(size_t most);
  void discard_output();
  size_t input_room();
  void deliver(std::span<const uint8_t> bytes);

  /// All that is still unwritten; with the machine lock held.
  std::string drain_output();

 private:
  void notify(void (Chardev::*what)());

  Platform& platform_;
  ChardevUser* user_ = nullptr;
  std::string user_path_;
  std::string output_;
  bool output_announced_ = false;
  bool user_waits_ = false;  // for room in output_
  // Calls that are under way to the main thread find out through it that we are gone.
  std::shared_ptr<Chardev*> self_ = std::make_shared<Chardev*>(this);
};

}  // namespace vm
