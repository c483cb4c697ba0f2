// Generated from golden/phases.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/phases.h"

#include "runtime/json/enum.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kKilnPhaseNames[] = {
    "empty",
    "loaded",
    "heating",
    "holding",
    "cooled",
};
}  // namespace

std::string_view to_string(KilnPhase value) {
  return kKilnPhaseNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, KilnPhase& value) {
  return qapi::decode_enum(in, kKilnPhaseNames, value);
}

void encode(qapi::Writer& out, KilnPhase value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kKilnPhaseGroupNames[] = {
    "empty",
    "loaded",
    "hot",
    "cooled",
};
}  // namespace

std::string_view to_string(KilnPhaseGroup value) {
  return kKilnPhaseGroupNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, KilnPhaseGroup& value) {
  return qapi::decode_enum(in, kKilnPhaseGroupNames, value);
}

void encode(qapi::Writer& out, KilnPhaseGroup value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kHotStateNames[] = {
    "heating",
    "holding",
};
}  // namespace

std::string_view to_string(HotState value) {
  return kHotStateNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, HotState& value) {
  return qapi::decode_enum(in, kHotStateNames, value);
}

void encode(qapi::Writer& out, HotState value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kPartLifeNames[] = {
    "made",
    "fitted",
    "gone",
};
}  // namespace

std::string_view to_string(PartLife value) {
  return kPartLifeNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, PartLife& value) {
  return qapi::decode_enum(in, kPartLifeNames, value);
}

void encode(qapi::Writer& out, PartLife value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kPartLifeGroupNames[] = {
    "made",
    "fitted",
    "gone",
};
}  // namespace

std::string_view to_string(PartLifeGroup value) {
  return kPartLifeGroupNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, PartLifeGroup& value) {
  return qapi::decode_enum(in, kPartLifeGroupNames, value);
}

void encode(qapi::Writer& out, PartLifeGroup value) {
  out.string(to_string(value));
}

}  // namespace api
