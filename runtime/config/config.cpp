// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/config.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/config/document.h"
#include "runtime/dispatch/steps.h"
#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "runtime/json/source_map.h"

namespace qapi {

namespace {

// Allowed beside the sections: for the editor, and for the document itself.
constexpr std::string_view kSchema = "$schema";
constexpr std::string_view kExtends = "extends";

/// The commands with a section, in the order in which they are applied.
std::vector<const Command*> section_commands(std::span<const Command> commands) {
  std::vector<const Command*> ordered;
  for (const Command& command : commands) {
    if (!command.config.name.empty()) ordered.push_back(&command);
  }
  std::stable_sort(ordered.begin(), ordered.end(), [](const Command* a, const Command* b) {
    return first_of(a->in) < first_of(b->in);
  });
  return ordered;
}

class ConfigReader {
 public:
  ConfigReader(const Dispatcher& dispatcher, const ConfigDocument& document)
      : document_(document),
        commands_(section_commands(dispatcher.commands())) {}

  Result<std::vector<Invocation>> read() {
    report_unknown_sections();
    for (const Command* command : commands_) {
      read_section(*command);
    }
    if (!errors_.empty()) return tl::unexpected(combine(std::move(errors_)));
    return std::move(invocations_);
  }

 private:
  void report_unknown_sections() {
    std::vector<std::string_view> known{kExtends};
    for (const Command* command : commands_) {
      known.push_back(command->config.name);
    }
    for (const auto& [name, value] : document_.json().get_ref<const Json::object_t&>()) {
      if (name == kSchema || std::find(known.begin(), known.end(), name) != known.end()) continue;
      report(
          document_.place_of_key(pointer_step(name)),
          {.desc = fmt::format("unknown section '{}'{}", name, did_you_mean(name, known))}
      );
    }
  }

  void read_section(const Command& command) {
    const auto section = document_.json().find(command.config.name);
    if (section == document_.json().end()) return;
    const std::string pointer = pointer_step(command.config.name);
    if (!command.config.list) return read_invocation(command, *section, pointer);
    if (!section->is_array()) {
      return report(document_.place_of(pointer), {.desc = "expected a list"});
    }
    for (size_t i = 0; i < section->size(); ++i) {
      read_invocation(command, (*section)[i], fmt::format("{}/{}", pointer, i));
    }
  }

  void read_invocation(const Command& command, const Json& value, const std::string& pointer) {
    const std::string place = document_.place_of(pointer);
    Json arguments = value;
    if (!value.is_object() && !command.implied_key.empty() && command.mandatory.size() <= 1) {
      arguments = Json::object();
      arguments[std::string(command.implied_key)] = value;
    }
    std::vector<Error> ignored;
    Result<> checked = command.check(Reader(arguments, Spelling::Json, ignored));
    if (!checked) return report_faults(std::move(checked).error(), pointer);
    invocations_.emplace_back(
        std::string(command.name),
        std::move(arguments),
        Origin{Origin::Kind::Config, place}
    );
  }

  void report_faults(Error error, const std::string& pointer) {
    std::vector<Error> faults = std::exchange(error.more, {});
    faults.insert(faults.begin(), std::move(error));
    for (Error& fault : faults) {
      const std::string place = document_.place_of(pointer + fault.pointer);
      report(place, std::move(fault));
    }
  }

  void report(const std::string& place, Error error) {
    errors_.push_back(located(std::move(error), place));
  }

  const ConfigDocument& document_;
  std::vector<const Command*> commands_;
  std::vector<Invocation> invocations_;
  std::vector<Error> errors_;
};

}  // namespace

Result<std::vector<Invocation>> read_config(const Dispatcher& dispatcher, const std::string& path) {
  const ConfigDocument document = TRY(ConfigDocument::load(path));
  return ConfigReader(dispatcher, document).read();
}

Result<> apply_config(Dispatcher& dispatcher, const std::string& path) {
  return dispatcher.dispatch_all(TRY(read_config(dispatcher, path)));
}

}  // namespace qapi
