// SPDX-License-Identifier: Apache-2.0

#include <cstring>
#include <functional>
#include <map>

#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/unit/backends/vhost_back_end.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/net_card.h"
#include "tests/unit/support/temporary_folder.h"

namespace vm {
namespace {

using qapi::Json;
using testing::HasSubstr;
using testing::SizeIs;

constexpr uint32_t kBeyond = SharedRing::kEntries;

Frame numbered(size_t number) {
  const std::string text = fmt::format("frame {}", number);
  return {text.begin(), text.end()};
}

class NetdevVhostUserTest : public testing::Test {
 protected:
  Netdev& add(const Json& more = Json::object()) {
    Json properties = {{"addr", {{"type", "unix"}, {"path", path_}}}, {"server", true}};
    properties.update(more);
    auto& netdev = platform_.add<Netdev>("netdev-vhost-user", "net0", properties);
    expect_ok(netdev.attach(card_, "/nic"));
    return netdev;
  }

  VhostBackEnd back_end() const { return VhostBackEnd(VhostBackEnd::connect_to(path_)); }

  bool set_up(VhostBackEnd& back_end) {
    return platform_.run_until([&back_end] {
      back_end.poll();
      return back_end.is_enabled();
    }) && platform_.run_until([&back_end] { return back_end.was_kicked(VhostBackEnd::kReceive); });
  }

  bool gives_up(VhostBackEnd& back_end) {
    return platform_.run_until([&back_end] {
      back_end.poll();
      return back_end.is_disconnected();
    });
  }

  /// A frame each way.
  void expect_cable(Netdev& netdev, VhostBackEnd& back_end) {
    card_.received.clear();
    card_.send(netdev, "there");
    std::vector<Frame> sent;
    EXPECT_TRUE(platform_.run_until([&] {
      if (sent.empty()) sent = back_end.take();
      return !sent.empty();
    }));
    EXPECT_EQ(sent, std::vector<Frame>(1, Frame({'t', 'h', 'e', 'r', 'e'})));
    EXPECT_TRUE(back_end.give(Frame({'b', 'a', 'c', 'k'})));
    back_end.call();
    EXPECT_TRUE(platform_.run_until([this] { return card_.has_received("back"); }));
  }

  /// Another back end is served as if nothing had been.
  void expect_others_are_served(Netdev& netdev) {
    VhostBackEnd other = back_end();
    ASSERT_TRUE(set_up(other));
    expect_cable(netdev, other);
  }

  void expect_complaint(const std::string& why) {
    ASSERT_THAT(platform_.guest_log, SizeIs(1));
    EXPECT_EQ(platform_.guest_log[0], "/net0: the back end is disconnected: " + why);
  }

  TemporaryFolder folder_;
  const std::string path_ = folder_.path("vhost");
  FakePlatform platform_;
  NetCard card_{platform_};
};

TEST_F(NetdevVhostUserTest, SetsABackEndUpInOrder) {
  Netdev& netdev = add();
  EXPECT_EQ(netdev.info(), "vhost-user:unix:" + path_ + ",server=on");
  VhostBackEnd peer = back_end();
  peer.features = ~uint64_t{0};
  ASSERT_TRUE(set_up(peer));
  using V = VhostBackEnd;
  const std::vector<uint32_t> expected = {
      V::kSetOwner,
      V::kGetFeatures,
      V::kGetProtocolFeatures,
      V::kSetProtocolFeatures,
      V::kSetFeatures,
      V::kSetMemTable,
      V::kSetVringNum,
      V::kSetVringBase,
      V::kSetVringAddr,
      V::kSetVringKick,
      V::kSetVringCall,
      V::kSetVringNum,
      V::kSetVringBase,
      V::kSetVringAddr,
      V::kSetVringKick,
      V::kSetVringCall,
      V::kSetVringEnable,
      V::kSetVringEnable,
  };
  EXPECT_EQ(peer.requests, expected);
  EXPECT_EQ(peer.values[V::kSetFeatures], V::kVersion1 | V::kProtocolFeatures);
  EXPECT_EQ(peer.values[V::kSetProtocolFeatures], V::kReplyAck);
  EXPECT_EQ(peer.values[V::kSetVringNum], (uint64_t{256} << 32) | 1);
  expect_cable(netdev, peer);
}

TEST_F(NetdevVhostUserTest, ServesBackEndsThatOfferNoMoreThanTheyMust) {
  Netdev& netdev = add();
  VhostBackEnd peer = back_end();
  peer.features = VhostBackEnd::kVersion1;
  ASSERT_TRUE(set_up(peer));
  EXPECT_EQ(peer.requests.size(), 14u);
  EXPECT_EQ(peer.values[VhostBackEnd::kSetFeatures], VhostBackEnd::kVersion1);
  expect_cable(netdev, peer);
  peer.hang_up();
  VhostBackEnd silent = back_end();
  silent.protocol_features = 0;
  ASSERT_TRUE(set_up(silent));
  EXPECT_EQ(silent.values[VhostBackEnd::kSetProtocolFeatures], 0u);
  expect_cable(netdev, silent);
}

TEST_F(NetdevVhostUserTest, BackEndsCannotTakeTheMemoryBack) {
  add();
  VhostBackEnd peer = back_end();
  ASSERT_TRUE(set_up(peer));
  EXPECT_NE(ftruncate(peer.memory.get(), 0), 0);
  EXPECT_EQ(fcntl(peer.memory.get(), F_GET_SEALS), F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
}

TEST_F(NetdevVhostUserTest, FramesPassInOrderHoweverOftenRingsWrap) {
  Netdev& netdev = add();
  VhostBackEnd peer = back_end();
  ASSERT_TRUE(set_up(peer));
  constexpr size_t kFrames = 1500;
  size_t sent = 0;
  size_t given = 0;
  std::vector<Frame> taken;
  EXPECT_TRUE(platform_.run_until([&] {
    while (sent < kFrames && card_.send(netdev, numbered(sent)))
      ++sent;
    while (given < kFrames && peer.give(numbered(given)))
      ++given;
    for (Frame& frame : peer.take()) {
      taken.push_back(std::move(frame));
    }
    peer.call();
    return taken.size() == kFrames && card_.received.size() == kFrames;
  })) << taken.size()
      << " and " << card_.received.size();
  for (size_t i = 0; i < kFrames; ++i) {
    ASSERT_EQ(taken[i], numbered(i));
    ASSERT_EQ(card_.received[i], numbered(i));
  }
  EXPECT_EQ(netdev.counts().dropped, 0u);
}

TEST_F(NetdevVhostUserTest, TheLargestFramesPass) {
  Netdev& netdev = add();
  VhostBackEnd peer = back_end();
  ASSERT_TRUE(set_up(peer));
  const Frame largest(Netdev::kLargestFrame, 'x');
  card_.send(netdev, largest);
  ASSERT_TRUE(platform_.run_until([&] { return peer.available(VhostBackEnd::kSend) == 1; }));
  EXPECT_EQ(peer.take(), std::vector<Frame>(1, largest));
  peer.give(largest);
  // More than any card takes, and nothing at all: neither is an error.
  peer.give(Frame(Netdev::kLargestFrame + 1, 'y'));
  peer.give(Frame());
  peer.give(numbered(1));
  peer.call();
  ASSERT_TRUE(platform_.run_until([this] { return card_.has_received("frame 1"); }));
  EXPECT_EQ(card_.received, (std::vector<Frame>{largest, numbered(1)}));
}

TEST_F(NetdevVhostUserTest, FramesThatTheCardDoesNotTakeStayInTheRing) {
  Netdev& netdev = add();
  VhostBackEnd peer = back_end();
  ASSERT_TRUE(set_up(peer));
  card_.has_room = false;
  size_t given = 0;
  int refused = 0;
  EXPECT_TRUE(platform_.run_until([&] {
    const bool accepted = peer.give(numbered(given));
    given += accepted ? 1 : 0;
    refused = accepted ? 0 : refused + 1;
    peer.call();
    return refused > 100;
  })) << "buffers are bounded";
  EXPECT_EQ(given, Netdev::kQueueFrames + SharedRing::kEntries);
  card_.has_room = true;
  netdev.accept_input();
  EXPECT_TRUE(platform_.run_until([&] { return card_.received.size() == given; }));
  EXPECT_EQ(card_.received.back(), numbered(given - 1));
  EXPECT_EQ(netdev.counts().dropped, 0u);
}

TEST_F(NetdevVhostUserTest, ABackEndThatIsSlowHoldsTheCardBack) {
  Netdev& netdev = add();
  VhostBackEnd peer = back_end();
  ASSERT_TRUE(set_up(peer));
  size_t sent = 0;
  int refused = 0;
  EXPECT_TRUE(platform_.run_until([&] {
    const bool accepted = card_.send(netdev, numbered(sent));
    sent += accepted ? 1 : 0;
    refused = accepted ? 0 : refused + 1;
    return refused > 100;
  }));
  EXPECT_EQ(sent, Netdev::kQueueFrames + SharedRing::kEntries);
  EXPECT_EQ(card_.sendable, 0);
  std::vector<Frame> taken = peer.take(1);
  peer.call();
  EXPECT_TRUE(platform_.run_until([this] { return card_.sendable == 1; }));
  EXPECT_TRUE(platform_.run_until([&] {
    for (Frame& frame : peer.take()) {
      taken.push_back(std::move(frame));
    }
    peer.call();
    return taken.size() == sent;
  }));
  EXPECT_EQ(taken.back(), numbered(sent - 1));
}

TEST_F(NetdevVhostUserTest, KicksOnlyBackEndsThatWantIt) {
  Netdev& netdev = add();
  VhostBackEnd peer = back_end();
  ASSERT_TRUE(set_up(peer));
  peer.ring(VhostBackEnd::kSend).used.flags = 1;
  card_.send(netdev, "quietly");
  ASSERT_TRUE(platform_.run_until([&] { return peer.take().size() == 1; }));
  EXPECT_FALSE(peer.was_kicked(VhostBackEnd::kSend));
  peer.ring(VhostBackEnd::kSend).used.flags = 0;
  card_.send(netdev, "loudly");
  EXPECT_TRUE(platform_.run_until([&] { return peer.was_kicked(VhostBackEnd::kSend); }));
}

TEST_F(NetdevVhostUserTest, KicksNeverWait) {
  Netdev& netdev = add();
  VhostBackEnd peer = back_end();
  ASSERT_TRUE(set_up(peer));
  peer.fill_events();
  card_.send(netdev, "through");
  EXPECT_TRUE(platform_.run_until([&] { return peer.take().size() == 1; }));
  EXPECT_TRUE(peer.give(numbered(1)));
  peer.call();
  EXPECT_TRUE(platform_.run_until([this] { return card_.has_received("frame 1"); }));
}

TEST_F(NetdevVhostUserTest, WhatIsSentWhileNobodyIsReadyIsLost) {
  Netdev& netdev = add();
  for (size_t i = 0; i < 2 * Netdev::kQueueFrames; ++i) {
    ASSERT_TRUE(platform_.run_until([&] { return card_.send(netdev, "lost"); }));
  }
  VhostBackEnd mute = back_end();
  mute.answers[VhostBackEnd::kGetFeatures] = {};
  ASSERT_TRUE(platform_.run_until([&] {
    mute.poll();
    return mute.requests.size() == 2;
  }));
  for (size_t i = 0; i < 2 * Netdev::kQueueFrames; ++i) {
    ASSERT_TRUE(platform_.run_until([&] { return card_.send(netdev, "lost"); }));
  }
  EXPECT_THAT(platform_.guest_log, SizeIs(0));
}

TEST_F(NetdevVhostUserTest, AServerTakesTheNextBackEndWhenOneHasDied) {
  Netdev& netdev = add();
  VhostBackEnd first = back_end();
  ASSERT_TRUE(set_up(first));
  expect_cable(netdev, first);
  card_.send(netdev, "not taken");
  first.give(numbered(1));
  first.hang_up();
  expect_others_are_served(netdev);
  EXPECT_THAT(platform_.guest_log, SizeIs(0));
  // It still has its memory, which means nothing to anybody any more.
  first.use(VhostBackEnd::kReceive, kBeyond, 0);
  first.call();
  expect_others_are_served(netdev);
}

TEST_F(NetdevVhostUserTest, AClientTriesAgainWhenItsBackEndHasDied) {
  const qapi::Fd listener = VhostBackEnd::listen_at(path_);
  Netdev& netdev = add({{"server", false}, {"reconnect", 1}});
  for (int i = 0; i < 2; ++i) {
    qapi::Fd socket;
    ASSERT_TRUE(platform_.run_until([&] {
      socket = VhostBackEnd::accept_from(listener);
      return socket.get() >= 0;
    }));
    VhostBackEnd peer(std::move(socket));
    ASSERT_TRUE(set_up(peer));
    expect_cable(netdev, peer);
  }
}

TEST_F(NetdevVhostUserTest, NothingIsCalledWhenItIsGone) {
  Netdev& netdev = add();
  VhostBackEnd peer = back_end();
  ASSERT_TRUE(set_up(peer));
  expect_cable(netdev, peer);
  for (size_t i = 0; i < SharedRing::kEntries - 1; ++i) {
    peer.give(numbered(i));
  }
  peer.call();
  platform_.loop().poll();
  netdev.detach();
  platform_.root().remove_child(netdev);
  card_.received.clear();
  EXPECT_TRUE(gives_up(peer));
  EXPECT_THAT(card_.received, SizeIs(0));
}

TEST_F(NetdevVhostUserTest, SaysWhatIsWrongWithItsAddress) {
  const auto error = [this](const Json& properties) {
    return error_of(platform_.try_add("netdev-vhost-user", "net0", properties));
  };
  const Json none = {{"type", "unix"}, {"path", path_}};
  const Json inet = {{"type", "inet"}, {"host", "127.0.0.1"}, {"port", "0"}};
  EXPECT_EQ(
      error({{"addr", none}}),
      "/net0: cannot use 'unix:" + path_ + "': No such file or directory"
  );
  EXPECT_THAT(
      error({{"addr", none}, {"server", true}, {"reconnect", 1}}),
      HasSubstr("not for servers")
  );
  EXPECT_THAT(error({{"addr", inet}, {"server", true}}), HasSubstr("another type than unix"));
}

TEST_F(NetdevVhostUserTest, ABackEndWithoutVersion1IsTold) {
  Netdev& netdev = add();
  VhostBackEnd old = back_end();
  old.features = VhostBackEnd::kProtocolFeatures;
  EXPECT_TRUE(gives_up(old));
  expect_complaint("it does not offer VIRTIO_F_VERSION_1, but 0x40000000");
  expect_others_are_served(netdev);
}

TEST_F(NetdevVhostUserTest, ABackEndMayRefuse) {
  Netdev& netdev = add();
  for (int i = 0; i < 2; ++i) {
    VhostBackEnd unwilling = back_end();
    unwilling.refusals[VhostBackEnd::kSetMemTable] = 7;
    EXPECT_TRUE(gives_up(unwilling));
    expect_complaint("it refuses SET_MEM_TABLE: 7");  // once
  }
  expect_others_are_served(netdev);
}

TEST_F(NetdevVhostUserTest, ABackEndMayLeaveAtEveryStep) {
  Netdev& netdev = add();
  for (const auto& [request, name] : std::map<uint32_t, const char*>{
           {VhostBackEnd::kGetFeatures, "GET_FEATURES"},
           {VhostBackEnd::kGetProtocolFeatures, "GET_PROTOCOL_FEATURES"},
           {VhostBackEnd::kSetFeatures, "SET_FEATURES"},
           {VhostBackEnd::kSetMemTable, "SET_MEM_TABLE"},
           {VhostBackEnd::kSetVringNum, "SET_VRING_NUM"},
           {VhostBackEnd::kSetVringBase, "SET_VRING_BASE"},
           {VhostBackEnd::kSetVringAddr, "SET_VRING_ADDR"},
           {VhostBackEnd::kSetVringKick, "SET_VRING_KICK"},
           {VhostBackEnd::kSetVringCall, "SET_VRING_CALL"},
           {VhostBackEnd::kSetVringEnable, "SET_VRING_ENABLE"},
       }) {
    platform_.guest_log.clear();
    VhostBackEnd leaving = back_end();
    leaving.leaves_at = request;
    ASSERT_TRUE(platform_.run_until([&] {
      leaving.poll();
      return !platform_.guest_log.empty();
    }));
    expect_complaint(std::string("it left while it was being set up, at ") + name);
  }
  expect_others_are_served(netdev);
}

TEST_F(NetdevVhostUserTest, AnswersThatAreNoneEndIt) {
  Netdev& netdev = add();
  const auto answer = [](uint32_t request, uint32_t flags, uint32_t size, size_t bytes) {
    const VhostBackEnd::Header header{.request = request, .flags = flags, .size = size};
    std::vector<uint8_t> all(bytes);
    std::memcpy(all.data(), &header, sizeof(header));
    return all;
  };
  const std::vector<std::pair<std::vector<uint8_t>, std::string>> cases = {
      {answer(1, 5, 8, 21), "it sends what it was not asked for"},
      {answer(2, 5, 8, 20), "its answer to GET_FEATURES is none: request 2, flags 0x5, 8 bytes"},
      {answer(1, 1, 8, 20), "its answer to GET_FEATURES is none: request 1, flags 0x1, 8 bytes"},
      {answer(1, 6, 8, 20), "its answer to GET_FEATURES is none: request 1, flags 0x6, 8 bytes"},
      {answer(1, 5, 4, 16), "its answer to GET_FEATURES is none: request 1, flags 0x5, 4 bytes"},
      {answer(1, 5, 0xffffffff, 12),
       "its answer to GET_FEATURES is none: request 1, flags 0x5, 4294967295 bytes"},
      {answer(1, 5, 8, 100'000), "it sends what it was not asked for"},
  };
  for (const auto& [bytes, why] : cases) {
    platform_.guest_log.clear();
    VhostBackEnd wrong = back_end();
    wrong.answers[VhostBackEnd::kGetFeatures] = bytes;
    EXPECT_TRUE(gives_up(wrong));
    expect_complaint(why);
  }
  platform_.guest_log.clear();
  VhostBackEnd talkative = back_end();
  ASSERT_TRUE(set_up(talkative));
  talkative.send_bytes(answer(1, 5, 8, 20));
  EXPECT_TRUE(gives_up(talkative));
  expect_complaint("it sends what it was not asked for");
  expect_others_are_served(netdev);
}

TEST_F(NetdevVhostUserTest, AnswersMayComeInPieces) {
  Netdev& netdev = add();
  VhostBackEnd slow = back_end();
  slow.answers[VhostBackEnd::kGetFeatures] = {1};
  ASSERT_TRUE(platform_.run_until([&] {
    slow.poll();
    return slow.requests.size() == 2;
  }));
  // The rest of its header, and VIRTIO_F_VERSION_1 with nothing else.
  for (const uint8_t byte : Frame{0, 0, 0, 5, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0}) {
    slow.send_bytes({&byte, 1});
    platform_.loop().poll();
  }
  slow.features = VhostBackEnd::kVersion1;
  ASSERT_TRUE(set_up(slow));
  expect_cable(netdev, slow);
}

TEST_F(NetdevVhostUserTest, WhatABackEndWritesToItsRingsIsChecked) {
  Netdev& netdev = add();
  using V = VhostBackEnd;
  const std::vector<std::pair<std::function<void(V&)>, std::string>> cases = {
      {[](V& v) { v.use(V::kReceive, kBeyond, 20); },
       "it is done with buffer 256, which it does not have"},
      {[](V& v) { v.use(V::kReceive, 0xffffffff, 20); },
       "it is done with buffer 4294967295, which it does not have"},
      {[](V& v) { v.use(V::kSend, 0, 0); }, "it is done with 1 buffers, of 0 that it has"},
      {[](V& v) { v.ring(V::kReceive).used.index = 257; },
       "it is done with 257 buffers, of 256 that it has"},
      {[](V& v) { v.ring(V::kReceive).used.index = 0xffff; },
       "it is done with 65535 buffers, of 256 that it has"},
      {[](V& v) { v.use(V::kReceive, 0, 11); }, "it wrote 11 bytes, which is no header"},
      {[](V& v) { v.use(V::kReceive, 0, SharedRing::kBufferSize + 1); },
       "it wrote 73729 bytes to a buffer of 73728"},
      {[](V& v) { v.use(V::kReceive, 0, 0xffffffff); },
       "it wrote 4294967295 bytes to a buffer of 73728"},
  };
  for (const auto& [act, why] : cases) {
    platform_.guest_log.clear();
    VhostBackEnd wrong = back_end();
    ASSERT_TRUE(set_up(wrong));
    act(wrong);
    wrong.call();
    EXPECT_TRUE(gives_up(wrong));
    expect_complaint(why);
  }
  expect_others_are_served(netdev);
}

TEST_F(NetdevVhostUserTest, ABufferIsNotDoneWithTwice) {
  Netdev& netdev = add();
  VhostBackEnd wrong = back_end();
  ASSERT_TRUE(set_up(wrong));
  for (int i = 0; i < 2; ++i) {
    card_.send(netdev, numbered(1));
  }
  ASSERT_TRUE(platform_.run_until([&] { return wrong.available(VhostBackEnd::kSend) == 2; }));
  wrong.use(VhostBackEnd::kSend, 0, 0);
  wrong.use(VhostBackEnd::kSend, 0, 0);
  wrong.call();
  EXPECT_TRUE(gives_up(wrong));
  expect_complaint("it is done with buffer 0, which it does not have");
  expect_others_are_served(netdev);
}

TEST_F(NetdevVhostUserTest, RingsThatAreScribbledOverHarmNobody) {
  Netdev& netdev = add();
  for (const int byte : {0x00, 0x5a, 0xff}) {
    VhostBackEnd wrong = back_end();
    ASSERT_TRUE(set_up(wrong));
    for (const size_t queue : {VhostBackEnd::kReceive, VhostBackEnd::kSend}) {
      std::memset(&wrong.ring(queue), byte, offsetof(SharedRing, buffers));
    }
    wrong.call();
    card_.send(netdev, "somewhere");
    if (byte != 0) {
      EXPECT_TRUE(gives_up(wrong)) << byte;
    }
    wrong.hang_up();
  }
  expect_others_are_served(netdev);
}

}  // namespace
}  // namespace vm
