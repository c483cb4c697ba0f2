// Generated from schema/balloon.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// The guest's memory.
struct BalloonInfo {
  /// what the guest has: all memory, without what it has given back (bytes)
  int64_t actual{};

  bool operator==(const BalloonInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// What a guest tells of its memory. What it does not tell is not there.
struct BalloonStats {
  /// bytes that were swapped in
  std::optional<uint64_t> stat_swap_in;

  /// bytes that were swapped out
  std::optional<uint64_t> stat_swap_out;

  /// page faults that needed a disk
  std::optional<uint64_t> stat_major_faults;

  /// other page faults
  std::optional<uint64_t> stat_minor_faults;

  /// bytes that nobody uses
  std::optional<uint64_t> stat_free_memory;

  /// bytes of memory
  std::optional<uint64_t> stat_total_memory;

  /// bytes that programs could get
  std::optional<uint64_t> stat_available_memory;

  /// bytes that hold what is on disks too
  std::optional<uint64_t> stat_disk_caches;

  /// huge pages that were allocated
  std::optional<uint64_t> stat_htlb_pgalloc;

  /// huge pages that could not be
  std::optional<uint64_t> stat_htlb_pgfail;

  bool operator==(const BalloonStats&) const = default;

  static const qapi::ObjectType kType;
};

/// What the guest has told of its memory.
struct BalloonGuestStats {
  /// the numbers
  BalloonStats stats;

  /// when it told them, in seconds since 1970; 0: never
  int64_t last_update{};

  bool operator==(const BalloonGuestStats&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `balloon`.
struct BalloonArgs {
  /// how much; at most all memory that it sees (bytes, 1 to 9223372036854775807)
  int64_t value{};

  bool operator==(const BalloonArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `BALLOON_CHANGE`.
struct BalloonChangeEvent {
  /// what it has now (bytes)
  int64_t actual{};

  bool operator==(const BalloonChangeEvent&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
