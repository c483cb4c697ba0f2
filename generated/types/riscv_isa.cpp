// Generated from schema/devices/riscv-isa.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/riscv_isa.h"

#include "runtime/json/enum.h"

namespace api {

namespace {
constexpr std::string_view kRiscvExtensionNames[] = {
    "i",      "m",      "a",      "f",     "d",        "c",           "zicbom", "zicbop",
    "zicboz", "zicntr", "zicond", "zicsr", "zifencei", "zihintpause", "zihpm",  "zawrs",
    "zba",    "zbb",    "zbc",    "zbs",   "sdtrig",   "smaia",       "ssaia",  "sstc",
    "sv48",   "sv57",   "svade",  "svadu", "svinval",  "svnapot",
};
}  // namespace

std::string_view to_string(RiscvExtension value) {
  return kRiscvExtensionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kRiscvExtensionType{kRiscvExtensionNames};

}  // namespace api
