// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/backends/vhost_back_end.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace vm {
namespace {

constexpr uint32_t kNeedReply = 8;

sockaddr_un address_of(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  return address;
}

template <typename Value>
Value value_at(std::span<const uint8_t> bytes, size_t at) {
  Value value{};
  EXPECT_LE(at + sizeof(value), bytes.size());
  if (at + sizeof(value) <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof(value));
  return value;
}

template <typename Value>
std::span<const uint8_t> bytes_of(const Value& value) {
  return {reinterpret_cast<const uint8_t*>(&value), sizeof(value)};
}

}  // namespace

qapi::Fd VhostBackEnd::connect_to(const std::string& path) {
  qapi::Fd peer(socket(AF_UNIX, SOCK_STREAM, 0));
  const sockaddr_un address = address_of(path);
  EXPECT_EQ(connect(peer.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  return peer;
}

qapi::Fd VhostBackEnd::listen_at(const std::string& path) {
  qapi::Fd listener(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
  const sockaddr_un address = address_of(path);
  EXPECT_EQ(bind(listener.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  EXPECT_EQ(listen(listener.get(), 1), 0);
  return listener;
}

qapi::Fd VhostBackEnd::accept_from(const qapi::Fd& listener) {
  return qapi::Fd(accept(listener.get(), nullptr, nullptr));
}

VhostBackEnd::~VhostBackEnd() {
  if (mapping_ != nullptr) munmap(mapping_, size_);
}

void VhostBackEnd::poll() {
  for (;;) {
    Header header;
    std::array<uint8_t, 64> payload{};
    iovec part{.iov_base = &header, .iov_len = sizeof(header)};
    alignas(cmsghdr) std::array<uint8_t, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t size = recvmsg(socket_.get(), &message, MSG_DONTWAIT);
    if (size == 0 || (size < 0 && errno == ECONNRESET)) is_disconnected_ = true;
    if (size <= 0) return;
    ASSERT_EQ(size, std::ssize(bytes_of(header)));
    ASSERT_LE(header.size, payload.size());
    if (header.size > 0) {
      ASSERT_EQ(recv(socket_.get(), payload.data(), header.size, 0), ssize_t{header.size});
    }
    qapi::Fd descriptor;
    if (const cmsghdr* const rights = CMSG_FIRSTHDR(&message)) {
      int number = -1;
      std::memcpy(&number, CMSG_DATA(rights), sizeof(number));
      descriptor = qapi::Fd(number);
    }
    serve(header, std::span(payload).first(header.size), std::move(descriptor));
    if (socket_.get() < 0) return;
  }
}

void VhostBackEnd::serve(
    const Header& header,
    std::span<const uint8_t> payload,
    qapi::Fd descriptor
) {
  requests.push_back(header.request);
  if (payload.size() >= 8) values[header.request] = value_at<uint64_t>(payload, 0);
  if (header.request == leaves_at) return hang_up();
  const auto index = [&payload] { return size_t{value_at<uint32_t>(payload, 0)}; };
  switch (static_cast<Request>(header.request)) {
    case kGetFeatures: return answer(header, features);
    case kGetProtocolFeatures: return answer(header, protocol_features);
    case kSetMemTable:
      EXPECT_EQ(value_at<uint32_t>(payload, 0), 1u);
      address_ = value_at<uint64_t>(payload, 24);
      size_ = value_at<uint64_t>(payload, 16);
      memory = std::move(descriptor);
      mapping_ = static_cast<uint8_t*>(
          mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED, memory.get(), 0)
      );
      ASSERT_NE(mapping_, MAP_FAILED);
      break;
    case kSetVringAddr:
      rings_.at(index()).shared = reinterpret_cast<SharedRing*>(at(value_at<uint64_t>(payload, 8)));
      EXPECT_EQ(
          at(value_at<uint64_t>(payload, 16)),
          reinterpret_cast<uint8_t*>(&ring(index()).used)
      );
      EXPECT_EQ(
          at(value_at<uint64_t>(payload, 24)),
          reinterpret_cast<uint8_t*>(&ring(index()).available)
      );
      break;
    case kSetVringKick: rings_.at(index()).kick = std::move(descriptor); break;
    case kSetVringCall:
      rings_.at(index()).call = std::move(descriptor);
      if (index() == kSend && (features & kProtocolFeatures) == 0) is_enabled_ = true;
      break;
    case kSetVringEnable: is_enabled_ = index() == kSend; break;
    case kSetFeatures:
    case kSetOwner:
    case kSetVringNum:
    case kSetVringBase:
    case kSetProtocolFeatures: break;
  }
  if ((header.flags & kNeedReply) != 0) answer(header, refusals[header.request]);
}

void VhostBackEnd::answer(const Header& header, uint64_t value) {
  if (const auto other = answers.find(header.request); other != answers.end()) {
    return send_bytes(other->second);
  }
  send_bytes(bytes_of(Header{.request = header.request, .flags = 5, .size = sizeof(value)}));
  send_bytes(bytes_of(value));
}

void VhostBackEnd::send_bytes(std::span<const uint8_t> bytes) {
  if (bytes.empty()) return;
  send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

uint16_t VhostBackEnd::available(size_t queue) {
  return std::atomic_ref(ring(queue).available.index).load(std::memory_order_acquire);
}

std::optional<uint16_t> VhostBackEnd::next_available(Ring& ring) {
  const std::atomic_ref index(ring.shared->available.index);
  if (index.load(std::memory_order_acquire) == ring.next_available) return {};
  return ring.shared->available.ring[ring.next_available++ % SharedRing::kEntries];
}

void VhostBackEnd::use(size_t queue, uint32_t id, uint32_t size) {
  SharedRing::Used& used = ring(queue).used;
  used.ring[used.index % SharedRing::kEntries] = {.id = id, .size = size};
  std::atomic_ref(used.index).fetch_add(1, std::memory_order_release);
}

bool VhostBackEnd::give(FrameView frame) {
  Ring& queue = rings_[kReceive];
  const std::optional<uint16_t> id = next_available(queue);
  if (!id) return false;
  const SharedRing::Descriptor& buffer = queue.shared->descriptors[*id];
  EXPECT_EQ(buffer.flags, 2) << "the device writes";
  EXPECT_LE(frame.size() + kHeaderSize, buffer.size);
  std::copy(frame.begin(), frame.end(), at(buffer.address) + kHeaderSize);
  use(kReceive, *id, static_cast<uint32_t>(frame.size() + kHeaderSize));
  return true;
}

std::vector<Frame> VhostBackEnd::take(size_t most) {
  std::vector<Frame> frames;
  Ring& queue = rings_[kSend];
  while (frames.size() < most) {
    const std::optional<uint16_t> id = next_available(queue);
    if (!id) break;
    const SharedRing::Descriptor& buffer = queue.shared->descriptors[*id];
    EXPECT_EQ(buffer.flags, 0) << "the device reads";
    const uint8_t* const bytes = at(buffer.address);
    EXPECT_EQ(Frame(bytes, bytes + kHeaderSize), Frame(kHeaderSize, 0));
    frames.emplace_back(bytes + kHeaderSize, bytes + buffer.size);
    use(kSend, *id, 0);
  }
  return frames;
}

bool VhostBackEnd::was_kicked(size_t queue) {
  uint64_t count = 0;
  return read(rings_.at(queue).kick.get(), &count, sizeof(count)) == std::ssize(bytes_of(count));
}

void VhostBackEnd::fill_events() {
  const uint64_t most = UINT64_MAX - 1;
  for (const Ring& ring : rings_) {
    uint64_t count = 0;
    (void)!read(ring.kick.get(), &count, sizeof(count));
    EXPECT_EQ(write(ring.kick.get(), &most, sizeof(most)), std::ssize(bytes_of(most)));
    EXPECT_EQ(fcntl(ring.kick.get(), F_SETFL, O_RDWR), 0);
    EXPECT_EQ(fcntl(ring.call.get(), F_SETFL, O_RDWR), 0);
  }
}

void VhostBackEnd::call() {
  const uint64_t one = 1;
  EXPECT_EQ(write(rings_[kReceive].call.get(), &one, sizeof(one)), std::ssize(bytes_of(one)));
}

}  // namespace vm
