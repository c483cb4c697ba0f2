// Generated from schema/backends/chardev-file.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/chardev_file.cpp.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "generated/types/char.h"

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `chardev-file`.
struct ChardevFileProps {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// path of the file that is received; nothing is when not given
  std::optional<std::string> in;

  /// path of the file that what is sent is written to
  std::string out;

  /// keep what is in `out`
  bool append = false;

  /// what follows when `out` cannot be written
  ChardevErrorAction werror = ChardevErrorAction::Report;
};

/// What a snapshot of `chardev-file` holds.
struct ChardevFileState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Writes what is sent to a file, and takes what is received from another.
Result<std::unique_ptr<Object>> create_chardev_file(Platform& platform);

}  // namespace vm
