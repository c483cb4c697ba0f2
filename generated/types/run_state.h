// Generated from schema/run-state.json by codegen/templates/types.h.j2.  Do not edit.

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

enum class RunState;
enum class VmPhase;
enum class VmPhaseGroup;

/// Why the machine ended or was reset.
enum class ShutdownCause {
  HostError,           ///< the program cannot do what it was started for
  HostQmpQuit,         ///< the quit command
  HostQmpSystemReset,  ///< the system_reset command
  HostSignal,          ///< a signal of the host, such as an interrupt from the terminal
  HostUi,              ///< the user's terminal, by Ctrl-A x
  GuestShutdown,       ///< the guest powered the machine off
  GuestReset,          ///< the guest asked for a reset
  GuestPanic,          ///< the guest reported that it cannot go on
};

std::string_view to_string(ShutdownCause value);
extern const qapi::EnumType kShutdownCauseType;
constexpr const qapi::EnumType& type_of(ShutdownCause) {
  return kShutdownCauseType;
}

/// What follows a panic of the guest.
enum class GuestPanicAction {
  Pause,     ///< the machine stands in guest-panicked
  Shutdown,  ///< the process ends
};

std::string_view to_string(GuestPanicAction value);
extern const qapi::EnumType kGuestPanicActionType;
constexpr const qapi::EnumType& type_of(GuestPanicAction) {
  return kGuestPanicActionType;
}

/// What follows when the guest lets a watchdog expire.
enum class WatchdogAction {
  Reset,     ///< as if the guest had asked for a reset
  Poweroff,  ///< as if the guest had powered the machine off
  Pause,     ///< the machine stands in watchdog
  Debug,     ///< the log tells of it, and the guest goes on
  None,      ///< the guest goes on
};

std::string_view to_string(WatchdogAction value);
extern const qapi::EnumType kWatchdogActionType;
constexpr const qapi::EnumType& type_of(WatchdogAction) {
  return kWatchdogActionType;
}

/// What follows when a hart can execute nothing any more.
enum class TrapLoopAction {
  None,   ///< it traps for ever, as hardware does; other harts go on
  Pause,  ///< the machine stands in internal-error
};

std::string_view to_string(TrapLoopAction value);
extern const qapi::EnumType kTrapLoopActionType;
constexpr const qapi::EnumType& type_of(TrapLoopAction) {
  return kTrapLoopActionType;
}

/// What follows when the guest powers the machine off.
enum class ShutdownAction {
  Poweroff,  ///< the process ends, with the guest's exit status
  Pause,     ///< the machine stands in shutdown
};

std::string_view to_string(ShutdownAction value);
extern const qapi::EnumType kShutdownActionType;
constexpr const qapi::EnumType& type_of(ShutdownAction) {
  return kShutdownActionType;
}

/// What follows when the guest asks for a reset.
enum class RebootAction {
  Reset,     ///< the machine is reset
  Shutdown,  ///< as if the guest had powered the machine off
};

std::string_view to_string(RebootAction value);
extern const qapi::EnumType kRebootActionType;
constexpr const qapi::EnumType& type_of(RebootAction) {
  return kRebootActionType;
}

/// What follows when the guest panics.
enum class PanicAction {
  Pause,        ///< the machine stands in guest-panicked
  ExitFailure,  ///< the process ends with exit status 1
};

std::string_view to_string(PanicAction value);
extern const qapi::EnumType kPanicActionType;
constexpr const qapi::EnumType& type_of(PanicAction) {
  return kPanicActionType;
}

/// What the machine is doing.
struct StatusInfo {
  /// true while the guest executes
  bool running{};

  /// the run state; prelaunch before the machine is ready
  RunState status{};

  bool operator==(const StatusInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Where the machine stands.
struct MachinePhaseStatus {
  /// the entry of the list of phases
  VmPhaseGroup phase{};

  /// the phase itself; differs from `phase` in machine-ready, whose run states are phases of
  /// their own
  VmPhase state{};

  bool operator==(const MachinePhaseStatus&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `SHUTDOWN`.
struct ShutdownEvent {
  /// true when the guest asked for it
  bool guest{};

  /// what asked for it
  ShutdownCause reason{};

  bool operator==(const ShutdownEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `RESET`.
struct ResetEvent {
  /// true when the guest asked for it
  bool guest{};

  /// what asked for it
  ShutdownCause reason{};

  bool operator==(const ResetEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `GUEST_PANICKED`.
struct GuestPanickedEvent {
  /// what follows
  GuestPanicAction action{};

  bool operator==(const GuestPanickedEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `WATCHDOG`.
struct WatchdogEvent {
  /// what follows
  WatchdogAction action{};

  bool operator==(const WatchdogEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `TRAP_LOOP`.
struct TrapLoopEvent {
  /// path of the hart
  std::string hart;

  /// of that instruction
  uint64_t address{};

  /// what follows
  TrapLoopAction action{};

  bool operator==(const TrapLoopEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `set-action`.
struct SetActionArgs {
  /// when the guest asks for a reset
  std::optional<RebootAction> reboot;

  /// when the guest powers off
  std::optional<ShutdownAction> shutdown;

  /// when the guest panics
  std::optional<PanicAction> panic;

  /// when the guest lets a watchdog expire
  std::optional<WatchdogAction> watchdog;

  /// when a hart can execute nothing any more
  std::optional<TrapLoopAction> trap_loop;

  bool operator==(const SetActionArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `watchdog-set-action`.
struct WatchdogSetActionArgs {
  /// what follows
  WatchdogAction action{};

  bool operator==(const WatchdogSetActionArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
