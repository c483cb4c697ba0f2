// SPDX-License-Identifier: Apache-2.0

#include <filesystem>
#include <fstream>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "runtime/json/json.h"
#include "runtime/qmp/session.h"
#include "tests/unit/runtime/support/qmp_client.h"

namespace {

using sample::Client;
using sample::error;
using sample::kQuery;
using sample::kStatus;
using sample::Monitor;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

TEST(Qmp, GreetsWithTheVersion) {
  Monitor monitor;
  Client client(monitor, false);
  EXPECT_EQ(
      client.line(),
      R"({"QMP": {"version": {"qemu": {"major": 1, "minor": 2, "micro": 3}, "package": "kettle"}, "capabilities": ["oob"]}})"
  );
}

TEST(Qmp, TakesNothingButNegotiationFirst) {
  Monitor monitor;
  Client client(monitor, false);
  client.line();
  EXPECT_EQ(
      client.ask(kQuery),
      error("CommandNotFound", "Expecting capabilities negotiation with 'qmp_capabilities'")
  );
  EXPECT_EQ(
      client.ask(R"({"execute": "qmp_capabilities", "arguments": {"enable": ["nope"]}})"),
      error("GenericError", "Parameter 'enable[0]' does not accept value 'nope'")
  );
  EXPECT_EQ(
      client.ask(R"({"execute": "qmp_capabilities", "arguments": {"enabled": []}})"),
      error("GenericError", "Parameter 'enabled' is unexpected; did you mean 'enable'?")
  );
  EXPECT_EQ(
      client.ask(R"({"execute": "qmp_capabilities", "arguments": {"enable": []}})"),
      R"({"return": {}})"
  );
  EXPECT_EQ(
      client.ask(R"({"execute": "qmp_capabilities"})"),
      error("CommandNotFound", "Capabilities negotiation is already complete, command ignored")
  );
  EXPECT_EQ(client.ask(kQuery), kStatus);
}

TEST(Qmp, EchoesTheIdAsItWasWritten) {
  Monitor monitor;
  Client client(monitor);
  for (const std::string id :
       {R"("a")",
        "1",
        "1.0",
        "0.1",
        "-0.0",
        "1000000000000000000000000000000",
        "1e400",
        "-1e400",
        "null",
        R"({"a": [1, 2.50]})",
        R"("\u00e9\/")"}) {
    EXPECT_EQ(
        client.ask(R"({"execute": "query-status", "id": )" + id + "}"),
        R"({"return": {"water":"","spices":0}, "id": )" + id + "}"
    );
    EXPECT_THAT(
        client.ask("{\"id\":" + id + R"(, "execute": "nope"})"),
        HasSubstr("}, \"id\": " + id + "}")
    );
  }
  // What cannot be echoed in one line of ASCII is written anew.
  EXPECT_THAT(
      client.ask("{'execute': 'nope', 'id': 'cookie#1'}"),
      HasSubstr(R"("id": "cookie#1"})")
  );
  EXPECT_THAT(
      client.ask("{\"execute\": \"nope\", \"id\": \"\xC3\xA9\"}"),
      HasSubstr(R"("id": "\u00e9"})")
  );
  EXPECT_THAT(client.ask("{\"execute\": \"nope\", \"id\": [1,\n2]}"), HasSubstr(R"("id": [1,2]})"));
  EXPECT_THAT(client.ask(R"({"execute": "nope", "\u0069d": 7})"), HasSubstr(R"("id": 7})"));
  // Only the id of the request itself counts.
  EXPECT_EQ(
      client.ask(R"({"execute": "query-status", "arguments": {"id": 1}})"),
      error("GenericError", "Parameter 'id' is unexpected")
  );
}

TEST(Qmp, ChecksTheFormOfRequests) {
  Monitor monitor;
  Client client(monitor);
  const std::pair<std::string, std::string> cases[] = {
      {"null\n", "QMP input must be a JSON object"},
      {"[]", "QMP input must be a JSON object"},
      {"42\n", "QMP input must be a JSON object"},
      {"\"s\"", "QMP input must be a JSON object"},
      {"{}", "QMP input lacks member 'execute'"},
      {R"({"execute": true})", "QMP input member 'execute' must be a string"},
      {R"({"execute": "query-status", "arguments": []})",
       "QMP input member 'arguments' must be an object"},
      {R"({"execute": "query-status", "arguments": null})",
       "QMP input member 'arguments' must be an object"},
      {R"({"execute": "query-status", "extra": 1})", "QMP input member 'extra' is unexpected"},
      {R"({"exec-oob": "query-status"})", "QMP input member 'exec-oob' is unexpected"},
      {R"({"execute": "fill"})", "Parameter 'water' is missing"},
      {R"({"execute": "fill", "arguments": {"water": "w", "nope": 1}})",
       "Parameter 'nope' is unexpected"},
      {R"({"execute": "fill", "arguments": {"water": 1}})",
       "Invalid parameter type for 'water', expected: string"},
      {R"({"execute": "fill", "arguments": {"water": null}})",
       "Invalid parameter type for 'water', expected: string"},
  };
  for (const auto& [request, desc] : cases) {
    EXPECT_EQ(client.ask(request), error("GenericError", desc)) << request;
  }
  EXPECT_EQ(
      client.ask(R"({"execute": "Query-Status"})"),
      error("CommandNotFound", "The command Query-Status has not been found")
  );
  EXPECT_EQ(client.rest(), "");
}

TEST(Qmp, SendsNoReplyWhereTheSchemaSaysSo) {
  Monitor monitor;
  Client client(monitor);
  EXPECT_EQ(client.ask(R"({"execute": "hush"})" + std::string(kQuery)), kStatus);
}

TEST(Qmp, SendsEventsToNegotiatedClientsBeforeTheReply) {
  Monitor monitor;
  Client client(monitor);
  Client other(monitor);
  Client new_one(monitor, false);
  new_one.line();
  EXPECT_THAT(
      client.ask(R"({"execute": "whistle"})"),
      MatchesRegex(
          R"(."timestamp": ."seconds": [0-9]+, "microseconds": [0-9]+., "event": "WHISTLE", "data": ."loud":true..)"
      )
  );
  EXPECT_EQ(client.line(), R"({"return": {}})");
  EXPECT_THAT(other.line(), HasSubstr("WHISTLE"));
  EXPECT_EQ(new_one.rest(), "");
}

TEST(Qmp, TakesMessagesHoweverTheyArrive) {
  Monitor monitor;
  Client client(monitor);
  for (const char c : kQuery) {
    client.send({&c, 1});
  }
  EXPECT_EQ(client.line(), kStatus);
  EXPECT_EQ(client.ask("\r\n { 'execute' :\n\t'query-status'\r\n}"), kStatus);
  EXPECT_EQ(client.ask(std::string(kQuery) + std::string(kQuery)), kStatus);
  EXPECT_EQ(client.line(), kStatus);
  EXPECT_EQ(
      client.ask(R"({"execute": "echo", "arguments": {"text": "{\"'}]\\"}})"),
      R"({"return": "{\"'}]\\"})"
  );
  EXPECT_EQ(
      client.ask(R"({'execute': 'echo', 'arguments': {'text': 'a"\'b'}})"),
      R"({"return": "a\"'b"})"
  );
  EXPECT_EQ(
      client.ask(R"({"execute": "echo", "arguments": {"text": "\u0000"}})"),
      R"({"return": "\u0000"})"
  );
  EXPECT_EQ(
      client.ask("{\"execute\": \"echo\", \"arguments\": {\"text\": \"\xC0\x80\xF0\x9F\x98\x80\"}}"
      ),
      R"({"return": "\u0000\ud83d\ude00"})"
  );
}

// Each is answered by one error at once, and the next request by its reply.
TEST(Qmp, AnswersOneBadMessageWithOneError) {
  Monitor monitor;
  Client client(monitor);
  using std::string_literals::operator""s;
  const std::string cases[] = {
      "{]\n",
      "{\xFF",
      "{\x01",
      "{'bad \xFF",
      "{'execute': 'nonexistent', 'id':'\n",
      "%%p",
      "{\0"s,
      "\0\0\0\n"s,
      "\xEF\xBB\xBF{}\n",
      "no such thing at all\n",
      "}}}]\n",
      R"({"execute": truX})",
      R"({"execute": "query-status",})",
      R"({"execute" "query-status"})",
      R"({"execute": "query-status", "execute": "query-status"})",
      R"({"execute": "query-status", "id": 01})",
      R"({"execute": "query-status", "id": +1})",
      R"({"execute": "query-status", "id": 1.})",
      R"({"execute": "query-status", "id": 0x10})",
      R"({"execute": "query-status", "id": NaN})",
      R"({"execute": "query-status", "id": "\q"})",
      R"({"execute": "query-status", "id": "\u12"})",
      R"({"execute": "query-status", "id": "\ud800"})",
      R"({"execute": "query-status", "id": "\udc00"})",
      "{\"execute\": \"query-status\", \"id\": \"\xC3\"}",
      "{\"execute\": \"query-status\", \"id\": \"\xED\xA0\x80\"}",
      "{\"execute\": \"query-status\", \"id\": \"\xC0\xAF\"}",
      "NaN\n",
      "+1\n",
      ".5\n",
      "0x10\n",
      "TRUE\n",
      std::string(10'000, '[') + std::string(10'000, ']') + "\n",
      std::string(10'000, '[') + "\n",
      R"({"execute": "query-status", "id": )" + std::string(10'000, '[') +
          std::string(10'000, ']') + "}\n",
  };
  for (const std::string& bad : cases) {
    EXPECT_THAT(
        client.ask(bad),
        StartsWith(R"({"error": {"class": "GenericError", "desc": "JSON parse error at )")
    ) << bad.substr(0, 60);
    EXPECT_EQ(client.rest(), "") << bad.substr(0, 60);
    EXPECT_EQ(client.ask(kQuery), kStatus) << bad.substr(0, 60);
  }
}

TEST(Qmp, FindsARequestBehindGarbageOnTheSameLine) {
  Monitor monitor;
  Client client(monitor);
  EXPECT_THAT(client.ask("%%p { { 'execute': 'query-status' }"), HasSubstr("parse error"));
  EXPECT_EQ(client.line(), kStatus);
  // Also where half of another request comes before it.
  EXPECT_THAT(
      client.ask(R"({"execute": "query-status" {"execute": "query-status"})"),
      HasSubstr("parse error at 1:28")
  );
  EXPECT_EQ(client.line(), kStatus);
  client.send("]{\"ex");
  client.send("ecute\": \"query-status\"}");
  EXPECT_THAT(client.line(), HasSubstr("parse error"));
  EXPECT_EQ(client.line(), kStatus);
}

TEST(Qmp, TakesTheDeepestNestingAndNoDeeper) {
  Monitor monitor;
  Client client(monitor);
  const auto nested = [](size_t depth) {
    return R"({"execute": "query-status", "id": )" + std::string(depth, '[') +
           std::string(depth, ']') + "}\n";
  };
  EXPECT_THAT(client.ask(nested(1023)), StartsWith(R"({"return")"));
  EXPECT_THAT(client.ask(nested(1024)), HasSubstr("nested deeper than 1024 levels"));
}

TEST(Qmp, RefusesTooManyTokens) {
  Monitor monitor;
  Client client(monitor);
  std::string many = R"({"execute": "query-status", "id": [0)";
  for (int i = 0; i < 3'000'000; ++i) {
    many += ",0";
  }
  EXPECT_THAT(client.ask(many + "]}\n"), HasSubstr("more than 2097152 tokens"));
  EXPECT_EQ(client.ask(kQuery), kStatus);
}

TEST(Qmp, RefusesAMessageOf64MiBWithOneError) {
  Monitor monitor;
  Client client(monitor);
  EXPECT_THAT(
      client.ask(R"({"execute": ")" + std::string(qapi::kMaxJsonBytes + 65536, 'x') + "\"}\n"),
      HasSubstr("more than 64 MiB")
  );
  EXPECT_EQ(client.ask(kQuery), kStatus);
}

TEST(Qmp, SurvivesRandomBytes) {
  Monitor monitor;
  Client client(monitor);
  std::mt19937 random(1);
  std::string bytes(4 << 20, '\0');
  for (char& c : bytes) {
    c = static_cast<char>(random());
  }
  // Without reading: errors beyond what is kept for us are dropped, we are not held up.
  client.send(bytes + "\n");
  client.rest();
  EXPECT_EQ(client.ask("\n" + std::string(kQuery)), kStatus);
}

TEST(Qmp, LetsAClientThatDoesNotReadWait) {
  Monitor monitor;
  Client client(monitor);
  const std::string request =
      R"({"execute": "echo", "arguments": {"text": ")" + std::string(10'000, 'x') + "\"}}";
  // Without a bound the server would take all of these.
  std::string requests;
  for (int i = 0; i < 1000; ++i) {
    requests += request;
  }
  client.send(requests);
  const std::string answers = client.rest();
  EXPECT_GT(answers.size(), qapi::Session::kPauseBytes / 2);
  EXPECT_LT(answers.size(), 4 * qapi::Session::kPauseBytes);
}

TEST(Qmp, GoesOnWhenAClientReadsAgain) {
  Monitor monitor;
  Client client(monitor);
  const std::string text(100'000, 'x');
  const std::string request = R"({"execute": "echo", "arguments": {"text": ")" + text + "\"}}";
  // What fits into the buffers of the sockets, whose answers do not.
  client.send(request + request + request);
  std::string small;
  for (int i = 0; i < 300; ++i) {
    small += R"({"execute": "query-status"})";
  }
  client.send(small);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(client.line(), R"({"return": ")" + text + "\"}");
  }
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(client.line(), kStatus);
  }
}

TEST(Qmp, DropsAClientThatReadsNoEvents) {
  Monitor monitor;
  Client client(monitor);
  Client other(monitor);
  const std::string data = R"({"x": ")" + std::string(100'000, 'x') + "\"}";
  for (size_t i = 0; i < 2 * qapi::Session::kDropBytes / data.size(); ++i) {
    monitor.program.kettle.events().emit("BIG", data);
    other.rest();
  }
  EXPECT_EQ(monitor.server.monitors()[0]->client_count(), 1u);
  EXPECT_TRUE(client.is_closed_by_server());
  EXPECT_EQ(other.ask(kQuery), kStatus);
}

TEST(Qmp, OutlivesClientsThatVanish) {
  Monitor monitor;
  for (const std::string half : {"", "{", R"({"execute": "que)", "{'a': [1, {"}) {
    Client client(monitor);
    client.send(half);
    client.close();
    monitor.loop.poll();
  }
  {
    Client client(monitor);
    for (int i = 0; i < 10; ++i) {
      client.send(R"({"execute": "whistle"})");
    }
  }
  monitor.loop.poll();
  EXPECT_EQ(monitor.server.monitors()[0]->client_count(), 0u);
  Client client(monitor);
  EXPECT_EQ(client.ask(kQuery), kStatus);
}

TEST(Qmp, AnswersAClientThatHasNothingMoreToSend) {
  Monitor monitor;
  Client client(monitor);
  client.send(std::string(kQuery) + std::string(kQuery));
  client.shut_down_sending();
  EXPECT_EQ(client.line(), kStatus);
  EXPECT_EQ(client.line(), kStatus);
  EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Qmp, SendsTheAnswerToTheLastCommand) {
  Monitor monitor;
  Client client(monitor);
  monitor.program.kettle.events().subscribe([&](const qapi::Event&) { monitor.loop.stop(); });
  client.send(R"({"execute": "whistle"}{"execute": "whistle"})");
  EXPECT_THAT(client.line(), HasSubstr("WHISTLE"));
  EXPECT_EQ(client.line(), R"({"return": {}})");
  EXPECT_EQ(client.rest(), "");
}

}  // namespace
