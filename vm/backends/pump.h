// SPDX-License-Identifier: Apache-2.0
//
// Pumps move bytes between a Chardev and an asio stream: a descriptor or a socket. Only .cpp files
// of backends include this.
//
//   auto pump = std::make_shared<WritePump<asio::posix::stream_descriptor>>(std::move(stream),
//   ...); pump->run();   // again whenever there is something to do pump->close(); // nothing is
//   called afterwards

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include <asio/buffer.hpp>

namespace vm {

inline constexpr size_t kPumpChunk = 4096;

/// Reads while there is room for what is read.
template <typename Stream>
class ReadPump : public std::enable_shared_from_this<ReadPump<Stream>> {
 public:
  struct Ends {
    std::function<size_t()> room;
    std::function<void(const uint8_t* data, size_t size)> deliver;
    std::function<void(const std::error_code& error)> ended;  ///< end of file, or an error
  };

  ReadPump(std::shared_ptr<Stream> stream, Ends ends)
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
  Ends ends_;
  std::array<uint8_t, kPumpChunk> buffer_{};
  bool is_busy_ = false;
};

/// Writes while there is something to write.
template <typename Stream>
class WritePump : public std::enable_shared_from_this<WritePump<Stream>> {
 public:
  struct Ends {
    std::function<std::string(size_t most)> take;
    std::function<void(const std::error_code& error)> ended;  ///< an error
  };

  WritePump(std::shared_ptr<Stream> stream, Ends ends)
      : stream_(std::move(stream)),
        ends_(std::move(ends)) {}

  void run() {
    if (stream_ == nullptr || is_busy_) return;
    if (done_ == chunk_.size()) {
      chunk_ = ends_.take(kPumpChunk);
      done_ = 0;
    }
    if (chunk_.empty()) return;
    is_busy_ = true;
    auto written = [self = this->shared_from_this()](const std::error_code& error, size_t size) {
      self->written(error, size);
    };
    stream_->async_write_some(asio::buffer(chunk_.data() + done_, chunk_.size() - done_), written);
  }

  /// What was taken and is not written.
  std::string close() {
    stream_ = nullptr;
    return chunk_.substr(done_);
  }

 private:
  void written(const std::error_code& error, size_t size) {
    is_busy_ = false;
    if (stream_ == nullptr) return;
    if (error) {
      stream_ = nullptr;
      ends_.ended(error);
      return;
    }
    done_ += size;
    run();
  }

  std::shared_ptr<Stream> stream_;
  Ends ends_;
  std::string chunk_;
  size_t done_ = 0;  // of chunk_
  bool is_busy_ = false;
};

}  // namespace vm
