// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/config.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/config/document.h"
#include "runtime/config/sections.h"
#include "runtime/dispatch/call.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "runtime/json/source_map.h"

namespace qapi {

namespace {

// Allowed beside the sections: for the editor.
constexpr std::string_view kSchema = "$schema";

/// What a document asks for, and where in it.
struct ConfigInvocations {
  std::vector<Invocation> invocations;
  std::vector<std::string> pointers;
};

/// An error and all that came with it, one by one.
std::vector<Error> faults_of(Error error) {
  std::vector<Error> faults = std::exchange(error.more, {});
  faults.insert(faults.begin(), std::move(error));
  return faults;
}

/// The fault at the member that it is about, if it names one of the arguments at `pointer`.
Error locate_fault(const ConfigDocument& document, const std::string& pointer, Error fault) {
  const std::string place = document.place_of(pointer + fault.pointer);
  return located(std::move(fault), place);
}

class ConfigReader {
 public:
  ConfigReader(const Dispatcher& dispatcher, const ConfigDocument& document)
      : document_(document),
        commands_(section_commands(dispatcher.commands())) {}

  Result<ConfigInvocations> read() {
    report_unknown_sections();
    for (const Command* command : commands_) {
      read_section(*command);
    }
    if (!errors_.empty()) return tl::unexpected(combine(std::move(errors_)));
    return std::move(found_);
  }

 private:
  void report_unknown_sections() {
    std::vector<std::string_view> known{ConfigDocument::kExtends};
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
    Result<> checked = check_arguments(command, Reader(arguments, Spelling::Json, ignored));
    if (!checked) return report_faults(std::move(checked).error(), pointer);
    found_.invocations.emplace_back(
        std::string(command.name),
        std::move(arguments),
        Origin{Origin::Kind::Config, place}
    );
    found_.pointers.push_back(pointer);
  }

  void report_faults(Error error, const std::string& pointer) {
    for (Error& fault : faults_of(std::move(error))) {
      errors_.push_back(locate_fault(document_, pointer, std::move(fault)));
    }
  }

  void report(const std::string& place, Error error) {
    errors_.push_back(located(std::move(error), place));
  }

  const ConfigDocument& document_;
  std::vector<const Command*> commands_;
  ConfigInvocations found_;
  std::vector<Error> errors_;
};

}  // namespace

Result<std::vector<Invocation>> read_config(Dispatcher& dispatcher, const std::string& path) {
  const ConfigDocument document = TRY(ConfigDocument::load(path));
  ConfigInvocations found = TRY(ConfigReader(dispatcher, document).read());
  return std::move(found.invocations);
}

Result<> apply_config(Dispatcher& dispatcher, const std::string& path) {
  const ConfigDocument document = TRY(ConfigDocument::load(path));
  const ConfigInvocations found = TRY(ConfigReader(dispatcher, document).read());
  TRY(dispatcher.dispatch_all(found.invocations, [&](Error error, size_t index) {
    std::vector<Error> faults = faults_of(std::move(error));
    for (Error& fault : faults) {
      fault = locate_fault(document, found.pointers[index], std::move(fault));
    }
    return combine(std::move(faults));
  }));
  const bool has_end = std::any_of(
      found.invocations.begin(),
      found.invocations.end(),
      [&](const Invocation& invocation) {
        return dispatcher.find(invocation.command())->config.when == ConfigSection::When::End;
      }
  );
  if (has_end) dispatcher.rest_here();
  return {};
}

}  // namespace qapi
