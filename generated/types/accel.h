// Generated from schema/accel.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// An accelerator that did not take the machine.
struct RefusedAccel {
  /// its name
  std::string accel;

  /// why not
  std::string reason;

  bool operator==(const RefusedAccel&) const = default;

  static const qapi::ObjectType kType;
};

/// What will execute guest code.
struct AccelChoice {
  /// the accelerator that took the machine
  std::string accel;

  /// those before it in the list, which did not
  std::vector<RefusedAccel> refused;

  bool operator==(const AccelChoice&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `accel-set`.
struct AccelSetArgs {
  /// names of accelerators, the preferred one first. `interp` interprets, on any host. (1 to 16)
  std::vector<std::string> accels = {"interp"};

  /// its property of that name; one that has none does not take the machine
  std::optional<bool> threads;

  /// its property of that name; one that has none does not take the machine (log2 ns, 0 to 10)
  std::optional<uint8_t> icount;

  bool operator==(const AccelSetArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
