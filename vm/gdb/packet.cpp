// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/packet.h"

#include <utility>

#include <fmt/format.h>

#include "vm/gdb/hex.h"

namespace vm::gdb {
namespace {

constexpr char kInterrupt = 0x03;
constexpr char kEscape = '}';
constexpr char kEscapeBit = 0x20;

uint8_t sum_of(std::string_view text) {
  uint8_t sum = 0;
  for (const char byte : text)
    sum = static_cast<uint8_t>(sum + static_cast<uint8_t>(byte));
  return sum;
}

}  // namespace

Input PacketReader::next() {
  while (done_ < bytes_.size()) {
    Input input = take(bytes_[done_++]);
    if (input.kind != Input::Kind::None) return input;
  }
  bytes_.clear();
  done_ = 0;
  return {};
}

Input PacketReader::take(char byte) {
  switch (state_) {
    case State::Between:
      if (byte == '+') return {Input::Kind::Acknowledged};
      if (byte == '-') return {Input::Kind::Refused};
      if (byte == kInterrupt) return {Input::Kind::Interrupt};
      // Anything else is noise.
      if (byte == '$') take_payload(byte);
      return {};
    case State::Payload: take_payload(byte); return {};
    case State::FirstDigit:
      first_digit_ = byte;
      state_ = State::SecondDigit;
      return {};
    case State::SecondDigit: return end_packet(byte);
  }
  return {};
}

void PacketReader::take_payload(char byte) {
  if (byte == '$') {  // also in the middle: what was before it has been given up
    state_ = State::Payload;
    payload_.clear();
    is_too_long_ = false;
    sum_ = 0;
    return;
  }
  if (byte == '#') {
    state_ = State::FirstDigit;
    return;
  }
  sum_ = static_cast<uint8_t>(sum_ + static_cast<uint8_t>(byte));
  is_too_long_ = payload_.size() == kMaxPayload;
  if (!is_too_long_) payload_ += byte;
}

Input PacketReader::end_packet(char second_digit) {
  state_ = State::Between;
  const auto high = digit_value(first_digit_);
  const auto low = digit_value(second_digit);
  const bool fits = high && low && (*high << 4 | *low) == sum_;
  if (checks_ && !fits) return {Input::Kind::Damaged};
  if (is_too_long_) return {Input::Kind::TooLong};
  return {Input::Kind::Packet, std::move(payload_)};
}

std::string framed(std::string_view payload) {
  return fmt::format("${}#{:02x}", payload, sum_of(payload));
}

std::string escaped(std::string_view data) {
  std::string text;
  text.reserve(data.size());
  for (const char byte : data) {
    // `*` would begin a run of equal bytes.
    const bool is_special = byte == '#' || byte == '$' || byte == kEscape || byte == '*';
    if (is_special) text += kEscape;
    text += is_special ? static_cast<char>(byte ^ kEscapeBit) : byte;
  }
  return text;
}

std::string unescaped(std::string_view text) {
  std::string data;
  data.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == kEscape && i + 1 < text.size();
    if (is_escape) ++i;
    data += is_escape ? static_cast<char>(text[i] ^ kEscapeBit) : text[i];
  }
  return data;
}

}  // namespace vm::gdb
