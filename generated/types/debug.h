// Generated from schema/debug.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// How a hart accesses memory.
enum class WatchedAccess {
  Load,   ///< it reads
  Store,  ///< it writes, or reads and writes at once
};

std::string_view to_string(WatchedAccess value);
extern const qapi::EnumType kWatchedAccessType;
constexpr const qapi::EnumType& type_of(WatchedAccess) {
  return kWatchedAccessType;
}

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

/// What comes with `WATCHPOINT`.
struct WatchpointEvent {
  /// path of the hart, whose pc is at the instruction; it has not been executed
  std::string hart;

  /// virtual address of the first byte that is watched and would be accessed (address)
  uint64_t address{};

  /// how
  WatchedAccess access{};

  bool operator==(const WatchpointEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// What a server for gdb is made with.
struct GdbserverOptions {
  /// where: `unix:PATH`, `tcp:HOST:PORT`, `fd:NAME` or `stdio`, as for monitor-add. A TCP address
  /// must be of the loopback interface, unless `insecure` is on; with port 0 a free one is
  /// chosen.
  std::string listen;

  /// its name; absent: `gdb0`, or the next number that is free
  std::optional<std::string> id;

  /// the TCP address may be one that other machines can reach; whoever can connect to it controls
  /// the program
  bool insecure = false;

  bool operator==(const GdbserverOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `gdbserver-stop`.
struct GdbserverStopArgs {
  /// its name
  std::string id;

  bool operator==(const GdbserverStopArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A server for gdb.
struct GdbserverInfo {
  /// its name
  std::string id;

  /// its address, with the port that was chosen
  std::string listen;

  /// who is connected: `pid 4711, uid 1000, gid 1000` on a Unix socket, `127.0.0.1:4711` on a TCP
  /// one; absent: nobody
  std::optional<std::string> client;

  bool operator==(const GdbserverInfo&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
