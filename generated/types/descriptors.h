// Generated from qapigen/descriptors.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// Arguments of `getfd`.
struct GetfdArgs {
  /// the name; it does not begin with a digit. What has this name already is closed.
  std::string fdname;

  bool operator==(const GetfdArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `closefd`.
struct ClosefdArgs {
  /// the name
  std::string fdname;

  bool operator==(const ClosefdArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Where a descriptor has come.
struct AddfdInfo {
  /// the set
  int64_t fdset_id{};

  /// its number within this process
  int64_t fd{};

  bool operator==(const AddfdInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `add-fd`.
struct AddFdArgs {
  /// the set; absent: a new one
  std::optional<int64_t> fdset_id;

  /// what the client wants to remember of it
  std::optional<std::string> opaque;

  /// not what was handed over but what the process inherited under this number; on the command
  /// line only
  std::optional<int32_t> inherited;

  bool operator==(const AddFdArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `remove-fd`.
struct RemoveFdArgs {
  /// the set; it goes with its last descriptor
  int64_t fdset_id{};

  /// the descriptor's number; absent: all of the set
  std::optional<int64_t> fd;

  bool operator==(const RemoveFdArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A descriptor of a set.
struct FdsetFdInfo {
  /// its number within this process
  int64_t fd{};

  /// what the client wanted to remember of it
  std::optional<std::string> opaque;

  bool operator==(const FdsetFdInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// A set of descriptors.
struct FdsetInfo {
  /// its number
  int64_t fdset_id{};

  /// what is in it
  std::vector<FdsetFdInfo> fds;

  bool operator==(const FdsetInfo&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
