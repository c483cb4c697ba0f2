// SPDX-License-Identifier: Apache-2.0
//
// netdev-stream and netdev-dgram, of which two make a cable; and filter-dump.

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/net_card.h"
#include "tests/unit/support/temporary_folder.h"

namespace vm {
namespace {

using qapi::Json;

class NetdevSocketTest : public testing::Test {
 protected:
  Json at(const std::string& name) const {
    return {{"type", "unix"}, {"path", folder_.path(name)}};
  }

  Netdev& add(const char* type, const char* id, const Json& properties, NetCard& card) {
    auto& netdev = platform_.add<Netdev>(type, id, properties);
    expect_ok(netdev.attach(card, "/nic-" + std::string(id)));
    return netdev;
  }

  Netdev& add_server() {
    return add("netdev-stream", "server", {{"addr", at("net")}, {"server", true}}, one_);
  }
  Netdev& add_client(const Json& more = Json::object()) {
    Json properties = {{"addr", at("net")}};
    properties.update(more);
    return add("netdev-stream", "client", properties, two_);
  }

  bool passes(Netdev& from, NetCard& sender, const NetCard& receiver, const std::string& text) {
    return platform_.run_until([&] {
      sender.send(from, text);
      return receiver.has_received(text);
    });
  }

  /// The number of an inherited descriptor, as a command line would name it.
  static std::string inherited(int fd) {
    const int high = dup(fd);
    close(fd);
    return std::to_string(high);
  }

  TemporaryFolder folder_;
  FakePlatform platform_;
  NetCard one_{platform_};
  NetCard two_{platform_};
};

TEST_F(NetdevSocketTest, TwoStreamsAreACable) {
  Netdev& server = add_server();
  Netdev& client = add_client();
  EXPECT_EQ(server.info(), "stream:unix:" + folder_.path("net") + ",server=on");
  EXPECT_TRUE(passes(client, two_, one_, "there"));
  EXPECT_TRUE(passes(server, one_, two_, "and back"));
  const Frame largest(Netdev::kLargestFrame, 'x');
  two_.send(client, largest);
  two_.send(client, "after it");
  EXPECT_TRUE(platform_.run_until([&] { return one_.has_received("after it"); }));
  EXPECT_EQ(one_.received[one_.received.size() - 2], largest);
}

TEST_F(NetdevSocketTest, FramesThatNobodyTakesHoldTheSenderBack) {
  Netdev& server = add_server();
  Netdev& client = add_client();
  ASSERT_TRUE(passes(client, two_, one_, "connected"));
  one_.has_room = false;
  const Frame frame(1000, 'x');
  size_t sent = 0;
  int refused = 0;
  EXPECT_TRUE(platform_.run_until([&] {
    const bool accepted = two_.send(client, frame);
    sent += accepted ? 1 : 0;
    refused = accepted ? 0 : refused + 1;
    return refused > 100;
  })) << "buffers are bounded";
  one_.received.clear();
  one_.has_room = true;
  server.accept_input();
  EXPECT_TRUE(platform_.run_until([&] { return one_.received.size() >= sent; }));
  EXPECT_EQ(server.counts().dropped, 0u);
  EXPECT_GT(two_.sendable, 0);
}

TEST_F(NetdevSocketTest, ClientTriesAgainWhenItsPeerHasDied) {
  Netdev* server = &add_server();
  Netdev& client = add_client({{"reconnect", 1}});
  ASSERT_TRUE(passes(client, two_, one_, "first"));
  server->detach();
  platform_.root().remove_child(*server);
  two_.send(client, "lost");
  server = &add_server();
  EXPECT_TRUE(passes(client, two_, one_, "second"));
}

TEST_F(NetdevSocketTest, APeerThatSendsNoFramesIsDisconnected) {
  add_server();
  for (const uint32_t length : {0u, 0xffffffffu, 0x00020000u}) {
    const int peer = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    folder_.path("net").copy(address.sun_path, sizeof(address.sun_path) - 1);
    ASSERT_EQ(connect(peer, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
    const uint32_t bytes[] = {htonl(4), 0x64636261, htonl(length), 0};
    ASSERT_EQ(write(peer, bytes, sizeof(bytes)), std::ssize(bytes) * 4);
    char byte = 0;
    EXPECT_TRUE(platform_.run_until([&] { return recv(peer, &byte, 1, MSG_DONTWAIT) == 0; }))
        << length;
    close(peer);
  }
  EXPECT_EQ(one_.received, std::vector<Frame>(3, Frame({'a', 'b', 'c', 'd'})));
  ASSERT_EQ(platform_.guest_log.size(), 3u);
  EXPECT_EQ(platform_.guest_log[0], "/server: the peer sends no frames; it is disconnected");
}

TEST_F(NetdevSocketTest, StreamsTakeSocketsThatWereHandedOver) {
  int ends[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  const Json first = {{"type", "fd"}, {"str", inherited(ends[0])}};
  const Json second = {{"type", "fd"}, {"str", inherited(ends[1])}};
  add("netdev-stream", "one", {{"addr", first}}, one_);
  Netdev& other = add("netdev-stream", "two", {{"addr", second}}, two_);
  EXPECT_TRUE(passes(other, two_, one_, "through"));
}

TEST_F(NetdevSocketTest, TwoDatagramSocketsAreACable) {
  Netdev& one = add("netdev-dgram", "one", {{"local", at("a")}, {"remote", at("b")}}, one_);
  one_.send(one, "nobody is there yet");
  Netdev& two = add("netdev-dgram", "two", {{"local", at("b")}, {"remote", at("a")}}, two_);
  EXPECT_TRUE(passes(one, one_, two_, "there"));
  EXPECT_TRUE(passes(two, two_, one_, "and back"));
  const std::string name = folder_.path("b");
  platform_.root().remove_child(two);
  EXPECT_NE(access(name.c_str(), F_OK), 0);
  one_.send(one, "lost");
  Netdev& again = add("netdev-dgram", "two", {{"local", at("b")}, {"remote", at("a")}}, two_);
  EXPECT_TRUE(passes(again, two_, one_, "again"));
}

TEST_F(NetdevSocketTest, DatagramSocketsTakeUdpAndDescriptors) {
  int ends[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_DGRAM, 0, ends), 0);
  const Json first = {{"type", "fd"}, {"str", inherited(ends[0])}};
  const Json second = {{"type", "fd"}, {"str", inherited(ends[1])}};
  Netdev& one = add("netdev-dgram", "one", {{"local", first}}, one_);
  add("netdev-dgram", "two", {{"local", second}}, two_);
  EXPECT_TRUE(passes(one, one_, two_, "through"));
  const Json any = {{"type", "inet"}, {"host", "127.0.0.1"}, {"port", "0"}};
  const Json discard = {{"type", "inet"}, {"host", "127.0.0.1"}, {"port", "9"}};
  Netdev& udp = platform_.add<Netdev>("netdev-dgram", "udp", {{"local", any}, {"remote", discard}});
  EXPECT_EQ(udp.info(), "dgram:udp:127.0.0.1:0,remote=udp:127.0.0.1:9");
}

TEST_F(NetdevSocketTest, SaysWhatIsWrongWithItsAddresses) {
  const auto error = [this](const char* type, const Json& properties) {
    return error_of(platform_.try_add(type, "net0", properties));
  };
  using testing::HasSubstr;
  EXPECT_EQ(
      error("netdev-stream", {{"addr", at("none")}}),
      "/net0: cannot use 'unix:" + folder_.path("none") + "': No such file or directory"
  );
  EXPECT_THAT(
      error("netdev-stream", {{"addr", at("x")}, {"server", true}, {"reconnect", 1}}),
      HasSubstr("not for servers")
  );
  EXPECT_THAT(error("netdev-dgram", Json::object()), HasSubstr("needs 'remote'"));
  const Json inet = {{"type", "inet"}, {"host", "127.0.0.1"}, {"port", "9"}};
  EXPECT_THAT(error("netdev-dgram", {{"remote", inet}}), HasSubstr("needs 'local' too"));
  EXPECT_THAT(
      error("netdev-dgram", {{"remote", inet}, {"local", at("x")}}),
      HasSubstr("not of one family")
  );
  const Json none = {{"type", "fd"}, {"str", "1000"}};
  EXPECT_THAT(error("netdev-dgram", {{"local", none}}), HasSubstr("not an inherited descriptor"));
  int ends[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  const Json stream = {{"type", "fd"}, {"str", inherited(ends[0])}};
  EXPECT_THAT(error("netdev-dgram", {{"local", stream}}), HasSubstr("no datagram socket"));
  close(ends[1]);
}

TEST_F(NetdevSocketTest, DumpsWhatPassesAsPcap) {
  Netdev& server = add_server();
  Netdev& client = add_client();
  const Json properties = {{"netdev", "server"}, {"file", folder_.path("dump")}, {"maxlen", 16}};
  Object& dump = platform_.add<Object>("filter-dump", "dump", properties);
  ASSERT_TRUE(passes(client, two_, one_, "a frame of some length"));
  EXPECT_EQ(error_of(server.check_unused()), "/server is in use by /dump");
  platform_.root().remove_child(dump);
  const std::string file = folder_.read("dump");
  ASSERT_GE(file.size(), 24u + 16u + 16u);
  const auto word = [&file](size_t place) {
    uint32_t value = 0;
    file.copy(reinterpret_cast<char*>(&value), sizeof(value), place);
    return value;
  };
  EXPECT_EQ(word(0), 0xa1b2c3d4u);
  EXPECT_EQ(word(16), 16u);
  EXPECT_EQ(word(20), 1u) << "Ethernet";
  EXPECT_EQ(word(24 + 8), 16u) << "kept";
  EXPECT_EQ(word(24 + 12), 22u) << "of";
  EXPECT_EQ(file.substr(40, 16), "a frame of some ");
}

TEST_F(NetdevSocketTest, ADumpThatCannotBeWrittenDoesNotStopTheGuest) {
  add_server();
  Netdev& client = add_client();
  platform_.add<Object>("filter-dump", "dump", {{"netdev", "server"}, {"file", "/dev/full"}});
  EXPECT_TRUE(passes(client, two_, one_, "through"));
  ASSERT_EQ(platform_.guest_log.size(), 1u);
  EXPECT_EQ(platform_.guest_log[0], "/dump: cannot write '/dev/full': No space left on device");
}

}  // namespace
}  // namespace vm
