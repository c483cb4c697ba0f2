// Generated from schema/migration.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/any.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// How far a migration is.
enum class MigrationStatus {
  None,           ///< there has been none
  Setup,          ///< the other side is being waited for
  Cancelled,      ///< it was given up by migrate_cancel
  Active,         ///< memory goes over
  PreSwitchover,  ///< all but the end has gone over, and migrate-continue is waited for
  Device,         ///< the end goes over, and the other side takes the guest
  Completed,      ///< the guest is on the other side
  Failed,         ///< it could not be
};

std::string_view to_string(MigrationStatus value);
extern const qapi::EnumType kMigrationStatusType;
constexpr const qapi::EnumType& type_of(MigrationStatus) {
  return kMigrationStatusType;
}

/// What a migration can do beyond what it must.
enum class MigrationCapability {
  Events,                 ///< send MIGRATION
  PauseBeforeSwitchover,  ///< wait for migrate-continue before the other side takes the guest
};

std::string_view to_string(MigrationCapability value);
extern const qapi::EnumType kMigrationCapabilityType;
constexpr const qapi::EnumType& type_of(MigrationCapability) {
  return kMigrationCapabilityType;
}

/// An object in a file that migrate made.
struct SavedObject {
  /// where it is in the tree
  std::string path;

  /// its type
  std::string type;

  /// the `state` of its type
  qapi::Any state;

  bool operator==(const SavedObject&) const = default;

  static const qapi::ObjectType kType;
};

/// Memory in a file that migrate made.
struct SavedMemory {
  /// what it is in: the device's path and the region's number
  std::string region;

  /// its bytes
  uint64_t size{};

  bool operator==(const SavedMemory&) const = default;

  static const qapi::ObjectType kType;
};

/// What a file that migrate made begins with, on one line. The contents of `memory` follow,
/// region by region: pieces that are not zero, each with its offset and length of 8 bytes,
/// little-endian, until one of length 0; and a sum over everything at last.
struct SavedMachine {
  /// 1; a file of a later one is refused
  int64_t format{};

  /// the guest ran when it was saved
  bool running{};

  /// the guest slept when it was saved
  bool suspended = false;

  /// guest time
  uint64_t clock_ns{};

  /// all objects of the machine
  std::vector<SavedObject> objects;

  /// all memory of the machine
  std::vector<SavedMemory> memory;

  bool operator==(const SavedMachine&) const = default;

  static const qapi::ObjectType kType;
};

/// How much has gone over.
struct MigrationStats {
  /// bytes that have been sent or received (bytes)
  uint64_t transferred{};

  /// bytes of memory that are still to be looked at (bytes)
  uint64_t remaining{};

  /// bytes of memory (bytes)
  uint64_t total{};

  bool operator==(const MigrationStats&) const = default;

  static const qapi::ObjectType kType;
};

/// The present migration, or the last one.
struct MigrationInfo {
  /// how far it is
  MigrationStatus status{};

  /// how much has gone over, once something has
  std::optional<MigrationStats> ram;

  /// time that it took, once it is over (ms)
  std::optional<uint64_t> total_time;

  /// why it failed
  std::optional<std::string> error_desc;

  bool operator==(const MigrationInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `MIGRATION`.
struct MigrationEvent {
  /// the state
  MigrationStatus status{};

  bool operator==(const MigrationEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// Whether a capability is on.
struct MigrationCapabilityStatus {
  /// which
  MigrationCapability capability{};

  /// whether it is on
  bool state{};

  bool operator==(const MigrationCapabilityStatus&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `migrate-set-capabilities`.
struct MigrateSetCapabilitiesArgs {
  /// those to change
  std::vector<MigrationCapabilityStatus> capabilities;

  bool operator==(const MigrateSetCapabilitiesArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// What migrations go by.
struct MigrationParameters {
  /// most that goes over in a second; 0: as fast as it goes (bytes per second)
  uint64_t max_bandwidth{};

  bool operator==(const MigrationParameters&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `migrate-set-parameters`.
struct MigrateSetParametersArgs {
  /// most that goes over in a second; 0, as at the start: as fast as it goes (bytes per second)
  std::optional<uint64_t> max_bandwidth;

  bool operator==(const MigrateSetParametersArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `migrate`.
struct MigrateArgs {
  /// where to: `file:PATH`, a file of that name is replaced when the new one is complete;
  /// `unix:PATH` or `tcp:HOST:PORT`, where migrate-incoming listens; or `fd:NAME`, what getfd
  /// gave that name
  std::string uri;

  bool operator==(const MigrateArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `migrate-continue`.
struct MigrateContinueArgs {
  /// the state that it waits in
  MigrationStatus state{};

  bool operator==(const MigrateContinueArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `migrate-incoming`.
struct MigrateIncomingArgs {
  /// where from: `file:PATH`, what migrate has written; `unix:PATH` or `tcp:HOST:PORT`, to be
  /// listened at; or `fd:NAME`, what getfd gave that name
  std::string uri;

  /// if it cannot be taken, say why and end with exit status 1
  bool exit_on_error = false;

  bool operator==(const MigrateIncomingArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
