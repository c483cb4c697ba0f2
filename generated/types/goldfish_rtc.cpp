// Generated from schema/devices/goldfish-rtc.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/goldfish_rtc.h"

#include "runtime/json/enum.h"

namespace api {

namespace {
constexpr std::string_view kRtcClockNames[] = {
    "host",
    "guest",
};
}  // namespace

std::string_view to_string(RtcClock value) {
  return kRtcClockNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kRtcClockType{kRtcClockNames};

}  // namespace api
