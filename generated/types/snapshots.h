// Generated from schema/snapshots.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <string>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// Arguments of `snapshot-save`.
struct SnapshotSaveArgs {
  /// name of the job
  std::string job_id;

  /// name of the snapshot; one of that name is replaced
  std::string tag;

  /// the folder that holds the snapshots
  std::string vmstate;

  bool operator==(const SnapshotSaveArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `snapshot-load`.
struct SnapshotLoadArgs {
  /// name of the job
  std::string job_id;

  /// name of the snapshot
  std::string tag;

  /// the folder that holds the snapshots
  std::string vmstate;

  bool operator==(const SnapshotLoadArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `snapshot-delete`.
struct SnapshotDeleteArgs {
  /// name of the job
  std::string job_id;

  /// name of the snapshot
  std::string tag;

  /// the folder that holds the snapshots
  std::string vmstate;

  bool operator==(const SnapshotDeleteArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A snapshot.
struct SnapshotInfo {
  /// its name
  std::string tag;

  /// size of its file (bytes)
  uint64_t vm_state_size{};

  /// when it was written, in seconds since 1970 (s)
  int64_t date_sec{};

  bool operator==(const SnapshotInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `query-snapshots`.
struct QuerySnapshotsArgs {
  /// the folder
  std::string vmstate;

  bool operator==(const QuerySnapshotsArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
