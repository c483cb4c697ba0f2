// SPDX-License-Identifier: Apache-2.0
//
// A QMP server for a kettle, and a client of it, in one thread.

#pragma once

#include <string>
#include <string_view>

#include "runtime/loop/event_loop.h"
#include "runtime/qmp/server.h"
#include "tests/unit/runtime/support/sample.h"

namespace sample {

struct Monitor {
  Program program;
  qapi::EventLoop loop;
  qapi::QmpServer server{
      loop,
      program.dispatcher,
      {.major = 1, .minor = 2, .micro = 3, .package = "kettle"}};
  std::string address;  // of a Unix socket in a directory of its own

  Monitor();
  ~Monitor();
  Monitor(const Monitor&) = delete;
  Monitor& operator=(const Monitor&) = delete;

  std::string path() const { return address.substr(5); }

 private:
  std::string directory_;
};

class Client {
 public:
  /// Connects; `negotiates`: also takes the greeting and ends the negotiation.
  explicit Client(Monitor& monitor, bool negotiates = true);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// Sends, while the server keeps running.
  void send(std::string_view bytes);

  /// The next line without its line end; empty when nothing comes.
  std::string line();

  /// Sends and takes the reply.
  std::string ask(std::string_view bytes) {
    send(bytes);
    return line();
  }

  /// All that has come and not been taken.
  std::string rest();

  bool is_closed_by_server();
  void shut_down_sending();
  void close();

 private:
  void receive();

  Monitor& monitor_;
  int socket_;
  std::string received_;
  bool has_ended_ = false;
};

/// A client that waits for what it reads, for a server that runs on a thread of its own.
class WaitingClient {
 public:
  explicit WaitingClient(const std::string& path);
  ~WaitingClient();
  WaitingClient(const WaitingClient&) = delete;
  WaitingClient& operator=(const WaitingClient&) = delete;

  void send(std::string_view bytes);

  /// The next line without its line end; empty at the end, or when nothing comes for long.
  std::string line();

  std::string ask(std::string_view bytes) {
    send(bytes);
    return line();
  }

  /// Nothing comes for a while.
  bool is_quiet();
  void shut_down_sending();
  void close();

 private:
  int socket_;
  std::string received_;
};

/// A request, and the reply to it of a kettle that nothing was done to.
constexpr std::string_view kQuery = R"({"execute": "query-status"})";
constexpr std::string_view kStatus = R"({"return": {"water":"","spices":0}})";

/// The reply for an error.
std::string error(std::string_view error_class, std::string_view desc);

}  // namespace sample
