// SPDX-License-Identifier: Apache-2.0
//
// VhostBackEnd is a back end of vhost-user that does what the test says, right or wrong. It acts
// when it is polled.
//
//   VhostBackEnd back_end(VhostBackEnd::connect_to(path));
//   platform.run_until([&] { back_end.poll(); return back_end.is_enabled(); });
//   back_end.give(frame);           // to the card, when there is a buffer
//   back_end.take();                // what the card has sent

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "runtime/base/fd.h"
#include "vm/backends/driver_ring.h"
#include "vm/backends/netdev.h"

namespace vm {

class VhostBackEnd {
 public:
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
  struct Header {
    uint32_t request = 0;
    uint32_t flags = 0;
    uint32_t size = 0;
  };

  static constexpr size_t kReceive = 0;
  static constexpr size_t kSend = 1;
  static constexpr size_t kHeaderSize = 12;
  static constexpr uint64_t kVersion1 = uint64_t{1} << 32;
  static constexpr uint64_t kProtocolFeatures = uint64_t{1} << 30;
  static constexpr uint64_t kReplyAck = uint64_t{1} << 3;

  static qapi::Fd connect_to(const std::string& path);
  static qapi::Fd listen_at(const std::string& path);
  /// None when nobody has connected yet.
  static qapi::Fd accept_from(const qapi::Fd& listener);

  explicit VhostBackEnd(qapi::Fd socket) : socket_(std::move(socket)) {}
  ~VhostBackEnd();
  VhostBackEnd(const VhostBackEnd&) = delete;
  VhostBackEnd& operator=(const VhostBackEnd&) = delete;

  /// Answers what it was asked.
  void poll();
  void send_bytes(std::span<const uint8_t> bytes);
  void hang_up() { socket_.reset(); }
  bool is_disconnected() const { return is_disconnected_; }

  bool is_enabled() const { return is_enabled_; }

  /// False when there is no buffer.
  bool give(FrameView frame);

  /// All that came since the last time. With `most`, so many at most.
  std::vector<Frame> take(size_t most = SIZE_MAX);

  /// Whether the queue has been kicked since the last time.
  bool was_kicked(size_t queue);
  void call();

  /// Has its eventfds block whoever writes to them.
  void fill_events();

  // What it writes, whatever that means to the other side.

  SharedRing& ring(size_t queue) { return *rings_.at(queue).shared; }
  void use(size_t queue, uint32_t id, uint32_t size);
  uint16_t available(size_t queue);

  uint64_t features = kVersion1 | kProtocolFeatures;
  uint64_t protocol_features = 0xffff;
  /// What it answers instead of what would be right; 0 bytes: nothing.
  std::map<uint32_t, std::vector<uint8_t>> answers;
  std::map<uint32_t, uint64_t> refusals;
  uint32_t leaves_at = 0;

  std::vector<uint32_t> requests;
  std::map<uint32_t, uint64_t> values;  // the first 8 bytes of the last payload
  qapi::Fd memory;

 private:
  struct Ring {
    SharedRing* shared = nullptr;
    qapi::Fd kick;
    qapi::Fd call;
    uint16_t next_available = 0;
  };

  void serve(const Header& header, std::span<const uint8_t> payload, qapi::Fd descriptor);
  void answer(const Header& header, uint64_t value);
  std::optional<uint16_t> next_available(Ring& ring);
  uint8_t* at(uint64_t address) const { return mapping_ + (address - address_); }

  qapi::Fd socket_;
  bool is_disconnected_ = false;
  bool is_enabled_ = false;
  uint8_t* mapping_ = nullptr;
  uint64_t address_ = 0;
  uint64_t size_ = 0;
  std::array<Ring, 2> rings_;
};

}  // namespace vm
