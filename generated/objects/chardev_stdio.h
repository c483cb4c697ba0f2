// Generated from schema/backends/chardev-stdio.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/chardev_stdio.cpp.

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

/// Properties of `chardev-stdio`.
struct ChardevStdioProps {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// let Ctrl-C and its like reach the emulator instead of the guest, when a terminal is used
  bool signal = false;
};

/// What a snapshot of `chardev-stdio` holds.
struct ChardevStdioState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// The terminal or the pipe that the program was started on. A terminal is put into raw mode as
/// long as a device uses it. On a terminal Ctrl-A begins a command: x leaves the emulator, h
/// shows the others.
Result<std::unique_ptr<Object>> create_chardev_stdio(Platform& platform);

}  // namespace vm
