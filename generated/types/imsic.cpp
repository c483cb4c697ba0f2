// Generated from schema/devices/imsic.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/imsic.h"

#include "runtime/json/enum.h"

namespace api {

namespace {
constexpr std::string_view kRiscvLevelNames[] = {
    "machine",
    "supervisor",
};
}  // namespace

std::string_view to_string(RiscvLevel value) {
  return kRiscvLevelNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kRiscvLevelType{kRiscvLevelNames};

}  // namespace api
