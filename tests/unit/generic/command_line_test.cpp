// SPDX-License-Identifier: Apache-2.0
//
// Each command of the real table, with arguments made from what the table says of them, goes to
// the words of a command line and back.

#include "runtime/cli/command_line.h"

#include <random>

#include <gtest/gtest.h>

#include "generated/cli/options.h"

#include "runtime/cli/write.h"
#include "runtime/json/json.h"
#include "runtime/json/keyval.h"
#include "runtime/json/writer.h"

namespace {

using qapi::CliCommand;
using qapi::CliMember;
using qapi::Json;

/// What the syntax of a command line could stumble over.
constexpr std::string_view kPieces[] = {
    ",",    ",,", "=", "==",   "help", ",help", "'",  "\"",   "\\", "-",  "--", "@",
    "{",    "}",  "[", "]",    ".",    " ",     "\n", "\t",   "#",  "//", "$",  "on",
    "0x10", "4K", "é", "漢字", "🙂", "\x7f",  "a",  "null", "b=", "0",  "-1", "$value"};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  size_t below(size_t end) { return std::uniform_int_distribution<size_t>(0, end - 1)(random_); }
  bool toss() { return below(2) == 0; }

  std::string text() {
    std::string made;
    for (size_t left = below(5); left > 0; --left) {
      made += kPieces[below(std::size(kPieces))];
    }
    return made;
  }

  /// Arguments with some of the members, nested ones too.
  Json arguments(const CliCommand& command) {
    Json made = Json::object();
    add_some(made, command.members);
    if (!command.branches.empty()) {
      const qapi::CliBranch& branch = command.branches[below(command.branches.size())];
      made[std::string(command.selector)] = branch.value;
      add_some(made, branch.members);
    }
    if (command.is_open) made["further"] = text();
    if (command.is_open && toss()) made["number"] = below(1000);
    return made;
  }

 private:
  void add_some(Json& object, std::span<const CliMember> members) {
    for (const CliMember& member : members) {
      // A member whose own members are rows of the table comes into being with them.
      const bool is_parent = &member != &members.back() &&
                             (&member)[1].name.starts_with(std::string(member.name) + ".");
      if (is_parent || (!member.mandatory && toss())) continue;
      // Taken already where branches have members of the same name.
      (void)qapi::set_at_key(object, member.name, value(member, member.type));
    }
  }

  Json value(const CliMember& member, std::string_view type) {
    if (type.starts_with('[')) return list(member, type.substr(1, type.size() - 2));
    if (!member.values.empty()) return member.values[below(member.values.size())];
    if (!member.example_json.empty() && toss()) return *qapi::parse_json(member.example_json);
    if (!member.default_json.empty() && toss()) return *qapi::parse_json(member.default_json);
    if (type == "bool") return toss();
    if (type == "number") return static_cast<double>(below(1'000'000)) / 7;
    if (type == "int" || type.starts_with("int")) return -static_cast<int64_t>(below(100));
    if (type == "size" || type.starts_with("uint")) return uint64_t{below(1u << 30)} << 33;
    if (type == "any" && toss()) return Json{{"a,b", {1, nullptr, text()}}, {text(), false}};
    return text();
  }

  Json list(const CliMember& member, std::string_view type) {
    Json made = Json::array();
    for (size_t left = below(3); left > 0; --left) {
      made.push_back(value(member, type));
    }
    return made;
  }

  std::mt19937 random_;
};

/// Equal, but that a scalar may have become text.
bool same(const Json& before, const Json& after) {
  if (before == after) return true;
  if (before.is_structured()) {
    if (before.type() != after.type() || before.size() != after.size()) return false;
    auto other = after.begin();
    for (const auto& [key, value] : before.items()) {
      if (before.is_object() && other.key() != key) return false;
      if (!same(value, *other++)) return false;
    }
    return true;
  }
  if (before.is_string() || !after.is_string()) return false;
  const std::string& text = after.get_ref<const std::string&>();
  if (before.is_boolean()) return text == (before.get<bool>() ? "on" : "off");
  const qapi::Result<Json> number = qapi::parse_json(text);
  return number && *number == before;
}

void expect_round_trip(const CliCommand& command, const Json& arguments) {
  const qapi::Invocation invocation(std::string(command.command), arguments, {});
  const std::vector<std::string> words = qapi::to_argv(api::cli_table(), invocation);
  const auto line = qapi::parse_command_line(api::cli_table(), words, "test");
  const std::string shown = qapi::to_shell(words);
  ASSERT_TRUE(line) << shown << ": " << line.error().desc;
  ASSERT_FALSE(line->invocations.empty()) << shown;
  const qapi::Invocation& back = line->invocations.front();
  EXPECT_EQ(back.command(), command.command);
  EXPECT_TRUE(same(arguments, back.arguments())) << shown << "\n"
                                                 << qapi::encoded(arguments) << "\n"
                                                 << qapi::encoded(back.arguments());
  EXPECT_EQ(qapi::to_argv(api::cli_table(), back), words);
}

TEST(RealCommandLine, WritesEachCommandAsWordsThatReadAsThatCommand) {
  Maker maker(4711);
  for (const CliCommand& command : api::cli_table().commands) {
    SCOPED_TRACE(command.command);
    expect_round_trip(command, Json::object());
    if (!qapi::takes_value(command)) continue;
    for (int i = 0; i < 50; ++i) {
      expect_round_trip(command, maker.arguments(command));
    }
  }
}

/// Text in the value that needs no key is what is most easily taken for something else.
TEST(RealCommandLine, WritesTextThatLooksLikeSyntax) {
  Maker maker(815);
  for (const CliCommand& command : api::cli_table().commands) {
    if (command.implied_key.empty()) continue;
    SCOPED_TRACE(command.command);
    for (int i = 0; i < 50; ++i) {
      expect_round_trip(command, {{std::string(command.implied_key), maker.text()}});
    }
  }
}

}  // namespace
