// Generated from schema/backends/chardev-stdio.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/chardev_stdio.cpp.

#pragma once

#include <memory>

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
