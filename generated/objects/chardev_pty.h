// Generated from schema/backends/chardev-pty.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/chardev_pty.cpp.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `chardev-pty`.
struct ChardevPtyProps {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;
};

/// What a snapshot of `chardev-pty` holds.
struct ChardevPtyState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A pseudoterminal, as a terminal program opens it: query-chardev tells its name. While nobody
/// has it open, what is sent is lost.
Result<std::unique_ptr<Object>> create_chardev_pty(Platform& platform);

}  // namespace vm
