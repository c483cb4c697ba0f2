// Generated from schema/debug.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// A breakpoint.
struct BreakpointInfo {
  /// path of the hart
  std::string hart;

  /// virtual address of the instruction (address)
  uint64_t address{};

  bool operator==(const BreakpointInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `breakpoint-add`.
struct BreakpointAddArgs {
  /// virtual address of the instruction, in whatever address space the hart is in (address)
  uint64_t address{};

  /// id or path of the hart; all when not given
  std::optional<std::string> hart;

  bool operator==(const BreakpointAddArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `breakpoint-remove`.
struct BreakpointRemoveArgs {
  /// virtual address of the instruction (address)
  uint64_t address{};

  /// id or path of the hart; all that have it when not given
  std::optional<std::string> hart;

  bool operator==(const BreakpointRemoveArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `BREAKPOINT`.
struct BreakpointEvent {
  /// path of the hart
  std::string hart;

  /// virtual address of the instruction, which has not been executed (address)
  uint64_t address{};

  bool operator==(const BreakpointEvent&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
