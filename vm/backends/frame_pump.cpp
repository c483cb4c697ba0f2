// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/frame_pump.h"

#include <cerrno>
#include <utility>

#include <asio/post.hpp>
#include <unistd.h>

namespace vm {
namespace {

// Others have their turn after so many frames.
constexpr int kFramesInATurn = 64;

}  // namespace

FramePump::FramePump(std::shared_ptr<Descriptor> descriptor, Ends ends)
    : descriptor_(std::move(descriptor)),
      ends_(std::move(ends)),
      buffer_(Netdev::kLargestFrame) {
  std::error_code ignored;  // it is non-blocking already, for whatever asio can wait for
  descriptor_->non_blocking(true, ignored);
}

void FramePump::read() {
  if (descriptor_ == nullptr || is_reading_ || !ends_.wants_input()) return;
  is_reading_ = true;
  descriptor_->async_wait(
      Descriptor::wait_read,
      [self = shared_from_this()](const std::error_code& error) {
        self->is_reading_ = false;
        if (!error) self->read_some();
      }
  );
}

void FramePump::read_some() {
  for (int i = 0; i < kFramesInATurn; ++i) {
    if (descriptor_ == nullptr || !ends_.wants_input()) return;
    const ssize_t size = ::read(descriptor_->native_handle(), buffer_.data(), buffer_.size());
    // A peer that is not there, or no longer, is told once for each frame that was sent to it.
    if (size < 0 && errno == EAGAIN) break;
    if (size > 0) ends_.deliver({buffer_.data(), static_cast<size_t>(size)});
  }
  read();
}

void FramePump::write() {
  if (descriptor_ == nullptr || is_writing_) return;
  write_some();
}

void FramePump::write_some() {
  const auto next = [self = shared_from_this()](const std::error_code& error) {
    self->is_writing_ = false;
    if (!error) self->write();
  };
  for (int i = 0; i < kFramesInATurn; ++i) {
    if (!unsent_) unsent_ = ends_.take();
    if (!unsent_) return;
    if (!write_one(*unsent_)) {
      is_writing_ = true;
      return descriptor_->async_wait(Descriptor::wait_write, next);
    }
    unsent_.reset();
  }
  is_writing_ = true;
  asio::post(descriptor_->get_executor(), [next] { next({}); });
}

/// False when it has to wait. What the other side does not take is lost, as on any network.
bool FramePump::write_one(const Frame& frame) {
  if (!ends_.is_connected()) return true;
  const ssize_t written = ::write(descriptor_->native_handle(), frame.data(), frame.size());
  return written >= 0 || errno != EAGAIN;
}

}  // namespace vm
