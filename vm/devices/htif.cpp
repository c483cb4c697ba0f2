// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/htif.h"

namespace vm {
namespace {

constexpr uint64_t kSystem = 0;
constexpr uint64_t kConsole = 1;
constexpr uint64_t kGet = 0;
constexpr uint64_t kPut = 1;

}  // namespace

HtifRequest decode_htif(uint64_t tohost) {
  using Kind = HtifRequest::Kind;
  if (tohost == 0) return {};
  uint64_t device = tohost >> 56;
  uint64_t command = (tohost >> 48) & 0xff;
  uint64_t payload = tohost & 0xffff'ffff'ffff;
  uint64_t answer = tohost & ~uint64_t{0xffff'ffff'ffff};
  if (device == kConsole && command == kPut) return {Kind::Put, payload & 0xff, answer};
  if (device == kConsole && command == kGet) return {Kind::Get, 0, answer};
  if (device != kSystem || command != 0) return {Kind::Unknown, tohost, 0};
  if ((payload & 1) != 0) return {Kind::Exit, payload >> 1, 0};
  return {Kind::Syscall, payload, 1};
}

bool completes_htif(uint64_t offset, uint64_t value, unsigned size) {
  if (offset + size == sizeof(uint64_t)) return true;
  return offset == 0 && size == sizeof(uint32_t) && (value & 1) != 0;
}

}  // namespace vm
