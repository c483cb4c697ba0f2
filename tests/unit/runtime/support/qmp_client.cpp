// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/runtime/support/qmp_client.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace sample {

Monitor::Monitor() {
  std::string directory = std::filesystem::temp_directory_path() / "kettle-XXXXXX";
  directory_ = ::mkdtemp(directory.data());
  address = "unix:" + directory_ + "/qmp.sock";
  EXPECT_TRUE(server.add({.id = "first", .listen = address}));
}

Monitor::~Monitor() {
  std::filesystem::remove_all(directory_);
}

namespace {

int connected(const std::string& path) {
  const int client = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  EXPECT_EQ(::connect(client, generic, sizeof(address)), 0);
  return client;
}

bool is_readable(int socket, int milliseconds) {
  pollfd wanted{socket, POLLIN, 0};
  return ::poll(&wanted, 1, milliseconds) > 0;
}

}  // namespace

Client::Client(Monitor& monitor, bool negotiates)
    : monitor_(monitor),
      socket_(connected(monitor.path())) {
  if (!negotiates) return;
  EXPECT_TRUE(line().starts_with("{\"QMP\""));
  EXPECT_EQ(ask(R"({"execute": "qmp_capabilities"})"), R"({"return": {}})");
}

Client::~Client() {
  close();
}

void Client::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

void Client::shut_down_sending() {
  ::shutdown(socket_, SHUT_WR);
  monitor_.loop.poll();
}

void Client::send(std::string_view bytes) {
  // Enough to fill every buffer between us and a server that does not read.
  for (int idle = 0; !bytes.empty() && idle < 100;) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    idle = sent > 0 ? 0 : idle + 1;
    if (sent < 0 && errno != EAGAIN) return;
    if (sent > 0) bytes.remove_prefix(static_cast<size_t>(sent));
    monitor_.loop.poll();
  }
}

void Client::receive() {
  std::array<char, 65536> room{};
  for (int idle = 0; idle < 10; ++idle) {
    monitor_.loop.poll();
    for (;;) {
      const ssize_t got = ::recv(socket_, room.data(), room.size(), MSG_DONTWAIT);
      if (got == 0) has_ended_ = true;
      if (got <= 0) break;
      received_.append(room.data(), static_cast<size_t>(got));
      idle = 0;
      monitor_.loop.poll();
    }
  }
}

std::string Client::line() {
  if (received_.find('\n') == received_.npos) receive();
  const size_t end = received_.find('\n');
  if (end == received_.npos) return {};
  std::string taken = received_.substr(0, end);
  received_.erase(0, end + 1);
  EXPECT_TRUE(taken.ends_with('\r')) << taken;
  taken.pop_back();
  return taken;
}

std::string Client::rest() {
  receive();
  return std::exchange(received_, {});
}

bool Client::is_closed_by_server() {
  receive();
  return has_ended_;
}

WaitingClient::WaitingClient(const std::string& path) : socket_(connected(path)) {}

WaitingClient::~WaitingClient() {
  close();
}

void WaitingClient::send(std::string_view bytes) {
  EXPECT_EQ(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL), std::ssize(bytes));
}

std::string WaitingClient::line() {
  constexpr int kLongMs = 20'000;
  std::array<char, 65536> room{};
  size_t end = 0;
  while ((end = received_.find("\r\n")) == received_.npos) {
    if (!is_readable(socket_, kLongMs)) return {};
    const ssize_t got = ::recv(socket_, room.data(), room.size(), 0);
    if (got <= 0) return {};
    received_.append(room.data(), static_cast<size_t>(got));
  }
  std::string taken = received_.substr(0, end);
  received_.erase(0, end + 2);
  return taken;
}

bool WaitingClient::is_quiet() {
  constexpr int kWhileMs = 50;
  return received_.empty() && !is_readable(socket_, kWhileMs);
}

void WaitingClient::shut_down_sending() {
  ::shutdown(socket_, SHUT_WR);
}

void WaitingClient::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

std::string error(std::string_view error_class, std::string_view desc) {
  return R"({"error": {"class": ")" + std::string(error_class) + R"(", "desc": ")" +
         std::string(desc) + R"("}})";
}

}  // namespace sample
