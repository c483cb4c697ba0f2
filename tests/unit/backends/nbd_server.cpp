// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/support/nbd_server.h"

#include <algorithm>
#include <cstring>

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "vm/backends/qcow2/format.h"

namespace vm {
namespace {

using qcow2::load;
using qcow2::store;

constexpr uint64_t kMagic = 0x4e42444d41474943;   // "NBDMAGIC"
constexpr uint64_t kOption = 0x49484156454f5054;  // "IHAVEOPT"
constexpr uint64_t kOptionReply = 0x3e889045565a9;
constexpr uint32_t kRequest = 0x25609513;
constexpr uint32_t kReply = 0x67446698;

constexpr uint32_t kOptionAbort = 2;
constexpr uint32_t kOptionInfo = 6;
constexpr uint32_t kOptionGo = 7;
constexpr uint32_t kAck = 1;
constexpr uint32_t kInfo = 3;
constexpr uint32_t kUnsupported = 0x80000001;

constexpr uint16_t kHasFlags = 1;
constexpr uint16_t kIsReadOnly = 2;
constexpr uint16_t kCanFlush = 4;
constexpr uint16_t kCanTrim = 32;

enum Command : uint16_t {
  kRead = 0,
  kWrite = 1,
  kDisconnect = 2,
  kFlush = 3,
  kTrim = 4
};

bool receive(int fd, uint8_t* data, size_t size) {
  return size == 0 || recv(fd, data, size, MSG_WAITALL) == static_cast<ssize_t>(size);
}

template <typename... Numbers>
bool send_numbers(int fd, Numbers... numbers) {
  std::vector<uint8_t> bytes((sizeof(Numbers) + ...));
  size_t at = 0;
  ((store(bytes.data() + at, numbers), at += sizeof numbers), ...);
  return send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

template <typename Number>
bool receive_number(int fd, Number& number) {
  uint8_t bytes[sizeof number];
  const bool there = receive(fd, bytes, sizeof bytes);
  number = load<Number>(bytes);
  return there;
}

}  // namespace

NbdServer::NbdServer(std::string path, Options options)
    : path_(std::move(path)),
      options_(options),
      disk_(options.size),
      left_(options.die_after) {
  start();
}

NbdServer::~NbdServer() {
  stop();
}

void NbdServer::start() {
  is_ending_ = false;
  unlink(path_.c_str());
  listener_ = qapi::Fd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path_.c_str(), sizeof address.sun_path - 1);
  EXPECT_EQ(bind(listener_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  EXPECT_EQ(listen(listener_.get(), 8), 0);
  thread_ = std::thread([this] { accept_all(); });
}

void NbdServer::stop() {
  is_ending_ = true;
  if (current_ >= 0) shutdown(current_, SHUT_RDWR);
  if (thread_.joinable()) thread_.join();
  listener_ = qapi::Fd();
  unlink(path_.c_str());
}

void NbdServer::accept_all() {
  while (!is_ending_) {
    pollfd waiting{.fd = listener_.get(), .events = POLLIN, .revents = 0};
    if (poll(&waiting, 1, 20) <= 0) continue;
    const qapi::Fd peer(accept(listener_.get(), nullptr, nullptr));
    if (peer.get() < 0) continue;
    current_ = peer.get();
    ++connections_;
    serve(peer.get());
    current_ = -1;
  }
}

void NbdServer::serve(int fd) {
  if (!negotiate(fd)) return;
  while (!is_ending_ && left_ != 0 && answer_request(fd)) {
    if (left_ > 0) --left_;
  }
}

bool NbdServer::negotiate(int fd) {
  uint32_t client = 0;
  if (!send_numbers(fd, kMagic, kOption, uint16_t{1}) || !receive_number(fd, client)) return false;
  while (true) {
    uint64_t magic = 0;
    uint32_t option = 0;
    uint32_t size = 0;
    if (!receive_number(fd, magic) || !receive_number(fd, option)) return false;
    if (!receive_number(fd, size)) return false;
    std::vector<uint8_t> data(size);
    if (!receive(fd, data.data(), size) || !answer_option(fd, option, data)) return false;
    if (option == kOptionGo) return true;
  }
}

bool NbdServer::answer_option(int fd, uint32_t option, const std::vector<uint8_t>&) {
  if (option == kOptionAbort) return false;
  if (option != kOptionGo && option != kOptionInfo) {
    return send_numbers(fd, kOptionReply, option, kUnsupported, uint32_t{0});
  }
  const uint16_t writes = options_.read_only ? kIsReadOnly : uint16_t{0};
  const auto flags = static_cast<uint16_t>(kHasFlags | kCanFlush | kCanTrim | writes);
  return send_numbers(fd, kOptionReply, option, kInfo, uint32_t{12}) &&
         send_numbers(fd, uint16_t{0}, options_.size, flags) &&
         send_numbers(fd, kOptionReply, option, kAck, uint32_t{0});
}

bool NbdServer::answer_request(int fd) {
  uint32_t magic = 0;
  uint16_t flags = 0;
  uint16_t command = 0;
  uint64_t cookie = 0;
  uint64_t offset = 0;
  uint32_t length = 0;
  if (!receive_number(fd, magic) || magic != kRequest || !receive_number(fd, flags)) return false;
  if (!receive_number(fd, command) || !receive_number(fd, cookie)) return false;
  if (!receive_number(fd, offset) || !receive_number(fd, length)) return false;
  if (command == kDisconnect) return false;
  std::vector<uint8_t> data(command == kRead || command == kWrite ? length : 0);
  if (command == kWrite && !receive(fd, data.data(), data.size())) return false;
  const uint32_t error = error_;
  const std::lock_guard hold(lock_);
  if (error == 0 && command == kWrite) std::ranges::copy(data, disk_.data() + offset);
  if (error == 0 && command == kTrim) std::fill_n(disk_.data() + offset, length, uint8_t{0});
  if (error == 0 && command == kFlush) ++flushes_;
  if (!send_numbers(fd, kReply, error, cookie)) return false;
  if (error != 0 || command != kRead) return true;
  const auto size = static_cast<ssize_t>(length);
  return send(fd, disk_.data() + offset, length, MSG_NOSIGNAL) == size;
}

}  // namespace vm
