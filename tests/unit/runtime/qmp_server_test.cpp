// SPDX-License-Identifier: Apache-2.0
//
// The server: its monitors, their addresses, their rights.

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "runtime/json/json.h"
#include "tests/unit/runtime/support/qmp_client.h"

namespace {

using sample::Client;
using sample::error;
using sample::kQuery;
using sample::kStatus;
using sample::Monitor;
using testing::HasSubstr;
using testing::MatchesRegex;

TEST(QmpServer, KeepsItsSocketToTheUserAndRemovesIt) {
  std::string path;
  {
    Monitor monitor;
    path = monitor.path();
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    EXPECT_TRUE(monitor.server.remove("first"));
    EXPECT_FALSE(std::filesystem::exists(path));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(QmpServer, RefusesAnAddressInUse) {
  Monitor monitor;
  const auto second = monitor.server.add({.listen = monitor.address});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().desc, monitor.address + ": address in use");
  Client client(monitor);
  EXPECT_EQ(client.ask(kQuery), kStatus);

  const std::string tcp = (*monitor.server.add({.listen = "tcp:127.0.0.1:0"}))->settings().listen;
  const auto same = monitor.server.add({.listen = tcp});
  ASSERT_FALSE(same);
  EXPECT_EQ(same.error().desc, tcp + ": address in use");
}

TEST(QmpServer, ReplacesASocketThatNobodyListensOn) {
  Monitor monitor;
  const std::string stale = monitor.path() + ".stale";
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  stale.copy(address.sun_path, sizeof(address.sun_path) - 1);
  ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  ::close(socket);
  ASSERT_TRUE(std::filesystem::exists(stale));
  EXPECT_TRUE(monitor.server.add({.listen = "unix:" + stale}));
}

TEST(QmpServer, LeavesOtherFilesAlone) {
  Monitor monitor;
  const std::string file = monitor.path() + ".txt";
  std::ofstream(file) << "precious";
  const auto result = monitor.server.add({.listen = "unix:" + file});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().desc, "unix:" + file + ": there is a file that is no socket");
  EXPECT_EQ(std::filesystem::file_size(file), 8u);
}

TEST(QmpServer, SaysWhatIsWrongWithAnAddress) {
  Monitor monitor;
  const std::pair<std::string, std::string> cases[] = {
      {"foo", "'foo' is no address; it must be unix:PATH, tcp:HOST:PORT, fd:NAME or stdio"},
      {"unix:", "unix:: the path is empty"},
      {"unix:/no/such/dir/x", "unix:/no/such/dir/x: No such file or directory"},
      {"unix:" + std::string(200, 'x'),
       "unix:" + std::string(200, 'x') + ": the path is longer than 107 bytes"},
      {"tcp:1", "tcp:1: it must be tcp:HOST:PORT"},
      {"tcp:localhost:70000", "tcp:localhost:70000: the port must be 0 to 65535"},
      {"tcp:example.org:1", "tcp:example.org:1: the host must be an IP address or localhost"},
      {"tcp:0.0.0.0:0",
       "tcp:0.0.0.0:0: others can reach this address, and so control the program; choose one of "
       "this machine itself, such as 127.0.0.1, or say tls=FOLDER or insecure=on"},
  };
  for (const auto& [address, desc] : cases) {
    const auto result = monitor.server.add({.listen = address});
    ASSERT_FALSE(result) << address;
    EXPECT_EQ(result.error().desc, desc);
  }
  EXPECT_TRUE(monitor.server.add({.listen = "tcp:0.0.0.0:0", .reach = qapi::Reach::Anywhere}));
}

TEST(QmpServer, NamesMonitorsThatNobodyNamed) {
  Monitor monitor;
  const auto add = [&](const std::string& id) {
    return monitor.server.add({.id = id, .listen = "tcp:127.0.0.1:0"});
  };
  EXPECT_EQ((*add(""))->settings().id, "monitor0");
  EXPECT_EQ((*add("monitor1"))->settings().id, "monitor1");
  EXPECT_EQ((*add(""))->settings().id, "monitor2");
  EXPECT_EQ(add("first").error().desc, "there is a monitor 'first' already");
  EXPECT_TRUE(monitor.server.remove("monitor0"));
  EXPECT_EQ((*add(""))->settings().id, "monitor0");
  EXPECT_EQ(
      monitor.server.remove("frist").error().desc,
      "no monitor 'frist'; did you mean 'first'?"
  );
}

TEST(QmpServer, HangsUpOnTheClientsOfAMonitorThatGoes) {
  Monitor monitor;
  Client client(monitor);
  EXPECT_TRUE(monitor.server.remove("first"));
  EXPECT_TRUE(client.is_closed_by_server());
  EXPECT_FALSE(monitor.server.is_alive());
}

TEST(QmpServer, TakesBackWhatAFailedCommandDid) {
  Monitor monitor;
  Client client(monitor);
  {
    const qapi::UndoLog::Scope scope(monitor.program.kettle.undo());
    EXPECT_TRUE(monitor.server.remove("first"));
    EXPECT_TRUE(monitor.server.add({.listen = "tcp:127.0.0.1:0"}));
    EXPECT_EQ(monitor.server.monitors().size(), 1u);
  }
  ASSERT_EQ(monitor.server.monitors().size(), 1u);
  EXPECT_EQ(monitor.server.monitors()[0]->settings().id, "first");
  EXPECT_EQ(client.ask(kQuery), kStatus);
}

TEST(QmpServer, TellsWhoIsThere) {
  Monitor monitor;
  Client client(monitor);
  Client new_one(monitor, false);
  new_one.line();
  const auto clients = monitor.server.monitors()[0]->clients();
  ASSERT_EQ(clients.size(), 2u);
  for (const qapi::ClientInfo& info : clients) {
    EXPECT_EQ(info.name, info.is_negotiated ? "first.0" : "first.1");
    EXPECT_THAT(info.peer, MatchesRegex("pid [0-9]+, uid [0-9]+, gid [0-9]+"));
  }
}

TEST(QmpServer, LimitsWhatTheClientsOfAMonitorMayDo) {
  Monitor monitor;
  EXPECT_TRUE(monitor.server.remove("first"));
  ASSERT_TRUE(monitor.server.add({.listen = monitor.address, .rights = {.read_only = true}}));
  {
    Client client(monitor);
    EXPECT_EQ(client.ask(kQuery), kStatus);
    EXPECT_EQ(
        client.ask(R"({"execute": "fill", "arguments": {"water": "tap"}})"),
        error("GenericError", "fill: not allowed on this monitor, which is read-only")
    );
  }
  EXPECT_TRUE(monitor.server.remove("monitor0"));
  const qapi::Rights spices{.groups = std::vector<std::string>{"Spices"}};
  ASSERT_TRUE(monitor.server.add({.listen = monitor.address, .rights = spices}));
  Client client(monitor);
  EXPECT_EQ(client.ask(kQuery), kStatus);
  EXPECT_THAT(
      client.ask(R"({"execute": "add-spice", "arguments": {"name": "mint"}})"),
      HasSubstr("add-spice: not in phase")
  );
  EXPECT_THAT(
      client.ask(R"({"execute": "fill", "arguments": {"water": "tap"}})"),
      HasSubstr("fill: not allowed on this monitor, which is for the groups Spices")
  );
  const qapi::Rights unknown{.groups = std::vector<std::string>{"Spice"}};
  EXPECT_EQ(
      monitor.server.add({.listen = "tcp:127.0.0.1:0", .rights = unknown}).error().desc,
      "no group of commands 'Spice'; did you mean 'Spices'? There are Scripts, Spices"
  );
}

// Nobody gets further by having a script do it.
TEST(QmpServer, LimitsWhatCommandsRunOnTheirOwn) {
  Monitor monitor;
  const std::string script = monitor.path() + ".qmp";
  std::ofstream(script) << "fill water=tap\n";
  const qapi::Rights scripts{.groups = std::vector<std::string>{"Scripts"}};
  const auto result = monitor.program.dispatcher.dispatch(qapi::Invocation(
      "script-run",
      qapi::Json{{"text", script}},
      {qapi::Origin::Kind::Qmp, "first.0", std::make_shared<const qapi::Rights>(scripts)}
  ));
  ASSERT_FALSE(result);
  EXPECT_THAT(
      result.error().desc,
      HasSubstr("fill: not allowed on this monitor, which is for the groups Scripts")
  );
  EXPECT_EQ(monitor.program.kettle.water, "");
}

TEST(QmpServer, SpeaksPrettyWhenAskedTo) {
  Monitor monitor;
  EXPECT_TRUE(monitor.server.remove("first"));
  ASSERT_TRUE(monitor.server.add({.listen = monitor.address, .pretty = true}));
  Client client(monitor, false);
  EXPECT_THAT(client.rest(), testing::EndsWith("            \"oob\"\n        ]\n    }\n}\r\n"));
  client.send(R"({"execute": "qmp_capabilities", "id": [1.50, {"a": "{,\":"}, []]})");
  EXPECT_EQ(
      client.rest(),
      R"({
    "return": {},
    "id": [
        1.50,
        {
            "a": "{,\":"
        },
        []
    ]
})"
      "\r\n"
  );
}

}  // namespace
