// SPDX-License-Identifier: Apache-2.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "runtime/base/fd.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/line_user.h"

namespace vm {
namespace {

/// A datagram socket of the loopback interface.
class Station {
 public:
  Station() : fd_(socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(bind(fd_.get(), reinterpret_cast<sockaddr*>(&address_), sizeof(address_)), 0);
    socklen_t size = sizeof(address_);
    getsockname(fd_.get(), reinterpret_cast<sockaddr*>(&address_), &size);
  }

  std::string port() const { return std::to_string(ntohs(address_.sin_port)); }

  qapi::Json json() const {
    return {{"type", "inet"}, {"data", {{"host", "127.0.0.1"}, {"port", port()}}}};
  }

  /// The next datagram, and where it came from.
  std::string receive() {
    char bytes[8192];
    socklen_t size = sizeof(other_);
    const ssize_t got =
        recvfrom(fd_.get(), bytes, sizeof(bytes), 0, reinterpret_cast<sockaddr*>(&other_), &size);
    return got > 0 ? std::string(bytes, static_cast<size_t>(got)) : std::string();
  }

  void answer(const std::string& text) {
    sendto(
        fd_.get(),
        text.data(),
        text.size(),
        0,
        reinterpret_cast<sockaddr*>(&other_),
        sizeof(other_)
    );
  }

 private:
  qapi::Fd fd_;
  sockaddr_in address_{};
  sockaddr_in other_{};
};

class ChardevUdpTest : public testing::Test {
 protected:
  Chardev& add(const qapi::Json& properties) {
    auto& line = platform_.add<Chardev>("chardev-udp", "con", properties);
    expect_ok(line.attach(user_, "/uart0"));
    return line;
  }

  FakePlatform platform_;
  LineUser user_{platform_};
};

TEST_F(ChardevUdpTest, SendsAndIsAnswered) {
  Station station;
  Chardev& line = add({{"remote", station.json()}});
  EXPECT_EQ(line.filename(), "udp:127.0.0.1:" + station.port());
  std::string heard;
  user_.send(line, "question");
  ASSERT_TRUE(platform_.run_until([&] { return (heard = station.receive()) == "question"; }));
  station.answer("answer");
  EXPECT_TRUE(platform_.run_until([&] { return user_.received == "answer"; }));
}

TEST_F(ChardevUdpTest, KeepsTheWholeOfADatagramForADeviceThatTakesItInPieces) {
  Station station;
  Chardev& line = add({{"remote", station.json()}});
  user_.send(line, "?");
  ASSERT_TRUE(platform_.run_until([&] { return station.receive() == "?"; }));
  user_.room = 4;
  station.answer("0123456789");
  EXPECT_TRUE(platform_.run_until([&] { return user_.received == "0123"; }));
  for (const char* expected : {"01234567", "0123456789"}) {
    line.accept_input();
    EXPECT_TRUE(platform_.run_until([&] { return user_.received == expected; }));
  }
}

TEST_F(ChardevUdpTest, GoesOnWhenNobodyIsThere) {
  Chardev& line = [this]() -> Chardev& {
    Station gone;
    return add({{"remote", gone.json()}});
  }();
  for (int i = 0; i < 3; ++i) {
    user_.send(line, "lost");
    platform_.loop().poll();
  }
  EXPECT_EQ(user_.send(line, std::string(Chardev::kBufferSize / 2, 'x')), Chardev::kBufferSize / 2);
}

TEST_F(ChardevUdpTest, SaysWhichAddressIsOfNoUse) {
  Station station;
  EXPECT_THAT(
      error_of(platform_.try_add(
          "chardev-udp",
          "con",
          {{"remote", station.json()}, {"local", station.json()}}
      )),
      testing::HasSubstr("Address already in use")
  );
}

}  // namespace
}  // namespace vm
