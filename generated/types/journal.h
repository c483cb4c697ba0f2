// Generated from qapigen/journal.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/any.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// How a configuration is written.
enum class ConfigForm {
  Config,  ///< as the JSON document that config-load takes
  Cli,     ///< as a command line, quoted for a shell, an option a line
  Qmp,     ///< as requests, one a line
  Script,  ///< as a script that script-run takes
};

std::string_view to_string(ConfigForm value);
extern const qapi::EnumType kConfigFormType;
constexpr const qapi::EnumType& type_of(ConfigForm) {
  return kConfigFormType;
}

/// What has been built so far. One of the members is there.
struct ConfigExport {
  /// the document, if that was asked for
  std::optional<qapi::Any> config;

  /// any other form
  std::optional<std::string> text;

  bool operator==(const ConfigExport&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `query-config`.
struct QueryConfigArgs {
  /// the form it takes
  ConfigForm as = ConfigForm::Config;

  bool operator==(const QueryConfigArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A command that was accepted.
struct JournalEntry {
  /// which one it was, from 1
  int64_t number{};

  /// its name
  std::string execute;

  /// its arguments, as they were given
  qapi::Any arguments;

  /// where it stood: `--device` on the command line, `board.json:3:5`, `script.qmp:7`; of a
  /// monitor, its client `monitor0.1`
  std::string origin;

  /// the client of a monitor that it was run for, if `origin` does not say so
  std::optional<std::string> client;

  /// who that client is
  std::optional<std::string> peer;

  /// the phase before it
  std::string from;

  /// the phase after it
  std::string to;

  /// when it was done, since 1970
  int64_t seconds{};

  /// and the fraction of a second
  int64_t microseconds{};

  bool operator==(const JournalEntry&) const = default;

  static const qapi::ObjectType kType;
};

/// What was accepted so far.
struct JournalInfo {
  /// the last commands, the oldest first; of all together at most 65,536, and at most 16 MiB of
  /// text
  std::vector<JournalEntry> entries;

  /// how many older ones are forgotten
  int64_t dropped{};

  bool operator==(const JournalInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `journal-open`.
struct JournalOpenArgs {
  /// path of a file that does not exist yet, or is empty
  std::string file;

  bool operator==(const JournalOpenArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
