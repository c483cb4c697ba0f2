// Generated from golden/everything.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generated/types/phases.h"

#include "runtime/json/any.h"
#include "runtime/json/box.h"

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

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
bool decode(const qapi::Reader& in, Material& value);
void encode(qapi::Writer& out, Material value);

/// A choice that is left to the program.
enum class Switch {
  Auto,  ///< the program chooses
  On,    ///< always
  Off,   ///< never
};

std::string_view to_string(Switch value);
bool decode(const qapi::Reader& in, Switch& value);
void encode(qapi::Writer& out, Switch value);

/// What heats.
enum class FuelKind {
  Gas,   ///< town gas
  Wood,  ///< logs
  Sun,   ///< needs nothing
};

std::string_view to_string(FuelKind value);
bool decode(const qapi::Reader& in, FuelKind& value);
void encode(qapi::Writer& out, FuelKind value);

/// Names from before there were rules.
struct Legacy {
  /// upper-case letters
  std::string mixedcase;

  /// an underscore
  std::optional<int64_t> with_underscore;

  bool operator==(const Legacy&) const = default;
};

bool decode(const qapi::Reader& in, Legacy& value);
void encode(qapi::Writer& out, const Legacy& value);

/// A temperature and when to reach it.
struct Point {
  /// the temperature (°C)
  double celsius{};

  /// minutes after the start (min, 0 to 10080)
  uint32_t minute{};

  bool operator==(const Point&) const = default;
};

bool decode(const qapi::Reader& in, Point& value);
void encode(qapi::Writer& out, const Point& value);

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
};

bool decode(const qapi::Reader& in, Curve& value);
void encode(qapi::Writer& out, const Curve& value);

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
};

bool decode(const qapi::Reader& in, DetailedCurve& value);
void encode(qapi::Writer& out, const DetailedCurve& value);

/// See `GasFuel`.
struct GasFuel {
  /// in the pipe (mbar)
  uint16_t pressure = 20;

  bool operator==(const GasFuel&) const = default;
};

bool decode(const qapi::Reader& in, GasFuel& value);
void encode(qapi::Writer& out, const GasFuel& value);
void decode_members(qapi::ObjectReader& object, GasFuel& value);
void encode_members(qapi::ObjectWriter& object, const GasFuel& value);

/// See `WoodFuel`.
struct WoodFuel {
  /// how many
  int8_t logs{};

  /// of the pot that is heated
  std::optional<Material> material;

  bool operator==(const WoodFuel&) const = default;
};

bool decode(const qapi::Reader& in, WoodFuel& value);
void encode(qapi::Writer& out, const WoodFuel& value);
void decode_members(qapi::ObjectReader& object, WoodFuel& value);
void encode_members(qapi::ObjectWriter& object, const WoodFuel& value);

/// What heats, and how.
struct Fuel {
  /// of an hour
  std::optional<int64_t> price;

  /// The branches, in the order of `FuelKind`.
  std::variant<
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
};

bool decode(const qapi::Reader& in, Fuel& value);
void encode(qapi::Writer& out, const Fuel& value);

/// A curve, or the name of one.
struct CurveRef {
  /// The alternatives, in the order of `u`.
  enum class Kind {
    Definition,
    Reference,
    Several,
    None,
  };

  std::variant<Curve, std::string, std::vector<std::string>, std::nullptr_t> u;

  Kind kind() const { return static_cast<Kind>(u.index()); }

  bool operator==(const CurveRef&) const = default;
};

bool decode(const qapi::Reader& in, CurveRef& value);
void encode(qapi::Writer& out, const CurveRef& value);

/// See `SwitchOrNumber`.
struct SwitchOrNumber {
  /// The alternatives, in the order of `u`.
  enum class Kind {
    Choice,
    Number,
  };

  std::variant<FuelKind, int32_t> u;

  Kind kind() const { return static_cast<Kind>(u.index()); }

  bool operator==(const SwitchOrNumber&) const = default;
};

bool decode(const qapi::Reader& in, SwitchOrNumber& value);
void encode(qapi::Writer& out, const SwitchOrNumber& value);

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
};

bool decode(const qapi::Reader& in, LoadArgs& value);
void encode(qapi::Writer& out, const LoadArgs& value);

/// See `LoadInfo`.
struct LoadInfo {
  /// how many there are
  uint16_t pieces{};

  bool operator==(const LoadInfo&) const = default;
};

bool decode(const qapi::Reader& in, LoadInfo& value);
void encode(qapi::Writer& out, const LoadInfo& value);

/// Arguments of `fire`.
struct FireArgs {
  /// how
  CurveRef curve;

  /// whether to move the air
  Switch fan = Switch::Auto;

  bool operator==(const FireArgs&) const = default;
};

bool decode(const qapi::Reader& in, FireArgs& value);
void encode(qapi::Writer& out, const FireArgs& value);

/// Arguments of `until-phase`.
struct UntilPhaseArgs {
  /// where to
  std::string phase;

  bool operator==(const UntilPhaseArgs&) const = default;
};

bool decode(const qapi::Reader& in, UntilPhaseArgs& value);
void encode(qapi::Writer& out, const UntilPhaseArgs& value);

/// Arguments of `tune`.
struct TuneArgs {
  /// what to tune
  std::string what;

  /// any further argument
  qapi::Any values = qapi::Any::object();

  bool operator==(const TuneArgs&) const = default;
};

bool decode(const qapi::Reader& in, TuneArgs& value);
void encode(qapi::Writer& out, const TuneArgs& value);

/// Arguments of `device_add`.
struct DeviceAddArgs {
  /// its type
  std::string driver;

  /// its name
  std::optional<std::string> id;

  /// those of its type
  qapi::Any properties = qapi::Any::object();

  bool operator==(const DeviceAddArgs&) const = default;
};

bool decode(const qapi::Reader& in, DeviceAddArgs& value);
void encode(qapi::Writer& out, const DeviceAddArgs& value);

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
};

bool decode(const qapi::Reader& in, Status& value);
void encode(qapi::Writer& out, const Status& value);

/// What comes with `READY`.
struct ReadyEvent {
  /// the temperature
  double celsius{};

  /// what is in the kiln
  std::optional<Material> material;

  bool operator==(const ReadyEvent&) const = default;
};

bool decode(const qapi::Reader& in, ReadyEvent& value);
void encode(qapi::Writer& out, const ReadyEvent& value);

}  // namespace api
