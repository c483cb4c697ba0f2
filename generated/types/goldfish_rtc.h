// Generated from schema/devices/goldfish-rtc.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What a clock that tells the time goes by.
enum class RtcClock {
  Host,   ///< the host's clock, in UTC. It goes on while the guest is stopped.
  Guest,  ///< guest time, from zero at the start of the guest: the same in each run that counts
          ///< instructions
};

std::string_view to_string(RtcClock value);
extern const qapi::EnumType kRtcClockType;
constexpr const qapi::EnumType& type_of(RtcClock) {
  return kRtcClockType;
}

}  // namespace api
