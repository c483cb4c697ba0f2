// SPDX-License-Identifier: Apache-2.0
//
// The framing of gdb's remote serial protocol ("Debugging with GDB", appendix E.1):
// `$payload#checksum`, answered with `+` or `-`, and the byte 0x03 between packets for an
// interrupt.
//
//   PacketReader reader;
//   reader.feed("+$g#67");
//   for (Input input = reader.next(); input.kind != Input::Kind::None; input = reader.next()) ...

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vm::gdb {

/// Both ways: what gdb is told it may send, and what it is sent at most.
constexpr size_t kMaxPayload = 0x4000;

struct Input {
  enum class Kind {
    None,  ///< more bytes are needed
    Packet,
    Acknowledged,
    Refused,  ///< what was sent last did not arrive whole
    Interrupt,
    Damaged,  ///< the checksum does not fit
    TooLong,
  };

  Kind kind = Kind::None;
  std::string payload = {};  ///< of a packet
};

class PacketReader {
 public:
  void feed(std::string_view bytes) { bytes_ += bytes; }
  Input next();

  /// A connection that loses nothing needs no checksums; they are still sent.
  void ignore_checksums() { checks_ = false; }

 private:
  enum class State {
    Between,
    Payload,
    FirstDigit,
    SecondDigit,
  };

  Input take(char byte);
  void take_payload(char byte);
  Input end_packet(char second_digit);

  std::string bytes_;
  size_t done_ = 0;  // of bytes_
  State state_ = State::Between;
  std::string payload_;  // as it came, no longer than allowed
  bool is_too_long_ = false;
  uint8_t sum_ = 0;
  char first_digit_ = '0';
  bool checks_ = true;
};

/// A packet with that payload, which is sent as it is.
std::string framed(std::string_view payload);

/// Binary data as a part of a payload.
std::string escaped(std::string_view data);
std::string unescaped(std::string_view text);

}  // namespace vm::gdb
