// Generated from golden/everything.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/any.h"
#include "runtime/json/box.h"
#include "runtime/json/variant.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

enum class HotState;
enum class KilnPhase;
enum class KilnPhaseGroup;

/// What is in the kiln.
enum class Material {
  Clay,  ///< any clay
#if defined(CONFIG_GLASS)
  Glass,  ///< slumps
#endif
  N2ndFiring,  ///< has been in a kiln before
  Lead,        ///< poisonous
  Default,     ///< a name that C++ reserves
};

std::string_view to_string(Material value);
extern const qapi::EnumType kMaterialType;
constexpr const qapi::EnumType& type_of(Material) {
  return kMaterialType;
}

/// A choice that is left to the program.
enum class Switch {
  Auto,  ///< the program chooses
  On,    ///< always
  Off,   ///< never
};

std::string_view to_string(Switch value);
extern const qapi::EnumType kSwitchType;
constexpr const qapi::EnumType& type_of(Switch) {
  return kSwitchType;
}

/// What heats.
enum class FuelKind {
  Gas,   ///< town gas
  Wood,  ///< logs
  Sun,   ///< needs nothing
};

std::string_view to_string(FuelKind value);
extern const qapi::EnumType kFuelKindType;
constexpr const qapi::EnumType& type_of(FuelKind) {
  return kFuelKindType;
}

/// Names from before there were rules.
struct Legacy {
  /// upper-case letters
  std::string mixedcase;

  /// an underscore
  std::optional<int64_t> with_underscore;

  bool operator==(const Legacy&) const = default;

  static const qapi::ObjectType kType;
};

/// A temperature and when to reach it.
struct Point {
  /// the temperature (°C)
  double celsius{};

  /// minutes after the start (min, 0 to 10080)
  uint32_t minute{};

  bool operator==(const Point&) const = default;

  static const qapi::ObjectType kType;
};

/// A firing curve.
struct Curve {
  /// what it is called (1 to 40)
  std::string name;

  /// in the order of time
  std::vector<Point> points;

  /// the curve that follows
  qapi::Box<Curve> next;

  /// anything
  std::optional<qapi::Any> notes;

  bool operator==(const Curve&) const = default;

  static const qapi::ObjectType kType;
};

/// A firing curve with its origin.
struct DetailedCurve {
  /// what it is called (1 to 40)
  std::string name;

  /// in the order of time
  std::vector<Point> points;

  /// the curve that follows
  qapi::Box<Curve> next;

  /// anything
  std::optional<qapi::Any> notes;

  /// who made it
  std::string author;

  /// counts up
  uint8_t revision = 1;

#if defined(CONFIG_REVIEW) && !defined(CONFIG_FAST)
  /// reviewed by a second person
  std::optional<bool> checked;
#endif

  /// distance that is tolerated (°C, 0 to 50)
  double margin = 2.5;

  /// of the file it came from
  uint64_t size = 4096;

  /// null, to reserve the name
  std::optional<std::nullptr_t> nothing;

  bool operator==(const DetailedCurve&) const = default;

  static const qapi::ObjectType kType;
};

/// See `GasFuel`.
struct GasFuel {
  /// in the pipe (mbar)
  uint16_t pressure = 20;

  bool operator==(const GasFuel&) const = default;

  static const qapi::ObjectType kType;
};

/// See `WoodFuel`.
struct WoodFuel {
  /// how many
  int8_t logs{};

  /// of the pot that is heated
  std::optional<Material> material;

  bool operator==(const WoodFuel&) const = default;

  static const qapi::ObjectType kType;
};

/// What heats, and how.
struct Fuel {
  /// of an hour
  std::optional<int64_t> price;

  /// The branches, in the order of `FuelKind`.
  qapi::Variant<
      GasFuel,
#if defined(CONFIG_WOOD) || defined(CONFIG_COAL)
      WoodFuel,
#else
      std::monostate,
#endif
      std::monostate,
      std::monostate>
      u;

  /// what it is
  FuelKind kind() const {
    return static_cast<FuelKind>(u.index());
  }

  bool operator==(const Fuel&) const = default;

  static const qapi::ObjectType kType;
};

/// A curve, or the name of one.
struct CurveRef {
  /// The alternatives, in the order of `u`.
  enum class Kind {
    Definition,
    Reference,
    Several,
    None,
  };

  qapi::Variant<Curve, std::string, std::vector<std::string>, std::nullptr_t> u;

  Kind kind() const { return static_cast<Kind>(u.index()); }

  bool operator==(const CurveRef&) const = default;

  static const qapi::AlternateType kType;
};

/// See `SwitchOrNumber`.
struct SwitchOrNumber {
  /// The alternatives, in the order of `u`.
  enum class Kind {
    Choice,
    Number,
  };

  qapi::Variant<FuelKind, int32_t> u;

  Kind kind() const { return static_cast<Kind>(u.index()); }

  bool operator==(const SwitchOrNumber&) const = default;

  static const qapi::AlternateType kType;
};

/// Arguments of `load`.
struct LoadArgs {
  /// what it is
  Material material{};

  /// how many there are (1 to 500)
  uint16_t pieces{};

  /// written on them (0 to 8)
  std::vector<std::string> labels = {};

  /// of each piece
  std::optional<std::vector<double>> weights;

  bool operator==(const LoadArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// See `LoadInfo`.
struct LoadInfo {
  /// how many there are
  uint16_t pieces{};

  bool operator==(const LoadInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `fire`.
struct FireArgs {
  /// how
  CurveRef curve;

  /// whether to move the air
  Switch fan = Switch::Auto;

  bool operator==(const FireArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `until-phase`.
struct UntilPhaseArgs {
  /// where to
  std::string phase;

  bool operator==(const UntilPhaseArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `tune`.
struct TuneArgs {
  /// what to tune
  std::string what;

  /// any further argument
  qapi::Any values = qapi::Any::object();

  bool operator==(const TuneArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `device_add`.
struct DeviceAddArgs {
  /// its type
  std::string driver;

  /// its name
  std::optional<std::string> id;

  /// those of its type
  qapi::Any properties = qapi::Any::object();

  bool operator==(const DeviceAddArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `remove-part`.
struct RemovePartArgs {
  /// its name
  std::string id;

  bool operator==(const RemovePartArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// See `Status`.
struct Status {
  /// how hot it is
  HotState state{};

  /// the phase
  KilnPhase phase{};

  /// the set it belongs to
  KilnPhaseGroup group{};

  /// how the fan is set
  Switch switch_{};

  /// what was chosen
  std::optional<SwitchOrNumber> choice;

  bool operator==(const Status&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `READY`.
struct ReadyEvent {
  /// the temperature
  double celsius{};

  /// what is in the kiln
  std::optional<Material> material;

  bool operator==(const ReadyEvent&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `ZONE_CHANGED`.
struct ZoneChangedEvent {
  /// which one
  uint8_t zone{};

  /// the temperature
  double celsius{};

  bool operator==(const ZoneChangedEvent&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
