// Generated from qapigen/qmp.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What a client can ask of its monitor when it connects.
enum class QMPCapability {
  Oob,  ///< commands can overtake others
};

std::string_view to_string(QMPCapability value);
extern const qapi::EnumType kQMPCapabilityType;
constexpr const qapi::EnumType& type_of(QMPCapability) {
  return kQMPCapabilityType;
}

/// Arguments of `qmp_capabilities`.
struct QmpCapabilitiesArgs {
  /// capabilities wanted, of those that the greeting offers
  std::optional<std::vector<QMPCapability>> enable;

  bool operator==(const QmpCapabilitiesArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A version in three parts.
struct VersionTriple {
  /// changes when something is removed
  int64_t major_{};

  /// changes when something is added
  int64_t minor_{};

  /// changes when something is mended
  int64_t micro{};

  bool operator==(const VersionTriple&) const = default;

  static const qapi::ObjectType kType;
};

/// The version of the program.
struct VersionInfo {
  /// the version; the member has the name that clients of QMP expect
  VersionTriple qemu;

  /// the program's name and what else its packager says of it
  std::string package;

  bool operator==(const VersionInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// One command.
struct CommandInfo {
  /// its name
  std::string name;

  /// what the rights of a monitor can be limited to; absent when it belongs to no group
  std::optional<std::string> group;

  /// it changes nothing
  bool read_only{};

  /// the command of this program that it is another program's name of; absent when it is one
  /// itself
  std::optional<std::string> stands_for;

  bool operator==(const CommandInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `query-commands`.
struct QueryCommandsArgs {
  /// only those that may run in this phase; for a set of phases, in each of them
  std::optional<std::string> callable_in;

  /// only those that may run in the present phase
  bool now = false;

  bool operator==(const QueryCommandsArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// One entry of the list of phases.
struct PhaseInfo {
  /// its name
  std::string name;

  /// the phases it stands for: itself, or its run states
  std::vector<std::string> phases;

  /// the enum type that shows its phases, such as the run state that older clients know; absent
  /// when there is none
  std::optional<std::string> view;

  /// the value of `view` that stands for all phases outside of it
  std::optional<std::string> before;

  bool operator==(const PhaseInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// A move that something makes.
struct PhaseMove {
  /// the phases it starts in
  std::vector<std::string> from;

  /// the phases it can end in
  std::vector<std::string> to;

  bool operator==(const PhaseMove&) const = default;

  static const qapi::ObjectType kType;
};

/// Where a command may run and where it leads, or what a transition does.
struct PhaseRule {
  /// of the command or the transition
  std::string name;

  /// the phases it may run in
  std::vector<std::string> in;

  /// where it leads; empty when the phase stays
  std::vector<PhaseMove> moves;

  bool operator==(const PhaseRule&) const = default;

  static const qapi::ObjectType kType;
};

/// The rule of a command.
struct CommandRule {
  /// of the command or the transition
  std::string name;

  /// the phases it may run in
  std::vector<std::string> in;

  /// where it leads; empty when the phase stays
  std::vector<PhaseMove> moves;

  /// until-phase takes it on its way; it is false for a command whose move is not one that a
  /// start makes
  bool step{};

  /// it runs other commands, whose moves are theirs
  bool walks{};

  /// the arguments that must be given; until-phase stops where one is needed
  std::vector<std::string> mandatory;

  bool operator==(const CommandRule&) const = default;

  static const qapi::ObjectType kType;
};

/// A move that no command triggers.
struct TransitionInfo {
  /// of the command or the transition
  std::string name;

  /// the phases it may run in
  std::vector<std::string> in;

  /// where it leads; empty when the phase stays
  std::vector<PhaseMove> moves;

  /// the event that goes with it, after PHASE_CHANGED; absent when there is none
  std::optional<std::string> emits;

  bool operator==(const TransitionInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// The next step on the way from a phase to another.
struct PhaseStep {
  /// where it starts
  std::string from;

  /// where it is to lead in the end
  std::string to;

  /// the command to run next
  std::string command;

  bool operator==(const PhaseStep&) const = default;

  static const qapi::ObjectType kType;
};

/// The whole phase machine.
struct PhasesInfo {
  /// of the enum type of its phases
  std::string name;

  /// where it stands now
  std::string phase;

  /// where a start goes if it is not told otherwise; absent when it stays
  std::optional<std::string> goal;

  /// all phases, in order; the program starts in the first
  std::vector<PhaseInfo> phases;

  /// the rule of each command
  std::vector<CommandRule> commands;

  /// moves that no command triggers
  std::vector<TransitionInfo> transitions;

  /// the way from each phase to each that can be reached from it
  std::vector<PhaseStep> steps;

  bool operator==(const PhasesInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `PHASE_CHANGED`.
struct PhaseChangedEvent {
  /// where it stood
  std::string from;

  /// where it stands
  std::string to;

  /// the command or the transition that moved it, as query-phases names it
  std::string cause;

  bool operator==(const PhaseChangedEvent&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
