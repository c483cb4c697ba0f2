// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/block_mirror.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "runtime/loop/event_loop.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr uint64_t kPiece = 4096;
constexpr size_t kMostPieces = 64;  // in one request
constexpr std::chrono::milliseconds kCalm{100};

}  // namespace

BlockMirror::~BlockMirror() {
  *self_ = nullptr;
}

Result<> BlockMirror::attach(Blockdev& drive, const Object& user, std::span<uint8_t> bytes) {
  if (drive.size() != bytes.size()) {
    return fail(fmt::format(
        "{}: {} has {} bytes, and {} are needed",
        user.path(),
        drive.path(),
        drive.size(),
        bytes.size()
    ));
  }
  const bool is_writable = !drive.is_read_only();
  TRY(drive.attach(*this, user.path(), is_writable ? BlockAccess::ReadWrite : BlockAccess::Read));
  drive_ = &drive;
  bytes_ = bytes;
  Result<> done = read_all();
  if (!done) detach();
  return done;
}

Result<> BlockMirror::read_all() {
  std::optional<int> error;
  const bool is_taken = drive_->submit(
      {.kind = BlockRequest::Kind::Read,
       .offset = 0,
       .length = bytes_.size(),
       .data = bytes_.data(),
       .done = [&error](int result) { error = result; }}
  );
  if (is_taken) drive_->finish_all();
  if (error == 0) return {};
  return fail(
      fmt::format("{} cannot be read: {}", drive_->path(), std::strerror(error.value_or(EIO)))
  );
}

void BlockMirror::detach() {
  if (drive_ == nullptr) return;
  while (!dirty_.empty() || needs_flush_ || is_under_way_) {
    if (!dirty_.empty() && !is_under_way_) write_next();
    if (dirty_.empty() && !is_under_way_) flush();
    drive_->finish_all();
  }
  drive_->detach(*this);
  drive_ = nullptr;
  bytes_ = {};
}

void BlockMirror::changed(uint64_t offset, uint64_t length) {
  if (drive_ == nullptr || drive_->is_read_only() || length == 0) return;
  for (uint64_t piece = offset / kPiece; piece <= (offset + length - 1) / kPiece; ++piece) {
    dirty_.insert(piece);
  }
  has_changed_ = true;
  schedule();
}

bool BlockMirror::take_failure() {
  return std::exchange(has_failed_, false);
}

/// What follows the change in the same turn goes out with it.
void BlockMirror::schedule() {
  if (std::exchange(is_scheduled_, true)) return;
  platform_.loop().post([self = self_] {
    if (*self == nullptr) return;
    const std::lock_guard hold((*self)->platform_.machine_lock());
    (*self)->is_scheduled_ = false;
    (*self)->go_on();
  });
}

/// One request at a time, so that none overtakes another for the same bytes.
void BlockMirror::go_on() {
  if (drive_ == nullptr || is_under_way_) return;
  if (!dirty_.empty()) {
    write_next();
  } else if (needs_flush_) {
    flush_when_calm();
  }
}

void BlockMirror::flush_when_calm() {
  if (std::exchange(is_flush_scheduled_, true)) return;
  has_changed_ = false;
  platform_.loop().run_after(kCalm, [self = self_] {
    if (*self == nullptr) return;
    const std::lock_guard hold((*self)->platform_.machine_lock());
    (*self)->on_calm();
  });
}

/// What is being written comes back to go_on().
void BlockMirror::on_calm() {
  is_flush_scheduled_ = false;
  if (drive_ == nullptr || is_under_way_ || !dirty_.empty() || !needs_flush_) return;
  if (has_changed_) return flush_when_calm();
  flush();
}

void BlockMirror::write_next() {
  const auto first = dirty_.begin();
  auto end = first;
  size_t count = 0;
  while (end != dirty_.end() && *end == *first + count && count < kMostPieces) {
    ++end;
    ++count;
  }
  const uint64_t offset = *first * kPiece;
  const uint64_t length = std::min<uint64_t>(count * kPiece, bytes_.size() - offset);
  const std::span<uint8_t> source = bytes_.subspan(offset, length);
  buffer_.assign(source.begin(), source.end());
  dirty_.erase(first, end);
  needs_flush_ = true;
  submit(
      {.kind = BlockRequest::Kind::Write,
       .offset = offset,
       .length = length,
       .data = buffer_.data()}
  );
}

void BlockMirror::flush() {
  needs_flush_ = false;
  submit({.kind = BlockRequest::Kind::Flush});
}

void BlockMirror::submit(BlockRequest request) {
  const auto kind = request.kind;
  const uint64_t first = request.offset / kPiece;
  const uint64_t count = (request.length + kPiece - 1) / kPiece;
  request.done = [this](int error) {
    is_under_way_ = false;
    is_flushing_ = false;
    has_failed_ |= error != 0;
    go_on();
  };
  is_flushing_ = kind == BlockRequest::Kind::Flush;
  is_under_way_ = drive_->submit(std::move(request));
  if (is_under_way_) return;
  // The node is busy with somebody else's: on_ready() comes later.
  for (uint64_t piece = first; piece < first + count; ++piece) {
    dirty_.insert(piece);
  }
  needs_flush_ |= kind == BlockRequest::Kind::Flush;
}

}  // namespace vm
