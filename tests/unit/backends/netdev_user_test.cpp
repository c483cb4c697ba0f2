// SPDX-License-Identifier: Apache-2.0
//
// The test is the guest of a user network: it asks who is there, for an address, for a file, and
// answers who comes from the host.

#include <arpa/inet.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/unit/backends/frames.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/net_card.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/backends/user_network.h"

namespace vm {
namespace {

using namespace frames;

constexpr uint16_t kArpRequest = 1;
constexpr uint16_t kArpReply = 2;

/// A socket at a port of the host that nobody else has.
class HostSocket {
 public:
  explicit HostSocket(int type) : fd_(socket(AF_INET, type | SOCK_NONBLOCK, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(at);
    EXPECT_EQ(bind(fd_, reinterpret_cast<sockaddr*>(&at), size), 0);
    EXPECT_EQ(getsockname(fd_, reinterpret_cast<sockaddr*>(&at), &size), 0);
    EXPECT_TRUE(type == SOCK_DGRAM || listen(fd_, 1) == 0);
    port_ = ntohs(at.sin_port);
  }
  ~HostSocket() { close(fd_); }
  HostSocket(const HostSocket&) = delete;
  HostSocket& operator=(const HostSocket&) = delete;

  uint16_t port() const { return port_; }

  /// Whether somebody has come, or sent something.
  bool is_reached() const {
    pollfd waiting{.fd = fd_, .events = POLLIN, .revents = 0};
    return poll(&waiting, 1, 0) == 1;
  }

 private:
  int fd_;
  uint16_t port_ = 0;
};

/// A port of the host that nobody listens at.
uint16_t free_port() {
  return HostSocket(SOCK_STREAM).port();
}

class NetdevUserTest : public testing::Test {
 protected:
  Netdev& add(const qapi::Json& properties = qapi::Json::object()) {
    auto& netdev = platform_.add<Netdev>("netdev-user", "net0", properties);
    expect_ok(netdev.attach(card_, "/nic0"));
    return netdev;
  }

  std::string error(const qapi::Json& properties) {
    return error_of(platform_.try_add("netdev-user", "net0", properties));
  }

  /// Waits for a frame that is right, and takes all that came before it, too.
  template <typename Is>
  std::optional<Frame> await(Is is_right) {
    std::optional<Frame> found;
    platform_.run_until([&] {
      for (const Frame& frame : std::exchange(card_.received, {})) {
        if (!found && is_right(frame)) found = frame;
      }
      return found.has_value();
    });
    return found;
  }

  /// The router sends nothing to whom it does not know.
  void say_hello(Netdev& netdev) {
    card_.send(netdev, ethernet(kArpType, arp(kArpRequest, kGuest, kRouter)));
    const auto reply = await([](const Frame& frame) {
      return number_at(frame, 12, 2) == kArpType && number_at(frame, 20, 2) == kArpReply;
    });
    ASSERT_TRUE(reply);
    EXPECT_EQ(number_at(*reply, 28, 4), kRouter);
  }

  void send_udp(Netdev& netdev, uint16_t from, uint16_t to, const Frame& data) {
    card_.send(netdev, ethernet(kIpType, ipv4(kGuest, kRouter, kUdp, udp(from, to, data))));
  }

  std::optional<Frame> await_udp(uint16_t to) {
    return await([to](const Frame& frame) {
      return is_ip(frame, kUdp) && number_at(frame, kPayloadAt + 2, 2) == to;
    });
  }

  TemporaryFolder folder_;
  FakePlatform platform_;
  NetCard card_{platform_};
};

TEST_F(NetdevUserTest, RouterAnswersArpAndPing) {
  Netdev& netdev = add();
  EXPECT_EQ(netdev.info(), "user:10.0.2.0/24");
  say_hello(netdev);
  const Frame ping = icmp_echo(3, text("are you there?"));
  card_.send(netdev, ethernet(kIpType, ipv4(kGuest, kRouter, kIcmp, ping)));
  const auto pong = await([](const Frame& frame) { return is_ip(frame, kIcmp); });
  ASSERT_TRUE(pong);
  EXPECT_EQ((*pong)[kPayloadAt], 0) << "echo reply";
  EXPECT_EQ(
      Frame(pong->begin() + kPayloadAt + 4, pong->end()),
      Frame(ping.begin() + 4, ping.end())
  );
}

TEST_F(NetdevUserTest, GivesOutAddressesAndWhatBelongsToThem) {
  Netdev& netdev =
      add({{"dhcpstart", "10.0.2.40"}, {"hostname", "guest"}, {"bootfile", "boot.img"}});
  const Frame to_server = number(0x0101060000000042, 8) + Frame(20) + number(0x525400123456, 6);
  const Frame discover = to_server + Frame(202) + number(0x63825363, 4) + number(0x350101ff, 4);
  const Frame packet = ipv4(0, 0xffffffff, kUdp, udp(68, 67, discover));
  card_.send(netdev, ethernet(kIpType, packet));
  const auto offer = await_udp(68);
  ASSERT_TRUE(offer);
  EXPECT_EQ(number_at(*offer, kUdpDataAt + 4, 4), 0x42u);
  EXPECT_EQ(number_at(*offer, kUdpDataAt + 16, 4), address(40));
  const std::string said(offer->begin(), offer->end());
  EXPECT_THAT(said, testing::HasSubstr("guest"));
  EXPECT_THAT(said, testing::HasSubstr("boot.img"));
}

TEST_F(NetdevUserTest, GivesOutTheFilesOfAFolderAndNoOthers) {
  folder_.write("boot.img", std::string("what is to be booted"));
  Netdev& netdev = add({{"tftp", folder_.path("")}});
  say_hello(netdev);
  using std::string_literals::operator""s;
  send_udp(netdev, 1234, 69, number(1, 2) + text("boot.img\0octet\0"s));
  const auto data = await_udp(1234);
  ASSERT_TRUE(data);
  EXPECT_EQ(number_at(*data, kUdpDataAt, 4), 0x0003'0001u) << "the first block";
  EXPECT_THAT(std::string(data->begin(), data->end()), testing::EndsWith("what is to be booted"));
  send_udp(netdev, 1235, 69, number(1, 2) + text("../../../../etc/passwd\0octet\0"s));
  const auto refused = await_udp(1235);
  ASSERT_TRUE(refused);
  EXPECT_EQ(number_at(*refused, kUdpDataAt, 2), 5u) << "an error";
}

TEST_F(NetdevUserTest, LeadsConnectionsToAPortOfTheHostToTheGuest) {
  const uint16_t port = free_port();
  const std::string forward = "tcp:127.0.0.1:" + std::to_string(port) + "-:22";
  Netdev& netdev = add({{"hostfwd", {{{"str", forward}}}}, {"restrict", true}});
  say_hello(netdev);
  const int host = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(connect(host, reinterpret_cast<sockaddr*>(&at), sizeof(at)), 0);
  const auto is_tcp = [](const Frame& frame) { return is_ip(frame, kTcp); };
  const auto syn = await(is_tcp);
  ASSERT_TRUE(syn);
  ASSERT_EQ(number_at(*syn, kPayloadAt + 2, 2), 22u);
  const auto from = static_cast<uint16_t>(number_at(*syn, kPayloadAt, 2));
  const auto sequence = static_cast<uint32_t>(number_at(*syn, kPayloadAt + 4, 4));
  const auto reply = [&](uint32_t ours, uint8_t flags, const Frame& data) {
    const Tcp header{22, from, ours, sequence + 1, flags};
    card_.send(netdev, ethernet(kIpType, tcp(header, data)));
  };
  reply(1000, kSyn | kAck, {});
  ASSERT_TRUE(await(is_tcp)) << "the acknowledgement";
  reply(1001, kPush | kAck, text("hello from the guest"));
  ASSERT_EQ(write(host, "hello from the host", 19), 19);
  char bytes[64] = {};
  fcntl(host, F_SETFL, O_NONBLOCK);
  EXPECT_TRUE(platform_.run_until([&] { return read(host, bytes, sizeof(bytes)) > 0; }));
  EXPECT_STREQ(bytes, "hello from the guest");
  EXPECT_TRUE(await([](const Frame& frame) {
    return std::string(frame.begin(), frame.end()).find("hello from the host") != std::string::npos;
  }));
  close(host);
}

/// A user network of which somebody says whether its guest may reach the host.
class NetdevUserReach : public NetdevUserTest, public testing::WithParamInterface<bool> {
 protected:
  /// What came before it is done with when the router answers.
  void ping(Netdev& netdev) {
    card_.send(netdev, ethernet(kIpType, ipv4(kGuest, kRouter, kIcmp, icmp_echo(1, text("?")))));
    ASSERT_TRUE(await([](const Frame& frame) { return is_ip(frame, kIcmp); }));
  }
};

TEST_P(NetdevUserReach, EndsAtTheRouterIfItIsRestricted) {
  const bool is_restricted = GetParam();
  const HostSocket stream(SOCK_STREAM);
  const HostSocket datagram(SOCK_DGRAM);
  Netdev& netdev = add({{"restrict", is_restricted}});
  say_hello(netdev);
  card_.send(netdev, ethernet(kIpType, tcp({40000, stream.port(), 1, 0, kSyn}, {})));
  send_udp(netdev, 40000, datagram.port(), text("hello"));
  ping(netdev);
  if (is_restricted) {
    EXPECT_FALSE(stream.is_reached());
    EXPECT_FALSE(datagram.is_reached());
  } else {
    EXPECT_TRUE(platform_.run_until([&] { return stream.is_reached() && datagram.is_reached(); }));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Restricted,
    NetdevUserReach,
    testing::Bool(),
    [](const testing::TestParamInfo<bool>& is_on) { return is_on.param ? "on" : "off"; }
);

TEST_F(NetdevUserTest, SurvivesWhatIsNoFrameOfAnyProtocol) {
  Netdev& netdev = add();
  uint32_t random = 1;
  for (size_t size = 1; size < 400; ++size) {
    Frame frame = ethernet(size % 2 == 0 ? kIpType : kArpType, {});
    for (size_t i = 0; i < size; ++i) {
      frame.push_back(static_cast<uint8_t>((random = random * 1664525 + 1013904223) >> 24));
    }
    frame[kIpAt] = 0x45;
    frame.resize(size);
    ASSERT_TRUE(platform_.run_until([&] { return card_.send(netdev, frame); }));
  }
  say_hello(netdev);
}

TEST_F(NetdevUserTest, ManyCanBeMadeAndGoAgain) {
  for (int i = 0; i < 20; ++i) {
    Netdev& netdev = add();
    say_hello(netdev);
    platform_.root().remove_child(netdev);
  }
}

TEST_F(NetdevUserTest, SaysWhatIsWrongWithItsOptions) {
  using testing::HasSubstr;
  EXPECT_EQ(
      error({{"net", "10.0.2.0"}}),
      "/net0: net: '10.0.2.0' is no ADDRESS/BITS with 8 to 26 bits, such as 10.0.2.0/24"
  );
  EXPECT_THAT(error({{"net", "10.0.2/24"}}), HasSubstr("'10.0.2' is no IPv4 address"));
  EXPECT_THAT(error({{"net", "10.0.2.0/31"}}), HasSubstr("8 to 26 bits"));
  EXPECT_THAT(
      error({{"host", "192.168.0.1"}}),
      HasSubstr("host: 192.168.0.1 is not in the network")
  );
  EXPECT_THAT(error({{"dns", "10.0.2.2"}}), HasSubstr("is the router's address already"));
  EXPECT_THAT(error({{"dhcpstart", "10.0.2.250"}}), HasSubstr("the network ends before"));
  EXPECT_THAT(error({{"ipv6-prefix", "fec0"}}), HasSubstr("'fec0' is no IPv6 address"));
  EXPECT_THAT(error({{"hostname", std::string(40, 'x')}}), HasSubstr("1 to 32 characters"));
  EXPECT_THAT(error({{"tftp", "/no/such"}}), HasSubstr("tftp: '/no/such' is no folder"));
  EXPECT_THAT(error({{"ipv4", false}, {"ipv6", false}}), HasSubstr("both off"));
  for (const char* wrong :
       {"22",
        "tcp::22",
        "sctp::1-:2",
        "tcp::1-2",
        "tcp::1-:0",
        "tcp::x-:1",
        "tcp:host:1-:1",
        "tcp::1-:65536",
        "tcp::-1-:1",
        "",
        "-",
        ":-:"}) {
    EXPECT_THAT(error({{"hostfwd", {{{"str", wrong}}}}}), HasSubstr("is not tcp|udp:")) << wrong;
  }
}

TEST_F(NetdevUserTest, SaysThatAPortOfTheHostIsTaken) {
  const std::string forward = "tcp:127.0.0.1:" + std::to_string(free_port()) + "-:22";
  add({{"hostfwd", {{{"str", forward}}}}});
  EXPECT_EQ(
      error_of(platform_.try_add("netdev-user", "net1", {{"hostfwd", {{{"str", forward}}}}})),
      "/net1: hostfwd: cannot listen for '" + forward + "': Address already in use"
  );
}

TEST(PortForward, NamesBothEnds) {
  const auto forward = parse_forward("udp:127.0.0.1:53-10.0.2.16:5353");
  ASSERT_TRUE(forward) << error_of(forward);
  EXPECT_TRUE(forward->is_udp);
  EXPECT_EQ(forward->host.s_addr, htonl(INADDR_LOOPBACK));
  EXPECT_EQ(forward->host_port, 53);
  EXPECT_EQ(forward->guest.s_addr, htonl(address(16)));
  EXPECT_EQ(forward->guest_port, 5353);
  const auto everywhere = parse_forward("tcp::2222-:22");
  ASSERT_TRUE(everywhere);
  EXPECT_FALSE(everywhere->is_udp);
  EXPECT_EQ(everywhere->host.s_addr, INADDR_ANY);
  EXPECT_EQ(everywhere->guest.s_addr, INADDR_ANY);
}

}  // namespace
}  // namespace vm
