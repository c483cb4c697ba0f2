// SPDX-License-Identifier: Apache-2.0
//
// Which frames a network card takes: VIRTIO 1.2, 5.1.6.5.1 to 5.1.6.5.3. What the driver said about
// that is part of the card's state.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "generated/objects/virtio_net.h"

#include "vm/backends/netdev.h"
#include "vm/devices/virtio/buffer_stream.h"

namespace vm {

/// A MAC address as a number: its first byte in bits 40 to 47.
using MacAddress = uint64_t;

constexpr MacAddress kBroadcast = 0xffff'ffff'ffff;

constexpr bool is_multicast(MacAddress address) {
  return (address >> 40 & 1) != 0;
}

/// "52:54:00:12:34:56", of one card.
std::optional<MacAddress> parse_mac(std::string_view text);

class NetFilter {
 public:
  explicit NetFilter(api::VirtioNetState& state) : state_(state) {}

  /// `has_vlans`: whether the driver says which VLANs it wants.
  bool wants(FrameView frame, bool has_vlans) const;

  // Commands of the driver; false when they say nothing sensible.
  bool set_mode(uint8_t command, BufferReader& data);
  bool set_addresses(uint8_t command, BufferReader& data);
  bool set_vlan(uint8_t command, BufferReader& data);

 private:
  bool wants_address(MacAddress address) const;
  bool wants_vlan(FrameView frame) const;

  api::VirtioNetState& state_;
};

}  // namespace vm
