// SPDX-License-Identifier: Apache-2.0
//
// A step is a request, and its answer if it has one. The next one is taken when it is done. All
// numbers are in the host's byte order.

#include "vm/backends/vhost_user_session.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <sys/socket.h>

namespace vm {
namespace {

enum Request : uint32_t {
  kGetFeatures = 1,
  kSetFeatures = 2,
  kSetOwner = 3,
  kSetMemTable = 5,
  kSetVringNum = 8,
  kSetVringAddr = 9,
  kSetVringBase = 10,
  kSetVringKick = 12,
  kSetVringCall = 13,
  kGetProtocolFeatures = 15,
  kSetProtocolFeatures = 16,
  kSetVringEnable = 18,
};

constexpr uint32_t kVersion = 1;
constexpr uint32_t kIsReply = 1 << 2;
constexpr uint32_t kNeedReply = 1 << 3;

constexpr uint64_t kProtocolFeatures = uint64_t{1} << 30;
constexpr uint64_t kVersion1 = uint64_t{1} << 32;  // VIRTIO 1.2, 6
constexpr uint64_t kReplyAck = uint64_t{1} << 3;   // of the protocol features

struct VringState {
  uint32_t index;
  uint32_t value;
};

struct VringAddress {
  uint32_t index;
  uint32_t flags;
  uint64_t descriptors;
  uint64_t used;
  uint64_t available;
  uint64_t log;
};

struct MemoryTable {
  uint32_t regions;
  uint32_t padding;
  uint64_t guest_address;
  uint64_t size;
  uint64_t user_address;
  uint64_t offset;
};

const char* name_of(uint32_t request) {
  switch (static_cast<Request>(request)) {
    case kGetFeatures: return "GET_FEATURES";
    case kSetFeatures: return "SET_FEATURES";
    case kSetOwner: return "SET_OWNER";
    case kSetMemTable: return "SET_MEM_TABLE";
    case kSetVringNum: return "SET_VRING_NUM";
    case kSetVringAddr: return "SET_VRING_ADDR";
    case kSetVringBase: return "SET_VRING_BASE";
    case kSetVringKick: return "SET_VRING_KICK";
    case kSetVringCall: return "SET_VRING_CALL";
    case kGetProtocolFeatures: return "GET_PROTOCOL_FEATURES";
    case kSetProtocolFeatures: return "SET_PROTOCOL_FEATURES";
    case kSetVringEnable: return "SET_VRING_ENABLE";
  }
  return "?";
}

template <typename Value>
std::string bytes_of(const Value& value) {
  return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

/// Sends what the socket has room for, and a descriptor with it unless that is -1.
ssize_t send_with(int socket, std::span<const char> bytes, int descriptor) {
  iovec part{
      .iov_base = const_cast<char*>(bytes.data()),
      .iov_len = bytes.size(),
  };
  alignas(cmsghdr) std::array<uint8_t, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (descriptor != -1) {
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* const header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof(descriptor));
  }
  return sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
}

}  // namespace

VhostUserSession::VhostUserSession(std::shared_ptr<StreamSocket> peer, Offer offer, Ends ends)
    : peer_(std::move(peer)),
      offer_(std::move(offer)),
      ends_(std::move(ends)) {}

void VhostUserSession::start() {
  steps_.push_back({.request = kSetOwner});
  ask(kGetFeatures);
  wait_for_bytes();
  go_on();
}

void VhostUserSession::close() {
  if (peer_ == nullptr) return;
  std::error_code ignored;
  peer_->close(ignored);
  peer_ = nullptr;
}

void VhostUserSession::ask(uint32_t request) {
  steps_.push_back({.request = request, .has_answer = true});
}

template <typename Payload>
void VhostUserSession::tell(uint32_t request, const Payload& payload, int descriptor) {
  steps_.push_back({
      .request = request,
      .has_answer = acknowledges_,
      .payload = bytes_of(payload),
      .descriptor = descriptor,
  });
}

void VhostUserSession::got_features(uint64_t offered) {
  if ((offered & kVersion1) == 0) {
    return end(fmt::format("it does not offer VIRTIO_F_VERSION_1, but {:#x}", offered));
  }
  features_ = offered & (kVersion1 | kProtocolFeatures);
  if ((features_ & kProtocolFeatures) != 0) {
    ask(kGetProtocolFeatures);
  } else {
    set_up();
  }
}

void VhostUserSession::got_protocol_features(uint64_t offered) {
  tell(kSetProtocolFeatures, offered & kReplyAck);
  acknowledges_ = (offered & kReplyAck) != 0;
  set_up();
}

void VhostUserSession::set_up() {
  tell(kSetFeatures, features_);
  const MemoryTable table{
      .regions = 1,
      .padding = 0,
      .guest_address = offer_.address,
      .size = offer_.size,
      .user_address = offer_.address,
      .offset = 0,
  };
  tell(kSetMemTable, table, offer_.memory);
  for (uint32_t index = 0; index < offer_.queues.size(); ++index) {
    set_up_queue(index);
  }
  if ((features_ & kProtocolFeatures) == 0) return;
  for (uint32_t index = 0; index < offer_.queues.size(); ++index) {
    tell(kSetVringEnable, VringState{.index = index, .value = 1});
  }
}

void VhostUserSession::set_up_queue(uint32_t index) {
  const Queue& queue = offer_.queues[index];
  const VringAddress address{
      .index = index,
      .flags = 0,
      .descriptors = queue.descriptors,
      .used = queue.used,
      .available = queue.available,
      .log = 0,
  };
  tell(kSetVringNum, VringState{.index = index, .value = offer_.entries});
  tell(kSetVringBase, VringState{.index = index, .value = 0});
  tell(kSetVringAddr, address);
  tell(kSetVringKick, uint64_t{index}, queue.kick);
  tell(kSetVringCall, uint64_t{index}, offer_.call);
}

void VhostUserSession::go_on() {
  while (!awaits_answer_ && !steps_.empty()) {
    if (!write_step()) return;
    awaits_answer_ = steps_.front().has_answer;
    if (!awaits_answer_) steps_.pop_front();
  }
  if (awaits_answer_ || is_ready_) return;
  is_ready_ = true;
  ends_.ready();
}

/// False when it has to wait, or nothing comes of it.
bool VhostUserSession::write_step() {
  const Step& step = steps_.front();
  if (outgoing_.empty()) {
    // What has an answer anyway is not acknowledged.
    const bool acknowledge = step.has_answer && !step.payload.empty();
    const Header header{
        .request = step.request,
        .flags = kVersion | (acknowledge ? kNeedReply : 0),
        .size = static_cast<uint32_t>(step.payload.size()),
    };
    outgoing_ = bytes_of(header) + step.payload;
  }
  while (sent_ < outgoing_.size()) {
    const std::span<const char> rest = std::span(outgoing_).subspan(sent_);
    const int descriptor = sent_ == 0 ? step.descriptor : -1;
    const ssize_t sent = send_with(peer_->native_handle(), rest, descriptor);
    if (sent < 0) {
      if (errno == EAGAIN) {
        wait_for_room();
      } else {
        hung_up();
      }
      return false;
    }
    sent_ += static_cast<size_t>(sent);
  }
  outgoing_.clear();
  sent_ = 0;
  return true;
}

void VhostUserSession::wait_for_room() {
  const auto writable = [self = shared_from_this()](const std::error_code& error) {
    if (!error && self->peer_ != nullptr) self->go_on();
  };
  peer_->async_wait(StreamSocket::wait_write, writable);
}

void VhostUserSession::wait_for_bytes() {
  const auto readable = [self = shared_from_this()](const std::error_code& error) {
    if (!error && self->peer_ != nullptr) self->read_some();
  };
  peer_->async_wait(StreamSocket::wait_read, readable);
}

void VhostUserSession::read_some() {
  std::array<uint8_t, 256> bytes{};
  // The host closes descriptors that come with it: nobody asked for any.
  const ssize_t size = recv(peer_->native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (size == 0 || (size < 0 && errno != EAGAIN)) return hung_up();
  if (size > 0 && !add_incoming(bytes.data(), static_cast<size_t>(size))) return;
  wait_for_bytes();
}

/// False when it is over.
bool VhostUserSession::add_incoming(const uint8_t* data, size_t size) {
  if (!awaits_answer_ || size > incoming_.size() - received_) {
    end("it sends what it was not asked for");
    return false;
  }
  std::copy_n(data, size, incoming_.data() + received_);
  received_ += size;
  if (received_ < sizeof(Header)) return true;
  Header header;
  std::memcpy(&header, incoming_.data(), sizeof(header));
  const uint32_t request = steps_.front().request;
  if (header.request != request || (header.flags & ~kNeedReply) != (kVersion | kIsReply) ||
      header.size != sizeof(Answer)) {
    end(fmt::format(
        "its answer to {} is none: request {}, flags {:#x}, {} bytes",
        name_of(request),
        header.request,
        header.flags,
        header.size
    ));
    return false;
  }
  if (received_ < incoming_.size()) return true;
  received_ = 0;
  Answer value = 0;
  std::memcpy(&value, incoming_.data() + sizeof(header), sizeof(value));
  answered(value);
  return peer_ != nullptr;
}

void VhostUserSession::answered(Answer value) {
  const uint32_t request = steps_.front().request;
  steps_.pop_front();
  awaits_answer_ = false;
  if (request == kGetFeatures) {
    got_features(value);
  } else if (request == kGetProtocolFeatures) {
    got_protocol_features(value);
  } else if (value != 0) {
    end(fmt::format("it refuses {}: {}", name_of(request), value));
  }
  if (peer_ != nullptr) go_on();
}

void VhostUserSession::hung_up() {
  if (is_ready_) return end({});
  end(fmt::format("it left while it was being set up, at {}", name_of(steps_.front().request)));
}

void VhostUserSession::end(const std::string& why) {
  close();
  ends_.ended(why);
}

}  // namespace vm
