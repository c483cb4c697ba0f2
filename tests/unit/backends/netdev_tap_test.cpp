// SPDX-License-Identifier: Apache-2.0

#include <cstring>

#include <arpa/inet.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/if_packet.h>
#include <linux/if_tun.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/net_card.h"

namespace vm {
namespace {

/// Whether this host lets us have interfaces.
bool has_tap() {
  const int fd = open("/dev/net/tun", O_RDWR);
  ifreq request{};
  request.ifr_flags = IFF_TAP | IFF_NO_PI;
  const bool has = fd >= 0 && ioctl(fd, TUNSETIFF, &request) == 0;
  close(fd);
  return has;
}

class NetdevTapTest : public testing::Test {
 protected:
  std::string error(const qapi::Json& properties) {
    return error_of(platform_.try_add("netdev-tap", "net0", properties));
  }

  /// The host's end of an interface, which is up: a socket for all that passes.
  static int host_end(const std::string& interface) {
    const int host = socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK, htons(ETH_P_ALL));
    ifreq request{};
    interface.copy(request.ifr_name, IFNAMSIZ - 1);
    EXPECT_EQ(ioctl(host, SIOCGIFFLAGS, &request), 0);
    request.ifr_flags |= IFF_UP;
    EXPECT_EQ(ioctl(host, SIOCSIFFLAGS, &request), 0);
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ETH_P_ALL);
    address.sll_ifindex = static_cast<int>(if_nametoindex(interface.c_str()));
    EXPECT_EQ(bind(host, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
    return host;
  }

  FakePlatform platform_;
  NetCard card_{platform_};
};

TEST_F(NetdevTapTest, CarriesFramesBetweenTheGuestAndAnInterface) {
  if (!has_tap()) GTEST_SKIP() << "no TAP interfaces may be made here";
  const std::string name = "cptest" + std::to_string(getpid() % 100000);
  auto& tap = platform_.add<Netdev>("netdev-tap", "net0", {{"ifname", name}});
  EXPECT_EQ(tap.info(), "tap:" + name);
  EXPECT_EQ(
      error_of(platform_.try_add("netdev-tap", "net1", {{"ifname", name}})),
      "/net1: cannot use interface '" + name + "': Device or resource busy"
  );
  expect_ok(tap.attach(card_, "/nic0"));
  const int host = host_end(name);
  const std::string header = "\xff\xff\xff\xff\xff\xff\x52\x54\x01\x02\x03\x04\x88\xb5";
  const std::string out = header + std::string(46, 'o');
  const std::string in = header + std::string(46, 'i');
  char bytes[2048];
  EXPECT_TRUE(platform_.run_until([&] {
    card_.send(tap, out);
    const ssize_t size = read(host, bytes, sizeof(bytes));
    return size == std::ssize(out) && std::memcmp(bytes, out.data(), out.size()) == 0;
  }));
  EXPECT_TRUE(platform_.run_until([&] {
    EXPECT_EQ(write(host, in.data(), in.size()), std::ssize(in));
    return card_.has_received(in);
  }));
  close(host);
}

TEST_F(NetdevTapTest, TakesAnInterfaceThatWasHandedOver) {
  if (!has_tap()) GTEST_SKIP() << "no TAP interfaces may be made here";
  const auto opened = [](short flags) {
    const int fd = open("/dev/net/tun", O_RDWR);
    ifreq request{};
    request.ifr_flags = flags;
    EXPECT_EQ(ioctl(fd, TUNSETIFF, &request), 0);
    return std::to_string(fd);
  };
  auto& tap = platform_.add<Netdev>("netdev-tap", "net0", {{"fd", opened(IFF_TAP | IFF_NO_PI)}});
  EXPECT_THAT(tap.info(), testing::MatchesRegex("tap:tap[0-9]+"));
  const auto refused = [&](short flags) {
    return error_of(platform_.try_add("netdev-tap", "net1", {{"fd", opened(flags)}}));
  };
  EXPECT_THAT(refused(IFF_TUN | IFF_NO_PI), testing::HasSubstr("which has no frames"));
  EXPECT_THAT(refused(IFF_TAP | IFF_NO_PI | IFF_VNET_HDR), testing::HasSubstr("a header of their"));
}

TEST_F(NetdevTapTest, SaysWhatIsWrongWithItsOptions) {
  using testing::HasSubstr;
  EXPECT_THAT(error({{"ifname", std::string(16, 'x')}}), HasSubstr("more than 15 characters"));
  EXPECT_THAT(error({{"ifname", "tap0"}, {"fd", "9"}}), HasSubstr("give no 'ifname'"));
  const int file = open("/dev/null", O_RDWR);
  EXPECT_EQ(error({{"fd", std::to_string(file)}}), "/net0: it is no TAP interface");
}

}  // namespace
}  // namespace vm
