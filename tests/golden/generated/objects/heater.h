// Generated from golden/devices/heater.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in kiln/devices/heater.cpp.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

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

/// Properties of `heater`.
struct HeaterProps {
  /// hours since it was made (h)
  uint64_t fitted_at{};

  /// how many zones it heats (1 to 8)
  uint32_t zones = 2;

  /// what it looks at
  vm::Link sensor;

  /// further sensors
  std::vector<vm::Link> others = {};

  /// the highest temperature (°C, 0 to 1400)
  int32_t limit = 1300;

  /// share of the full power (%, 0 to 100)
  uint8_t power = 100;

  /// how long it was on
  uint64_t hours{};

  /// temperature of each zone
  std::vector<int32_t> curve = {};

  /// bytes of its memory
  uint64_t memory = 65536;
};

/// What a snapshot of `heater` holds.
struct HeaterState {
  /// control register
  uint8_t control{};

  /// of each zone
  std::vector<int32_t> setpoint;

  /// last measurements
  std::array<uint16_t, 16> history{};

  /// what happened
  std::vector<std::string> log;

  /// share of the full speed of each fan (since 1.1)
  std::vector<uint8_t> fans;

  /// share of the full speed of the only fan there was (0 to 100, until 1.1)
  std::optional<uint8_t> fan;

  /// minutes of the last alarms (since 1.1, until 1.3)
  std::optional<std::array<uint32_t, 4>> last_alarms;

  static const qapi::ObjectType kType;
};

/// Drops what only older snapshots hold; it is there while on_loaded() runs.
void drop_retired(HeaterState& value);

/// Ports of `heater`: regions, inputs and outputs, each numbered from zero.
struct HeaterPort {
  static constexpr unsigned kRegs = 0;    ///< control and status registers
  static constexpr unsigned kRam = 1;     ///< where curves are kept
  static constexpr unsigned kEnable = 0;  ///< heats while high
  static constexpr unsigned kAlarm = 0;   ///< rises when it is too hot
};

}  // namespace api

namespace vm {

/// Heats, as its registers say.
Result<std::unique_ptr<Object>> create_heater(Platform& platform);

}  // namespace vm
