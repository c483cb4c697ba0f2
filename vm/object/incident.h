// SPDX-License-Identifier: Apache-2.0
//
// What happens to a guest beside what it asks for. Objects report it to their Platform, which
// decides what follows.

#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace api {
enum class BlockErrorAction;
enum class IoOperationType;
}  // namespace api

namespace vm {

/// A hart stands before an instruction that has a breakpoint, and executes no more until the guest
/// is stopped.
struct BreakpointHit {
  std::string hart;  ///< path
  uint64_t address;
};

/// A hart stands before an instruction that would access what is watched; the same holds.
struct WatchpointHit {
  std::string hart;  ///< path
  uint64_t address;  ///< the first one that is watched
  bool is_store;
};

/// A hart has executed the one instruction that it was to; the same holds.
struct StepDone {
  std::string hart;  ///< path
};

/// The first instruction of a hart's trap handler traps itself, and always will.
struct TrapLoop {
  std::string hart;  ///< path
  uint64_t address;
};

/// The guest did not restart a watchdog in time.
struct WatchdogExpired {
  std::string device;  ///< path
};

/// What the guest sent cannot be written.
struct OutputFailed {
  std::string backend;  ///< path
  std::string reason;
  bool nospace;    ///< there is no room left
  bool must_stop;  ///< the guest is to be stopped; otherwise what it sends is lost
};

/// The host cannot do what the guest asked a disk for.
struct DiskFailed {
  std::string device;  ///< path
  std::string node;
  api::IoOperationType operation;
  api::BlockErrorAction action;  ///< Stop: it is tried again when the guest goes on
  bool nospace;                  ///< there is no room left
  std::string reason;
};

/// The guest no longer uses what is in a slot.
struct CardReleased {
  std::string slot;  ///< path
};

/// The guest was asked to let go of what is in a slot, and keeps it.
struct CardRefused {
  std::string slot;  ///< path
};

/// The guest has given memory back, or taken some.
struct BalloonChanged {
  int64_t actual;  ///< bytes that it has now
};

using Incident = std::variant<
    BreakpointHit,
    WatchpointHit,
    StepDone,
    TrapLoop,
    WatchdogExpired,
    OutputFailed,
    DiskFailed,
    CardReleased,
    CardRefused,
    BalloonChanged>;

}  // namespace vm
