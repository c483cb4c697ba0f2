// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/reply.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/writer.h"

namespace qapi {

namespace {

/// Can stand in a reply as it is: one line of ASCII, without the quotes that only we accept.
bool is_plain(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= ' ' && c < 0x7F && c != '\'';
  });
}

/// One line for each of them.
std::string all_of(const Error& error) {
  std::string text = error.desc;
  for (const Error& each : error.more) {
    text += '\n' + each.desc;
  }
  return text;
}

void end_message(std::string& out, std::string_view id) {
  if (!id.empty()) {
    out += ", \"id\": ";
    out += id;
  }
  out += "}\r\n";
}

}  // namespace

std::string id_text(const Json& message, std::string_view slice) {
  if (is_plain(slice)) return std::string(slice);
  if (!message.is_object()) return {};
  for (const auto& [name, value] : message.get_ref<const Json::object_t&>()) {
    if (name == "id") return encoded(value);
  }
  return {};
}

std::string greeting(const ProgramVersion& version) {
  return fmt::format(
      R"({{"QMP": {{"version": {{"qemu": {{"major": {}, "minor": {}, "micro": {}}}, "package": {}}}, )"
      R"("capabilities": ["oob"]}}}})"
      "\r\n",
      version.major,
      version.minor,
      version.micro,
      encoded(version.package)
  );
}

void append_reply(std::string& out, std::string_view json, std::string_view id) {
  out += "{\"return\": ";
  out += json;
  end_message(out, id);
}

void append_error(std::string& out, const Error& error, std::string_view id) {
  out += "{\"error\": {\"class\": \"";
  out += to_string(error.error_class);
  out += "\", \"desc\": ";
  Writer(out).string(all_of(error));
  out += '}';
  end_message(out, id);
}

void append_event(std::string& out, const Event& event) {
  fmt::format_to(
      std::back_inserter(out),
      R"({{"timestamp": {{"seconds": {}, "microseconds": {}}}, "event": "{}")",
      event.seconds,
      event.microseconds,
      event.name
  );
  if (!event.data.empty()) {
    out += ", \"data\": ";
    out += event.data;
  }
  out += "}\r\n";
}

}  // namespace qapi
