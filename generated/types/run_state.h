// Generated from schema/run-state.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <optional>
#include <string_view>

#include "generated/types/phases.h"

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

/// Why the machine ended or was reset.
enum class ShutdownCause {
  HostQmpQuit,         ///< the quit command
  HostQmpSystemReset,  ///< the system_reset command
  HostSignal,          ///< a signal of the host, such as an interrupt from the terminal
  HostUi,              ///< the user's terminal, by Ctrl-A x
  GuestShutdown,       ///< the guest powered the machine off
  GuestReset,          ///< the guest asked for a reset
  GuestPanic,          ///< the guest reported that it cannot go on
};

std::string_view to_string(ShutdownCause value);
bool decode(const qapi::Reader& in, ShutdownCause& value);
void encode(qapi::Writer& out, ShutdownCause value);

/// What follows a panic of the guest.
enum class GuestPanicAction {
  Pause,     ///< the machine stands in guest-panicked
  Shutdown,  ///< the process ends
};

std::string_view to_string(GuestPanicAction value);
bool decode(const qapi::Reader& in, GuestPanicAction& value);
void encode(qapi::Writer& out, GuestPanicAction value);

/// What follows when the guest powers the machine off.
enum class ShutdownAction {
  Poweroff,  ///< the process ends, with the guest's exit status
  Pause,     ///< the machine stands in shutdown
};

std::string_view to_string(ShutdownAction value);
bool decode(const qapi::Reader& in, ShutdownAction& value);
void encode(qapi::Writer& out, ShutdownAction value);

/// What follows when the guest asks for a reset.
enum class RebootAction {
  Reset,     ///< the machine is reset
  Shutdown,  ///< as if the guest had powered the machine off
};

std::string_view to_string(RebootAction value);
bool decode(const qapi::Reader& in, RebootAction& value);
void encode(qapi::Writer& out, RebootAction value);

/// What follows when the guest panics.
enum class PanicAction {
  Pause,        ///< the machine stands in guest-panicked
  ExitFailure,  ///< the process ends with exit status 1
};

std::string_view to_string(PanicAction value);
bool decode(const qapi::Reader& in, PanicAction& value);
void encode(qapi::Writer& out, PanicAction value);

/// What the machine is doing.
struct StatusInfo {
  /// true while the guest executes
  bool running{};

  /// the run state; prelaunch before the machine is ready
  RunState status{};

  bool operator==(const StatusInfo&) const = default;
};

bool decode(const qapi::Reader& in, StatusInfo& value);
void encode(qapi::Writer& out, const StatusInfo& value);

/// What comes with `SHUTDOWN`.
struct ShutdownEvent {
  /// true when the guest asked for it
  bool guest{};

  /// what asked for it
  ShutdownCause reason{};

  bool operator==(const ShutdownEvent&) const = default;
};

bool decode(const qapi::Reader& in, ShutdownEvent& value);
void encode(qapi::Writer& out, const ShutdownEvent& value);

/// What comes with `RESET`.
struct ResetEvent {
  /// true when the guest asked for it
  bool guest{};

  /// what asked for it
  ShutdownCause reason{};

  bool operator==(const ResetEvent&) const = default;
};

bool decode(const qapi::Reader& in, ResetEvent& value);
void encode(qapi::Writer& out, const ResetEvent& value);

/// What comes with `GUEST_PANICKED`.
struct GuestPanickedEvent {
  /// what follows
  GuestPanicAction action{};

  bool operator==(const GuestPanickedEvent&) const = default;
};

bool decode(const qapi::Reader& in, GuestPanickedEvent& value);
void encode(qapi::Writer& out, const GuestPanickedEvent& value);

/// Arguments of `set-action`.
struct SetActionArgs {
  /// when the guest asks for a reset
  std::optional<RebootAction> reboot;

  /// when the guest powers off
  std::optional<ShutdownAction> shutdown;

  /// when the guest panics
  std::optional<PanicAction> panic;

  bool operator==(const SetActionArgs&) const = default;
};

bool decode(const qapi::Reader& in, SetActionArgs& value);
void encode(qapi::Writer& out, const SetActionArgs& value);

}  // namespace api
