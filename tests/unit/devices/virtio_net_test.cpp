// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/backends/frames.h"
#include "tests/unit/support/fake_netdev.h"
#include "tests/unit/support/virtio_bench.h"

namespace vm {
namespace {

using virtio::bit;

constexpr unsigned kCsum = 0;
constexpr unsigned kMrgRxbuf = 15;
constexpr unsigned kStatus = 16;
constexpr unsigned kCtrlVq = 17;
constexpr unsigned kCtrlRx = 18;
constexpr unsigned kCtrlVlan = 19;
constexpr unsigned kMultiQueue = 22;
constexpr unsigned kCtrlMacAddr = 23;

constexpr uint32_t kHeader = 12;
constexpr const char* kMac = "52:54:00:12:34:56";
const std::string kOwn("\x52\x54\x00\x12\x34\x56", 6);
const std::string kOther("\x52\x54\x00\xaa\xbb\xcc", 6);
const std::string kGroup("\x33\x33\x00\x00\x00\x01", 6);

class VirtioNetTest : public testing::Test {
 protected:
  static constexpr unsigned kRx = 0;
  static constexpr unsigned kTx = 1;

  void start(uint64_t features = 0, const qapi::Json& more = qapi::Json::object()) {
    qapi::Json properties = {{"bus", "slot"}, {"netdev", "net"}, {"mac", kMac}, {"packed", true}};
    properties.update(more);
    card_ = &bench_.platform.add<Device>("virtio-net", "nic", properties);
    ASSERT_TRUE(bench_.start({.features = features | bit(kStatus)}));
  }

  static std::string frame_to(const std::string& address, size_t size = 60) {
    std::string frame = address + kOther + "\x08\x99";
    frame.resize(size, 'x');
    return frame;
  }

  void arrive(const std::string& frame) {
    net_.arrive(frame);
    for (int turn = 0; turn < 10; ++turn) {
      bench_.platform.loop().poll();
    }
  }

  Piece add_room(uint32_t size) {
    const Piece room = bench_.writable(size);
    bench_.queue(kRx).add({room});
    return room;
  }

  /// The answer to a command.
  int command(unsigned queue, const std::string& bytes) {
    const Piece answer = bench_.writable(1);
    bench_.memory.put(answer.at, "?");
    bench_.queue(queue).add({bench_.readable(bytes), answer});
    bench_.notify(queue);
    return bench_.memory.text(answer.at, 1)[0];
  }

  bool is_received(const std::string& frame) {
    const Piece room = add_room(2000);
    bench_.notify(kRx);
    arrive(frame);
    const bool received = bench_.queue(kRx).next_used().has_value();
    // What nobody took stays for the next one.
    if (!received) spare_.push_back(room);
    return received;
  }

  VirtioBench bench_{types_with_fake_netdev()};
  FakeNetdev& net_ = bench_.platform.add<FakeNetdev>("fake-netdev", "net");
  Device* card_ = nullptr;
  std::vector<Piece> spare_;
};

TEST_F(VirtioNetTest, SendsAFrameAsItIs) {
  start();
  const std::string frame = frame_to(kOther);
  bench_.queue(kTx).add({bench_.readable(std::string(kHeader, '\0')), bench_.readable(frame)});
  bench_.notify(kTx);
  const std::optional<Frame> sent = net_.take();
  ASSERT_TRUE(sent);
  EXPECT_EQ(std::string(sent->begin(), sent->end()), frame);
  EXPECT_TRUE(bench_.queue(kTx).next_used());
}

TEST_F(VirtioNetTest, CompletesAChecksum) {
  start(bit(kCsum));
  std::string header(kHeader, '\0');
  header[0] = 1;   // needs one
  header[6] = 20;  // starts there
  header[8] = 2;
  std::string frame = frame_to(kOther);
  std::fill(frame.begin() + 20, frame.end(), '\0');
  frame[21] = 5;
  bench_.queue(kTx).add({bench_.readable(header + frame)});
  bench_.notify(kTx);
  const std::optional<Frame> sent = net_.take();
  ASSERT_TRUE(sent);
  EXPECT_EQ((*sent)[22], 0xff);
  EXPECT_EQ((*sent)[23], 0xfa);
}

TEST_F(VirtioNetTest, DropsWhatItWasNotAskedToBeAbleTo) {
  start();
  std::string header(kHeader, '\0');
  header[1] = 1;  // TCP segments
  bench_.queue(kTx).add({bench_.readable(header + frame_to(kOther))});
  bench_.notify(kTx);
  EXPECT_FALSE(net_.take());
  EXPECT_TRUE(bench_.queue(kTx).next_used());
  EXPECT_FALSE(bench_.needs_reset());
}

TEST_F(VirtioNetTest, WaitsForRoomInTheCable) {
  start();
  constexpr size_t kFrames = Netdev::kQueueFrames + 5;
  const Piece frame = bench_.readable(std::string(kHeader, '\0') + frame_to(kOther));
  size_t used = 0;
  size_t sent = 0;
  for (size_t i = 0; i < kFrames; ++i) {
    bench_.queue(kTx).add({frame});
    bench_.notify(kTx);
    while (bench_.queue(kTx).next_used()) {
      ++used;
    }
  }
  EXPECT_LT(used, kFrames);
  for (size_t i = 0; i < kFrames; ++i) {
    if (net_.take()) ++sent;
  }
  while (bench_.queue(kTx).next_used()) {
    ++used;
  }
  EXPECT_EQ(used, kFrames);
  EXPECT_EQ(sent, kFrames);
}

TEST_F(VirtioNetTest, ReceivesAFrameIntoOneBuffer) {
  start();
  const Piece room = add_room(100);
  bench_.notify(kRx);
  const std::string frame = frame_to(kOwn);
  arrive(frame);
  const std::optional<UsedBuffer> used = bench_.queue(kRx).next_used();
  ASSERT_TRUE(used);
  EXPECT_EQ(used->written, kHeader + frame.size());
  EXPECT_EQ(bench_.memory.text(room.at + kHeader, frame.size()), frame);
  EXPECT_EQ(bench_.memory.get<uint16_t>(room.at + 10), 1u);
  EXPECT_TRUE(bench_.irq.is_high);
}

TEST_F(VirtioNetTest, SpreadsAFrameOverSeveralBuffers) {
  start(bit(kMrgRxbuf));
  const Piece first = add_room(100);
  const Piece second = add_room(100);
  add_room(100);
  const std::string frame = frame_to(kOwn, 150);
  bench_.notify(kRx);
  arrive(frame);
  EXPECT_EQ(bench_.queue(kRx).next_used()->written, 100u);
  EXPECT_EQ(bench_.queue(kRx).next_used()->written, 62u);
  EXPECT_FALSE(bench_.queue(kRx).next_used());
  EXPECT_EQ(bench_.memory.get<uint16_t>(first.at + 10), 2u);
  EXPECT_EQ(bench_.memory.text(second.at, 62), frame.substr(88));
}

TEST_F(VirtioNetTest, AFrameWaitsForBuffers) {
  start(bit(kMrgRxbuf));
  add_room(40);
  bench_.notify(kRx);
  arrive(frame_to(kOwn));
  EXPECT_FALSE(bench_.queue(kRx).next_used());
  add_room(40);
  bench_.notify(kRx);
  EXPECT_EQ(bench_.wait_used(kRx)->written, 40u);
  EXPECT_EQ(bench_.wait_used(kRx)->written, 32u);
}

TEST_F(VirtioNetTest, AFrameThatNeverFitsIsDropped) {
  start();
  add_room(40);
  bench_.notify(kRx);
  arrive(frame_to(kOwn));
  arrive(frame_to(kOwn, 28));
  EXPECT_EQ(bench_.queue(kRx).next_used()->written, 40u);
}

TEST_F(VirtioNetTest, NothingReachesAGuestThatStandsStill) {
  start();
  add_room(100);
  bench_.notify(kRx);
  bench_.platform.clock().stop();
  arrive(frame_to(kOwn));
  EXPECT_FALSE(bench_.queue(kRx).next_used());
  bench_.platform.clock().start();
  EXPECT_TRUE(bench_.wait_used(kRx));
}

TEST_F(VirtioNetTest, TellsItsAddressAndWhetherTheCableIsPlugged) {
  start();
  EXPECT_EQ(bench_.config(0, 4), 0x12005452u);
  EXPECT_EQ(bench_.config(6, 2), 1u);
  net_.set_link(false);
  EXPECT_EQ(bench_.config(6, 2), 0u);
  EXPECT_EQ(bench_.read(VirtioBench::kInterruptStatus) & 2, 2u);
}

TEST_F(VirtioNetTest, ReceivesWhatTheDriverWants) {
  start(bit(kCtrlVq) | bit(kCtrlRx) | bit(kCtrlMacAddr));
  constexpr unsigned kControl = 2;
  EXPECT_TRUE(is_received(frame_to(kOther)));
  EXPECT_EQ(command(kControl, std::string("\0\0\0", 3)), 0) << "not promiscuous";
  EXPECT_FALSE(is_received(frame_to(kOther)));
  EXPECT_TRUE(is_received(frame_to(kOwn)));
  EXPECT_TRUE(is_received(frame_to(std::string(6, '\xff'))));
  EXPECT_FALSE(is_received(frame_to(kGroup)));
  const std::string tables =
      std::string("\1\0\1\0\0\0", 6) + kOther + std::string("\1\0\0\0", 4) + kGroup;
  EXPECT_EQ(command(kControl, tables), 0);
  EXPECT_TRUE(is_received(frame_to(kOther)));
  EXPECT_TRUE(is_received(frame_to(kGroup)));
  EXPECT_EQ(command(kControl, std::string("\1\1", 2) + kOther), 0);
  EXPECT_EQ(bench_.config(0, 4), 0xaa005452u);
}

TEST_F(VirtioNetTest, FiltersVlans) {
  start(bit(kCtrlVq) | bit(kCtrlVlan));
  std::string tagged = frame_to(kOwn);
  tagged.replace(12, 4, std::string("\x81\x00\x00\x07", 4));
  EXPECT_FALSE(is_received(tagged));
  EXPECT_EQ(command(2, std::string("\2\0\7\0", 4)), 0);
  EXPECT_TRUE(is_received(tagged));
  EXPECT_EQ(command(2, std::string("\2\1\7\0", 4)), 0);
  EXPECT_FALSE(is_received(tagged));
}

TEST_F(VirtioNetTest, RefusesCommandsThatMeanNothing) {
  start(bit(kCtrlVq));
  EXPECT_EQ(command(2, std::string("\x09\0", 2)), 1);
  EXPECT_EQ(command(2, std::string("\0\0", 2)), 1) << "says not whether";
  EXPECT_EQ(command(2, std::string("\1\0\xff\xff\xff\xff", 6)), 1)
      << "addresses that are not there";
  EXPECT_FALSE(bench_.needs_reset());
}

TEST_F(VirtioNetTest, UsesAsManyQueuesAsTheDriverSays) {
  start(bit(kCtrlVq) | bit(kMultiQueue), {{"queue-pairs", 4}});
  EXPECT_EQ(bench_.config(8, 2), 4u);
  EXPECT_EQ(command(8, std::string("\4\0\2\0", 4)), 0);
  EXPECT_EQ(command(8, std::string("\4\0\5\0", 4)), 1);
  EXPECT_EQ(command(8, std::string("\4\0\0\0", 4)), 1);
}

TEST_F(VirtioNetTest, AnswersComeToTheQueueThatTheirConnectionIsSentBy) {
  using namespace frames;
  start(bit(kCtrlVq) | bit(kMultiQueue), {{"queue-pairs", 4}});
  ASSERT_EQ(command(8, std::string("\4\0\4\0", 4)), 0);
  for (unsigned pair = 0; pair < 4; ++pair)
    bench_.queue(2 * pair).add({bench_.writable(2000)});
  for (unsigned pair : {3u, 1u}) {
    const auto port = static_cast<uint16_t>(4000 + pair);
    const Frame sent = ethernet(kIpType, ipv4(kGuest, kRouter, kUdp, udp(port, 53, text("who?"))));
    const std::string bytes(sent.begin(), sent.end());
    bench_.queue(2 * pair + 1).add({bench_.readable(std::string(kHeader, '\0') + bytes)});
    bench_.notify(2 * pair + 1);
    const Frame answer = ethernet(kIpType, ipv4(kRouter, kGuest, kUdp, udp(53, port, text("me"))));
    arrive(std::string(answer.begin(), answer.end()));
    for (unsigned each = 0; each < 4; ++each)
      EXPECT_EQ(bench_.queue(2 * each).next_used().has_value(), each == pair) << each;
  }
}

TEST_F(VirtioNetTest, RefusesAnAddressThatNoCardHas) {
  const auto refused =
      bench_.platform.try_add("virtio-net", "nic", {{"bus", "slot"}, {"mac", "01:00:00:00:00:00"}});
  EXPECT_EQ(error_of(refused), "nic.mac: '01:00:00:00:00:00' is no address of a card");
}

}  // namespace
}  // namespace vm
