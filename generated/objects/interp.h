// Generated from schema/accel/interp.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/accel/interp.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `interp`.
struct InterpProps {
  /// instructions that a hart executes before the next one has its turn (instructions, 1 to
  /// 100000000)
  uint32_t slice = 20000;

  /// each hart has a thread of the host, so that harts execute at the same time. Harts then meet
  /// as on real hardware: only what the architecture orders is ordered, and no two runs are
  /// alike.
  bool threads = false;

  /// guest time is counted in instructions, of all harts together: each takes two to this power
  /// of nanoseconds, so that 0 is 1 ns and 10 about 1 µs. Timers are due to the instruction, and
  /// while all harts wait for an interrupt time goes on to the next timer at once. Two runs of a
  /// guest that nothing from outside disturbs are the same. Absent: guest time is the host's.
  /// Needs `threads` to be off. (log2 ns, 0 to 10)
  std::optional<uint8_t> icount;
};

/// What a snapshot of `interp` holds.
struct InterpState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Interprets guest code, on any host. All harts share one thread and take turns, unless each
/// has its own.
Result<std::unique_ptr<Object>> create_interp(Platform& platform);

}  // namespace vm
