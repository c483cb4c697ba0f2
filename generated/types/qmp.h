// Generated from schema/qmp.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/types/phases.h"

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

/// What a client can ask of its monitor when it connects.
enum class QMPCapability {
  Oob,  ///< commands can overtake others
};

std::string_view to_string(QMPCapability value);
bool decode(const qapi::Reader& in, QMPCapability& value);
void encode(qapi::Writer& out, QMPCapability value);

/// Arguments of `qmp_capabilities`.
struct QmpCapabilitiesArgs {
  /// capabilities wanted, of those that the greeting offers
  std::optional<std::vector<QMPCapability>> enable;

  bool operator==(const QmpCapabilitiesArgs&) const = default;
};

bool decode(const qapi::Reader& in, QmpCapabilitiesArgs& value);
void encode(qapi::Writer& out, const QmpCapabilitiesArgs& value);

/// A version in three parts.
struct VersionTriple {
  /// changes when something is removed
  int64_t major_{};

  /// changes when something is added
  int64_t minor_{};

  /// changes when something is mended
  int64_t micro{};

  bool operator==(const VersionTriple&) const = default;
};

bool decode(const qapi::Reader& in, VersionTriple& value);
void encode(qapi::Writer& out, const VersionTriple& value);

/// The version of the program.
struct VersionInfo {
  /// the version; the member has the name that clients of QMP expect
  VersionTriple qemu;

  /// the program's name and what else its packager says of it
  std::string package;

  bool operator==(const VersionInfo&) const = default;
};

bool decode(const qapi::Reader& in, VersionInfo& value);
void encode(qapi::Writer& out, const VersionInfo& value);

/// One command.
struct CommandInfo {
  /// its name
  std::string name;

  bool operator==(const CommandInfo&) const = default;
};

bool decode(const qapi::Reader& in, CommandInfo& value);
void encode(qapi::Writer& out, const CommandInfo& value);

/// Where the machine stands.
struct MachinePhaseStatus {
  /// the entry of the list of phases
  VmPhaseGroup phase{};

  /// the phase itself; differs from `phase` in machine-ready, whose run states are phases of
  /// their own
  VmPhase state{};

  bool operator==(const MachinePhaseStatus&) const = default;
};

bool decode(const qapi::Reader& in, MachinePhaseStatus& value);
void encode(qapi::Writer& out, const MachinePhaseStatus& value);

/// One entry of the list of phases.
struct PhaseInfo {
  /// its name
  std::string name;

  /// the phases it stands for: itself, or its run states
  std::vector<std::string> phases;

  bool operator==(const PhaseInfo&) const = default;
};

bool decode(const qapi::Reader& in, PhaseInfo& value);
void encode(qapi::Writer& out, const PhaseInfo& value);

/// A move that something makes.
struct PhaseMove {
  /// the phases it starts in
  std::vector<std::string> from;

  /// the phases it can end in
  std::vector<std::string> to;

  bool operator==(const PhaseMove&) const = default;
};

bool decode(const qapi::Reader& in, PhaseMove& value);
void encode(qapi::Writer& out, const PhaseMove& value);

/// Where a command may run and where it leads, or what a transition does.
struct PhaseRule {
  /// of the command or the transition
  std::string name;

  /// the phases it may run in
  std::vector<std::string> in;

  /// where it leads; empty when the phase stays
  std::vector<PhaseMove> moves;

  bool operator==(const PhaseRule&) const = default;
};

bool decode(const qapi::Reader& in, PhaseRule& value);
void encode(qapi::Writer& out, const PhaseRule& value);

/// The next step on the way from a phase to another.
struct PhaseStep {
  /// where it starts
  std::string from;

  /// where it is to lead in the end
  std::string to;

  /// the command to run next
  std::string command;

  bool operator==(const PhaseStep&) const = default;
};

bool decode(const qapi::Reader& in, PhaseStep& value);
void encode(qapi::Writer& out, const PhaseStep& value);

/// The whole phase machine.
struct PhasesInfo {
  /// where it stands now
  std::string phase;

  /// all phases, in order
  std::vector<PhaseInfo> phases;

  /// the rule of each command
  std::vector<PhaseRule> commands;

  /// moves that no command triggers
  std::vector<PhaseRule> transitions;

  /// the way from each phase to each that can be reached from it
  std::vector<PhaseStep> steps;

  bool operator==(const PhasesInfo&) const = default;
};

bool decode(const qapi::Reader& in, PhasesInfo& value);
void encode(qapi::Writer& out, const PhasesInfo& value);

/// Arguments of `monitor-add`.
struct MonitorAddArgs {
  /// where: `unix:PATH`, `tcp:HOST:PORT` or `stdio`. A TCP address must be of the loopback
  /// interface.
  std::string listen;

  bool operator==(const MonitorAddArgs&) const = default;
};

bool decode(const qapi::Reader& in, MonitorAddArgs& value);
void encode(qapi::Writer& out, const MonitorAddArgs& value);

}  // namespace api
