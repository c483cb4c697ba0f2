// Generated from schema/devices/fw-cfg-item.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/fw_cfg_item.cpp.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `fw-cfg-item`.
struct FwCfgItemProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the device that has it
  vm::Link fw_cfg;

  /// what the guest knows it by, such as `opt/org.example/key`: up to 55 bytes (1 to 55)
  std::string item_name;

  /// path of the file that holds what is in it
  std::optional<std::string> file;

  /// what is in it, without a zero at its end
  std::optional<std::string> string;
};

/// What a snapshot of `fw-cfg-item` holds.
struct FwCfgItemState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A file that a `fw-cfg` has for the guest, either a file of the host's or a text. It is read
/// when the machine is made.
Result<std::unique_ptr<Object>> create_fw_cfg_item(Platform& platform);

}  // namespace vm
