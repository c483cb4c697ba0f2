// Generated from schema/devices/imsic.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// A privilege level that takes interrupts.
enum class RiscvLevel {
  Machine,     ///< machine mode
  Supervisor,  ///< supervisor mode
};

std::string_view to_string(RiscvLevel value);
extern const qapi::EnumType kRiscvLevelType;
constexpr const qapi::EnumType& type_of(RiscvLevel) {
  return kRiscvLevelType;
}

}  // namespace api
