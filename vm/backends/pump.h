// SPDX-License-Identifier: Apache-2.0
//
// Pumps move bytes between a Chardev and an asio stream: a descriptor or a socket. Only .cpp files
// of backends include this.
//
//   auto pump = std::make_shared<WritePump<asio::posix::stream_descriptor>>(stream, ends);
//   pump->run();    // again whenever there is something to do
//   pump->close();  // nothing is called afterwards

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include <asio/buffer.hpp>
#include <asio/error.hpp>
#include <asio/post.hpp>

#include "vm/backends/pump_ends.h"

namespace vm {

inline constexpr size_t kPumpChunk = 4096;

/// Reads while there is room for what is read.
template <typename Stream>
class ReadPump : public std::enable_shared_from_this<ReadPump<Stream>> {
 public:
  ReadPump(std::shared_ptr<Stream> stream, ReadEnds ends)
      : stream_(std::move(stream)),
        ends_(std::move(ends)) {}

  void run() {
    if (stream_ == nullptr || is_busy_) return;
    size_t room = std::min(ends_.room(), buffer_.size());
    if (room == 0) return;
    is_busy_ = true;
    auto received = [self = this->shared_from_this()](const std::error_code& error, size_t size) {
      self->received(error, size);
    };
    stream_->async_read_some(asio::buffer(buffer_.data(), room), received);
  }

  void close() { stream_ = nullptr; }

 private:
  void received(const std::error_code& error, size_t size) {
    is_busy_ = false;
    if (stream_ == nullptr) return;
    if (error) {
      stream_ = nullptr;
      ends_.ended(error);
      return;
    }
    ends_.deliver(buffer_.data(), size);
    run();
  }

  std::shared_ptr<Stream> stream_;
  ReadEnds ends_;
  std::array<uint8_t, kPumpChunk> buffer_{};
  bool is_busy_ = false;
};

/// Writes while there is something to write. What has been written is known at every moment, also
/// between two turns of the loop: nothing is written twice when it is closed.
template <typename Stream>
class WritePump : public std::enable_shared_from_this<WritePump<Stream>> {
 public:
  /// Begins with `unwritten`, what an earlier one could not write.
  WritePump(std::shared_ptr<Stream> stream, WriteEnds ends, std::string unwritten = {})
      : stream_(std::move(stream)),
        ends_(std::move(ends)),
        chunk_(std::move(unwritten)) {
    std::error_code ignored;  // it is non-blocking already, for whatever asio can wait for
    stream_->non_blocking(true, ignored);
  }

  void run() {
    if (stream_ == nullptr || is_waiting_) return;
    if (done_ == chunk_.size()) {
      chunk_ = ends_.take(kPumpChunk);
      done_ = 0;
    }
    if (!chunk_.empty()) write();
  }

  /// What was taken and is not written.
  std::string close() {
    stream_ = nullptr;
    return chunk_.substr(done_);
  }

 private:
  void write() {
    std::error_code error;
    done_ += stream_->write_some(asio::buffer(chunk_.data() + done_, chunk_.size() - done_), error);
    is_waiting_ = true;
    auto next = [self = this->shared_from_this()](const std::error_code& failed) {
      self->go_on(failed);
    };
    if (error == asio::error::would_block) {
      stream_->async_wait(Stream::wait_write, next);
    } else {
      // Others have their turn first, however fast this is.
      asio::post(stream_->get_executor(), [next, error] { next(error); });
    }
  }

  void go_on(const std::error_code& error) {
    is_waiting_ = false;
    if (stream_ == nullptr) return;
    if (!error) return run();
    stream_ = nullptr;
    ends_.ended(error);
  }

  std::shared_ptr<Stream> stream_;
  WriteEnds ends_;
  std::string chunk_;
  size_t done_ = 0;          // of chunk_
  bool is_waiting_ = false;  // for its turn, or for room
};

/// Both pumps of a stream, which come and go together.
template <typename Stream>
class PumpPair {
 public:
  void open(std::shared_ptr<Stream> stream, ReadEnds in, WriteEnds out) {
    stream_ = std::move(stream);
    reader_ = std::make_shared<ReadPump<Stream>>(stream_, std::move(in));
    writer_ = std::make_shared<WritePump<Stream>>(stream_, std::move(out));
  }

  bool is_open() const { return stream_ != nullptr; }

  void read() {
    if (reader_ != nullptr) reader_->run();
  }
  void write() {
    if (writer_ != nullptr) writer_->run();
  }

  /// Writes what was taken, and then `rest`, as far as the host takes it at once: a peer that does
  /// not read must not keep us here.
  void close_after(const std::string& rest) {
    if (stream_ == nullptr) return;
    const std::string unwritten = writer_->close() + rest;
    std::error_code ignored;
    stream_->write_some(asio::buffer(unwritten), ignored);
    close();
  }

  /// Nothing is called afterwards.
  void close() {
    if (stream_ == nullptr) return;
    std::error_code ignored;
    reader_->close();
    writer_->close();
    stream_->close(ignored);
    reader_ = nullptr;
    writer_ = nullptr;
    stream_ = nullptr;
  }

 private:
  std::shared_ptr<Stream> stream_;
  std::shared_ptr<ReadPump<Stream>> reader_;
  std::shared_ptr<WritePump<Stream>> writer_;
};

}  // namespace vm
