// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/net_filter.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "vm/devices/virtio/net_headers.h"

namespace vm {
namespace {

using State = api::VirtioNetState;
using MacBytes = std::array<uint8_t, 6>;

// The modes by their commands.
constexpr bool State::*kModes[] = {
    &State::promiscuous,
    &State::all_multicast,
    &State::all_unicast,
    &State::no_multicast,
    &State::no_unicast,
    &State::no_broadcast,
};

constexpr uint8_t kSetTables = 0;
constexpr uint8_t kSetAddress = 1;
constexpr uint8_t kAddVlan = 0;
constexpr uint8_t kDeleteVlan = 1;

// Of more addresses than this all are taken.
constexpr uint32_t kMostAddresses = 64;
constexpr uint16_t kVlans = 4096;
constexpr unsigned kWordBits = 32;

MacAddress address_of(FrameView bytes) {
  MacAddress address = 0;
  for (size_t i = 0; i < MacBytes{}.size(); ++i) {
    address = address << 8 | bytes[i];
  }
  return address;
}

/// A number of addresses, then those. More than we hold are all.
bool read_table(BufferReader& data, std::vector<MacAddress>& table, bool& all) {
  uint32_t count = 0;
  if (!data.read_value(count) || count > data.left() / MacBytes{}.size()) return false;
  table.clear();
  all = count > kMostAddresses;
  for (uint32_t i = 0; i < count; ++i) {
    MacBytes bytes{};
    if (!data.read(bytes)) return false;
    if (!all) table.push_back(address_of(bytes));
  }
  return true;
}

bool contains(const std::vector<MacAddress>& table, MacAddress address) {
  return std::find(table.begin(), table.end(), address) != table.end();
}

}  // namespace

std::optional<MacAddress> parse_mac(std::string_view text) {
  constexpr size_t kLength = 17;
  if (text.size() != kLength) return {};
  MacAddress address = 0;
  for (size_t i = 0; i < kLength; i += 3) {
    uint8_t byte = 0;
    const char* const begin = text.data() + i;
    const auto [end, error] = std::from_chars(begin, begin + 2, byte, 16);
    if (error != std::errc() || end != begin + 2) return {};
    if (i + 2 < kLength && text[i + 2] != ':') return {};
    address = address << 8 | byte;
  }
  return address;
}

bool NetFilter::wants(FrameView frame, bool has_vlans) const {
  if (frame.size() < kEthernetHeader) return false;
  if (has_vlans && !wants_vlan(frame)) return false;
  return wants_address(address_of(frame));
}

bool NetFilter::wants_address(MacAddress address) const {
  if (state_.promiscuous) return true;
  if (address == kBroadcast) return !state_.no_broadcast;
  if (is_multicast(address)) {
    if (state_.no_multicast) return false;
    return state_.all_multicast || state_.too_many_multicast || contains(state_.multicast, address);
  }
  if (state_.no_unicast) return false;
  return state_.all_unicast || state_.too_many_unicast || address == state_.address ||
         contains(state_.unicast, address);
}

bool NetFilter::wants_vlan(FrameView frame) const {
  const bool is_tagged = frame.size() >= kEthernetHeader + kVlanTag &&
                         big_endian_16(frame, kEthernetHeader - 2) == kTypeVlan;
  if (!is_tagged) return true;
  const unsigned vlan = big_endian_16(frame, kEthernetHeader) % kVlans;
  return (state_.vlans[vlan / kWordBits] >> (vlan % kWordBits) & 1) != 0;
}

bool NetFilter::set_mode(uint8_t command, BufferReader& data) {
  uint8_t on = 0;
  if (command >= std::size(kModes) || !data.read_value(on)) return false;
  state_.*kModes[command] = on != 0;
  return true;
}

bool NetFilter::set_addresses(uint8_t command, BufferReader& data) {
  if (command == kSetAddress) {
    MacBytes bytes{};
    if (!data.read(bytes) || is_multicast(address_of(bytes))) return false;
    state_.address = address_of(bytes);
    return true;
  }
  if (command != kSetTables) return false;
  return read_table(data, state_.unicast, state_.too_many_unicast) &&
         read_table(data, state_.multicast, state_.too_many_multicast);
}

bool NetFilter::set_vlan(uint8_t command, BufferReader& data) {
  uint16_t vlan = 0;
  if (!data.read_value(vlan) || vlan >= kVlans) return false;
  uint32_t& word = state_.vlans[vlan / kWordBits];
  const uint32_t bit = uint32_t{1} << (vlan % kWordBits);
  if (command == kAddVlan) word |= bit;
  if (command == kDeleteVlan) word &= ~bit;
  return command <= kDeleteVlan;
}

}  // namespace vm
