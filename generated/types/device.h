// Generated from schema/device.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/json/any.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// Why a device that was to be removed is still there.
enum class UnplugFailure {
  Refused,  ///< the guest wants to keep it
  Timeout,  ///< the guest did not answer in time
};

std::string_view to_string(UnplugFailure value);
extern const qapi::EnumType kUnplugFailureType;
constexpr const qapi::EnumType& type_of(UnplugFailure) {
  return kUnplugFailureType;
}

/// Arguments of `device_add`.
struct DeviceAddArgs {
  /// the object type, one derived from `device`; or a part: one that comes with the program, or
  /// the path of a description
  std::string driver;

  /// its name among the parent's children
  std::string id;

  /// path of the object that holds it
  std::string parent = "/machine";

  /// the device's configuration: any of the properties of its type; of a part, its parameters and
  /// the properties that it exposes
  qapi::Any properties = qapi::Any::object();

  bool operator==(const DeviceAddArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `device_del`.
struct DeviceDelArgs {
  /// its id or path
  std::string id;

  /// how long to wait for the guest's answer; for ever when not given (ms, 1 to 3600000)
  std::optional<uint32_t> timeout;

  bool operator==(const DeviceDelArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `device-remove`.
struct DeviceRemoveArgs {
  /// its id or path
  std::string id;

  bool operator==(const DeviceRemoveArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `DEVICE_DELETED`.
struct DeviceDeletedEvent {
  /// its id
  std::string device;

  /// the path that it had
  std::string path;

  bool operator==(const DeviceDeletedEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `DEVICE_UNPLUG_GUEST_ERROR`.
struct DeviceUnplugGuestErrorEvent {
  /// its id
  std::string device;

  /// its path
  std::string path;

  /// why
  UnplugFailure reason{};

  bool operator==(const DeviceUnplugGuestErrorEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// A device that the guest was asked to let go of.
struct PendingUnplug {
  /// its id
  std::string device;

  /// its path
  std::string path;

  /// path of the slot that it is in
  std::string slot;

  bool operator==(const PendingUnplug&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `map`.
struct MapArgs {
  /// what is mapped: `DEVICE:REGION`, `DEVICE:REGION[INDEX]`, `DEVICE` when it has one region, or
  /// an address space
  std::string region;

  /// the first address of the window (address)
  uint64_t at{};

  /// the address space
  std::string into;

  /// of the window within what is mapped (bytes)
  uint64_t offset = 0;

  /// of the window; all that follows `offset` when not given (bytes)
  std::optional<uint64_t> size;

  /// where windows overlap, the higher one is seen
  int32_t priority = 0;

  bool operator==(const MapArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `unmap`.
struct UnmapArgs {
  /// what is mapped, as it was given to map
  std::string region;

  /// the first address of the window (address)
  uint64_t at{};

  /// the address space
  std::string into;

  bool operator==(const UnmapArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `connect`.
struct ConnectArgs {
  /// the output: `DEVICE:PORT` or `DEVICE:PORT[INDEX]`
  std::string from;

  /// the input, likewise
  std::string to;

  bool operator==(const ConnectArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `disconnect`.
struct DisconnectArgs {
  /// the output
  std::string from;

  /// the input
  std::string to;

  bool operator==(const DisconnectArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
