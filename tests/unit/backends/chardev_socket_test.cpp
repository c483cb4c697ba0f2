// SPDX-License-Identifier: Apache-2.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/line_user.h"
#include "tests/unit/support/temporary_folder.h"

namespace vm {
namespace {

sockaddr_un address_of(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  return address;
}

/// The other end of a Unix socket. Never waits.
class Peer {
 public:
  explicit Peer(int fd) : fd_(fd) {}
  explicit Peer(const std::string& path) : fd_(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address = address_of(path);
    is_connected = connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
  }
  ~Peer() { close(fd_); }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  void send(const std::string& text) {
    EXPECT_EQ(write(fd_, text.data(), text.size()), std::ssize(text));
  }

  /// All that has come by now.
  const std::string& received() {
    char bytes[4096];
    for (ssize_t size; (size = recv(fd_, bytes, sizeof(bytes), MSG_DONTWAIT)) > 0;) {
      received_.append(bytes, static_cast<size_t>(size));
    }
    return received_;
  }

  bool is_connected = true;

 private:
  int fd_;
  std::string received_;
};

class ChardevSocketTest : public testing::Test {
 protected:
  qapi::Json unix_address() const { return {{"type", "unix"}, {"data", {{"path", path_}}}}; }

  Chardev& add(const qapi::Json& more = qapi::Json::object()) {
    qapi::Json properties = {{"addr", unix_address()}};
    properties.update(more);
    auto& chardev = platform_.add<Chardev>("chardev-socket", "con", properties);
    expect_ok(chardev.attach(user_, "/uart0"));
    return chardev;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.path("socket");
  FakePlatform platform_;
  LineUser user_{platform_};
};

TEST_F(ChardevSocketTest, ServesAPeerAndThenTheNext) {
  Chardev& chardev = add();
  for (const char* text : {"first", "second"}) {
    Peer peer(path_);
    ASSERT_TRUE(peer.is_connected);
    user_.received.clear();
    peer.send(text);
    EXPECT_TRUE(platform_.run_until([&] { return user_.received == text; }));
    user_.send(chardev, "answer");
    EXPECT_TRUE(platform_.run_until([&] { return peer.received() == "answer"; }));
  }
}

TEST_F(ChardevSocketTest, WithMuxItSpeaksToOneOfSeveralAndHearsAll) {
  Chardev& chardev = add({{"mux", true}});
  LineUser other(platform_);
  expect_ok(chardev.attach(other, "/uart1"));
  Peer peer(path_);
  peer.send("one\x01");
  EXPECT_TRUE(platform_.run_until([&] { return user_.received == "one"; }));
  peer.send("ctwo");  // the letter of the command that has begun, and more
  EXPECT_TRUE(platform_.run_until([&] { return other.received == "two"; }));
  user_.send(chardev, "a");
  other.send(chardev, "b");
  EXPECT_TRUE(platform_.run_until([&] { return peer.received() == "\r\n[/uart1]\r\nab"; }));
  peer.send(
      "\x01"
      "cthree"
  );
  EXPECT_TRUE(platform_.run_until([&] { return user_.received == "onethree"; }));
  EXPECT_EQ(other.received, "two");
}

TEST_F(ChardevSocketTest, KeepsALogOfWhatIsSentWhoeverHears) {
  for (const char* expected : {"lost", "lostsecond"}) {
    Chardev& chardev = add({{"logfile", folder_.path("log")}, {"logappend", true}});
    user_.send(chardev, std::string(expected).substr(expected[4] == 0 ? 0 : 4));
    EXPECT_TRUE(platform_.run_until([&] { return folder_.read("log") == expected; }));
    platform_.root().remove_child(chardev);
  }
  EXPECT_THAT(
      error_of(platform_.try_add("chardev-null", "con", {{"logfile", folder_.path("nowhere/log")}})
      ),
      testing::AllOf(testing::HasSubstr("nowhere/log"), testing::HasSubstr("No such file"))
  );
}

TEST_F(ChardevSocketTest, WithoutAPeerOutputIsLost) {
  Chardev& chardev = add();
  std::string much(Chardev::kBufferSize, 'x');
  user_.send(chardev, much);
  EXPECT_TRUE(platform_.run_until([&] { return user_.send(chardev, "y") == 1; }));
}

TEST_F(ChardevSocketTest, APeerThatDoesNotReadHoldsTheGuestBackButNotTheLoop) {
  Chardev& chardev = add();
  Peer peer(path_);
  peer.send("here");
  ASSERT_TRUE(platform_.run_until([&] { return user_.received == "here"; }));
  std::string much(Chardev::kBufferSize, 'x');
  size_t sent = 0;
  bool is_full = platform_.run_until([&] {
    size_t accepted = user_.send(chardev, much);
    sent += accepted;
    return accepted == 0 && sent > much.size();
  });
  EXPECT_TRUE(is_full);
  EXPECT_TRUE(platform_.run_until([&] { return peer.received().size() == sent; }));
  EXPECT_GT(user_.writable, 0);
}

TEST_F(ChardevSocketTest, TakesTheFileAwayWithIt) {
  Chardev& chardev = add();
  EXPECT_EQ(access(path_.c_str(), F_OK), 0);
  EXPECT_EQ(chardev.filename(), "unix:" + path_ + ",server=on");
  platform_.root().remove_child(chardev);
  EXPECT_NE(access(path_.c_str(), F_OK), 0);
}

TEST_F(ChardevSocketTest, RefusesAPathThatIsInUse) {
  add();
  EXPECT_EQ(
      error_of(platform_.try_add("chardev-socket", "other", {{"addr", unix_address()}})),
      "/other: cannot use 'unix:" + path_ + ",server=on': Address already in use"
  );
  folder_.write("file", std::string("precious"));
  path_ = folder_.path("file");
  EXPECT_FALSE(platform_.try_add("chardev-socket", "other", {{"addr", unix_address()}}));
  EXPECT_EQ(folder_.read("file"), "precious");
}

TEST_F(ChardevSocketTest, TakesOverThePathOfAServerThatDied) {
  int dead = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address = address_of(path_);
  ASSERT_EQ(bind(dead, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
  close(dead);
  add();
  EXPECT_TRUE(Peer(path_).is_connected);
}

TEST_F(ChardevSocketTest, ConnectsAndTriesAgain) {
  EXPECT_EQ(
      error_of(
          platform_.try_add("chardev-socket", "con", {{"addr", unix_address()}, {"server", false}})
      ),
      "/con: cannot use 'unix:" + path_ + "': No such file or directory"
  );
  add({{"server", false}, {"reconnect", 1}});
  int server = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
  sockaddr_un address = address_of(path_);
  ASSERT_EQ(bind(server, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
  ASSERT_EQ(listen(server, 1), 0);
  int fd = -1;
  EXPECT_TRUE(platform_.run_until([&] { return (fd = accept(server, nullptr, nullptr)) >= 0; }));
  Peer peer(fd);
  peer.send("hello");
  EXPECT_TRUE(platform_.run_until([this] { return user_.received == "hello"; }));
  close(server);
}

TEST_F(ChardevSocketTest, ListensOnTcp) {
  qapi::Json address = {{"type", "inet"}, {"data", {{"host", "127.0.0.1"}, {"port", "0"}}}};
  auto& chardev =
      platform_.add<Chardev>("chardev-socket", "tcp", {{"addr", address}, {"nodelay", true}});
  EXPECT_EQ(chardev.filename(), "tcp:127.0.0.1:0,server=on");
}

TEST_F(ChardevSocketTest, RefusesWhatItCannotDo) {
  auto error = [this](qapi::Json properties) {
    if (!properties.contains("addr")) properties["addr"] = unix_address();
    return error_of(platform_.try_add("chardev-socket", "con", properties));
  };
  EXPECT_THAT(error({{"wait", true}}), testing::HasSubstr("use wait=off"));
  EXPECT_THAT(error({{"reconnect", 1}}), testing::HasSubstr("not for servers"));
  path_ = std::string(200, 'x');
  EXPECT_THAT(error(qapi::Json::object()), testing::HasSubstr("the path must have 1 to 107 bytes"));
}

}  // namespace
}  // namespace vm
