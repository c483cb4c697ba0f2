// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/packet.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "vm/gdb/breakpoints.h"
#include "vm/gdb/hex.h"
#include "vm/gdb/threads.h"

namespace vm::gdb {
namespace {

std::vector<Input> all_of(PacketReader& reader) {
  std::vector<Input> inputs;
  for (Input input = reader.next(); input.kind != Input::Kind::None; input = reader.next())
    inputs.push_back(input);
  return inputs;
}

Input one_of(std::string_view bytes) {
  PacketReader reader;
  reader.feed(bytes);
  const std::vector<Input> inputs = all_of(reader);
  EXPECT_EQ(inputs.size(), 1u) << bytes;
  return inputs.empty() ? Input{} : inputs.front();
}

TEST(GdbPacket, IsTakenFromAmongNoiseAndAcknowledgements) {
  PacketReader reader;
  reader.feed("x+y-\x03$qC#b4z$#00");
  const std::vector<Input> inputs = all_of(reader);
  ASSERT_EQ(inputs.size(), 5u);
  EXPECT_EQ(inputs[0].kind, Input::Kind::Acknowledged);
  EXPECT_EQ(inputs[1].kind, Input::Kind::Refused);
  EXPECT_EQ(inputs[2].kind, Input::Kind::Interrupt);
  EXPECT_EQ(inputs[3].payload, "qC");
  EXPECT_EQ(inputs[4].kind, Input::Kind::Packet);
  EXPECT_EQ(inputs[4].payload, "");
}

TEST(GdbPacket, ArrivesByteByByte) {
  PacketReader reader;
  for (const char byte : std::string("$g#6")) {
    reader.feed({&byte, 1});
    EXPECT_EQ(reader.next().kind, Input::Kind::None);
  }
  reader.feed("7");
  EXPECT_EQ(reader.next().payload, "g");
}

TEST(GdbPacket, IsDamagedIfItsSumIsAnother) {
  EXPECT_EQ(one_of("$g#68").kind, Input::Kind::Damaged);
  EXPECT_EQ(one_of("$g#xy").kind, Input::Kind::Damaged);
  PacketReader reader;
  reader.ignore_checksums();
  reader.feed("$g#00");
  EXPECT_EQ(reader.next().payload, "g");
}

TEST(GdbPacket, BeginsAnewWhereAnotherBegins) {
  EXPECT_EQ(one_of("$m800$g#67").payload, "g");
}

TEST(GdbPacket, MayNotBeLongerThanWasTold) {
  const std::string longest(kMaxPayload, 'a');
  EXPECT_EQ(one_of(framed(longest)).payload, longest);
  EXPECT_EQ(one_of(framed(longest + "a")).kind, Input::Kind::TooLong);
}

TEST(GdbPacket, HasAnInterruptOnlyBetweenPackets) {
  EXPECT_EQ(one_of(framed("X0,1:\x03")).payload, "X0,1:\x03");
}

TEST(GdbPacket, EscapesWhatFramesIt) {
  const std::string data = "#$}*\x03plain";
  EXPECT_EQ(escaped(data), "}\x03}\x04}]}\x0a\x03plain");
  EXPECT_EQ(unescaped(escaped(data)), data);
  EXPECT_EQ(unescaped("a}"), "a}") << "nothing to unescape";
}

TEST(GdbHex, TakesNumbersOfSixtyFourBits) {
  std::string_view text = "ffffffffffffffff,0";
  EXPECT_EQ(take_number(text), UINT64_MAX);
  EXPECT_TRUE(take(text, ','));
  EXPECT_EQ(take_number(text), 0u);
  EXPECT_FALSE(take_number(text));
  text = "10000000000000000";
  EXPECT_FALSE(take_number(text));
}

TEST(GdbHex, WantsWholeBytes) {
  EXPECT_EQ(from_hex("00fF"), std::string("\0\xff", 2));
  EXPECT_EQ(to_hex(std::string("\0\xff", 2)), "00ff");
  EXPECT_FALSE(from_hex("0"));
  EXPECT_FALSE(from_hex("0g"));
}

TEST(GdbThreadId, IsOfAProcessOrNot) {
  const auto parsed = [](std::string_view text) {
    const auto id = take_thread_id(text);
    return id ? std::pair(id->process, id->thread) : std::pair(-9, -9);
  };
  EXPECT_EQ(parsed("p1.2"), std::pair(1, 2));
  EXPECT_EQ(parsed("p1"), std::pair(1, -1));
  EXPECT_EQ(parsed("p1.-1"), std::pair(1, -1));
  EXPECT_EQ(parsed("-1"), std::pair(0, -1));
  EXPECT_EQ(parsed("a"), std::pair(0, 10));
  for (const char* bad : {"", "p", "p.1", "px", "80000000", "-2"}) {
    EXPECT_EQ(parsed(bad), std::pair(-9, -9)) << bad;
  }
}

TEST(GdbPoint, HasAKindAnAddressAndASize) {
  EXPECT_EQ(parse_point("0,80000000,4"), (Point{PointKind::Software, 0, 0x8000'0000, 4}));
  EXPECT_EQ(parse_point("4,10,8;X1,0"), (Point{PointKind::WatchBoth, 0, 0x10, 8}));
  for (const char* bad : {"", "5,0,4", "0", "0,x,4", "0,1", "2,0,0", "2,ffffffffffffffff,2"}) {
    EXPECT_FALSE(parse_point(bad)) << bad;
  }
}

}  // namespace
}  // namespace vm::gdb
