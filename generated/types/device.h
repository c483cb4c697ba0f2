// Generated from schema/device.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "runtime/json/any.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

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

  bool operator==(const DeviceDelArgs&) const = default;

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
