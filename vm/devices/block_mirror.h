// SPDX-License-Identifier: Apache-2.0
//
// BlockMirror keeps the contents of a small memory that outlives power-off, such as a flash or an
// EEPROM, in a block node: it reads all of the node at first, and later writes what changes. The
// memory is the device's, and so is the machine lock, which is held at each call.
//
//   TRY(mirror_.attach(*drive, *this, {bytes, size}));
//   bytes[7] &= 0x0f;
//   mirror_.changed(7, 1);
//   if (mirror_.is_clean()) ...   // what was changed is on the node
//
// Guests program word by word, and wait for each: the medium is asked to keep it all only when no
// more has come for a moment, and at the end.

#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <vector>

#include "vm/backends/block.h"

namespace vm {

class BlockMirror final : private BlockUser {
 public:
  explicit BlockMirror(Platform& platform) : platform_(platform) {}
  ~BlockMirror() override;
  BlockMirror(const BlockMirror&) = delete;
  BlockMirror& operator=(const BlockMirror&) = delete;

  /// Fills `bytes` from the node, which must have that size; they stay there until detach(). Main
  /// thread.
  Result<> attach(Blockdev& drive, const Object& user, std::span<uint8_t> bytes);

  /// Returns when all that was changed is written, and kept by the medium. Main thread.
  void detach();

  /// So many bytes from `offset` on differ from before. Any thread.
  void changed(uint64_t offset, uint64_t length);

  bool is_attached() const { return drive_ != nullptr; }
  bool is_writable() const { return drive_ == nullptr || !drive_->is_read_only(); }

  /// Nothing waits to be written.
  bool is_clean() const { return dirty_.empty() && (!is_under_way_ || is_flushing_); }

  /// Whether something could not be written since the last call.
  bool take_failure();

 private:
  void on_ready() override { go_on(); }
  Result<> read_all();
  void schedule();
  void go_on();
  void write_next();
  void flush();
  void flush_when_calm();
  void on_calm();
  void submit(BlockRequest request);

  Platform& platform_;
  Blockdev* drive_ = nullptr;
  std::span<uint8_t> bytes_;
  std::set<uint64_t> dirty_;     // numbers of pieces
  std::vector<uint8_t> buffer_;  // what is under way
  bool is_under_way_ = false;
  bool is_flushing_ = false;  // it is this that is under way
  bool needs_flush_ = false;
  bool is_flush_scheduled_ = false;
  bool has_changed_ = false;  // since it was scheduled
  bool has_failed_ = false;
  bool is_scheduled_ = false;
  // Calls that are under way to the main thread find out through it that we are gone.
  std::shared_ptr<BlockMirror*> self_ = std::make_shared<BlockMirror*>(this);
};

}  // namespace vm
